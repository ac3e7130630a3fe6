/**
 * Writes once of every kind, for whoever watches its system calls: a new plan, edits, a checkpoint with backups, the list of
 * plans, a copy elsewhere, a damaged file kept and replaced, a torn journal, an older format led on. Says on standard output
 * when the keeper has answered: what was promised must be on the disk by then.
 */
import { cp, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import type { Ports } from '../../electron/ports.ts';
import { saveCopy } from '../../electron/services/save-copy.ts';
import { handClock, keeperOn, openedBy, pastLife, realPorts, valueOf } from './support/real-keeper.ts';
import { trackedRequest } from './support/tracked-edits.ts';

const [data = '', fixtures = ''] = process.argv.slice(2);
const answered = (what: string): void => void process.stdout.write(`answered: ${what}\n`);
/** What follows, up to the next answer, is the test's own doing. */
const byHand = (): void => void process.stdout.write('by hand\n');

const time = handClock();
let keeper = keeperOn(data, { clock: time.clock });
const first = await openedBy(keeper, { kind: 'new', workspace: sampleWorkspace() });
answered('a new plan');
for (let revision = 0; revision < 3; revision++) {
  valueOf(await keeper.apply(trackedRequest(first.workspace, revision)));
  answered(`edit ${revision + 1}`);
}
time.rest();
await keeper.open({ kind: 'last' });
answered('a checkpoint and its backups');
const dialogs = { chooseDestination: async () => join(data, 'copy.json') } as unknown as NonNullable<Ports['dialogs']>;
valueOf(await saveCopy({ workspace: first.workspace, revision: 3 }, realPorts(data, { dialogs })));
answered('a copy elsewhere');
valueOf(await keeper.apply(trackedRequest(first.workspace, 3)));
answered('edit 4');
await keeper.close();
answered('closed');

byHand();
await writeFile(first.file, (await readFile(first.file, 'utf8')).slice(0, 4000));
answered('by hand');
keeper = keeperOn(data, { clock: time.clock });
await openedBy(keeper);
answered('a damaged file kept and replaced');
valueOf(await keeper.apply(trackedRequest(first.workspace, 4)));
answered('edit 5');

// A process that died in the middle of a line.
const torn = join(data, 'torn');
const tornKeeper = keeperOn(torn, { clock: time.clock, processes: pastLife(4_000_003) });
const begun = await openedBy(tornKeeper, { kind: 'new', workspace: sampleWorkspace() });
for (let revision = 0; revision < 2; revision++) valueOf(await tornKeeper.apply(trackedRequest(begun.workspace, revision)));
byHand();
const journal = join(dirname(begun.file), 'journal');
const [segment = ''] = await readdir(journal);
const bytes = await readFile(join(journal, segment));
await writeFile(join(journal, segment), bytes.subarray(0, bytes.length - 20));
answered('by hand');
await openedBy(keeperOn(torn, { clock: time.clock }));
answered('a torn journal mended');

for (const name of await readdir(fixtures)) {
  if (!name.startsWith('format-')) continue;
  const old = join(data, name);
  const folder = join(old, 'workspaces', 'small');
  byHand();
  await mkdir(folder, { recursive: true });
  await cp(join(fixtures, name, 'small'), folder, { recursive: true });
  answered('by hand');
  const led = keeperOn(old, { clock: time.clock });
  await openedBy(led);
  answered(`${name} led on`);
  await led.close();
  answered('closed');
}
