import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openWorkspace } from '../../shared/document/open.ts';
import { canonicalJson } from '../../shared/model/json.ts';
import { sha256 } from '../../electron/storage/system.ts';
import { chanceOf } from './support/chance.ts';
import { programOf, ran } from './support/processes.ts';
import { rubbishIn } from './support/rubbish.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, leftOut, type Orders, type Outcome, type Torture } from './torture.ts';

export const migration: Torture = {
  name: 'migration',
  promise:
    'every file of a format that ever was, opened twice, and killed on its way so many times each: always the same plan, its journal included, and the file as it was kept among the backups',
  unit: 'kills a fixture',
  full: 50,
  short: 3,
  run,
};

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const root = join(process.cwd(), 'test/fixtures');
  const fixtures: string[] = [];
  for (const version of (await readdir(root)).filter((name) => name.startsWith('format-')))
    for (const name of await readdir(join(root, version))) fixtures.push(join(version, name));
  if (fixtures.length === 0) return leftOut('there are no files of older formats');
  const findings = new Findings(seed);
  let kills = 0;
  for (const [index, fixture] of fixtures.entries()) {
    try {
      const faults = await migrate(join(root, fixture), join(folder, String(index)), count, seed, () => (kills += 1));
      for (const what of faults) findings.add(index, fixture, what);
    } catch (error) {
      findings.add(index, fixture, inWords(error));
    }
    progress(index + 1);
  }
  return done(kills, findings.failures, `${fixtures.length} files of older formats, ${kills} killed on their way`);
}

interface Said {
  readonly revision: number;
  readonly digest: string;
  readonly readOnlyBecause: string | null;
  readonly notices: readonly string[];
}

async function migrate(fixture: string, folder: string, times: number, seed: number, killed: () => void): Promise<readonly string[]> {
  const faults: string[] = [];
  const original = await readFile(join(fixture, 'workspace.json'));
  const expected = await expectedOf(fixture);
  const begin = async (name: string): Promise<string> => {
    const data = join(folder, name);
    const workspace = join(data, 'workspaces', 'old');
    await mkdir(workspace, { recursive: true });
    await cp(fixture, workspace, { recursive: true, filter: (path) => !path.includes('closed-it') });
    return data;
  };
  const check = async (data: string, where: string): Promise<void> => {
    const said = await opened(data);
    if (said.revision !== expected.revision) faults.push(`${where}: revision ${said.revision} instead of ${expected.revision}`);
    if (said.digest !== expected.digest) faults.push(`${where}: another plan than the one that was`);
    if (said.readOnlyBecause !== null) faults.push(`${where}: read-only: ${said.readOnlyBecause}`);
    if (!(await isKept(data, original))) faults.push(`${where}: the file as it was is nowhere`);
    const left = await rubbishIn(data);
    if (left.length > 0) faults.push(`${where}: left over: ${left.join(', ')}`);
  };
  const sound = await begin('sound');
  const begun = performance.now();
  await check(sound, 'once');
  const long = performance.now() - begun;
  await check(sound, 'twice');
  for (let index = 0; index < times; index++) {
    const data = await begin(`killed-${index}`);
    await killedOnItsWay(data, chanceOf(seed + index).part() * long);
    killed();
    await check(data, `killed ${index + 1}`);
    await rm(data, { recursive: true });
  }
  return faults;
}

/** What the version that wrote the fixture made of it when it closed it, led to the format of today. */
async function expectedOf(fixture: string): Promise<{ readonly revision: number; readonly digest: string }> {
  const name = (await readdir(fixture)).find((one) => one.includes('closed-it')) ?? '';
  const document = openWorkspace(await readFile(join(fixture, name), 'utf8'), name, sha256);
  if (!document.ok) throw new Error(`the fixture itself cannot be read: ${document.reason.kind}`);
  return { revision: document.value.revision, digest: sha256(canonicalJson(document.value.workspace)) };
}

async function opened(data: string): Promise<Said> {
  const { code, stdout, stderr } = await ran(process.execPath, ['--no-warnings', programOf('opener-process'), data]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout.split('\n')[1] ?? '') as Said;
}

async function killedOnItsWay(data: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, ['--no-warnings', programOf('opener-process'), data], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), ended]);
  await Promise.race([pause(milliseconds / 2), ended]); // loading the program is the other half
  child.kill('SIGKILL');
  await ended;
}

async function isKept(data: string, original: Buffer): Promise<boolean> {
  for (const path of await readdir(data, { recursive: true })) {
    if (!path.includes('backups') || !path.endsWith('.json')) continue;
    if ((await readFile(join(data, path))).equals(original)) return true;
  }
  return false;
}
