import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { programOf } from './processes.ts';

/** What an editor found when it opened the workspace. */
export interface EditorStart {
  readonly revision: number;
  readonly notices: readonly string[];
  readonly readOnlyBecause: string | null;
  /** What is wrong with the state for its revision. */
  readonly fault: string | null;
  /** Temporary files that were left. */
  readonly rubbish: readonly string[];
}

export interface EditorLife {
  /** Null when the kill came before the workspace was open. */
  readonly start: EditorStart | null;
  /** The last edit that was acknowledged; null when there was none. */
  readonly saved: number | null;
  /** What it said on standard error: only what it should not have. */
  readonly complaints: string;
  /** From the start of the process to the open workspace, in milliseconds. */
  readonly opening: number;
}

/** When to kill: so many milliseconds after the process was started, or after the workspace was open. */
export interface Moment {
  readonly after: 'start' | 'open';
  readonly milliseconds: number;
}

const program = programOf('editor');

/** Lets an editor live up to a moment, kills it, and gives what it had said. */
export async function lifeOfEditor(
  args: readonly string[],
  moment: Moment,
  options: { readonly uid?: number; readonly gid?: number } = {},
): Promise<EditorLife> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  let complaints = '';
  let opening = 0;
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()));
  const ended = once(child, 'close');
  const open = new Promise<void>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      if (opening === 0 && said.includes('\n')) {
        opening = performance.now() - begun;
        resolve();
      }
    });
  });
  if (moment.after === 'open') await Promise.race([open, ended]);
  await Promise.race([pause(moment.milliseconds), ended]);
  child.kill('SIGKILL');
  await ended;
  return { ...heard(said), complaints, opening };
}

/** A line that was cut off by the kill was not said. */
function heard(said: string): Pick<EditorLife, 'start' | 'saved'> {
  const lines = said.split('\n').slice(0, -1);
  const open = lines.find((line) => line.startsWith('open '));
  const last = lines.findLast((line) => line.startsWith('saved '));
  return {
    start: open === undefined ? null : (JSON.parse(open.slice(5)) as EditorStart),
    saved: last === undefined ? null : Number(last.slice(6)),
  };
}
