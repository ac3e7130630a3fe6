import { writePageDatesBy } from '../runbooks/page-dates.ts';
import type { Conventions } from './conventions.ts';
import { dayWithYearText, momentText, writeDatesBy } from './date-text.ts';
import { writeNumbersBy } from './number-text.ts';

/** Writes dates, times and numbers as the reader does from now on. */
export function writeBy(conventions: Conventions): void {
  writeDatesBy(conventions);
  writeNumbersBy(conventions);
  writePageDatesBy({ longDay: dayWithYearText, shortMoment: momentText });
}
