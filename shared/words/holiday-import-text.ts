import type { SetChanges } from '../exchange/holiday-import.ts';
import type { ImportProblem } from '../exchange/import-report.ts';
import { holidaysCount, setText } from './holiday-text.ts';
import { counted } from './number-text.ts';

/** Sets that a file would change although they are locked. */
export const lockedProblems = (sets: readonly SetChanges[]): readonly ImportProblem[] =>
  sets.flatMap(({ set, changes }) =>
    set.locked && changes.some(({ kind }) => kind !== 'same' && kind !== 'gone')
      ? [
          {
            row: null,
            column: null,
            what: `${setText(set)} is reviewed and locked: unlock it first, or leave its year out of the file`,
            severity: 'error' as const,
          },
        ]
      : [],
  );

/** What the step is called: `12 changes of holidays from days.ics`. */
export const holidayImportTitle = (changes: number, file: string): string =>
  `${counted(changes, 'change')} of holidays from ${file}`.slice(0, 300);

/** What would go with `--remove`, and stays without. */
export const holidaysLeftText = (count: number): string =>
  `${holidaysCount(count)} of these sets ${count === 1 ? 'is' : 'are'} not in the file and ${count === 1 ? 'stays' : 'stay'}.`;
