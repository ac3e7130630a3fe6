import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { problemText } from '../../shared/words/problem-text.ts';
import type { Opened } from '../../shared/contract/channels.ts';
import { bitFlip, cuts, harmless, headFlip, others, zeros, type Damage } from './damages.ts';
import { chanceOf, type Chance } from './support/chance.ts';
import { aHistory, copyOf, filesOf, isKept, type History } from './support/history.ts';
import { keeperOn } from './support/real-keeper.ts';
import { traceFault } from './support/tracked-edits.ts';
import { inWords, within } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const damage: Torture = {
  name: 'damage',
  promise:
    'files cut, flipped, zeroed, in other encodings, doubled, nested, of 100 MB: no crash, no hang, every edit that the disk still holds is there, it is said what happened, and the damaged bytes are kept',
  unit: 'damaged files',
  full: 10_500,
  short: 320,
  inMemory: true,
  run,
};

/** Which files a case damages, as names below the workspace's folder. */
interface Target {
  readonly what: string;
  readonly names: readonly string[];
}

interface Damaged {
  readonly name: string;
  readonly before: Buffer;
  readonly after: Buffer;
}

interface Case {
  readonly target: Target;
  readonly damage: Damage;
}

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const model = await aHistory(join(folder, 'model'));
  const names = await filesOf(model);
  const fixed = fixedCases();
  let slowest = 0;
  for (let index = 0; index < count; index++) {
    // The first cases are the fixed list, where the count has room for it; all others are drawn.
    const one = (count > fixed.length ? fixed[index] : undefined) ?? drawn(chanceOf(seed + index), names, fixed);
    const copy = await copyOf(model, join(folder, 'case'));
    const begun = performance.now();
    try {
      await check(copy, one, (what) => findings.add(index, `${one.target.what}, ${one.damage.what}`, what));
    } catch (error) {
      findings.add(index, `${one.target.what}, ${one.damage.what}`, inWords(error));
    }
    slowest = Math.max(slowest, performance.now() - begun);
    progress(index + 1);
  }
  return done(
    count,
    findings.failures,
    `${new Set(findings.failures.map(({ seed: of }) => of)).size} silent, lost or hung; slowest ${slowest.toFixed(0)} ms`,
  );
}

const checkpoint: Target = { what: 'the file', names: ['workspace.json'] };
const checkpointAndPrevious: Target = { what: 'the file and the one before', names: ['workspace.json', 'previous.json'] };

const fixedCases = (): readonly Case[] =>
  [...cuts, ...others, ...harmless].map((one) => ({ target: checkpoint, damage: one }));

/** Six of ten hit the file, two the journal, the rest everything else that lies beside it. */
function drawn(chance: Chance, names: readonly string[], fixed: readonly Case[]): Case {
  const draw = chance.part();
  if (draw < 0.03) return chance.pick(fixed);
  const target =
    draw < 0.6
      ? checkpoint
      : draw < 0.7
        ? checkpointAndPrevious
        : draw < 0.85
          ? targetOf(chance.pick(names.filter((name) => name.startsWith('journal/'))))
          : targetOf(chance.pick(names));
  const kind = chance.part();
  const one = kind < 0.75 ? bitFlip(chance) : kind < 0.9 ? headFlip(chance) : zeros(chance);
  return { target, damage: one };
}

const targetOf = (name: string): Target => ({ what: name, names: [name] });

async function check(copy: History, { target, damage: one }: Case, fault: (what: string) => void): Promise<void> {
  const folder = dirname(copy.file);
  const damaged: Damaged[] = [];
  let isChanged = false;
  for (const name of target.names) {
    const before = await readFile(join(folder, name));
    const after = one.apply(before);
    isChanged ||= !after.equals(before);
    damaged.push({ name, before, after });
    await writeFile(join(folder, name), after);
  }
  if (!isChanged) return;
  const keeper = keeperOn(copy.data);
  try {
    const reply = await within(10_000, keeper.open({ kind: 'last' }));
    if (!reply.ok) {
      if (problemText(reply.problem).length < 20) fault(`it says no more than "${problemText(reply.problem)}"`);
      if (reply.problem.kind !== 'too-large') fault(`it opens nothing: ${problemText(reply.problem)}`);
      await unchanged(folder, damaged, fault);
      return;
    }
    if (reply.value === null) return fault('it opens nothing and says nothing');
    await judge(copy, one, reply.value, damaged, fault);
    await keeper.close();
    const again = await within(10_000, keeper.open({ kind: 'last' }));
    if (!again.ok || again.value === null) return fault('the start after that opens nothing');
    if (again.value.revision !== reply.value.revision) fault(`the start after that is at revision ${again.value.revision}`);
    if (again.value.notices.length > 0 && !harmless.includes(one))
      fault(`the start after that announces ${again.value.notices[0]?.kind ?? ''} again`);
  } finally {
    await keeper.close();
  }
}

async function unchanged(folder: string, damaged: readonly Damaged[], fault: (what: string) => void): Promise<void> {
  for (const { name, after } of damaged)
    if (!(await readFile(join(folder, name))).equals(after)) fault(`${name} was changed, though nothing was opened`);
}

async function judge(
  copy: History,
  one: Damage,
  opened: Opened,
  damaged: readonly Damaged[],
  fault: (what: string) => void,
): Promise<void> {
  const { revision, workspace, notices, readOnlyBecause } = opened;
  const journal = damaged.find(({ name }) => name.startsWith('journal/'));
  const least = journal === undefined ? copy.revision : soundUpTo(copy, journal);
  if (readOnlyBecause !== null) fault(`it opens read-only: ${readOnlyBecause}`);
  if (revision < least) fault(`edits ${revision + 1} to ${least} are lost`);
  if (revision > copy.revision) fault(`it opens at ${revision}, an edit that never was`);
  const trace = traceFault(workspace, revision);
  if (trace !== null) fault(trace);
  const file = damaged.find(({ name }) => name === 'workspace.json')?.after;
  if (file !== undefined && !harmless.includes(one)) {
    if (notices.length === 0) fault('nothing is said of the damage');
    if (!(await isKept(copy, file))) fault('the damaged file was not kept');
  }
  if (revision < copy.revision && notices.length === 0) fault('edits are missing, and nothing is said of it');
}

/** The revision up to which the journal is as it was: what is in older segments, the checkpoint has as well. */
function soundUpTo({ revision, checkpoint: from }: History, { name, before, after }: Damaged): number {
  if (name !== `journal/${String(from + 1).padStart(12, '0')}.jsonl`) return revision;
  const [old, now] = [before, after].map((bytes) => bytes.toString('latin1').split('\n'));
  const different = old?.findIndex((line, index) => line !== now?.[index]) ?? 0;
  return from + different;
}
