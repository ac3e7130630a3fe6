import { create } from 'zustand';

interface Unwritten {
  readonly titles: readonly string[];
  /** Keeps it on the disk, so that it is offered again; true when it is there. */
  readonly keep: () => Promise<boolean>;
}

/** What is being written in a form and saved by nobody yet, by its titles; whoever keeps such texts says so here, so that the plan is not closed over them. */
export const useUnwritten = create<Unwritten>(() => ({
  titles: [],
  keep: () => Promise.resolve(false),
}));

export const unwritten = (): readonly string[] => useUnwritten.getState().titles;

/** `Profit`, `Profit and Growth`, `Profit and 2 others`. */
export function unwrittenText(titles: readonly string[]): string {
  const [first = '', second = ''] = titles;
  if (titles.length < 2) return first;
  return titles.length === 2 ? `${first} and ${second}` : `${first} and ${String(titles.length - 1)} others`;
}
