import { addMonths } from '../../../shared/calendar/days.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { whyMovedText } from '../../../shared/words/deadline-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

const SHOWN = 6;

/** The next days of a rule while it is typed, with what weekends and holidays make of them. */
export function RulePreview({ rule, today }: { readonly rule: Deadline | null; readonly today: LocalDate }) {
  const workspace = useWorkspace();
  if (rule === null) return <p className="text-muted">The next days stand here once the fields are right.</p>;
  const from = rule.startsOn !== null && rule.startsOn > today ? rule.startsOn : today;
  const all = dueDates(workspace, rule, { from, until: addMonths(from, 24) });
  const next = all.slice(0, SHOWN);
  const unkept = all.filter(({ due }) => due === null).length;
  if (next.length === 0) return <p className="text-warning">It never falls due again: it ends before.</p>;
  return (
    <>
      <ul aria-label="Next days" className="flex flex-col">
        {next.map((occurrence) => {
          const why = whyMovedText(occurrence);
          return (
            <li key={occurrence.nominal} className="flex gap-3 py-0.5">
              <span className="w-32 shrink-0 tabular-nums">
                {occurrence.due === null ? 'Cannot be kept' : dayWithYearText(occurrence.due)}
              </span>
              <span className={occurrence.due === null ? 'text-error' : 'text-muted'}>{why ?? ''}</span>
            </li>
          );
        })}
      </ul>
      {unkept === 0 ? null : (
        <p role="alert" className="text-error">
          {unkept} of the next {all.length} cannot be kept: nothing is ready before the month it reports on
          begins, or the quarter ends. Choose another convention.
        </p>
      )}
    </>
  );
}
