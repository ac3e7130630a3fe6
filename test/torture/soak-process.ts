/**
 * Edits ten thousand times with a large plan, one edit after the other, with all checkpoints and backups that fall due. Says as
 * JSON how long acknowledgements took and what stayed in memory. To be run with --expose-gc.
 */
import { keeperOn, openedBy, valueOf } from './support/real-keeper.ts';
import { megabyte, workspaceOfSize } from './support/sized-workspace.ts';
import { traceFault, trackedRequest } from './support/tracked-edits.ts';

const [data = '', edits = '10000', megabytes = '20'] = process.argv.slice(2);
const collect = (): number => {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const keeper = keeperOn(data);
const { workspace } = await openedBy(keeper, { kind: 'new', workspace: workspaceOfSize(Number(megabytes) * megabyte) });
const times: number[] = [];
let revision = 0;
let before = 0;
let worstStall = 0;
// Undo keeps the last 500 edits: the heap is compared from where that is full.
const settled = Math.min(1000, Math.floor(Number(edits) / 2));
for (let number = 0; number < Number(edits); number++) {
  const begun = performance.now();
  revision = valueOf(await keeper.apply(trackedRequest(workspace, revision))).revision;
  const took = performance.now() - begun;
  times.push(took);
  worstStall = Math.max(worstStall, took);
  if (number === settled) before = collect();
}
const after = collect();
const fault = traceFault(keeper.current() ?? workspace, revision);
await keeper.close();
const again = keeperOn(data);
const found = await openedBy(again);
await again.close();
times.sort((left, right) => left - right);
const at = (part: number): number => Number((times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(1));
process.stdout.write(
  JSON.stringify({
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    worst: Number(worstStall.toFixed(0)),
    heapGrowth: Number(((after - before) / megabyte).toFixed(1)),
    revision,
    found: found.revision,
    fault: fault ?? traceFault(found.workspace, found.revision),
  }),
);
