/** Works on a disk that is full again and again, in one process that is never started anew; says what went wrong as JSON. */
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFiles } from '../../electron/storage/node-files.ts';
import { handClock, keeperOn, openedBy } from './support/real-keeper.ts';
import { workspaceOfSize } from './support/sized-workspace.ts';
import { traceFault, trackedRequest } from './support/tracked-edits.ts';

const [disk = '', cycles = '1'] = process.argv.slice(2);
const faults: string[] = [];
const filler = join(disk, 'filler');

/** Takes all room that is left, to the last byte. */
async function fill(): Promise<void> {
  const file = await open(filler, 'a');
  for (let size = 65_536; size >= 1;) {
    try {
      const { bytesWritten } = await file.write(Buffer.alloc(size));
      if (bytesWritten < size) size = Math.floor(size / 2);
    } catch {
      size = Math.floor(size / 2); // no room for so much: for less?
    }
  }
  await file.close();
}

const data = join(disk, 'data');
const time = handClock();
const keeper = keeperOn(data, { clock: time.clock, files: nodeFiles });
const { workspace } = await openedBy(keeper, { kind: 'new', workspace: workspaceOfSize(400_000) });
let revision = 0;
let refusals = 0;
for (let cycle = 0; cycle < Number(cycles); cycle++) {
  const where = `cycle ${cycle + 1}`;
  for (let number = 0; number < 5; number++) {
    const reply = await keeper.apply(trackedRequest(workspace, revision));
    if (reply.ok) revision = reply.value.revision;
    else faults.push(`${where}: with room, an edit is refused: ${JSON.stringify(reply.problem)}`);
  }
  await fill();
  let refused = false;
  for (let number = 0; number < 100 && !refused; number++) {
    const reply = await keeper.apply(trackedRequest(workspace, revision));
    if (reply.ok) revision = reply.value.revision;
    else {
      refused = true;
      if (reply.problem.kind !== 'disk' || reply.problem.code !== 'ENOSPC')
        faults.push(`${where}: the refusal says ${JSON.stringify(reply.problem)}`);
    }
  }
  if (refused) refusals += 1;
  else faults.push(`${where}: a hundred edits fit on a full disk`);
  time.rest(); // a checkpoint, which has no room either
  await keeper.open({ kind: 'last' });
  await rm(filler);
  const retry = await keeper.apply(trackedRequest(workspace, revision));
  if (retry.ok) revision = retry.value.revision;
  else faults.push(`${where}: with room again, the retry is refused: ${JSON.stringify(retry.problem)}`);
  if (cycle % 2 === 1) {
    time.rest();
    await keeper.open({ kind: 'last' });
  }
}
await keeper.close();
const again = keeperOn(data, { clock: time.clock });
const found = await openedBy(again);
if (found.revision !== revision) faults.push(`it opens at ${found.revision}, and ${revision} was acknowledged`);
const trace = traceFault(found.workspace, found.revision);
if (trace !== null) faults.push(trace);
if (found.notices.length > 0) faults.push(`the next start announces ${found.notices[0]?.kind ?? ''}`);
await again.close();
process.stdout.write(JSON.stringify({ faults, refusals, revision }));
