import { ArrowLeft, CalendarPlus, SlidersHorizontal } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { addDays } from '../../../shared/calendar/days.ts';
import type { Lot } from '../../../shared/comp-time/balance.ts';
import { ledgerDays, statementOf } from '../../../shared/comp-time/statement.ts';
import { lossText } from '../../../shared/words/comp-time-text.ts';
import { dayWithYearText, minutesText } from '../../../shared/words/date-text.ts';
import { entryText } from '../../../shared/words/ledger-text.ts';
import { balanceRows } from '../../../shared/words/statement-page.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AdjustDialog } from './adjust-dialog.tsx';
import { BookingsTab } from './bookings-tab.tsx';
import { ExportMenu } from './export-menu.tsx';
import { LinesTable } from './lines-table.tsx';
import type { Ledger, PersonRow } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly row: PersonRow;
  readonly disabledReason: string | undefined;
  readonly onBack: () => void;
  readonly onBook: () => void;
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-1">
      <h3 className="text-section font-semibold">{title}</h3>
      {children}
    </section>
  );
}

/** Five figures that add up: the first two less the next two are the last. What is booked for days ahead stands apart. */
function Figures({ row }: { readonly row: PersonRow }) {
  const signs = ['', '+', '−', '−', '='];
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-3">
      {balanceRows(row.balance).map(([name, minutes], place) => (
        <div key={name} className="flex flex-col">
          <dt className="text-label text-muted">{name}</dt>
          <dd
            className={`text-title tabular-nums ${name === 'Open' ? 'font-semibold' : ''} ${minutes < 0 && name === 'Open' ? 'text-error' : ''}`}
          >
            <span className="text-muted">{signs[place]} </span>
            {minutesText(name === 'Open' || name === 'Adjusted' ? minutes : Math.abs(minutes))}
          </dd>
        </div>
      ))}
      {row.booked === 0 ? null : (
        <div className="flex flex-col">
          <dt className="text-label text-muted">Booked ahead</dt>
          <dd className="text-title text-muted tabular-nums">{minutesText(row.booked)}</dd>
        </div>
      )}
    </dl>
  );
}

/** More than these are counted, not listed: they are the last to be taken. */
const MOST_LOTS = 20;

function Lots({ ledger, row }: Pick<Props, 'ledger' | 'row'>) {
  const { lots, owed } = row.balance;
  if (owed > 0)
    return (
      <p className="text-error">
        {minutesText(owed)} were taken ahead. What is earned next pays them back first.
      </p>
    );
  if (lots.length === 0) return <p className="text-muted">Nothing stands open.</p>;
  return (
    <>
      <ol>
        {lots.slice(0, MOST_LOTS).map((lot) => {
          const line = ledger.workspace.compTime[lot.entry];
          const soon = row.expiring.some(({ entry }) => entry === lot.entry);
          return (
            <li
              key={lot.entry}
              className="flex min-h-8 flex-wrap items-center gap-x-3 border-b border-divider"
            >
              <span className="w-24 tabular-nums">{minutesText(lot.open)}</span>
              <span className="min-w-0 flex-1">
                {line === undefined ? '' : entryText(ledger.workspace, line)}
              </span>
              <Until lot={lot} soon={soon} today={ledger.today} />
            </li>
          );
        })}
      </ol>
      {lots.length > MOST_LOTS ? (
        <p className="pt-1 text-muted">And {lots.length - MOST_LOTS} younger ones.</p>
      ) : null}
    </>
  );
}

/** Until when something can be taken, in words that say when it is too late. */
function Until({ lot, soon, today }: { readonly lot: Lot; readonly soon: boolean; readonly today: string }) {
  const { expiresOn, open } = lot;
  if (expiresOn === null) return <span className="text-muted">never expires</span>;
  if (expiresOn <= today)
    return <span className="text-error">× expired on {dayWithYearText(expiresOn)}</span>;
  return soon ? (
    <span className="text-warning">! {lossText(open, expiresOn)}</span>
  ) : (
    <span className="text-muted">until {dayWithYearText(addDays(expiresOn, -1))}</span>
  );
}

/** So many lines are shown at first, and so many more at each asking. */
const MOST_LINES = 50;

/** One person's statement: balance, what stands open and until when, what is booked, and every line. */
export function PersonPage({ ledger, row, disabledReason, onBack, onBook }: Props) {
  const { workspace } = ledger;
  const { person } = row;
  const [adjusting, setAdjusting] = useState(false);
  const [shown, setShown] = useState(MOST_LINES);
  const days = ledgerDays(workspace, person.id);
  const lines = days === null ? [] : [...statementOf(workspace, person.id, days).lines].reverse();
  return (
    <>
      <header className="flex flex-wrap items-center gap-2">
        <Button
          kind="quiet"
          className="-ml-3"
          icon={<ArrowLeft size={14} aria-hidden />}
          onPress={onBack}
          autoFocus
        >
          All balances
        </Button>
        <div className="flex min-w-40 flex-1 items-center gap-2">
          <Avatar name={person.name} position={person.position} size={24} />
          <h2 className="min-w-0 truncate text-title font-semibold" dir="auto" title={person.name}>
            {person.name}
          </h2>
        </div>
        <ExportMenu people={[person.id]} />
        <Button
          icon={<SlidersHorizontal size={14} aria-hidden />}
          disabledReason={disabledReason}
          onPress={() => setAdjusting(true)}
        >
          Adjust…
        </Button>
        <Button
          kind="primary"
          icon={<CalendarPlus size={14} aria-hidden />}
          disabledReason={
            disabledReason ?? (person.archivedOn === null ? undefined : 'Archived: no leave can be booked')
          }
          onPress={onBook}
        >
          Book time off…
        </Button>
      </header>
      <Figures row={row} />
      <div className="grid grid-cols-2 gap-8 max-[1100px]:grid-cols-1">
        <Part title="Open, the oldest first">
          <Lots ledger={ledger} row={row} />
        </Part>
        <Part title="Booked">
          <BookingsTab ledger={ledger} disabledReason={disabledReason} person={person.id} />
        </Part>
      </div>
      <Part title="Lines, the newest first">
        {lines.length === 0 ? (
          <EmptyState title="No lines yet">
            What {person.name} serves on days that the policy names is written here.
          </EmptyState>
        ) : (
          <LinesTable
            ledger={ledger}
            caption={`Lines of ${person.name}, the newest first`}
            lines={lines.slice(0, shown)}
            disabledReason={disabledReason}
            withPerson={false}
          />
        )}
        {lines.length > shown ? (
          <div className="pt-2">
            <Button onPress={() => setShown(shown + MOST_LINES)}>
              Show {Math.min(MOST_LINES, lines.length - shown)} more
            </Button>
          </div>
        ) : null}
      </Part>
      {adjusting ? (
        <AdjustDialog ledger={ledger} person={person} onClose={() => setAdjusting(false)} />
      ) : null}
    </>
  );
}
