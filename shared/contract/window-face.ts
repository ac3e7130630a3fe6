/** What the system draws of a window: made by the page, which alone knows what can be done now. */

/** An action of `renderer/state/actions.ts`, as a menu bar shows it. */
export interface MenuEntry {
  readonly id: string;
  readonly group: 'File' | 'Edit' | 'Plan' | 'Go' | 'View' | 'Help';
  readonly title: string;
  /** As `Mod+Shift+Z`, the first of its keys; null where it has none. */
  readonly keys: string | null;
  readonly enabled: boolean;
  /** Null for what is no choice among states. */
  readonly checked: boolean | null;
  /** Stands apart from what is above it. */
  readonly apart: boolean;
}

export interface WindowFace {
  /** Something that was done is not on the disk yet. */
  readonly edited: boolean;
  readonly menu: readonly MenuEntry[];
}

/** Entries a menu bar has at most; there are some seventy. */
export const mostEntries = 300;

/** A notification of the system. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  /** The action of `renderer/state/actions.ts` that a click on it does. */
  readonly action: string;
}
