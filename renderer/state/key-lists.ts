import { actions } from './actions.ts';

export type KeyLines = readonly (readonly [title: string, keys: readonly string[]])[];

/** The first keys of everything that can be done anywhere in the window. */
export const keysEverywhere = (): KeyLines =>
  actions.filter(({ keys }) => keys.length > 0).map(({ title, keys }) => [title, keys.slice(0, 1)] as const);

/** Keys of the grids, on Board and Calendar alike; `grid-keys.ts` reads them. */
export const gridKeys: KeyLines = [
  ['Go to the next cell', ['↑↓←→']],
  ['Select on the way', ['Shift+↑↓←→']],
  ['Ends of the row, of the grid', ['Home', 'End', 'Mod+Home', 'Mod+End']],
  ['A page up, down', ['PgUp', 'PgDn']],
  ['Pick up a shift, aim by arrows', ['M']],
  ['Drop; despite a conflict', ['Enter', 'Mod+Enter']],
  ['Put it back', ['Esc']],
  ['Move by a week or a person', ['Alt+↑↓←→']],
  ['The same once more', ['.']],
  ['Give, swap, unassign', ['G', 'S', 'Del']],
  ['Give to a suggestion', ['1', '…', '9']],
  ['Open shift; select; what it is', ['Enter', 'Space', 'I']],
  ['Pin or unpin; open runbook', ['P', 'O']],
  ['Why this person; why not another', ['W', 'Shift+W']],
  ['Next, previous conflict', ['C', 'Shift+C']],
  ['Menu of the shift', ['Shift+F10']],
];

/** What the pointer does beside a plain drag; each has its keys or its menu too. */
export const gestures: KeyLines = [
  ['Select one more; all between', ['Mod+Click', 'Shift+Click']],
  ['Select a box, on the Board', ['Drag from an empty cell']],
  ['Give, swap or trade a shift', ['Drag']],
  ['Place despite a conflict', ['Mod+Release']],
  ['Give one day of a shift', ['Alt+Drag']],
  ['Open shift; its menu', ['Double click', 'Right click']],
  ['Move a hand-off, or an end of leave', ['Drag an end']],
  ['Give a holiday, in the Calendar', ['Drag it onto a person']],
  ['Add leave, in the Calendar', ['Drag over empty days']],
];
