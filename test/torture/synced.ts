import { copyFile, mkdir, readFile, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channels, Opened, Reply } from '../../shared/contract/channels.ts';
import { openWorkspace } from '../../shared/document/open.ts';
import type { Command } from '../../shared/editing/command.ts';
import type { Leave } from '../../shared/model/leave.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import type { Ports } from '../../electron/ports.ts';
import { handlersOf } from '../../electron/services/handlers.ts';
import type { Keeper } from '../../electron/services/workspace.ts';
import { temporaryEnd } from '../../electron/storage/durable-write.ts';
import { nodeFiles } from '../../electron/storage/node-files.ts';
import { sha256 } from '../../electron/storage/system.ts';
import { chanceOf, type Chance } from './support/chance.ts';
import { handClock, keeperOn, realPorts, valueOf, type HandClock } from './support/real-keeper.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const synced: Torture = {
  name: 'synced',
  promise:
    'two computers edit one synchronised file: the other version is noticed before anything is written, nothing is written over it, and the lead brings both together with every edit of both; touching the file is no alarm',
  unit: 'meetings',
  full: 50,
  short: 4,
  inMemory: true,
  run,
};

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  for (let index = 0; index < count; index++) {
    const kind = (['open', 'closed', 'touched', 'writing'] as const)[(seed + index) % 4] ?? 'open';
    try {
      await meeting(join(folder, String(index)), kind, chanceOf(seed + index), (what) =>
        findings.add(index, `${kind}, meeting ${index + 1}`, what),
      );
    } catch (error) {
      findings.add(index, `${kind}, meeting ${index + 1}`, inWords(error));
    }
    progress(index + 1);
  }
  return done(count, findings.failures, `${count} meetings, ${findings.failures.length} written over, lost or not told`);
}

/** One of the two computers: a data folder of its own, and the shared file that it keeps in its own place. */
interface Computer {
  readonly name: string;
  readonly file: string;
  readonly keeper: Keeper;
  readonly time: HandClock;
  readonly ask: <Name extends keyof Channels>(name: Name, request: Channels[Name]['request']) => Promise<Channels[Name]['reply']>;
  open(): Promise<Opened>;
  edit(times: number): Promise<void>;
  tryEdit(): Promise<Reply<unknown>>;
  /** Lets something happen while the next checkpoint is written, right before or right after the rename that ends it. */
  duringCheckpoint(when: When, what: () => Promise<void>): void;
}

type When = 'as it is written' | 'after its rename';

async function aComputer(folder: string, name: string): Promise<Computer> {
  const home = join(folder, name);
  await mkdir(home, { recursive: true });
  const file = join(home, 'team.json');
  const time = handClock();
  const dialogs = { chooseWorkspace: async () => file } as unknown as NonNullable<Ports['dialogs']>;
  const due = new Map<When, () => Promise<void>>();
  const happens = async (when: When): Promise<void> => {
    const what = due.get(when);
    due.delete(when);
    await what?.();
  };
  const files: Ports['files'] = {
    ...nodeFiles,
    async create(path) {
      const isOfFile = path.endsWith(temporaryEnd) && path.includes('.team.json.');
      if (isOfFile) await happens('as it is written');
      return nodeFiles.create(path);
    },
    async rename(from, to) {
      await nodeFiles.rename(from, to);
      if (to === file) await happens('after its rename');
    },
  };
  const ports: Partial<Ports> = { dialogs, files, clock: time.clock };
  const keeper = keeperOn(join(home, 'data'), ports);
  const handlers = handlersOf(keeper, realPorts(join(home, 'data'), ports));
  let revision = 0;
  let number = 0;
  let workspace: Workspace | null = null;
  const tryEdit = async (): Promise<Reply<unknown>> => {
    if (workspace === null) throw new Error('nothing is open');
    const command = editOf(name, number + 1, workspace);
    const reply = await keeper.apply({ baseRevision: revision, title: `${name} ${number + 1}`, command });
    if (reply.ok) {
      revision = reply.value.revision;
      number += 1;
    }
    return reply;
  };
  return {
    name,
    file,
    keeper,
    time,
    ask: async (channel, request) => valueOf(await (handlers[channel] as (asked: unknown) => Promise<Reply<never>>)(request)),
    async open() {
      const opened = valueOf(await keeper.open({ kind: 'choose' }));
      if (opened === null) throw new Error('nothing was opened');
      ({ revision, workspace } = opened);
      return opened;
    },
    async edit(times) {
      for (let time = 0; time < times; time++) valueOf(await tryEdit());
    },
    tryEdit,
    duringCheckpoint: (when, what) => void due.set(when, what),
  };
}

const idOf = (name: string, number: number): Leave['id'] => `leave-${name}-${number}` as Leave['id'];

/** Each edit adds a record of its own, on a day of its own: none contradicts another. */
function editOf(name: string, number: number, { people }: Workspace): Command {
  const person = Object.values(people)[name === 'left' ? 0 : 1];
  if (person === undefined) throw new Error('the sample has lost its people');
  const day = `2029-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}` as Leave['from'];
  return {
    kind: 'save-leave',
    leave: { id: idOf(name, number), person: person.id, from: day, to: day, part: 'day', kind: 'leave', tentative: false, reason: name },
  };
}

/** How many edits of a computer a state holds; throws when there is a hole. */
function editsIn({ leave }: Workspace, name: string): number {
  const count = Object.keys(leave).filter((id) => id.startsWith(`leave-${name}-`)).length;
  for (let number = 1; number <= count; number++)
    if (leave[idOf(name, number)] === undefined) throw new Error(`edit ${number} of ${name} is missing`);
  return count;
}

/** What the program that synchronises does. */
async function arrives(from: string, at: string): Promise<void> {
  await copyFile(from, `${at}.part`);
  await rename(`${at}.part`, at);
}

async function meeting(
  folder: string,
  kind: 'open' | 'closed' | 'touched' | 'writing',
  chance: Chance,
  fault: (what: string) => void,
): Promise<void> {
  const left = await aComputer(folder, 'left');
  const right = await aComputer(folder, 'right');
  await begin(left, right);
  const ours = 1 + chance.below(5);
  const theirs = 1 + chance.below(5);
  await left.edit(ours);
  if (chance.part() < 0.5 && kind !== 'writing') await rested(left);
  await right.edit(theirs);
  await right.keeper.close();
  if (kind === 'touched') return touched(left, ours, fault);
  if (kind === 'closed') return whileClosed(left, right, ours, theirs, fault);
  if (kind === 'writing') {
    left.duringCheckpoint(chance.part() < 0.5 ? 'as it is written' : 'after its rename', () => arrives(right.file, left.file));
    await rested(left);
  } else {
    await arrives(right.file, left.file);
  }
  return whileOpen(left, right, ours, theirs, fault);
}

async function begin(left: Computer, right: Computer): Promise<void> {
  const first = keeperOn(join(left.file, '..', 'first'));
  const opened = valueOf(await first.open({ kind: 'new', workspace: sampleWorkspace() }));
  await first.close();
  if (opened === null) throw new Error('nothing was made');
  for (const { file } of [left, right]) await copyFile(opened.file, file);
  await left.open();
  await right.open();
}

async function rested({ keeper, time }: Computer): Promise<void> {
  time.rest();
  await keeper.recent();
  await keeper.open({ kind: 'last' });
}

/** The file was touched, or put there again byte for byte: that is no other version. */
async function touched(left: Computer, ours: number, fault: (what: string) => void): Promise<void> {
  await utimes(left.file, new Date(), new Date());
  await left.edit(1);
  await writeFile(left.file, await readFile(left.file));
  await left.edit(1);
  await left.keeper.close();
  const { workspace, notices } = await left.open();
  if (notices.length > 0) fault(`it announces ${notices[0]?.kind ?? ''}`);
  if (editsIn(workspace, 'left') !== ours + 2) fault('edits are missing');
  await left.keeper.close();
}

async function whileOpen(left: Computer, right: Computer, ours: number, theirs: number, fault: (what: string) => void): Promise<void> {
  const other = await readFile(right.file);
  const isTheirs = async (when: string): Promise<void> => {
    if (!(await readFile(left.file)).equals(other)) fault(`${when}, their version was written over`);
  };
  const reply = await left.tryEdit();
  if (reply.ok) fault('an edit was taken over a version that nobody has seen');
  else if (reply.problem.kind !== 'changed-underneath') fault(`the edit is answered with ${reply.problem.kind}`);
  await rested(left);
  await isTheirs('after the edit');
  const [version] = await left.ask('versions.list', null);
  if (version === undefined) return fault('the other version is on no list');
  const compared = await left.ask('versions.compare', { version: version.id, pending: [] });
  if (compared.conflicts > 0) fault(`${compared.conflicts} conflicts between edits of different records`);
  await isTheirs('after comparing');
  await left.ask('versions.resolve', { version: version.id, pending: [], take: 'merge', choices: [] });
  const merged = left.keeper.current();
  if (merged === null) return fault('nothing is open afterwards');
  if (editsIn(merged, 'left') !== ours || editsIn(merged, 'right') !== theirs) fault('together they lack an edit');
  await left.keeper.close();
  await inTheFile(left, ours, theirs, fault);
}

/** Both sides edited while the file was closed here: theirs is open then, ours is a version to compare with. */
async function whileClosed(left: Computer, right: Computer, ours: number, theirs: number, fault: (what: string) => void): Promise<void> {
  await left.keeper.close();
  await arrives(right.file, left.file);
  const { notices, workspace } = await left.open();
  if (!notices.some(({ kind }) => kind === 'other-version')) fault('nothing is said of the other version');
  if (editsIn(workspace, 'right') !== theirs) fault('their version lacks an edit');
  const [version] = await left.ask('versions.list', null);
  if (version === undefined) return fault('our version is on no list');
  await left.ask('versions.resolve', { version: version.id, pending: [], take: 'merge', choices: [] });
  await left.keeper.close();
  await inTheFile(left, ours, theirs, fault);
}

async function inTheFile(left: Computer, ours: number, theirs: number, fault: (what: string) => void): Promise<void> {
  const document = openWorkspace(await readFile(left.file, 'utf8'), left.file, sha256);
  if (!document.ok) return fault(`the file is ${document.reason.kind} in the end`);
  const counts = [editsIn(document.value.workspace, 'left'), editsIn(document.value.workspace, 'right')];
  if (counts[0] !== ours || counts[1] !== theirs) fault(`the file holds ${counts.join(' and ')} edits instead of ${ours} and ${theirs}`);
}
