import type { LocalDate } from '../model/dates.ts';
import type { Runbook } from '../model/runbook.ts';
import { addDays } from '../calendar/days.ts';
import { reviewOf, type Review } from './review.ts';

export interface DueReview {
  readonly runbook: Runbook;
  readonly review: Review;
}

/** So many days ahead a review shows among those that come up. */
export const REVIEW_AHEAD_DAYS = 30;

/** Runbooks to read through: never reviewed first, then the longest overdue, then those due within the days ahead. */
export function dueReviews(
  runbooks: readonly Runbook[],
  today: LocalDate,
  ahead = REVIEW_AHEAD_DAYS,
): readonly DueReview[] {
  const last = addDays(today, ahead);
  return runbooks
    .map((runbook) => ({ runbook, review: reviewOf(runbook, today) }))
    .filter(({ review }) => review.dueOn === null || review.dueOn <= last)
    .sort((a, b) => {
      const [one, other] = [a.review.dueOn ?? '', b.review.dueOn ?? ''];
      return one < other ? -1 : one > other ? 1 : a.runbook.position - b.runbook.position;
    });
}

/** How many reviews have come due, or were never made: what the reminder counts. */
export const overdueCount = (runbooks: readonly Runbook[], today: LocalDate): number =>
  runbooks.filter((runbook) => reviewOf(runbook, today).overdue).length;
