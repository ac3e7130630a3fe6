import { codeOf } from './node-files.ts';

/**
 * What failed, for the log: the kind of error, the system's code and where in the program. Never its message: that may quote a plan, and
 * nobody who passes a log on should pass on names, titles or keys.
 */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = codeOf(error);
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code === 'EUNKNOWN' ? '' : ` ${code}`}`, ...frames].join('\n');
}
