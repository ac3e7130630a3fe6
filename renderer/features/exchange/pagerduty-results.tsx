import { CircleCheck, TriangleAlert } from 'lucide-react';
import { instantOf } from '../../../shared/calendar/zone.ts';
import type { StepResult } from '../../../shared/contract/services.ts';
import { instantText } from '../../state/clock.ts';
import { counted } from '../../../shared/words/number-text.ts';

const outcomeWord: Readonly<Record<StepResult['outcome'], string>> = {
  done: 'made',
  already: 'was so already',
  failed: 'refused',
  unknown: 'no answer came, and it is not to be seen there',
  'not-tried': 'not sent',
};

/** What became of the last sending, and whether PagerDuty shows the plan now. */
export function PagerDutyResults({
  results,
  left,
}: {
  readonly results: readonly StepResult[];
  /** Requests that another comparison would make; null when it could not be read again. */
  readonly left: number | null;
}) {
  const bad = results.filter(({ outcome }) => outcome !== 'done' && outcome !== 'already');
  const verdict =
    left === null
      ? 'PagerDuty could not be read again: compare later.'
      : left === 0
        ? 'Read again: PagerDuty shows the plan.'
        : `Read again: ${counted(left, 'request')} would still be needed, shown below.`;
  return (
    <section className="flex flex-col gap-2" aria-label="What was sent">
      <p className="flex items-start gap-2">
        {bad.length === 0 ? (
          <CircleCheck size={14} aria-hidden className="mt-0.5 shrink-0" />
        ) : (
          <TriangleAlert size={14} aria-hidden className="mt-0.5 shrink-0 text-warning" />
        )}
        {results.length - bad.length} of {results.length} changes were made. {verdict}
      </p>
      {bad.length === 0 ? null : (
        <ul className="flex flex-col gap-1 pl-6">
          {bad.slice(0, 20).map(({ step, outcome, detail }) => (
            <li key={`${step.do} ${step.schedule} ${step.start}`}>
              {instantText(instantOf(step.start))}: {outcomeWord[outcome]}
              {detail === null ? '' : ` (${detail})`}
            </li>
          ))}
          {bad.length > 20 ? <li>and {bad.length - 20} more</li> : null}
        </ul>
      )}
    </section>
  );
}
