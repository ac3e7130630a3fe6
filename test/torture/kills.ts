import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chanceOf, type Chance } from './support/chance.ts';
import { lifeOfEditor, type EditorStart, type Moment } from './support/editors.ts';
import { keeperOn, openedBy } from './support/real-keeper.ts';
import { megabyte, workspaceOfSize } from './support/sized-workspace.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

/** A folder is begun anew after so many kills, so that its history does not make the later ones slower. */
const killsAFolder = 100;

/** The same promise for every size: `opening` and `editing` are how long each takes, for the choice of the moment. */
const killsOf = (name: string, size: number, full: number, short: number, editing: number): Torture => ({
  name,
  promise: `SIGKILL at random moments of opening, editing and checkpoints, ${size / megabyte} MB: no acknowledged edit is lost, everything opens, no temporary file stays`,
  unit: 'kills',
  full,
  short,
  run: (orders) => run(orders, size, editing),
});

export const kills = killsOf('kills', megabyte, 1000, 12, 400);
export const killsLarge = killsOf('kills-20mb', 20 * megabyte, 200, 1, 2500);

async function run({ count, seed, folder, progress }: Orders, size: number, editing: number): Promise<Outcome> {
  const findings = new Findings(seed);
  let acknowledged = 0;
  let beforeOpen = 0;
  let data = '';
  let saved = 0;
  let opening = 500;
  for (let index = 0; index < count; index++) {
    const chance = chanceOf(seed + index);
    if (index % killsAFolder === 0) {
      if (data !== '') await rm(data, { recursive: true });
      data = join(folder, `data-${index}`);
      await begin(data, size);
      saved = 0;
    }
    const life = await lifeOfEditor([data, String(index)], momentOf(chance, opening, editing));
    if (life.opening > 0) opening = life.opening;
    if (life.start === null) beforeOpen += 1;
    else for (const what of faultsOf(life.start, saved)) findings.add(index, `start ${index + 1}`, what);
    if (life.complaints !== '') findings.add(index, `life ${index + 1}`, life.complaints.slice(0, 500));
    acknowledged += Math.max(0, (life.saved ?? 0) - (life.start?.revision ?? 0));
    saved = Math.max(saved, life.start?.revision ?? 0, life.saved ?? 0);
    progress(index + 1);
  }
  const last = await lifeOfEditor([data, String(count)], { after: 'open', milliseconds: 0 });
  if (last.start === null) findings.add(count, 'the last start', `it did not open: ${last.complaints}`);
  else for (const what of faultsOf(last.start, saved)) findings.add(count, 'the last start', what);
  return done(
    count,
    findings.failures,
    `${acknowledged} edits acknowledged, ${findings.failures.length} lost, unreadable or left over; ${beforeOpen} kills while opening`,
  );
}

async function begin(data: string, size: number): Promise<void> {
  await mkdir(data, { recursive: true });
  const keeper = keeperOn(data);
  await openedBy(keeper, { kind: 'new', workspace: workspaceOfSize(size) });
  await keeper.close();
}

/** A quarter of the kills fall into the start itself: opening, mending, clearing away. */
const momentOf = (chance: Chance, opening: number, editing: number): Moment =>
  chance.part() < 0.25
    ? { after: 'start', milliseconds: chance.part() * opening * 1.1 }
    : { after: 'open', milliseconds: chance.part() * editing };

/** What is wrong with a start, when `saved` was acknowledged before; one edit more may have reached the disk unsaid. */
function faultsOf(start: EditorStart, saved: number): readonly string[] {
  const faults: string[] = [];
  if (start.revision < saved) faults.push(`edits ${start.revision + 1} to ${saved} are lost`);
  if (start.revision > saved + 1 && saved > 0) faults.push(`it opens at ${start.revision}, after ${saved} was acknowledged`);
  if (start.fault !== null) faults.push(start.fault);
  if (start.readOnlyBecause !== null) faults.push(`it opens read-only: ${start.readOnlyBecause}`);
  const strange = start.notices.filter((kind) => kind !== 'torn-tail');
  if (strange.length > 0) faults.push(`it announces ${strange.join(', ')}`);
  if (start.rubbish.length > 0) faults.push(`left over: ${start.rubbish.join(', ')}`);
  return faults;
}
