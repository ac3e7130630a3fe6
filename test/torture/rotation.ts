import { readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { RunbookId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { openWorkspace } from '../../shared/document/open.ts';
import type { Keeper } from '../../electron/services/workspace.ts';
import { sha256 } from '../../electron/storage/system.ts';
import { handClock, keeperOn, openedBy, pastLife, valueOf, type HandClock } from './support/real-keeper.ts';
import { workspaceOfSize } from './support/sized-workspace.ts';
import { trackedRequest } from './support/tracked-edits.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const rotation: Torture = {
  name: 'rotation',
  promise:
    'fifty hours and days of backups are fed a state that lost most of its records, by edits, with damage to the newest backup, and with damage to the file: a good backup of the whole plan stays, and stays readable',
  unit: 'rotations',
  full: 50,
  short: 26,
  inMemory: true,
  run,
};

type Poison = 'shrunk' | 'shrunk, newest backup damaged' | 'file damaged each time';
const poisons: readonly Poison[] = ['shrunk', 'shrunk, newest backup damaged', 'file damaged each time'];

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const seen: string[] = [];
  for (const [index, poison] of poisons.entries()) {
    try {
      const good = await rotate(join(folder, String(index)), poison, count);
      seen.push(`${good} good`);
      if (good === 0) findings.add(index, poison, `after ${count} rotations no backup holds the whole plan`);
    } catch (error) {
      findings.add(index, poison, inWords(error));
    }
    progress(index + 1);
  }
  return done(count * poisons.length, findings.failures, `backups of the whole plan that stay: ${seen.join(', ')}`);
}

/** How many backups hold the whole plan in the end. */
async function rotate(data: string, poison: Poison, times: number): Promise<number> {
  const time = handClock();
  const keeper = keeperOn(data, { clock: time.clock, processes: pastLife(4_000_001) });
  const whole = workspaceOfSize(900_000, 100);
  const opened = await openedBy(keeper, { kind: 'new', workspace: whole });
  let revision = 0;
  const folder = dirname(opened.file);
  for (let hour = 0; hour < 4; hour++) revision = await editAndRest(keeper, time, opened.workspace, revision, hour);
  if (poison !== 'file damaged each time') {
    revision = await removeMost(keeper, opened.workspace, revision);
    if (poison !== 'shrunk') await damageNewest(join(folder, 'backups'));
  }
  for (let round = 0; round < times; round++) {
    // Hours, and days from the middle on.
    const hour = round < times / 2 ? 4 + round : 4 + Math.ceil(times / 2) + (round - Math.floor(times / 2)) * 24;
    revision = await editAndRest(keeper, time, opened.workspace, revision, hour);
    if (poison === 'file damaged each time') {
      await writeFile(opened.file, (await readFile(opened.file, 'utf8')).slice(0, 5000 + round * 100));
      await keeper.close(); // without new edits, closing writes nothing
      revision = (await openedBy(keeper, { kind: 'last' })).revision;
    }
  }
  await keeper.close();
  return countWhole(join(folder, 'backups'), Object.keys(whole.runbooks).length);
}

/** One edit in that hour after the beginning, then a rest in which the checkpoint and its backups are made. */
async function editAndRest(
  keeper: Keeper,
  time: HandClock,
  workspace: Workspace,
  revision: number,
  hour: number,
): Promise<number> {
  time.set(new Date(Date.UTC(2026, 10, 23, hour, 15)).toISOString());
  const reply = valueOf(await keeper.apply(trackedRequest(workspace, revision)));
  time.rest();
  await keeper.open({ kind: 'last' }); // in its turn: behind the checkpoint
  return reply.revision;
}

async function removeMost(keeper: Keeper, workspace: Workspace, from: number): Promise<number> {
  let revision = from;
  for (const runbook of Object.keys(workspace.runbooks) as RunbookId[]) {
    const command = { kind: 'remove-runbook', runbook } as const;
    revision = valueOf(await keeper.apply({ baseRevision: revision, title: 'Remove', command })).revision;
  }
  for (const leave of Object.values(workspace.leave)) {
    const reply = await keeper.apply({
      baseRevision: revision,
      title: 'Remove',
      command: { kind: 'remove-leave', leave: leave.id },
    });
    if (reply.ok) revision = reply.value.revision;
  }
  return revision;
}

async function damageNewest(backups: string): Promise<void> {
  for (const kind of ['hourly', 'daily']) {
    const name = (await readdir(join(backups, kind))).sort().at(-1);
    if (name === undefined) throw new Error(`there is no ${kind} backup to damage`);
    const path = join(backups, kind, name);
    await writeFile(path, (await readFile(path, 'utf8')).replace('"people"', '"pe0ple"'));
  }
}

async function countWhole(backups: string, runbooks: number): Promise<number> {
  let count = 0;
  for (const path of await readdir(backups, { recursive: true })) {
    if (!path.endsWith('.json')) continue;
    const document = openWorkspace(await readFile(join(backups, path), 'utf8'), path, sha256);
    if (document.ok && Object.keys(document.value.workspace.runbooks).length === runbooks) count += 1;
  }
  return count;
}
