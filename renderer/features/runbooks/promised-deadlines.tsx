import { addMonths } from '../../../shared/calendar/days.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { PromisedRule } from '../../../shared/deadlines/promised-rules.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import type { DeadlineId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { anchorText, dueText, whyMovedText } from '../../../shared/words/deadline-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Checkbox } from '../../ui/checkbox.tsx';

/** `by the 5th of each month, first Fri 4 Dec (from Sat 5 Dec: weekend)`. */
export function firstDueText(workspace: Workspace, rule: Deadline, today: LocalDate): string {
  const [first] = dueDates(workspace, rule, { from: today, until: addMonths(today, 3) });
  if (first === undefined) return anchorText(rule.anchor);
  const moved = whyMovedText(first);
  return `${anchorText(rule.anchor)}, first ${dueText(first.due ?? first.nominal, rule)}${moved === null ? '' : ` (${moved})`}`;
}

interface Props {
  readonly promised: readonly PromisedRule[];
  readonly today: LocalDate;
  /** Those that are not wanted. */
  readonly without: ReadonlySet<DeadlineId>;
  readonly onWithout: (without: ReadonlySet<DeadlineId>) => void;
}

/** The days that the runbooks of an import promise and nothing reminds of: each can come as a deadline in the same step. */
export function PromisedDeadlines({ promised, today, without, onWithout }: Props) {
  const workspace = useWorkspace();
  const turn = (id: DeadlineId, wanted: boolean): void => {
    const next = new Set(without);
    if (wanted) next.delete(id);
    else next.add(id);
    onWithout(next);
  };
  return (
    <section className="flex flex-col gap-1" aria-label="Deadlines">
      <h3 className="text-section font-medium">Deadlines that they promise</h3>
      <p className="text-muted">
        Nothing reminds of these days yet. Each becomes a rule on the Deadlines screen, where it can be
        changed.
      </p>
      <ul className="flex flex-col gap-0.5">
        {promised.map(({ rule }) => (
          <li key={rule.id} className="min-w-0">
            <Checkbox checked={!without.has(rule.id)} onChange={(wanted) => turn(rule.id, wanted)}>
              {rule.title} <span className="text-muted">{firstDueText(workspace, rule, today)}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </section>
  );
}
