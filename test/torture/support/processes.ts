import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';

/** A program of ours, bundled beside the running one; parts of it may lie in folders below. */
export const programOf = (name: string): string => join(dirname(process.argv[1] ?? ''), `${name}.mjs`);

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end and keeps what it said. */
export function ran(program: string, args: readonly string[], options: { uid?: number; gid?: number } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (bytes: Buffer) => (stdout += bytes.toString()));
    child.stderr.on('data', (bytes: Buffer) => (stderr += bytes.toString()));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Like `ran`; whatever is not a success is thrown in the program's own words. */
export async function mustRun(program: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await ran(program, args);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr.trim() || `code ${code ?? 'none'}`}`);
  return stdout;
}

export const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Somebody without root's rights: ourselves, or the tests' ordinary user when root runs them; null where there is none. */
export function ordinaryUser(): { uid: number; gid: number } | null {
  if (!isRoot()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const entry = spawnSync('getent', ['passwd', 'e2e'], { encoding: 'utf8' }).stdout?.trim() ?? '';
  const [, , uid, gid] = entry.split(':');
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}
