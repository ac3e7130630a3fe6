import type { Conventions } from './conventions.ts';
import { writeDatesBy } from './date-text.ts';
import { writeNumbersBy } from './number-text.ts';

/** Writes dates, times and numbers as the reader does from now on. */
export function writeBy(conventions: Conventions): void {
  writeDatesBy(conventions);
  writeNumbersBy(conventions);
}
