import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { segmentName } from '../../electron/storage/segments.ts';
import { chanceOf } from './support/chance.ts';
import { aHistory, copyOf, isKept, type History } from './support/history.ts';
import { keeperOn, openedBy, valueOf } from './support/real-keeper.ts';
import { traceFault, trackedRequest } from './support/tracked-edits.ts';
import { inWords, within } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const journal: Torture = {
  name: 'journal',
  promise:
    'the journal cut at every byte of its last three records; records doubled, missing, in another order; segments gone: exactly the edits before the break remain, it is said, and what is behind it is kept',
  unit: 'journals',
  full: 'all',
  short: 60,
  inMemory: true,
  run,
};

interface Case {
  readonly where: string;
  /** The journal's live segment as this case has it. */
  readonly bytes: Uint8Array;
  /** The revision that must be reached: not one more, not one less. */
  readonly revision: number;
  /** Whether something is behind a break, which must be told and kept. */
  readonly isBroken: boolean;
}

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const model = await aHistory(join(folder, 'model'), { edits: 6 });
  const live = await liveSegment(model);
  const all = [...cuts(live, model), ...orders(live, model)];
  const cases = count >= all.length ? all : picked(all, count, seed);
  for (const [index, one] of cases.entries()) {
    const copy = await copyOf(model, join(folder, 'case'));
    await writeFile(join(journalFolder(copy), live.name), one.bytes);
    await check(copy, one, (what) => findings.add(index, one.where, what));
    progress(index + 1);
  }
  for (const what of await missingSegment(model, join(folder, 'case'))) findings.add(0, 'a segment is gone', what);
  const ran = cases.length + 1;
  return done(ran, findings.failures, `${ran - new Set(findings.failures.map(({ where }) => where)).size} exact prefixes`);
}

const journalFolder = ({ file }: History): string => join(dirname(file), 'journal');

interface Live {
  readonly name: string;
  readonly lines: readonly Buffer[];
}

async function liveSegment(model: History): Promise<Live> {
  const name = (await readdir(journalFolder(model))).filter((one) => one.endsWith('.jsonl')).sort().at(-1) ?? '';
  const bytes = await readFile(join(journalFolder(model), name));
  const lines: Buffer[] = [];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at) + 1;
    lines.push(bytes.subarray(at, end));
    at = end;
  }
  return { name, lines };
}

/** The segment ends at each byte of its last three records. A cut between two records leaves nothing to see. */
function cuts({ lines }: Live, { checkpoint }: History): readonly Case[] {
  const whole = Buffer.concat([...lines]);
  const from = whole.length - lines.slice(-3).reduce((sum, line) => sum + line.length, 0);
  return Array.from({ length: whole.length - from }, (_none, offset) => {
    const bytes = whole.subarray(0, from + offset);
    const ends = bytes.filter((byte) => byte === 0x0a).length;
    const isBroken = bytes.length > 0 && bytes.at(-1) !== 0x0a;
    // Of a record that is whole but for its line end, the edit is there.
    const isWhole = isBroken && whole[from + offset] === 0x0a;
    return { where: `cut at byte ${from + offset}`, bytes, revision: checkpoint + ends + (isWhole ? 1 : 0), isBroken };
  });
}

/** Each record twice, left out, and changed with its neighbour: the chain holds up to there. */
function orders({ lines }: Live, { checkpoint }: History): readonly Case[] {
  return lines.flatMap((line, index): Case[] => {
    const next = lines[index + 1];
    const before = lines.slice(0, index);
    const after = lines.slice(index + 1);
    const caseOf = (where: string, parts: readonly Buffer[], revision: number): Case => ({
      where: `${where} record ${index + 1}`,
      bytes: Buffer.concat([...parts]),
      revision,
      isBroken: true,
    });
    return [
      caseOf('doubled', [...before, line, line, ...after], checkpoint + index + 1),
      ...(next === undefined ? [] : [caseOf('without', [...before, ...after], checkpoint + index)]),
      ...(next === undefined
        ? []
        : [caseOf('out of order from', [...before, next, line, ...lines.slice(index + 2)], checkpoint + index)]),
    ];
  });
}

/** The bytes behind the last record that counts. */
function behind({ bytes, revision }: Case, { checkpoint }: History): Uint8Array {
  let at = 0;
  for (let line = 0; line < revision - checkpoint; line++) at = bytes.indexOf(0x0a, at) + 1 || bytes.length;
  return bytes.subarray(at);
}

const picked = (all: readonly Case[], count: number, seed: number): readonly Case[] =>
  Array.from({ length: count }, (_none, index) => chanceOf(seed + index).pick(all));

async function check(copy: History, one: Case, fault: (what: string) => void): Promise<void> {
  const keeper = keeperOn(copy.data);
  try {
    const value = await within(5000, openedBy(keeper));
    if (value.revision !== one.revision) fault(`revision ${value.revision} instead of ${one.revision}`);
    const trace = traceFault(value.workspace, value.revision);
    if (trace !== null) fault(trace);
    if (one.isBroken && value.notices.length === 0) fault('nothing is said of the break');
    if (!one.isBroken && value.notices.length > 0) fault(`it announces ${value.notices[0]?.kind ?? ''} without a break`);
    const rest = behind(one, copy);
    if (rest.length > 0 && !(await isKept(copy, rest))) fault('what stood behind the break was not kept');
    valueOf(await keeper.apply(trackedRequest(value.workspace, value.revision)));
    await keeper.close();
    const again = await openedBy(keeper);
    if (again.revision !== value.revision + 1) fault(`after one more edit it opens at ${again.revision}`);
    if (again.notices.length > 0) fault(`the next start announces ${again.notices[0]?.kind ?? ''} again`);
  } catch (error) {
    fault(inWords(error));
  } finally {
    await keeper.close();
  }
}

/** The first segment behind the checkpoint is gone, and a later one is there: the checkpoint alone is what there is. */
async function missingSegment(model: History, folder: string): Promise<readonly string[]> {
  const copy = await copyOf(model, folder);
  const live = await liveSegment(model);
  const later = segmentName(copy.checkpoint + 3);
  await writeFile(join(journalFolder(copy), later), Buffer.concat(live.lines.slice(2)));
  await rm(join(journalFolder(copy), live.name));
  const keeper = keeperOn(copy.data);
  const found = await openedBy(keeper);
  const faults: string[] = [];
  if (found.revision !== model.checkpoint) faults.push(`revision ${found.revision} instead of ${model.checkpoint}`);
  if (found.notices.length === 0) faults.push('nothing is said of the gap');
  if (!(await isKept(copy, Buffer.concat(live.lines.slice(2))))) faults.push('the later segment was not kept');
  await keeper.close();
  return faults;
}
