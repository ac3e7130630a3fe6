import type { Holiday, HolidaySet } from '../holiday.ts';
import { recordOf, recordsOf } from '../tables.ts';
import type { Workspace } from '../workspace.ts';
import { folded, type Report } from './report.ts';

export function checkHolidaySet(workspace: Workspace, set: HolidaySet, report: Report): void {
  report.apart(set, 'region', (row) => `${row.region} ${row.year}`);
  const stray = recordsOf(workspace, 'holidays').find(
    (day) => day.set === set.id && yearOf(day) !== set.year,
  );
  report.unless(stray === undefined, 'year', `${stray?.name ?? ''} is on ${stray?.actual ?? ''}`);
}

export function checkHoliday(workspace: Workspace, holiday: Holiday, report: Report): void {
  const { actual, observed } = holiday;
  report.needs('holidaySets', holiday.set, 'set');
  const year = recordOf(workspace, 'holidaySets', holiday.set)?.year ?? yearOf(holiday);
  // Only the day itself must lie in the year: New Year's Day on a Saturday is observed in the year before.
  report.unless(yearOf(holiday) === year, 'actual', `is not in ${year}, the year of its set`);
  report.unless(observed !== actual, 'observed', 'is the day itself; leave it empty then');
  report.apart(holiday, 'name', (row) => `${row.set} ${folded(row.name)}`);
  report.apart(holiday, 'actual', (row) => `${row.set} ${row.actual}`);
}

const yearOf = (holiday: Holiday): number => Number(holiday.actual.slice(0, 4));
