import { entriesOf } from '../calendar/holiday-sets.ts';
import type { SimpleCommand } from '../editing/command.ts';
import type { HolidaySet } from '../model/holiday.ts';
import type { HolidayId, HolidaySetId } from '../model/ids.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { compareHolidays, type HolidayChange } from './holiday-diff.ts';
import type { FileHoliday } from './holiday-file.ts';
import { takeOver } from './holiday-steps.ts';

/** Fresh ids, for what is made. */
export interface HolidayIds {
  readonly holiday: () => HolidayId;
  readonly set: () => HolidaySetId;
}

/** What a file says otherwise than one set, which may not be there yet. */
export interface SetChanges {
  readonly set: HolidaySet;
  readonly isNew: boolean;
  readonly changes: readonly HolidayChange[];
}

/**
 * A set that waits for its review. Its id says which it is, unless an older one of another region has it.
 *
 * @param against the library and version that its entries come from; empty for none
 */
export function newHolidaySet(
  workspace: Workspace,
  { region, year, against }: Pick<HolidaySet, 'region' | 'year' | 'against'>,
  newId: HolidayIds['set'],
): HolidaySet {
  const plain = `holidays-${region.toLowerCase()}-${year}` as HolidaySetId;
  const taken = recordOf(workspace, 'holidaySets', plain) !== undefined;
  return { id: taken ? newId() : plain, region, year, locked: false, reviewedOn: null, against, settled: [] };
}

/** The region that rows without one are of, as long as nobody says another: the team's, else that of somebody in it. */
export const usualRegion = (workspace: Workspace): string | null =>
  workspace.about.region ??
  recordsOf(workspace, 'people').find(({ region }) => region !== null)?.region ??
  null;

/** The file's holidays beside the sets they belong to, by region and year. @param region of rows that name none */
export function changesOf(
  workspace: Workspace,
  items: readonly FileHoliday[],
  region: string,
  hasWeights: boolean,
  newId: HolidayIds['set'],
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
      const own = { region: of, year: Number(year), against: '' };
      return {
        set: found ?? newHolidaySet(workspace, own, newId),
        isNew: found === undefined,
        changes: compareHolidays(found === undefined ? [] : entriesOf(workspace, found.id), rows, {
          weights: hasWeights,
        }),
      };
    });
}

/** What is taken over of a set: what it lacks and what differs, and what the file does not have where that is wished. */
const wantedOf = ({ changes }: SetChanges, removes: boolean): readonly HolidayChange[] =>
  changes.filter(({ kind }) => kind !== 'same' && (kind !== 'gone' || removes));

/** The commands that take a file over. @param source where its entries then say they come from */
export function holidayCommands(
  sets: readonly SetChanges[],
  removes: boolean,
  source: string,
  hasWeights: boolean,
  newId: HolidayIds['holiday'],
): readonly SimpleCommand[] {
  return sets.flatMap((one): readonly SimpleCommand[] => {
    // Removals come first: a name or a day is free again for what takes its place.
    const wanted = wantedOf(one, removes).toSorted(
      (a, b) => Number(b.kind === 'gone') - Number(a.kind === 'gone'),
    );
    const edits = wanted.flatMap((change) => takeOver(one.set, change, source, newId, hasWeights));
    return one.isNew ? [{ kind: 'save-holiday-set', set: one.set }, ...edits] : edits;
  });
}

/** A set, a command for itself and one for each holiday: more do not fit into one step. */
export const MOST_HOLIDAY_COMMANDS = 500;
