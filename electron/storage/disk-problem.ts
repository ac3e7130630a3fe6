import type { Problem } from '../../shared/contract/problems.ts';
import { codeOf } from './node-files.ts';

/**
 * What the disk said no to, as a problem. An error without a system code is a bug of ours and goes on its way.
 *
 * @param tried what was tried, to follow "could not": `read the workspace`
 */
export function diskProblem(tried: string, file: string, error: unknown): Problem {
  const code = codeOf(error);
  if (code === 'EUNKNOWN') throw error;
  // Where something is to be written, it is the folder that is missing, and no file to look for.
  if (code === 'ENOENT' && /^(read|open)\b/.test(tried)) return { kind: 'not-found', file };
  return { kind: 'disk', tried, file, code };
}
