import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openWorkspace } from '../../shared/document/open.ts';
import { saveCopy } from '../../electron/services/save-copy.ts';
import type { Ports } from '../../electron/ports.ts';
import { nodeFiles } from '../../electron/storage/node-files.ts';
import { sha256 } from '../../electron/storage/system.ts';
import type { Keeper } from '../../electron/services/workspace.ts';
import { watchedFiles, type Call } from '../electron/support/watched-files.ts';
import { chanceOf } from './support/chance.ts';
import { aHistory, copyOf, type History } from './support/history.ts';
import { handClock, keeperOn, openedBy, pastLife, realPorts, type HandClock } from './support/real-keeper.ts';
import { rubbishIn } from './support/rubbish.ts';
import { traceFault, trackedRequest } from './support/tracked-edits.ts';
import { inWords, within } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const faults: Torture = {
  name: 'faults',
  promise:
    'each operation on a file fails once with each error, writes half, or is the last one before the process dies; or the whole disk says no for a while: the old or the new state, never a mixture, the answer true, retry and a copy elsewhere work, no restart needed',
  unit: 'faults',
  full: 'all',
  short: 150,
  inMemory: true,
  run,
};

const codes = ['EIO', 'ENOSPC', 'EACCES', 'EPERM', 'EBUSY', 'EMFILE', 'EROFS'] as const;

/** `once`: one operation fails, and a write has written half. `death`: nothing is done from it on. `while`: so does everything until healed. */
type Kind = 'once' | 'death' | 'while';

interface Case {
  readonly kind: Kind;
  /** Number of the operation in a life without faults. */
  readonly at: number;
  readonly code: string;
  readonly where: string;
}

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const model = await aHistory(join(folder, 'model'));
  const calls = await callsOfALife(model, join(folder, 'sound'));
  const all = casesFor(calls);
  const cases = count >= all.length ? all : drawn(all, count, seed);
  for (const [index, one] of cases.entries()) {
    const copy = await copyOf(model, join(folder, 'case'));
    try {
      await within(20_000, check(copy, one, (what) => findings.add(index, one.where, what)));
    } catch (error) {
      findings.add(index, one.where, inWords(error));
    }
    progress(index + 1);
  }
  return done(
    cases.length,
    findings.failures,
    `${calls.length} operations in a life, ${all.length} faults in all; ${new Set(findings.failures.map(({ where }) => where)).size} untrue, mixed or lost`,
  );
}

const drawn = (all: readonly Case[], count: number, seed: number): readonly Case[] =>
  Array.from({ length: count }, (_none, index) => chanceOf(seed + index).pick(all));

function casesFor(calls: readonly Call[]): readonly Case[] {
  return calls.flatMap(({ name, on }, index): Case[] => {
    const at = index + 1;
    const where = `operation ${at}, ${name} ${on.replace(/[0-9a-f]{32}/, '…')}`;
    return [
      ...codes.map((code) => ({ kind: 'once' as const, at, code, where: `${where}: ${code} once` })),
      { kind: 'death', at, code: 'EIO', where: `${where}: the process dies` },
      ...(['ENOSPC', 'EROFS'] as const).map((code) => ({
        kind: 'while' as const,
        at,
        code,
        where: `${where}: ${code} from there on, then healed`,
      })),
    ];
  });
}

async function callsOfALife(model: History, folder: string): Promise<readonly Call[]> {
  const copy = await copyOf(model, folder);
  const { files, calls } = watchedFiles(nodeFiles);
  const life = lifeOf(copy, files);
  await live(life);
  return calls;
}

interface Life {
  readonly keeper: Keeper;
  readonly time: HandClock;
  readonly ports: Ports;
  /** Highest revision that was acknowledged, and the highest that was sent: an edit refused may not be there. */
  acknowledged: number;
  readonly said: string[];
}

function lifeOf(copy: History, files: Ports['files']): Life {
  const time = handClock('2026-11-23T14:15:00.000Z');
  const ports: Partial<Ports> = { files, clock: time.clock, processes: pastLife(4_000_002) };
  const said: string[] = [];
  return {
    keeper: keeperOn(copy.data, ports),
    time,
    ports: realPorts(copy.data, ports),
    acknowledged: copy.revision,
    said,
  };
}

/** Open, two edits, a checkpoint with backups, two edits, close. What is refused is sent once more, as the lead's "retry" does. */
async function live(life: Life, isDead: () => boolean = () => false): Promise<void> {
  const { keeper, time } = life;
  let first = await keeper.open({ kind: 'last' });
  if ((!first.ok || first.value === null || first.value.readOnlyBecause !== null) && !isDead()) {
    await keeper.close();
    first = await keeper.open({ kind: 'last' });
  }
  if (isDead()) return;
  if (!first.ok || first.value === null) throw new Error(`the second try opens nothing: ${JSON.stringify(first)}`);
  if (first.value.readOnlyBecause !== null) throw new Error(`the second try is read-only: ${first.value.readOnlyBecause}`);
  const { workspace } = first.value;
  for (let number = 0; number < 4; number++) {
    await editWithRetry(life, () => keeper.apply(trackedRequest(workspace, life.acknowledged)), isDead);
    if (isDead()) return;
    if (number === 1) {
      time.rest();
      await keeper.open({ kind: 'last' });
    }
  }
  await keeper.close();
}

async function editWithRetry(life: Life, send: () => ReturnType<Keeper['apply']>, isDead: () => boolean): Promise<void> {
  const reply = await send();
  if (reply.ok) {
    life.acknowledged = reply.value.revision;
    return;
  }
  if (!['disk', 'read-only', 'not-found'].includes(reply.problem.kind)) life.said.push(`answered ${reply.problem.kind}`);
  if (isDead()) return;
  const again = await send();
  if (again.ok) life.acknowledged = again.value.revision;
  else life.said.push(`the retry is refused as well: ${JSON.stringify(again.problem)}`);
}

async function check(copy: History, one: Case, fault: (what: string) => void): Promise<void> {
  let isHealed = false;
  let hasDied = false;
  const { files } = watchedFiles(nodeFiles, (_call, number) => {
    if (one.kind === 'once') return number === one.at ? one.code : null;
    if (one.kind === 'death') {
      hasDied ||= number >= one.at;
      return hasDied ? 'EIO' : null;
    }
    return number >= one.at && !isHealed && isWriting(_call) ? one.code : null;
  });
  const life = lifeOf(copy, files);
  if (one.kind === 'while') await liveThroughIt(copy, life, fault, () => (isHealed = true));
  else await live(life, () => hasDied);
  for (const what of life.said) fault(what);
  await judge(copy, life, one, fault);
}

const isWriting = ({ name }: Call): boolean => !['read', 'look', 'list', 'resolve'].includes(name);

/** The disk takes nothing for a while: edits are refused and said to be, a copy can be written elsewhere, then all goes on. */
async function liveThroughIt(copy: History, life: Life, fault: (what: string) => void, heal: () => void): Promise<void> {
  const { keeper, time } = life;
  const opened = await keeper.open({ kind: 'last' });
  if (!opened.ok || opened.value === null) return fault(`it does not open to look at: ${JSON.stringify(opened)}`);
  const { workspace } = opened.value;
  const send = (): ReturnType<Keeper['apply']> => keeper.apply(trackedRequest(workspace, life.acknowledged));
  for (let number = 0; number < 3; number++) {
    const reply = await send();
    if (reply.ok) life.acknowledged = reply.value.revision;
    if (number === 1) {
      time.rest();
      await keeper.open({ kind: 'last' });
    }
  }
  await copyElsewhere(copy, life, fault);
  heal();
  if (opened.value.readOnlyBecause !== null) {
    await keeper.close();
    await openedBy(keeper);
  }
  await editWithRetry(life, send, () => false);
  await keeper.close();
}

async function copyElsewhere(copy: History, life: Life, fault: (what: string) => void): Promise<void> {
  const workspace = life.keeper.current();
  if (workspace === null) return fault('nothing is open');
  const folder = join(dirname(copy.data), 'elsewhere');
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'copy.json');
  const dialogs = { chooseDestination: async () => file } as unknown as NonNullable<Ports['dialogs']>;
  const ports: Ports = { ...life.ports, files: nodeFiles, dialogs }; // another disk, which is sound
  const reply = await saveCopy({ workspace, revision: life.acknowledged }, ports);
  if (!reply.ok) return fault(`the copy elsewhere fails: ${JSON.stringify(reply.problem)}`);
  const read = openWorkspace(await readFile(file, 'utf8'), file, sha256);
  if (!read.ok || traceFault(read.value.workspace, life.acknowledged) !== null) fault('the copy elsewhere is not what was shown');
}

/** The next process opens what is there: every acknowledged edit, nothing of an edit that was not, and no rubbish. */
async function judge(copy: History, life: Life, one: Case, fault: (what: string) => void): Promise<void> {
  const keeper = keeperOn(copy.data);
  const value = await openedBy(keeper);
  if (value.revision < life.acknowledged) fault(`edits ${value.revision + 1} to ${life.acknowledged} are lost`);
  // An edit of a process that dies may be on the disk though nobody was told; a refused one may not.
  const most = life.acknowledged + (one.kind === 'death' ? 1 : 0);
  if (value.revision > most) fault(`it is at ${value.revision}, though ${life.acknowledged} was the last one acknowledged`);
  const trace = traceFault(value.workspace, value.revision);
  if (trace !== null) fault(trace);
  if (value.readOnlyBecause !== null) fault(`it opens read-only: ${value.readOnlyBecause}`);
  const strange = value.notices.filter(
    ({ kind, detail }) =>
      !(kind === 'torn-tail' && one.kind === 'death') && !(kind === 'late-checkpoint' && /\d edits? w/.test(detail)),
  );
  if (strange[0] !== undefined) fault(`the next start announces ${strange[0].kind}: ${strange[0].detail}`);
  await keeper.close();
  const left = await rubbishIn(copy.data);
  if (left.length > 0) fault(`left over: ${left.join(', ')}`);
}
