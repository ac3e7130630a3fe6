import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JournalLine } from '../../../shared/document/journal-line.ts';
import { reverse } from '../../../shared/editing/changes.ts';
import type { Command } from '../../../shared/editing/command.ts';
import {
  emptyHistory,
  historyOf,
  mostSteps,
  recordStep,
  redone,
  undone,
  type History,
  type Step,
} from '../../../shared/editing/history.ts';

const step = (revision: number): Step => ({
  revision,
  title: `Step ${revision}`,
  time: '2026-11-23T00:00:00Z',
  by: 'lead',
  changes: [
    {
      table: 'people',
      id: `person-${revision}`,
      before: null,
      after: { id: `person-${revision}` },
    },
  ],
});

const line = (revision: number, made: Step, direction: 'undo' | 'redo' | null): JournalLine => {
  const changes = direction === 'undo' ? reverse(made.changes) : made.changes;
  const command: Command =
    direction === null
      ? { kind: 'pin-shifts', shifts: [], pinned: true }
      : { kind: 'revert', direction, of: made.revision, changes };
  const title = direction === null ? made.title : `${direction === 'undo' ? 'Undo' : 'Redo'}: ${made.title}`;
  return { revision, time: '2026-11-23T00:00:00Z', by: 'lead', title, command, changes };
};

const actions = fc.array(fc.constantFrom<'edit' | 'undo' | 'redo'>('edit', 'edit', 'undo', 'redo'), {
  maxLength: 60,
});

interface Session {
  readonly history: History;
  readonly lines: readonly JournalLine[];
}

/** A window at work: what it keeps in memory, beside the lines that the keeper writes. */
function work(list: readonly ('edit' | 'undo' | 'redo')[]): Session {
  let history = emptyHistory;
  const lines: JournalLine[] = [];
  for (const action of list) {
    const revision = lines.length + 1;
    const top = action === 'undo' ? history.undo.at(-1) : history.redo.at(-1);
    if (action === 'edit') {
      history = recordStep(history, step(revision));
      lines.push(line(revision, step(revision), null));
    } else if (top !== undefined) {
      history = action === 'undo' ? undone(history) : redone(history);
      lines.push(line(revision, top, action));
    }
  }
  return { history, lines };
}

test('after a restart undo and redo stand exactly where they stood', () => {
  fc.assert(
    fc.property(actions, (list) => {
      const { history, lines } = work(list);
      expect(historyOf(lines)).toEqual(history);
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('when older lines are gone, what the kept ones are about is still there', () => {
  fc.assert(
    fc.property(actions, fc.nat(20), (list, dropped) => {
      const { history, lines } = work(list);
      const rebuilt = historyOf(lines.slice(dropped));
      // The redo side only depends on lines after the last edit; a step on it is rebuilt from its undo.
      const kept = new Set(
        lines
          .slice(dropped)
          .flatMap(({ command }) =>
            command.kind === 'revert' && command.direction === 'undo' ? [command.of] : [],
          ),
      );
      // Of an edit whose own line is gone it is no longer known when it was made, and by whom.
      const known = new Set(lines.slice(dropped).map(({ revision }) => revision));
      const dated = (one: Step): Step => (known.has(one.revision) ? one : { ...one, time: null, by: null });
      const after = (steps: readonly Step[]): readonly Step[] => steps.map(dated);
      expect(rebuilt.redo).toEqual(after(history.redo.filter(({ revision }) => kept.has(revision))));
      expect(rebuilt.undo).toEqual(after(history.undo.slice(history.undo.length - rebuilt.undo.length)));
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('undo and redo are inverse, and nothing is lost between the two stacks', () => {
  fc.assert(
    fc.property(actions, (list) => {
      const { history } = work(list);
      if (history.undo.length > 0) expect(redone(undone(history))).toEqual(history);
      if (history.redo.length > 0) expect(undone(redone(history))).toEqual(history);
      expect(undone(history).undo.length + undone(history).redo.length).toBe(
        history.undo.length + history.redo.length,
      );
    }),
    { seed: 8, numRuns: 200 },
  );
});

test('with nothing to take back, the history stays the same object', () => {
  expect(undone(emptyHistory)).toBe(emptyHistory);
  expect(redone(emptyHistory)).toBe(emptyHistory);
});

test('a new edit forgets what was taken back', () => {
  const { history } = work(['edit', 'edit', 'undo']);
  expect(history.redo).toHaveLength(1);
  expect(recordStep(history, step(9)).redo).toEqual([]);
});

test('the newest five hundred steps are kept', () => {
  const { history } = work(Array.from({ length: mostSteps + 7 }, () => 'edit' as const));
  expect(history.undo).toHaveLength(500);
  expect(history.undo[0]?.revision).toBe(8);
  expect(history.undo.at(-1)?.revision).toBe(507);
});
