import { createHash, randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import type { Clock, Files, Processes } from '../ports.ts';
import { codeOf } from './node-files.ts';

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Who sits before this machine, by the name of the system's account; null where the system has none, as for a bare user id. */
export function systemUser(): string | null {
  try {
    return userInfo().username || null;
  } catch (error) {
    if (error instanceof Error) return null; // no entry in the password file
    throw error;
  }
}

export const randomNonce = (): string => randomBytes(16).toString('hex');

export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  after(milliseconds, action) {
    const timer = setTimeout(action, milliseconds); // counts for the event loop: it must wake for a checkpoint
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The processes of this machine. On Linux a signature is boot and start time, so that a number used again is noticed. */
export function systemProcesses(files: Files): Processes {
  const text = async (path: string): Promise<string> =>
    new TextDecoder().decode(await files.read(path, 65_536));
  return {
    pid: process.pid,
    async signature(pid) {
      if (!isRunning(pid)) return null;
      if (process.platform !== 'linux') return 'alive';
      try {
        const boot = (await text('/proc/sys/kernel/random/boot_id')).trim();
        // The name in the second field may hold spaces and brackets; what follows its last bracket is regular.
        const afterName = (await text(`/proc/${pid}/stat`)).split(')').at(-1)?.trim().split(' ') ?? [];
        return `${boot}:${afterName[19] ?? '?'}`;
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? null : 'alive';
      }
    },
  };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it runs, for somebody else
  }
}
