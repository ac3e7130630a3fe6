/**
 * Runs the packed app as its user does, and kills its main process or its window's process in the middle of edits. To be started
 * as an ordinary user with a display; says what was found as JSON.
 *
 *   app-kills-process main|window COUNT SEED FOLDER
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from './support/chance.ts';
import { PackedApp } from './support/packed-app.ts';
import { rubbishIn } from './support/rubbish.ts';
import { traceFault } from './support/tracked-edits.ts';
import { inWords } from './support/watch.ts';

const [victim = 'main', count = '1', seed = '1', folder = ''] = process.argv.slice(2);
const found: { readonly index: number; readonly what: string }[] = [];
const data = join(folder, 'data');
let acknowledged = 0;
let saved = 0;
let app = await PackedApp.started(data);
await app.openSample();

for (let index = 0; index < Number(count); index++) {
  const chance = chanceOf(Number(seed) + index);
  try {
    const before = saved;
    await app.beginEditing();
    await pause(30 + chance.part() * 700);
    if (victim === 'main') {
      saved = Math.max(saved, await app.killMain());
      app = await PackedApp.started(data);
    } else saved = Math.max(saved, await app.killWindow());
    acknowledged += saved - before;
    saved = await judge(index, saved);
  } catch (error) {
    found.push({ index, what: inWords(error) });
    await app.killMain().catch(() => undefined);
    app = await PackedApp.started(data);
  }
  process.stderr.write(`killed ${index + 1}\n`);
}
await app.killMain();
process.stdout.write(JSON.stringify({ acknowledged, found }));
process.exit(0);

/** The window shows the plan, with every edit that was acknowledged; gives the revision that it is at. */
async function judge(index: number, least: number): Promise<number> {
  const fault = (what: string): void => void found.push({ index, what });
  await app.untilPlanIsShown();
  const { workspace, revision, readOnlyBecause, notices } = await app.opened();
  if (revision < least) fault(`edits ${revision + 1} to ${least} are lost`);
  const trace = traceFault(workspace, revision);
  if (trace !== null) fault(trace);
  if (readOnlyBecause !== null) fault(`it opens read-only: ${readOnlyBecause}`);
  const strange = notices.find(({ kind }) => kind !== 'torn-tail');
  if (strange !== undefined) fault(`it announces ${strange.kind}: ${strange.detail}`);
  const left = await rubbishIn(data);
  if (left.length > 0) fault(`left over: ${left.join(', ')}`);
  return revision;
}
