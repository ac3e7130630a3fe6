import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { act } from '../../state/act.ts';

/** "I have read it and it is right." */
export function confirmReview(runbook: Runbook, today: LocalDate): void {
  act(
    { kind: 'review-runbook', runbook: runbook.id, on: today },
    `${runbook.title} is reviewed as of ${dayWithYearText(today)}.`,
  );
}

export function removeRunbook(runbook: Runbook): void {
  act({ kind: 'remove-runbook', runbook: runbook.id }, `${runbook.title} is removed.`);
}
