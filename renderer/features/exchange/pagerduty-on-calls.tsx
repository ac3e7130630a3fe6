import { instantOf } from '../../../shared/calendar/zone.ts';
import { besidePlan, type OnCallBesidePlan } from '../../../shared/exchange/pagerduty-on-calls.ts';
import { personName } from '../../../shared/words/names.ts';
import { onCallWord, reachedByText } from '../../../shared/words/service-text.ts';
import { instantText } from '../../state/clock.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { readOnCalls } from './pagerduty-acts.ts';
import { usePagerDuty } from './pagerduty-store.ts';

/** Who is on call there now, as it was last seen, beside whom the plan had at that moment. */
export function PagerDutyOnCalls() {
  const workspace = useWorkspace();
  const { busy, onCalls: read, people, rotations } = usePagerDuty();
  const rows =
    read === null ? [] : besidePlan(workspace, read.onCalls, { people, rotations }, Date.parse(read.readAt));
  return (
    <section className="flex flex-col gap-4" aria-label="On call now">
      <header className="flex flex-wrap items-center gap-3">
        <h3 className="text-section font-medium">On call now</h3>
        <Button
          onPress={() => void readOnCalls()}
          disabledReason={busy === null ? undefined : `Wait: ${busy.toLowerCase()}`}
        >
          Read who is on call
        </Button>
        <span className="text-muted">
          {read === null
            ? 'By schedule and escalation policy, beside the plan.'
            : `Last seen ${instantText(read.readAt)}${rows.length === 0 ? ': nobody is on call that the token may see.' : '.'}${read.unread === 0 ? '' : ` ${read.unread} could not be understood.`}`}
        </span>
      </header>
      {rows.length === 0 ? null : (
        <Table caption="On call at PagerDuty">
          <TableHead>
            <ColumnHead>Schedule</ColumnHead>
            <ColumnHead>On call there</ColumnHead>
            <ColumnHead>Until</ColumnHead>
            <ColumnHead>Reached by</ColumnHead>
            <ColumnHead>Beside the plan</ColumnHead>
          </TableHead>
          <tbody>
            {rows.map((row) => (
              <OnCallRow
                key={`${row.onCall.schedule?.id ?? ''} ${row.onCall.user.id} ${row.onCall.until ?? ''}`}
                row={row}
              />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function OnCallRow({ row: { onCall, person, kind, planned } }: { readonly row: OnCallBesidePlan }) {
  const workspace = useWorkspace();
  const { schedule, user, until, reachedBy } = onCall;
  return (
    <Row>
      <RowHead className="wrap-anywhere">
        <span dir="auto">{schedule?.name ?? 'No schedule'}</span>
      </RowHead>
      <Cell>
        <span dir="auto">{person === null ? user.name : personName(workspace, person)}</span>
      </Cell>
      <Cell className="tabular-nums">{until === null ? 'always' : instantText(instantOf(until))}</Cell>
      <Cell className="text-muted wrap-anywhere">{reachedByText(reachedBy)}</Cell>
      <Cell className={kind === 'other' ? 'font-medium' : 'text-muted'}>
        {onCallWord(kind, planned === null ? null : personName(workspace, planned))}
      </Cell>
    </Row>
  );
}
