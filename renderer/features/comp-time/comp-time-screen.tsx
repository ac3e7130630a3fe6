import { CalendarPlus, Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { showHelp } from '../../state/help-store.ts';
import { explained } from '../../state/meaning.ts';
import { showScreen } from '../../state/view-store.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HelpLink } from '../../ui/help-link.tsx';
import { Term } from '../../ui/term.tsx';
import { ScrollPane } from '../../ui/scroll-pane.tsx';
import { Tabs, type TabEntry } from '../../ui/tabs.tsx';
import { settle } from './acts.ts';
import { BalancesTab } from './balances-tab.tsx';
import { BookDialog } from './book-dialog.tsx';
import { BookingsTab } from './bookings-tab.tsx';
import { creditOnce } from './credit-once.ts';
import { ExportMenu } from './export-menu.tsx';
import { LedgerTab } from './ledger-tab.tsx';
import { PersonPage } from './person-page.tsx';
import { RestTab } from './rest-tab.tsx';
import { SettleTab } from './settle-tab.tsx';
import { TermsTab } from './terms-tab.tsx';
import { useLedger, type Ledger } from './use-ledger.ts';

interface HeadProps {
  readonly ledger: Ledger;
  readonly disabledReason: string | undefined;
  readonly onBook: () => void;
}

function Head({ ledger, disabledReason, onBook }: HeadProps) {
  const { due, people } = ledger;
  const waiting = due.settlements.length;
  return (
    <header className="flex flex-wrap items-start gap-2">
      <div className="flex min-w-60 flex-1 flex-col gap-0.5">
        <h2 className="text-title font-semibold">Comp time</h2>
        <p className="text-muted">
          Time off in return for what was served. Lines of the <Term {...explained('ledger')}>ledger</Term>{' '}
          are only added; a mistake is taken back by another line.
        </p>
        <HelpLink className="self-start" onPress={() => showHelp('time-off')}>
          How is this computed?
        </HelpLink>
      </div>
      <ExportMenu people={people.map(({ person }) => person.id)} />
      <Button icon={<CalendarPlus size={14} aria-hidden />} disabledReason={disabledReason} onPress={onBook}>
        Book time off…
      </Button>
      <Button
        kind="primary"
        icon={<Check size={14} aria-hidden />}
        disabledReason={
          disabledReason ?? (waiting === 0 ? 'Everything served so far is in the ledger' : undefined)
        }
        onPress={() => settle(due.settlements)}
      >
        {waiting === 0 ? 'Approve' : `Approve ${waiting}`}
      </Button>
    </header>
  );
}

/** Who earned, took and lost which time off, and what waits to be settled. */
export function CompTimeScreen() {
  const ledger = useLedger();
  const readOnly = useWorkspaceStore((state) => state.readOnlyBecause);
  const [person, setPerson] = useState<PersonId | null>(null);
  const [tab, setTab] = useState('balances');
  const [booking, setBooking] = useState<PersonId | 'anybody' | null>(null);
  const disabledReason = readOnly === null ? undefined : `Read only: ${readOnly}`;
  useEffect(() => {
    if (readOnly === null) creditOnce(ledger);
  }, [ledger, readOnly]);
  const open = ledger.due.settlements.length + ledger.expired.length;
  const shown = ledger.people.find((row) => row.person.id === person);
  const tabs: readonly TabEntry[] = [
    {
      id: 'balances',
      title: 'Balances',
      content: () => <BalancesTab ledger={ledger} onChoose={setPerson} />,
    },
    {
      id: 'settle',
      title: open === 0 ? 'To settle' : `To settle (${open})`,
      content: () => <SettleTab ledger={ledger} disabledReason={disabledReason} />,
    },
    {
      id: 'booked',
      title: 'Booked',
      content: () => <BookingsTab ledger={ledger} disabledReason={disabledReason} />,
    },
    {
      id: 'ledger',
      title: 'Ledger',
      content: () => <LedgerTab ledger={ledger} disabledReason={disabledReason} />,
    },
    { id: 'terms', title: 'How it is earned', content: () => <TermsTab ledger={ledger} /> },
    { id: 'rest', title: 'Rest', content: () => <RestTab ledger={ledger} /> },
  ];
  return (
    <ScrollPane label="Comp time">
      <div className="mx-auto flex w-full max-w-300 flex-col gap-5 px-8 py-6">
        {ledger.people.length === 0 ? (
          <EmptyState
            title="Nobody to keep a balance for"
            action={<Button onPress={() => showScreen('people')}>Go to People</Button>}
          >
            Add people first; what they serve then earns time off by the policy.
          </EmptyState>
        ) : shown === undefined ? (
          <>
            <Head ledger={ledger} disabledReason={disabledReason} onBook={() => setBooking('anybody')} />
            <Tabs label="Comp time by" tabs={tabs} selected={tab} onSelect={setTab} />
          </>
        ) : (
          <PersonPage
            ledger={ledger}
            row={shown}
            disabledReason={disabledReason}
            onBack={() => setPerson(null)}
            onBook={() => setBooking(shown.person.id)}
          />
        )}
      </div>
      {booking === null ? null : (
        <BookDialog
          ledger={ledger}
          person={booking === 'anybody' ? null : booking}
          onClose={() => setBooking(null)}
        />
      )}
    </ScrollPane>
  );
}
