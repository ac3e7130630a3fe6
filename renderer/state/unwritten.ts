import { create } from 'zustand';

/** What is being written in a form and saved by nobody yet, by its titles; whoever keeps such texts says so here, so that the plan is not closed over them. */
export const useUnwritten = create<{ readonly titles: readonly string[] }>(() => ({ titles: [] }));

export const unwritten = (): readonly string[] => useUnwritten.getState().titles;

/** `Profit`, `Profit and Growth`, `Profit and 2 others`. */
export function unwrittenText(titles: readonly string[]): string {
  const [first = '', second = ''] = titles;
  if (titles.length < 2) return first;
  return titles.length === 2 ? `${first} and ${second}` : `${first} and ${String(titles.length - 1)} others`;
}
