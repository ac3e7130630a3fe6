import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { programOf, ran } from './support/processes.ts';
import { mountCommand } from './support/own-mount.ts';
import { done, Findings, leftOut, type Orders, type Outcome, type Torture } from './torture.ts';

export const fullDisk: Torture = {
  name: 'full-disk',
  promise:
    'a disk of 6 MB in memory is filled to the last byte and freed, again and again: each edit is kept or refused with the reason, and goes through once there is room, without a restart',
  unit: 'cycles',
  full: 20,
  short: 4,
  run,
};

async function run({ count, seed, folder }: Orders): Promise<Outcome> {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const mounting = mountCommand(`mount -t tmpfs -o size=6m evenwatch "${disk}"`);
  if (typeof mounting === 'string') return leftOut(mounting);
  const inside = [process.execPath, '--no-warnings', programOf('full-disk-process'), disk, String(count)];
  const { code, stdout, stderr } = await ran(mounting.program, [...mounting.args, ...inside]);
  const findings = new Findings(seed);
  if (code !== 0) {
    findings.add(0, 'the process', stderr.slice(0, 2000) || `it ended with ${code ?? 'a signal'}`);
    return done(count, findings.failures, '');
  }
  const { faults, refusals, revision } = JSON.parse(stdout) as { faults: string[]; refusals: number; revision: number };
  for (const what of faults) findings.add(0, 'the process', what);
  return done(count, findings.failures, `${refusals} times full, ${revision} edits acknowledged, ${faults.length} lost or untrue`);
}
