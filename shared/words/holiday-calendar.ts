import { holidaysOfCalendar, type FileHoliday } from '../exchange/holiday-file.ts';
import { readCalendar } from '../exchange/ics-in.ts';
import type { ImportReport } from '../exchange/import-report.ts';
import type { LocalDate, ZoneName } from '../model/dates.ts';
import { calendarLines } from './leave-import-text.ts';

/** Years around one that a calendar's series are read for: they repeat for ever. */
const YEARS_AROUND = 2;

/**
 * The holidays of a calendar file, with all that is to be told of it. What cannot be read of it is left out and said; of a file that was cut
 * off nothing is taken.
 *
 * @param text decoded
 * @param year around which series are read
 */
export function holidaysInCalendar(text: string, year: number, zone: ZoneName): ImportReport<FileHoliday> {
  const calendar = readCalendar(text, {
    zone,
    from: `${year - YEARS_AROUND}-01-01` as LocalDate,
    until: `${year + YEARS_AROUND + 1}-01-01` as LocalDate,
  });
  const { items, problems } = holidaysOfCalendar(calendar.items);
  return { items, problems: [...problems, ...calendarLines(calendar)] };
}
