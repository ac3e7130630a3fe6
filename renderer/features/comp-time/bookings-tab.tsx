import { CalendarCheck } from 'lucide-react';
import { bookingsOf, leaveMinutes, type Booking } from '../../../shared/comp-time/booking.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { dutiesDuring } from '../../../shared/planner/duties-during.ts';
import { dayWithYearText, minutesText, rangeText } from '../../../shared/words/date-text.ts';
import { personName, slotName } from '../../../shared/words/names.ts';
import { showShifts } from '../../state/view-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { agree, cancel } from './acts.ts';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly disabledReason: string | undefined;
  /** Of one person only. */
  readonly person?: PersonId;
}

const daysText = ({ leave }: Booking): string =>
  `${rangeText(leave.from, leave.to)} ${leave.to.slice(0, 4)}${leave.part === 'day' ? '' : `, ${leave.part}`}`;

/** A comp day somebody is on call for is a conflict: named, and a click away from the Board. */
function Conflicts({ ledger, booking }: { readonly ledger: Ledger; readonly booking: Booking }) {
  const duties = dutiesDuring(ledger.workspace, booking.leave);
  if (duties.length === 0) return <span className="text-muted">–</span>;
  return (
    <Button size="small" kind="danger" onPress={() => showShifts(duties.map(({ shift }) => shift.id))}>
      × On call: {slotName(ledger.workspace, duties[0]?.shift.id as never)}
      {duties.length > 1 ? ` and ${duties.length - 1} more` : ''}
    </Button>
  );
}

function TakenCell({
  ledger,
  booking,
  disabledReason,
}: {
  readonly ledger: Ledger;
  readonly booking: Booking;
  readonly disabledReason: string | undefined;
}) {
  const { leave, taken, agrees } = booking;
  if (taken !== null && agrees) return <>{minutesText(-taken.minutes)}</>;
  const person = ledger.workspace.people[leave.person];
  const minutes =
    taken === null
      ? person === undefined
        ? 0
        : leaveMinutes(ledger.workspace, person, leave)
      : -taken.minutes;
  return (
    <span className="flex flex-wrap items-center justify-end gap-2">
      <span className="text-warning">
        {taken === null ? 'Nothing taken' : `${minutesText(minutes)}, for ${dayWithYearText(taken.date)}`}
      </span>
      <Button
        size="small"
        disabledReason={disabledReason ?? (minutes <= 0 ? 'These are no working days' : undefined)}
        onPress={() => agree(booking, minutes)}
      >
        {taken === null ? `Take ${minutesText(minutes)}` : 'Move to the new day'}
      </Button>
    </span>
  );
}

/** Time off that was booked: past and ahead, with what stands in its way. */
export function BookingsTab({ ledger, disabledReason, person }: Props) {
  const { workspace, today } = ledger;
  const bookings = bookingsOf(workspace, person);
  if (bookings.length === 0 && person !== undefined) return <p className="text-muted">Nothing is booked.</p>;
  if (bookings.length === 0)
    return (
      <EmptyState icon={<CalendarCheck size={28} aria-hidden />} title="Nothing is booked">
        Time off that is booked from a balance stands here, and as leave in the plan.
      </EmptyState>
    );
  return (
    <Table caption="Booked comp time">
      <TableHead>
        {person === undefined ? <ColumnHead>Person</ColumnHead> : null}
        <ColumnHead>Days</ColumnHead>
        <ColumnHead numeric>Taken off the balance</ColumnHead>
        <ColumnHead className="pl-5">Conflict</ColumnHead>
        <ColumnHead>
          <span className="sr-only">Act</span>
        </ColumnHead>
      </TableHead>
      <tbody>
        {bookings.map((booking) => {
          const name = personName(workspace, booking.leave.person);
          const past = booking.leave.to < today;
          return (
            <Row key={booking.leave.id}>
              {person === undefined ? <RowHead>{name}</RowHead> : null}
              {person === undefined ? (
                <Cell>{daysText(booking)}</Cell>
              ) : (
                <RowHead>{daysText(booking)}</RowHead>
              )}
              <Cell numeric>
                <TakenCell ledger={ledger} booking={booking} disabledReason={disabledReason} />
              </Cell>
              <Cell className="pl-5">
                {past ? (
                  <span className="text-muted">over</span>
                ) : (
                  <Conflicts ledger={ledger} booking={booking} />
                )}
              </Cell>
              <Cell className="text-right">
                <Button size="small" disabledReason={disabledReason} onPress={() => cancel(booking)}>
                  Cancel
                  <span className="sr-only">
                    {' '}
                    the booking of {name}, {daysText(booking)}
                  </span>
                </Button>
              </Cell>
            </Row>
          );
        })}
      </tbody>
    </Table>
  );
}
