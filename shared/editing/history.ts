import type { JournalLine } from '../document/journal-line.ts';
import { reverse } from './changes.ts';
import type { Changes } from './command.ts';
import { isAllLasting } from './lasting.ts';

/**
 * One edit that can be taken back. `revision` is the one it was first made in, also after undo and redo, and `time` the
 * instant of that: null where only the taking back is still on record.
 */
export interface Step {
  readonly revision: number;
  readonly title: string;
  readonly time: string | null;
  /** The system's user who made it; null where that is not on record. */
  readonly by: string | null;
  readonly changes: Changes;
}

/** What can be taken back and made again; the newest is last. */
export interface History {
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
}

/** Steps kept, in each direction. */
export const mostSteps = 500;

export const emptyHistory: History = { undo: [], redo: [] };

const pushed = (steps: readonly Step[], step: Step): readonly Step[] => [...steps.slice(1 - mostSteps), step];

/** A new edit: it can be taken back, and what had been taken back is gone. One that only records what went out is no step. */
export const recordStep = (history: History, step: Step): History =>
  isAllLasting(step.changes) ? history : { undo: pushed(history.undo, step), redo: [] };

/** The history after its newest step was taken back; the same history if there is none. */
export function undone(history: History): History {
  const step = history.undo.at(-1);
  return step === undefined ? history : { undo: history.undo.slice(0, -1), redo: pushed(history.redo, step) };
}

/** The history after the step undone last was made again; the same history if there is none. */
export function redone(history: History): History {
  const step = history.redo.at(-1);
  return step === undefined ? history : { undo: pushed(history.undo, step), redo: history.redo.slice(0, -1) };
}

/** Undo and redo as they stood after these journal lines, oldest first. */
export function historyOf(lines: readonly JournalLine[]): History {
  return lines.reduce(followed, emptyHistory);
}

function followed(history: History, line: JournalLine): History {
  const { command } = line;
  if (command.kind !== 'revert') {
    return recordStep(history, {
      revision: line.revision,
      title: line.title,
      time: line.time,
      by: line.by,
      changes: line.changes,
    });
  }
  // The lines may begin after the edit that is taken back; then the step is rebuilt from the line itself.
  const title = line.title.replace(/^(Undo|Redo): /, '');
  if (command.direction === 'undo') {
    if (history.undo.at(-1)?.revision === command.of) return undone(history);
    const step = { revision: command.of, title, time: null, by: null, changes: reverse(line.changes) };
    return {
      undo: history.undo.filter((kept) => kept.revision !== command.of),
      redo: pushed(history.redo, step),
    };
  }
  if (history.redo.at(-1)?.revision === command.of) return redone(history);
  const step = { revision: command.of, title, time: null, by: null, changes: line.changes };
  return {
    undo: pushed(history.undo, step),
    redo: history.redo.filter((kept) => kept.revision !== command.of),
  };
}
