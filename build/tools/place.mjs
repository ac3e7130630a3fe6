/** Where things are, and how a build script speaks: all notes go to standard error, so that output stays the program's. */
import { resolve } from 'node:path';

/** The project's root folder. */
export const root = resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');

/** A path below the root. */
export const below = (...parts) => resolve(root, ...parts);

/** One line for whoever started the script. */
export const say = (text) => process.stderr.write(`evenwatch: ${text}\n`);

/** Ends the script with one sentence: something outside the program is missing or wrong. */
export function stop(text) {
  say(text);
  process.exit(1);
}
