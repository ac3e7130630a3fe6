import { addDays, dayNumber, mondayOf, isoWeek } from '../calendar/days.ts';
import { ok, refused, type Result } from '../result.ts';
import type { LocalDate } from '../model/dates.ts';

/** Which number of `3/4/2027` is the day; null where a column does not tell. */
export type DayOrder = 'day-first' | 'month-first' | null;

const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/;

/** What the dates of one column say together about their order: one 25/12 tells how all of them are meant. */
export function dayOrderOf(cells: readonly string[]): DayOrder {
  let order: DayOrder = null;
  for (const cell of cells) {
    const [, first = '', second = ''] = slashed.exec(cell.trim()) ?? [];
    const own = Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : null;
    if (own === null) continue;
    if (order !== null && order !== own) return null;
    order = own;
  }
  return order;
}

/**
 * A day as people and spreadsheets write it: `2027-01-04`, `4.1.2027`, `2027/1/4`, and `4/1/2027` where the order is known. The
 * reason of a refusal says what to write instead.
 */
export function readDay(cell: string, order: DayOrder): Result<LocalDate, string> {
  const text = cell.trim().replace(/[T ]\d\d:\d\d(:\d\d)?$/, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso !== null) return dayOf(iso[1], iso[2], iso[3], cell);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text);
  if (dotted !== null) return dayOf(dotted[3], dotted[2], dotted[1], cell);
  const either = slashed.exec(text);
  if (either === null) return refused(`“${cell}” is not a day: write it as 2027-01-04`);
  const [, first, second, year] = either;
  if (order !== null)
    return order === 'day-first' ? dayOf(year, second, first, cell) : dayOf(year, first, second, cell);
  return first === second
    ? dayOf(year, first, second, cell)
    : refused(`“${cell}” can be read with the day or the month first: write it as 2027-01-04`);
}

/** A week as its Monday: `2027-W05`, `W5 2027`, or any day of it. */
export function readWeek(cell: string, order: DayOrder): Result<LocalDate, string> {
  const text = cell.trim();
  const [, isoYear, isoNumber] = /^(\d{4})-?W(\d{1,2})$/i.exec(text) ?? [];
  const [, number = isoNumber, year = isoYear] = /^W(\d{1,2})[ /-](\d{4})$/i.exec(text) ?? [];
  if (number === undefined || year === undefined) {
    const day = readDay(text, order);
    return day.ok
      ? ok(mondayOf(day.value))
      : refused(day.reason.replace('a day: write it as 2027-01-04', 'a week: write it as 2027-W05'));
  }
  const monday = addDays(mondayOf(`${year}-01-04` as LocalDate), 7 * (Number(number) - 1));
  return isoWeek(monday) === Number(number) && addDays(monday, 3).startsWith(year)
    ? ok(monday)
    : refused(`there is no week ${Number(number)} in ${year}`);
}

function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  cell: string,
): Result<LocalDate, string> {
  const text = `${year ?? ''}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}` as LocalDate;
  const number = dayNumber(text);
  return Number.isNaN(number) || addDays(text, 0) !== text
    ? refused(`there is no such day as “${cell}”`)
    : ok(text);
}
