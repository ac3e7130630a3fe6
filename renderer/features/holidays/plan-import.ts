import type { SimpleCommand } from '../../../shared/editing/command.ts';
import { compareHolidays, type HolidayChange } from '../../../shared/exchange/holiday-diff.ts';
import type { FileHoliday } from '../../../shared/exchange/holiday-file.ts';
import { takeOver } from '../../../shared/exchange/holiday-steps.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { HolidaySet } from '../../../shared/model/holiday.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { setText } from '../../../shared/words/holiday-text.ts';
import type { PreviewRow, PreviewSign } from '../../ui/import-preview.tsx';
import { newHolidayId, newSet } from './holiday-acts.ts';
import { entriesOf } from '../../../shared/calendar/holiday-sets.ts';

/** What a file says otherwise than one set, which may not be there yet. */
export interface SetChanges {
  readonly set: HolidaySet;
  readonly isNew: boolean;
  readonly changes: readonly HolidayChange[];
}

/** The file's holidays beside the sets they belong to, by region and year. @param region of rows that name none */
export function changesOf(
  workspace: Workspace,
  items: readonly FileHoliday[],
  region: string,
  hasWeights: boolean,
): readonly SetChanges[] {
  const groups = new Map<string, FileHoliday[]>();
  for (const item of items) {
    const key = `${item.actual.slice(0, 4)} ${item.region ?? region}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => {
      const [year = '', of = ''] = key.split(' ');
      const found = recordsOf(workspace, 'holidaySets').find(
        (set) => set.region === of && set.year === Number(year),
      );
      const set = found ?? newSet(workspace, of, Number(year), '');
      const entries = found === undefined ? [] : entriesOf(workspace, found.id);
      return {
        set,
        isNew: found === undefined,
        changes: compareHolidays(entries, rows, { weights: hasWeights }),
      };
    });
}

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

const signs: Readonly<Record<HolidayChange['kind'], PreviewSign>> = {
  added: 'new',
  moved: 'changed',
  renamed: 'changed',
  weighed: 'changed',
  same: 'same',
  gone: 'gone',
};

/** What is taken over of a set: what it lacks and what differs, and what the file does not have where that is wished. */
const wantedOf = ({ changes }: SetChanges, removes: boolean): readonly HolidayChange[] =>
  changes.filter(({ kind }) => kind !== 'same' && (kind !== 'gone' || removes));

export function commandsOf(
  sets: readonly SetChanges[],
  removes: boolean,
  source: string,
  hasWeights: boolean,
): readonly SimpleCommand[] {
  return sets.flatMap((one): readonly SimpleCommand[] => {
    // Removals come first: a name or a day is free again for what takes its place.
    const wanted = wantedOf(one, removes).toSorted(
      (a, b) => Number(b.kind === 'gone') - Number(a.kind === 'gone'),
    );
    const edits = wanted.flatMap((change) => takeOver(one.set, change, source, newHolidayId, hasWeights));
    return one.isNew ? [{ kind: 'save-holiday-set', set: one.set }, ...edits] : edits;
  });
}

export const previewOf = (sets: readonly SetChanges[], removes: boolean): readonly PreviewRow[] =>
  sets.flatMap((one) =>
    one.changes
      .filter(({ kind }) => kind !== 'gone' || removes)
      .map(({ kind, incoming, holiday }): PreviewRow => {
        const is = incoming ?? holiday;
        const cell = (text: string, before: string | undefined) =>
          incoming === null || before === undefined || before === text ? { text } : { text, before };
        return {
          key: `${one.set.id} ${kind} ${is.actual} ${is.name}`,
          row: (incoming as FileHoliday | null)?.row ?? null,
          sign: signs[kind],
          cells: [
            { text: setText(one.set) },
            cell(is.name, holiday?.name),
            cell(is.actual, holiday?.actual),
            cell(is.observed ?? '', holiday === null ? undefined : (holiday.observed ?? '')),
            cell(
              `${is.weightPercent} %`,
              kind === 'weighed' ? `${holiday?.weightPercent ?? ''} %` : undefined,
            ),
          ],
        };
      }),
  );
