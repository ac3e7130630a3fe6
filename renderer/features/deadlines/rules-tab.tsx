import { addMonths } from '../../../shared/calendar/days.ts';
import { ownerOf } from '../../../shared/deadlines/deliveries.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Deadline } from '../../../shared/model/deadline.ts';
import { dayWithYearText } from '../../../shared/words/date-text.ts';
import { conventionTitles, remindersText, ruleText } from '../../../shared/words/deadline-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

interface Props {
  readonly today: LocalDate;
  readonly disabledReason: string | undefined;
  readonly onRule: (rule: Deadline) => void;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The rules behind the days, those that have ended last. */
export function RulesTab({ today, disabledReason, onRule }: Props) {
  const workspace = useWorkspace();
  const ended = ({ endsOn }: Deadline): boolean => endsOn !== null && endsOn < today;
  const rules = Object.values(workspace.deadlines).sort(
    (one, other) => Number(ended(one)) - Number(ended(other)) || one.position - other.position,
  );
  return (
    <Table caption="Rules">
      <TableHead>
        <ColumnHead>Deadline</ColumnHead>
        <ColumnHead>Due</ColumnHead>
        <ColumnHead>On a weekend or holiday</ColumnHead>
        <ColumnHead>Owner today</ColumnHead>
        <ColumnHead>Reminder</ColumnHead>
        <ColumnHead>Next</ColumnHead>
        <ColumnHead>
          <span className="sr-only">Act</span>
        </ColumnHead>
      </TableHead>
      <tbody>
        {rules.map((rule) => {
          const [next] = dueDates(workspace, rule, { from: today, until: addMonths(today, 12) });
          return (
            <Row key={rule.id}>
              <RowHead>
                <span className="flex flex-col py-1">
                  <span className="font-medium">{rule.title}</span>
                  <span className="text-label text-muted">{workspace.pipelines[rule.pipeline]?.name}</span>
                </span>
              </RowHead>
              <Cell>{capital(ruleText(rule))}</Cell>
              <Cell>
                {conventionTitles[rule.convention]}
                <span className="text-muted"> ({rule.holidayRegion ?? 'weekends only'})</span>
              </Cell>
              <Cell>{capital(personName(workspace, ownerOf(workspace, rule, today)))}</Cell>
              <Cell>{capital(remindersText(rule.remindDaysBefore))}</Cell>
              <Cell className="whitespace-nowrap">
                {ended(rule) ? (
                  <span className="text-muted">Ended {dayWithYearText(rule.endsOn ?? today)}</span>
                ) : next === undefined ? (
                  <span className="text-muted">Never again</span>
                ) : next.due === null ? (
                  <span className="text-error">Cannot be kept</span>
                ) : (
                  dayWithYearText(next.due)
                )}
              </Cell>
              <Cell className="text-right">
                <Button size="small" disabledReason={disabledReason} onPress={() => onRule(rule)}>
                  Edit…<span className="sr-only"> {rule.title}</span>
                </Button>
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
