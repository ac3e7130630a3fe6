import { CalendarClock, Flag, Timer } from 'lucide-react';
import { promisedRules, rulesOfPromise } from '../../../shared/deadlines/promised-rules.ts';
import { addMonths } from '../../../shared/calendar/days.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { PromiseRow } from '../../../shared/runbooks/page.ts';
import { dueText } from '../../../shared/words/deadline-text.ts';
import { act } from '../../state/act.ts';
import { showScreen } from '../../state/view-store.ts';
import { openWorkspace, useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';

interface Props {
  readonly runbook: Runbook;
  readonly rows: readonly PromiseRow[];
  readonly today: LocalDate;
  readonly readOnlyBecause: string | null;
}

function add(runbook: Runbook, index: number, today: LocalDate): void {
  const alone = { ...runbook, slas: runbook.slas.slice(index, index + 1) };
  const [promised] = promisedRules(openWorkspace(), [alone], today, () => `deadline-${crypto.randomUUID()}`);
  if (promised !== undefined)
    act(
      { kind: 'save-deadline', deadline: promised.rule },
      `${promised.rule.title} is added to the deadlines.`,
    );
}

/** When a promised day comes round next by the rule that reminds of it; where none does, the way to make one. */
function Reminder({ index, ...props }: Omit<Props, 'rows'> & { readonly index: number }) {
  const { runbook, today, readOnlyBecause } = props;
  const workspace = useWorkspace();
  const day = runbook.slas[index]?.dayOfMonth ?? null;
  if (day === null || runbook.pipeline === null) return null;
  const [rule] = rulesOfPromise(workspace, runbook.pipeline, day, today);
  if (rule === undefined)
    return (
      <Button
        size="small"
        kind="quiet"
        disabledReason={readOnlyBecause === null ? undefined : `Read only: ${readOnlyBecause}`}
        hint="Nothing reminds of this day yet"
        onPress={() => add(runbook, index, today)}
      >
        Add a deadline
      </Button>
    );
  const next = dueDates(workspace, rule, { from: today, until: addMonths(today, 3) }).find(
    ({ due }) => due !== null,
  );
  return (
    <Button
      size="small"
      kind="quiet"
      icon={<Flag size={13} aria-hidden />}
      hint="Open Deadlines"
      onPress={() => showScreen('deadlines')}
    >
      {next === undefined ? rule.title : `Next ${dueText(next.due ?? next.nominal, rule)}`}
    </Button>
  );
}

/** What is promised, with the day of the month or the clock that it means, and when it is due next. */
export function Promises({ rows, ...props }: Props) {
  return (
    <ul className="runbook-promises">
      {rows.map(({ text, day, clock, severity }, index) => (
        <li key={`${index} ${text}`}>
          <span>{text}</span>
          {day === null ? null : (
            <span className="runbook-measure">
              <CalendarClock size={13} aria-hidden />
              {day}
            </span>
          )}
          {clock === null ? null : (
            <span className="runbook-measure">
              <Timer size={13} aria-hidden />
              {clock}
              {severity === null ? '' : `, ${severity}`}
            </span>
          )}
          <Reminder index={index} {...props} />
        </li>
      ))}
    </ul>
  );
}
