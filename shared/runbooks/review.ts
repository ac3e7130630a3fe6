import type { LocalDate } from '../model/dates.ts';
import type { Runbook } from '../model/runbook.ts';

const pad = (number: number) => String(number).padStart(2, '0');

/** The same day of the month so many months later; a day that month does not have becomes its last. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(Math.min(Number(date.slice(8, 10)), longest))}` as LocalDate;
}

export interface Review {
  /** Null: nobody has reviewed it yet. */
  readonly lastOn: LocalDate | null;
  /** Null: due at once. */
  readonly dueOn: LocalDate | null;
  readonly overdue: boolean;
  readonly everyMonths: number;
}

/** When a runbook was last read through, when that is due again, and whether the day has passed. */
export function reviewOf(runbook: Runbook, today: LocalDate): Review {
  const dueOn =
    runbook.lastReviewedOn === null ? null : addMonths(runbook.lastReviewedOn, runbook.reviewEveryMonths);
  return {
    lastOn: runbook.lastReviewedOn,
    dueOn,
    overdue: dueOn === null || dueOn < today,
    everyMonths: runbook.reviewEveryMonths,
  };
}
