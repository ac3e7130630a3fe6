/**
 * A process that keeps a workspace with the real keeper and edits for ever, to be killed. Says on standard output what it
 * found at its start, then each edit once that was acknowledged.
 *
 *   editor DATA-FOLDER HOURS [CHECKPOINT-EVERY]
 *
 * HOURS moves its clock ahead, so that each start falls into an hour of its own and backups are taken often; checkpoints come
 * after so many edits, so that a kill falls into one as well.
 */
import type { Ports } from '../../electron/ports.ts';
import { keeperOn, openedBy, valueOf } from './support/real-keeper.ts';
import { rubbishIn } from './support/rubbish.ts';
import { trackedRequest, traceFault } from './support/tracked-edits.ts';
import type { EditorStart } from './support/editors.ts';

const [dataFolder = '', hours = '0', checkpointEvery = '7'] = process.argv.slice(2);
let rest = (): void => undefined;
const clock: Ports['clock'] = {
  now: () => new Date(Date.now() + Number(hours) * 3_600_000).toISOString(),
  after(_milliseconds, action) {
    rest = action;
    return () => undefined;
  },
};
const keeper = keeperOn(dataFolder, { clock, log: (line) => process.stderr.write(`${line}\n`) });
const { workspace, revision: first, notices, readOnlyBecause } = await openedBy(keeper);
const start: EditorStart = {
  revision: first,
  notices: notices.map(({ kind }) => kind),
  readOnlyBecause,
  fault: traceFault(workspace, first),
  rubbish: await rubbishIn(dataFolder),
};
process.stdout.write(`open ${JSON.stringify(start)}\n`);
for (let revision = first; ;) {
  revision = valueOf(await keeper.apply(trackedRequest(workspace, revision))).revision;
  process.stdout.write(`saved ${revision}\n`);
  if (revision % Number(checkpointEvery) === 0) rest();
}
