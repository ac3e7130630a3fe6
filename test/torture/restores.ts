import { join } from 'node:path';
import type { Channels, Reply } from '../../shared/contract/channels.ts';
import { handlersOf } from '../../electron/services/handlers.ts';
import { nodeFiles } from '../../electron/storage/node-files.ts';
import { watchedFiles, type Call } from '../electron/support/watched-files.ts';
import { chanceOf } from './support/chance.ts';
import { aHistory, copyOf, type History } from './support/history.ts';
import { handClock, keeperOn, openedBy, pastLife, realPorts, valueOf } from './support/real-keeper.ts';
import { rubbishIn } from './support/rubbish.ts';
import { traceFault } from './support/tracked-edits.ts';
import { inWords, within } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const restores: Torture = {
  name: 'restores',
  promise:
    'an earlier state is taken back, and each operation on a file on the way fails once or is the last before the process dies: the plan as it was or the earlier one, never a mixture, and what was is still in the history',
  unit: 'restores',
  full: 'all',
  short: 24,
  inMemory: true,
  run,
};

interface Case {
  readonly at: number;
  readonly dies: boolean;
  readonly where: string;
}

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const model = await aHistory(join(folder, 'model'));
  const sound = await restored(await copyOf(model, join(folder, 'sound')), null);
  if (!sound.reply.ok) throw new Error(`without a fault: ${JSON.stringify(sound.reply.problem)}`);
  const all = sound.calls.flatMap(({ name, on }, index): Case[] => {
    const where = `operation ${index + 1}, ${name} ${on.replace(/[0-9a-f]{32}/, '…')}`;
    return [
      { at: index + 1, dies: true, where: `${where}: the process dies` },
      { at: index + 1, dies: false, where: `${where}: EIO once` },
    ];
  });
  const cases = count >= all.length ? all : Array.from({ length: count }, (_none, index) => chanceOf(seed + index).pick(all));
  for (const [index, one] of cases.entries()) {
    const copy = await copyOf(model, join(folder, 'case'));
    try {
      const { reply, earlier } = await within(20_000, restored(copy, one));
      await judge(copy, one, reply, earlier, (what) => findings.add(index, one.where, what));
    } catch (error) {
      findings.add(index, one.where, inWords(error));
    }
    progress(index + 1);
  }
  return done(cases.length, findings.failures, `${sound.calls.length} operations in a restore, ${findings.failures.length} mixed or lost`);
}

interface Restored {
  readonly reply: Reply<unknown>;
  /** Revision of the state that was to be taken back. */
  readonly earlier: number;
  readonly calls: readonly Call[];
}

/** Opens, and takes the oldest backup back; the faults begin when that is asked for. */
async function restored(copy: History, one: Case | null): Promise<Restored> {
  let from = Infinity;
  let hasDied = false;
  const { files, calls } = watchedFiles(nodeFiles, (_call, number) => {
    if (one === null || number < from + one.at) return null;
    hasDied ||= one.dies;
    return hasDied || number === from + one.at ? 'EIO' : null;
  });
  const ports = { files, clock: handClock('2026-11-23T14:15:00.000Z').clock, processes: pastLife(4_000_005) };
  const keeper = keeperOn(copy.data, ports);
  await openedBy(keeper);
  const handlers = handlersOf(keeper, realPorts(copy.data, ports));
  const list: Channels['restore.points']['reply'] = valueOf(await handlers['restore.points']({ file: null, before: null }));
  const point = list.points.filter(({ kind }) => kind === 'hourly').at(-1);
  if (point === undefined) throw new Error('there is no hourly backup to go back to');
  from = calls.length;
  const reply = await handlers['restore.apply']({ file: null, point: point.id });
  const during = calls.slice(from);
  if (!hasDied) await keeper.close();
  return { reply, earlier: point.revision, calls: during };
}

async function judge(
  copy: History,
  one: Case,
  reply: Reply<unknown>,
  earlier: number,
  fault: (what: string) => void,
): Promise<void> {
  const keeper = keeperOn(copy.data);
  const { revision, workspace, readOnlyBecause, notices } = await openedBy(keeper);
  const isOld = revision === copy.revision;
  if (!isOld && revision !== copy.revision + 1) fault(`it is at revision ${revision}, which is neither before nor after`);
  if (isOld && reply.ok) fault('it was answered as done, and is not');
  if (!isOld && !reply.ok && !one.dies) fault('it was answered as refused, and is done');
  const trace = traceFault(workspace, isOld ? revision : earlier);
  if (trace !== null) fault(trace);
  if (readOnlyBecause !== null) fault(`it opens read-only: ${readOnlyBecause}`);
  const strange = notices.find(({ kind }) => !['torn-tail', 'late-checkpoint'].includes(kind));
  if (strange !== undefined) fault(`the next start announces ${strange.kind}: ${strange.detail}`);
  await keeper.close();
  const left = await rubbishIn(copy.data);
  if (left.length > 0) fault(`left over: ${left.join(', ')}`);
}
