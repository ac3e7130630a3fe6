import type { Changes, Command } from '../editing/command.ts';

/** One edit as the journal keeps it. Recovery replays `changes`, so a newer rule cannot rewrite the past. */
export interface JournalLine {
  readonly revision: number;
  /** ISO instant, for display only; order is by revision. */
  readonly time: string;
  /** The edit in words: "Bram ↔ Chidi, W5 Profit primary". */
  readonly title: string;
  readonly command: Command;
  readonly changes: Changes;
}
