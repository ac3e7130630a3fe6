import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { reverse } from '../../shared/editing/changes.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { handClock, keeperOn, openedBy, pastLife, valueOf, type HandClock } from './support/real-keeper.ts';
import { traceFault, trackedRequest } from './support/tracked-edits.ts';
import { inWords } from './support/watch.ts';
import type { Keeper } from '../../electron/services/workspace.ts';
import type { Opened } from '../../shared/contract/channels.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const clock: Torture = {
  name: 'clock',
  promise:
    'the clock goes back a year, ahead ten, through both clock changes, to another zone, and stands through a sleep: edits keep their order, undo works, backups rotate, and the newest is the newest by edits',
  unit: 'clocks',
  full: 6,
  short: 6,
  inMemory: true,
  run,
};

interface Case {
  readonly what: string;
  /** Instants at which edits are made, in the order in which they are lived through. */
  readonly instants: readonly string[];
  readonly zone?: string;
}

const hours = (from: string, count: number, step = 1): readonly string[] =>
  Array.from({ length: count }, (_none, hour) => new Date(Date.parse(from) + hour * step * 3_600_000).toISOString());

const cases: readonly Case[] = [
  { what: 'back a year', instants: [...hours('2026-11-23T10:15:00Z', 30), ...hours('2025-11-24T18:15:00Z', 30)] },
  { what: 'ahead ten years', instants: [...hours('2026-11-23T10:15:00Z', 30), ...hours('2036-11-23T10:15:00Z', 30), ...hours('2026-11-25T10:15:00Z', 4)] },
  { what: 'clocks go back in Berlin', instants: hours('2026-10-24T20:15:00Z', 30, 0.5), zone: 'Europe/Berlin' },
  { what: 'clocks go ahead in Berlin', instants: hours('2027-03-27T20:15:00Z', 30, 0.5), zone: 'Europe/Berlin' },
  { what: 'from Kiritimati to Honolulu', instants: hours('2026-11-23T10:15:00Z', 40), zone: 'Pacific/Kiritimati' },
  { what: 'asleep for nine days', instants: [...hours('2026-11-23T10:15:00Z', 3), ...hours('2026-12-02T10:15:00Z', 3)] },
];

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const zone = process.env['TZ'];
  for (const [index, one] of cases.slice(0, count).entries()) {
    try {
      for (const what of await livedThrough(one, join(folder, String(index)))) findings.add(index, one.what, what);
    } catch (error) {
      findings.add(index, one.what, inWords(error));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    progress(index + 1);
  }
  const ran = Math.min(count, cases.length);
  return done(ran, findings.failures, `${ran} clocks, ${findings.failures.length} with another order, lost undo or too many backups`);
}

async function livedThrough({ instants, zone }: Case, data: string): Promise<readonly string[]> {
  await mkdir(data);
  const time = handClock(instants[0]);
  const keeper = keeperOn(data, { clock: time.clock, processes: pastLife(4_000_004) });
  const opened = await openedBy(keeper, { kind: 'new', workspace: sampleWorkspace() });
  let revision = 0;
  for (const [index, instant] of instants.entries()) {
    if (zone !== undefined) process.env['TZ'] = index < instants.length / 2 ? zone : 'Pacific/Honolulu';
    revision = await editAt(keeper, time, opened, revision, instant);
    if (index === Math.floor(instants.length / 2)) {
      await keeper.close(); // a restart in the middle
      if ((await openedBy(keeper)).revision !== revision) return [`after a restart it is not at ${revision}`];
    }
  }
  const faults = [...(await backupFaults(join(dirname(opened.file), 'backups'), revision))];
  await keeper.close();
  return [...faults, ...(await undoFaults(data, revision))];
}

async function editAt(keeper: Keeper, time: HandClock, opened: Opened, revision: number, instant: string): Promise<number> {
  time.set(instant);
  const reply = valueOf(await keeper.apply(trackedRequest(opened.workspace, revision)));
  time.rest();
  await keeper.open({ kind: 'last' });
  return reply.revision;
}

async function backupFaults(backups: string, revision: number): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [kind, most] of [
    ['hourly', 24],
    ['daily', 14],
  ] as const) {
    const names = (await readdir(join(backups, kind))).sort();
    const newest = Number(/\d{6,}/.exec(names.at(-1) ?? '')?.[0] ?? -1);
    if (names.length > most) faults.push(`${names.length} ${kind} backups, and ${most} are kept`);
    if (names.length === 0) faults.push(`no ${kind} backup`);
    if (kind === 'hourly' && newest < revision - 2) faults.push(`the newest hourly backup is of revision ${newest}, and ${revision} was reached`);
  }
  return faults;
}

/** The last edit is taken back and made again, by what the journal says of it. */
async function undoFaults(data: string, revision: number): Promise<readonly string[]> {
  const keeper = keeperOn(data);
  const opened = await openedBy(keeper);
  const faults: string[] = [];
  const trace = traceFault(opened.workspace, revision);
  if (opened.revision !== revision || trace !== null) faults.push(`it opens at ${opened.revision}: ${trace ?? 'another revision'}`);
  const numbers = opened.recentLines.map((line) => line.revision);
  if (numbers.some((number, index) => index > 0 && number !== (numbers[index - 1] ?? 0) + 1)) faults.push('the steps are not in order');
  const last = opened.recentLines.at(-1);
  if (last === undefined) faults.push('there is nothing to undo');
  else {
    const reply = await keeper.apply({
      baseRevision: revision,
      title: 'Undo',
      command: { kind: 'revert', direction: 'undo', of: revision, changes: reverse(last.changes) },
    });
    if (!reply.ok) faults.push(`undo is refused: ${JSON.stringify(reply.problem)}`);
    else if (traceFault(keeper.current() ?? opened.workspace, revision - 1) !== null) faults.push('undo leads to another plan');
  }
  await keeper.close();
  return faults;
}
