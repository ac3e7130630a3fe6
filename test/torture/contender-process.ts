/**
 * Wants a workspace that another process wants as well: opens it, makes some edits, gives it back, and again, until it made so
 * many. Says how often it was refused. A refusal that names nobody, and an edit that is not acknowledged, end it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { keeperOn } from './support/real-keeper.ts';
import { trackedRequest, traceFault } from './support/tracked-edits.ts';

const [data = '', edits = '250', atOnce = '25'] = process.argv.slice(2);
let left = Number(edits);
let refused = 0;
const revisions: number[] = [];
while (left > 0) {
  const keeper = keeperOn(data);
  const reply = await keeper.open({ kind: 'last' });
  if (!reply.ok) {
    if (reply.problem.kind !== 'in-use') throw new Error(JSON.stringify(reply.problem));
    if (reply.problem.by === '') throw new Error('a refusal names nobody');
    refused += 1;
    await pause(3);
    continue;
  }
  if (reply.value === null) throw new Error('nothing was opened');
  const { workspace } = reply.value;
  let { revision } = reply.value;
  const trace = traceFault(workspace, revision);
  if (trace !== null) throw new Error(trace);
  for (let number = 0; number < Number(atOnce) && left > 0; number++) {
    const answer = await keeper.apply(trackedRequest(workspace, revision));
    if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
    revision = answer.value.revision;
    revisions.push(revision);
    left -= 1;
  }
  await keeper.close();
  await pause(Math.random() * 10);
}
process.stdout.write(JSON.stringify({ refused, revisions }));
