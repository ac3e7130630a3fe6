import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { aHistory, copyOf, type History } from './support/history.ts';
import { mountCommand } from './support/own-mount.ts';
import { ordinaryUser, programOf, ran } from './support/processes.ts';
import { done, Findings, leftOut, type Orders, type Outcome, type Torture } from './torture.ts';

export const readOnly: Torture = {
  name: 'read-only',
  promise:
    'a folder, a file and a disk that an ordinary user may not write: the plan opens to look at or is kept truly, the reason is said, a copy elsewhere works',
  unit: 'places',
  full: 3,
  short: 3,
  run,
};

interface User {
  readonly uid: number;
  readonly gid: number;
}

async function run({ seed, folder }: Orders): Promise<Outcome> {
  const user = ordinaryUser();
  if (user === null) return leftOut('root may write everything, and there is no ordinary user "e2e" to be');
  const findings = new Findings(seed);
  const seen: string[] = [];
  let ran = 0;
  let absent: string | null = null;
  await chmod(folder, 0o755);
  const model = await aHistory(join(folder, 'model'));
  for (const [index, place] of (['folder', 'file', 'disk'] as const).entries()) {
    const copy = await copyOf(model, join(folder, place));
    const elsewhere = join(folder, `beside-${place}`);
    await mkdir(elsewhere);
    await give(copy.data, user);
    await give(elsewhere, user);
    const outcome = await tried(place, copy, elsewhere, user);
    if (outcome.leftOut !== null) {
      absent = `the ${place}: ${outcome.leftOut}`;
      continue;
    }
    ran += 1;
    seen.push(`${place}: ${outcome.said}`);
    for (const what of outcome.faults) findings.add(index, place, what);
  }
  return { ...done(ran, findings.failures, seen.join('; ')), leftOut: absent };
}

interface Tried {
  readonly faults: readonly string[];
  readonly said: string;
  readonly leftOut: string | null;
}

async function tried(place: 'folder' | 'file' | 'disk', copy: History, elsewhere: string, user: User): Promise<Tried> {
  const shut = dirname(copy.file);
  const args = [copy.data, String(copy.revision), join(elsewhere, 'copy.json')];
  const node = [process.execPath, '--no-warnings', programOf('read-only-process')];
  if (place === 'file') await chmod(copy.file, 0o400);
  if (place === 'folder') await chmod(shut, 0o500);
  try {
    if (place !== 'disk') return said(await ran(node[0] ?? '', [...node.slice(1), ...args], user));
    const mounting = mountCommand(`mount --bind "${shut}" "${shut}" && mount -o remount,bind,ro "${shut}"`);
    if (typeof mounting === 'string') return { faults: [], said: '', leftOut: mounting };
    return said(await ran(mounting.program, [...mounting.args, ...node, ...args]));
  } finally {
    await chmod(shut, 0o700);
  }
}

function said({ code, stdout, stderr }: { code: number | null; stdout: string; stderr: string }): Tried {
  if (code !== 0) return { faults: [stderr.slice(0, 1000) || `it ended with ${code ?? 'a signal'}`], said: '', leftOut: null };
  return { ...(JSON.parse(stdout) as Omit<Tried, 'leftOut'>), leftOut: null };
}

/** Hands a folder over to the user that the torture runs as. */
async function give(folder: string, { uid, gid }: User): Promise<void> {
  if (uid === process.getuid?.()) return;
  await chown(folder, uid, gid);
  for (const path of await readdir(folder, { recursive: true })) await chown(join(folder, path), uid, gid);
  if ((await stat(folder)).uid !== uid) throw new Error(`${relative(process.cwd(), folder)} could not be handed over`);
}
