/** What strace wrote down, as events in the order in which they were over. */

export interface SystemCall {
  readonly name: string;
  /** The file it was about, by its path; for a rename, where from. */
  readonly path: string;
  /** Where a rename led. */
  readonly to: string | null;
  /** Everything between the brackets. */
  readonly args: string;
}

/** Only calls that succeeded. Those that were cut in two, because another thread came in between, are put together. */
export function systemCalls(trace: string): readonly SystemCall[] {
  const unfinished = new Map<string, string>();
  const calls: SystemCall[] = [];
  for (const line of trace.split('\n')) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      unfinished.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const text = resumed === null ? rest : `${unfinished.get(thread) ?? ''}${resumed[1] ?? ''}`;
    const call = callOf(text);
    if (call !== null) calls.push(call);
  }
  return calls;
}

function callOf(text: string): SystemCall | null {
  const [, name, between = '', result] = /^(\w+)\((.*)\)\s+= (-?\d+)/.exec(text) ?? [];
  if (name === undefined || Number(result) < 0) return null;
  const args = between.trim();
  const named = [...args.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, path]) => path ?? '');
  if (name.startsWith('rename')) return { name, path: named[0] ?? '', to: named[1] ?? '', args };
  if (name === 'openat' || name === 'mkdir' || name.startsWith('unlink'))
    return { name, path: named[0] ?? '', to: null, args };
  return { name, path: /^\d+<([^>]*)>/.exec(args)?.[1] ?? '', to: null, args };
}
