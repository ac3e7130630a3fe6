import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { linkScheme } from '../../shared/runbooks/deep-link.ts';

const isLink = (text: string): boolean => text.trim().toLowerCase().startsWith(`${linkScheme}:`);

/** The path that an argument gives, as a path or as a `file:` address of this computer; null where it gives none. */
function pathOf(argument: string, folder: string): string | null {
  if (argument === '' || argument.includes('\0') || argument.startsWith('-') || isLink(argument)) return null;
  if (/^file:/i.test(argument)) {
    try {
      return fileURLToPath(argument);
    } catch {
      return null; // another computer's, or no address at all
    }
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) return null;
  return isAbsolute(argument) ? argument : resolve(folder, argument);
}

/**
 * The file that a start of the program names, the last one where there are several; null for none.
 *
 * @param args what follows the program's own name
 * @param folder where a path that begins nowhere begins
 */
export function fileAmong(args: readonly string[], folder: string): string | null {
  for (const argument of [...args].reverse()) {
    const path = pathOf(argument, folder);
    if (path !== null) return path;
  }
  return null;
}

/** Whether a start names an address of ours, whatever stands behind the scheme. */
export const hasLink = (args: readonly string[]): boolean => args.some(isLink);
