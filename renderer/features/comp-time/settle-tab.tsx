import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import { MOST_WRITTEN_OFF } from '../../../shared/editing/comp-time-steps.ts';
import { comingUp, type Settlement } from '../../../shared/comp-time/settlements.ts';
import { lossText, settlementText, settlementTitle } from '../../../shared/words/comp-time-text.ts';
import { dayWithWeekdayText, dayWithYearText, minutesText } from '../../../shared/words/date-text.ts';
import { entryText, occasionText } from '../../../shared/words/ledger-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { settle, writeOff } from './acts.ts';
import { DeclineDialog } from './decline-dialog.tsx';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly disabledReason: string | undefined;
}

/** More rows than this are settled together, not read one by one. */
const MOST_ROWS = 50;
/** How far ahead provisional earnings are shown. */
const AHEAD_DAYS = 56;

function Waiting({ ledger, disabledReason }: Props) {
  const { workspace, due } = ledger;
  const [declining, setDeclining] = useState<Settlement | null>(null);
  if (due.settlements.length === 0)
    return (
      <p className="flex items-center gap-2">
        <CircleCheck size={16} aria-hidden className="shrink-0 text-ok" />
        Nothing waits for you: what was served so far stands in the ledger as it was served.
      </p>
    );
  return (
    <>
      <Table caption="Served, and not in the ledger as it was served">
        <TableHead>
          <ColumnHead>Day</ColumnHead>
          <ColumnHead>What</ColumnHead>
          <ColumnHead>What it does</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Act</span>
          </ColumnHead>
        </TableHead>
        <tbody>
          {due.settlements.slice(0, MOST_ROWS).map((settlement) => {
            const title = settlementTitle(workspace, settlement);
            const verb = settlement.takeBack.length === 0 ? 'Approve' : 'Correct';
            return (
              <Row key={settlement.occasion}>
                <RowHead className="whitespace-nowrap">{dayWithYearText(settlement.date)}</RowHead>
                <Cell className="py-1.5">{title}</Cell>
                <Cell className="w-1/2 py-1.5">{settlementText(workspace, settlement)}</Cell>
                <Cell className="text-right whitespace-nowrap">
                  {settlement.takeBack.length === 0 ? (
                    <Button
                      size="small"
                      kind="quiet"
                      disabledReason={disabledReason}
                      onPress={() => setDeclining(settlement)}
                    >
                      Decline…
                      <span className="sr-only"> {title}</span>
                    </Button>
                  ) : null}
                  <Button size="small" disabledReason={disabledReason} onPress={() => settle([settlement])}>
                    {verb}
                    <span className="sr-only">: {title}</span>
                  </Button>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
      {due.settlements.length > MOST_ROWS ? (
        <p className="text-muted">And {due.settlements.length - MOST_ROWS} more; Approve settles them too.</p>
      ) : null}
      {declining === null ? null : (
        <DeclineDialog ledger={ledger} settlement={declining} onClose={() => setDeclining(null)} />
      )}
    </>
  );
}

function Expired({ ledger, disabledReason }: Props) {
  const { workspace, expired } = ledger;
  if (expired.length === 0) return null;
  return (
    <section aria-labelledby="expired-head" className="flex flex-col gap-1">
      <div className="flex items-center gap-2">
        <h3 id="expired-head" className="flex-1 text-section font-semibold">
          Expired
        </h3>
        <Button disabledReason={disabledReason} onPress={() => writeOff(expired)}>
          {expired.length > MOST_WRITTEN_OFF ? `Write off the first ${MOST_WRITTEN_OFF}` : 'Write off all'}
        </Button>
      </div>
      <Table caption="Expired and not written off yet">
        <TableHead>
          <ColumnHead>Person</ColumnHead>
          <ColumnHead>Earned for</ColumnHead>
          <ColumnHead>Lost on</ColumnHead>
          <ColumnHead numeric>Time</ColumnHead>
          <ColumnHead>
            <span className="sr-only">Act</span>
          </ColumnHead>
        </TableHead>
        <tbody>
          {expired.slice(0, MOST_ROWS).map((one) => {
            const line = workspace.compTime[one.entry];
            const name = personName(workspace, one.person);
            return (
              <Row key={one.entry}>
                <RowHead>{name}</RowHead>
                <Cell>{line === undefined ? '' : entryText(workspace, line)}</Cell>
                <Cell className="whitespace-nowrap">{dayWithYearText(one.on)}</Cell>
                <Cell numeric>{minutesText(one.minutes)}</Cell>
                <Cell className="text-right">
                  <Button size="small" disabledReason={disabledReason} onPress={() => writeOff([one])}>
                    Write off
                    <span className="sr-only">
                      {' '}
                      {minutesText(one.minutes)} of {name}
                    </span>
                  </Button>
                </Cell>
              </Row>
            );
          })}
        </tbody>
      </Table>
      {expired.length > MOST_ROWS ? (
        <p className="text-muted">And {expired.length - MOST_ROWS} more.</p>
      ) : null}
    </section>
  );
}

/** What is lost soon, for everybody, so that it can still be taken. */
function LostSoon({ ledger }: { readonly ledger: Ledger }) {
  const rows = ledger.people.flatMap(({ person, expiring }) => expiring.map((lot) => ({ person, lot })));
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="soon-head" className="flex flex-col gap-1">
      <h3 id="soon-head" className="text-section font-semibold">
        Lost soon
      </h3>
      <ul>
        {rows.slice(0, MOST_ROWS).map(({ person, lot }) => (
          <li key={lot.entry} className="flex min-h-8 items-center gap-2 border-b border-divider">
            <span className="font-medium">{person.name}</span>
            <span className="text-warning">
              {lot.expiresOn === null ? '' : lossText(lot.open, lot.expiresOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ComingUp({ ledger }: { readonly ledger: Ledger }) {
  const { workspace, today } = ledger;
  const rows = comingUp(workspace, today, addDays(today, AHEAD_DAYS));
  return (
    <section aria-labelledby="ahead-head" className="flex flex-col gap-1">
      <h3 id="ahead-head" className="text-section font-semibold">
        Earned when the day is over
      </h3>
      {rows.length === 0 ? (
        <p className="text-muted">Nothing that the plan has for the next eight weeks earns time off.</p>
      ) : (
        <ul>
          {rows.slice(0, MOST_ROWS).map((earning) => (
            <li
              key={`${earning.person} ${earning.source.shift ?? ''} ${earning.date}`}
              className="flex min-h-8 flex-wrap items-center gap-x-3 border-b border-divider"
            >
              <span className="w-24 whitespace-nowrap">{dayWithWeekdayText(earning.date)}</span>
              <span className="min-w-0 flex-1">
                {personName(workspace, earning.person)}, {occasionText(workspace, earning)}
              </span>
              <span className="tabular-nums">{minutesText(earning.minutes)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What the lead has to say yes to, what has expired, and what is coming. */
export function SettleTab({ ledger, disabledReason }: Props) {
  return (
    <div className="flex flex-col gap-7">
      <Waiting ledger={ledger} disabledReason={disabledReason} />
      {ledger.due.lapsed === 0 ? null : (
        <p className="text-muted">
          {ledger.due.lapsed} earlier {ledger.due.lapsed === 1 ? 'earning was' : 'earnings were'} never
          credited and would have expired by now.
        </p>
      )}
      <Expired ledger={ledger} disabledReason={disabledReason} />
      <LostSoon ledger={ledger} />
      <ComingUp ledger={ledger} />
    </div>
  );
}
