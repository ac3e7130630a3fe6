import { spawnSync } from 'node:child_process';
import { isRoot } from './processes.ts';

/**
 * How to run a program that alone sees a mount of ours, which goes with it. An ordinary user may do so where the system lets
 * users have name spaces of their own; else the reason why not.
 *
 * @param mount the shell's command that mounts
 */
export function mountCommand(mount: string): { readonly program: string; readonly args: readonly string[] } | string {
  if (process.platform !== 'linux') return 'it needs Linux';
  const spaces = isRoot() ? ['--mount'] : ['--user', '--map-root-user', '--mount'];
  const tried = spawnSync('unshare', [...spaces, 'sh', '-c', mount], { encoding: 'utf8' });
  if (tried.status !== 0) return `this user may not mount: ${(tried.stderr || String(tried.error)).trim().split('\n')[0] ?? ''}`;
  return { program: 'unshare', args: [...spaces, 'sh', '-c', `${mount} && exec "$@"`, 'sh'] };
}
