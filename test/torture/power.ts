import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from './support/chance.ts';
import { keeperOn, openedBy } from './support/real-keeper.ts';
import { isRoot, isThere, mustRun, programOf, ran } from './support/processes.ts';
import { rubbishIn } from './support/rubbish.ts';
import { workspaceOfSize } from './support/sized-workspace.ts';
import { traceFault } from './support/tracked-edits.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, leftOut, type Orders, type Outcome, type Torture } from './torture.ts';

export const power: Torture = {
  name: 'power',
  promise:
    'the power goes during edits, on an ext4 of its own with default options and with noauto_da_alloc, in the first two seconds and after ten: nothing that was not flushed is there, and no acknowledged edit is lost, no file empty',
  unit: 'cuts',
  full: 200,
  short: 4,
  run,
};

interface Group {
  readonly what: string;
  readonly mount: string;
  /** Seconds after which the power goes, at least and at most. */
  readonly from: number;
  readonly to: number;
}

const groups: readonly Group[] = [
  { what: 'default, first 2 s', mount: 'loop', from: 0.2, to: 2 },
  { what: 'noauto_da_alloc, first 2 s', mount: 'loop,noauto_da_alloc', from: 0.2, to: 2 },
  { what: 'default, after 10 s', mount: 'loop', from: 10, to: 11.5 },
  { what: 'noauto_da_alloc, after 10 s', mount: 'loop,noauto_da_alloc', from: 10, to: 11.5 },
];

/** Cuts that happen at the same time, each on a disk of its own: most of the time is waiting. */
const atOnce = 4;

async function run(orders: Orders): Promise<Outcome> {
  const missing = whyNot();
  if (missing !== null) return leftOut(missing);
  const { count, seed, folder, progress } = orders;
  const findings = new Findings(seed);
  let next = 0;
  let acknowledged = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) {
      const group = groups[index % groups.length] as Group;
      try {
        acknowledged += await cut(join(folder, String(index)), group, seed + index, (what) =>
          findings.add(index, `cut ${index + 1}, ${group.what}`, what),
        );
      } catch (error) {
        findings.add(index, `cut ${index + 1}, ${group.what}`, inWords(error));
      }
      progress(index + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return done(count, findings.failures, `${acknowledged} edits acknowledged before the cuts; ${findings.failures.length} lost or empty`);
}

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'it needs Linux';
  if (!isRoot()) return 'it mounts a disk of its own, which takes root';
  for (const program of ['mkfs.ext4', 'mount', 'umount', 'perl']) if (!isThere(program)) return `there is no ${program} on this machine`;
  return existsSync('/dev/loop-control') ? null : 'there are no loop devices on this machine';
}

/** One life on a new disk, until the power goes; then the disk is looked at as after a restart. */
async function cut(folder: string, group: Group, seed: number, fault: (what: string) => void): Promise<number> {
  const disk = join(folder, 'disk');
  const image = join(folder, 'image');
  await mkdir(disk, { recursive: true });
  await writeFile(image, '');
  await truncate(image, 128 * 1024 * 1024);
  await mustRun('mkfs.ext4', ['-q', '-F', image]);
  await mustRun('mount', ['-o', group.mount, image, disk]);
  let saved = 0;
  try {
    const data = join(disk, 'data');
    await mkdir(data);
    const keeper = keeperOn(data);
    await openedBy(keeper, { kind: 'new', workspace: workspaceOfSize(300_000) });
    await keeper.close();
    saved = await lifeUntilTheCut(disk, data, group.from + chanceOf(seed).part() * (group.to - group.from));
  } finally {
    await mustRun('umount', [disk]);
  }
  await mustRun('mount', ['-o', group.mount, image, disk]);
  try {
    await judge(join(disk, 'data'), saved, fault);
  } finally {
    await mustRun('umount', [disk]);
  }
  return saved;
}

async function lifeUntilTheCut(disk: string, data: string, seconds: number): Promise<number> {
  const child = spawn(process.execPath, [programOf('editor'), data, '1'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'close');
  let said = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  await Promise.race([pause(seconds * 1000), ended]);
  // What was said up to here was promised; after it the disk takes nothing.
  const saved = Number([...said.matchAll(/^saved (\d+)\n/gm)].at(-1)?.[1] ?? 0);
  await shutDown(disk);
  child.kill('SIGKILL');
  await ended;
  return saved;
}

/** EXT4_IOC_SHUTDOWN without flushing the log: what the file system holds in memory is gone, like at a power cut. */
async function shutDown(disk: string): Promise<void> {
  const program = 'open(F, "<", $ARGV[0]) or die $!; $flags = pack("L", 2); ioctl(F, 0x8004587D, $flags) or die "the file system cannot be shut down: $!"';
  const { code, stderr } = await ran('perl', ['-e', program, disk]);
  if (code !== 0) throw new Error(stderr.trim());
}

async function judge(data: string, saved: number, fault: (what: string) => void): Promise<void> {
  for (const path of await readdir(data, { recursive: true })) {
    const { size } = await stat(join(data, path));
    if (size === 0 && path.endsWith('.json')) fault(`${path} is empty`);
  }
  const keeper = keeperOn(data);
  const value = await openedBy(keeper);
  if (value.revision < saved) fault(`edits ${value.revision + 1} to ${saved} are lost`);
  const trace = traceFault(value.workspace, value.revision);
  if (trace !== null) fault(trace);
  const strange = value.notices.filter(({ kind }) => kind !== 'torn-tail');
  if (strange[0] !== undefined) fault(`it announces ${strange[0].kind}: ${strange[0].detail}`);
  if (value.readOnlyBecause !== null) fault(`it opens read-only: ${value.readOnlyBecause}`);
  await keeper.close();
  const left = await rubbishIn(data);
  if (left.length > 0) fault(`left over: ${left.join(', ')}`);
}
