import { TriangleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components/Button';
import type { PersonId } from '../../../shared/model/ids.ts';
import { lossText } from '../../../shared/words/comp-time-text.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import { signedMinutesText } from '../../../shared/words/ledger-text.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import type { Ledger, PersonRow } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly onChoose: (person: PersonId) => void;
}

/** Minutes, or a quiet dash for none: a column of zeros hides the few that are not. */
const orDash = (minutes: number): string => (minutes === 0 ? '–' : minutesText(minutes));

const signedOrDash = (minutes: number): string => (minutes === 0 ? '–' : signedMinutesText(minutes));

/** The next loss in words with a sign, never by colour alone. */
function NextLoss({ row }: { readonly row: PersonRow }) {
  const [next] = row.expiring;
  if (next === undefined || next.expiresOn === null) return <span className="text-muted">–</span>;
  return (
    <span className="inline-flex items-center gap-1.5 text-warning">
      <TriangleAlert size={13} aria-hidden className="shrink-0" />
      {lossText(next.open, next.expiresOn)}
    </span>
  );
}

function PersonLine({ row, onChoose }: { readonly row: PersonRow; readonly onChoose: Props['onChoose'] }) {
  const { person, balance, waiting, booked } = row;
  return (
    <Row className="hover:bg-hover">
      <RowHead>
        <AriaButton
          onPress={() => onChoose(person.id)}
          aria-label={`${person.name}: statement`}
          className="flex min-h-6 max-w-56 min-w-0 items-center gap-2 rounded-sm text-left underline decoration-border decoration-dotted underline-offset-3 data-hovered:decoration-solid"
        >
          <Avatar name={person.name} position={person.position} size={22} />
          <span className="truncate" dir="auto" title={person.name}>
            {person.name}
          </span>
          {person.archivedOn === null ? null : <span className="text-muted">archived</span>}
        </AriaButton>
      </RowHead>
      <Cell numeric>{orDash(balance.earned)}</Cell>
      <Cell numeric>{orDash(balance.adjusted)}</Cell>
      <Cell numeric>{orDash(-balance.taken)}</Cell>
      <Cell numeric>{orDash(-balance.expired)}</Cell>
      <Cell numeric className={`font-medium ${balance.open < 0 ? 'text-error' : ''}`}>
        {minutesText(balance.open)}
      </Cell>
      <Cell numeric>{orDash(booked)}</Cell>
      <Cell numeric>{signedOrDash(waiting)}</Cell>
      <Cell className="pl-5">
        <NextLoss row={row} />
      </Cell>
    </Row>
  );
}

/** What the team as a whole is owed: the figure that a works council or a budget asks for. */
function Totals({ people }: { readonly people: readonly PersonRow[] }) {
  const sum = (of: (row: PersonRow) => number): number => people.reduce((total, row) => total + of(row), 0);
  return (
    <tfoot>
      <tr className="font-medium">
        <RowHead className="font-medium!">Team</RowHead>
        <Cell numeric>{orDash(sum(({ balance }) => balance.earned))}</Cell>
        <Cell numeric>{orDash(sum(({ balance }) => balance.adjusted))}</Cell>
        <Cell numeric>{orDash(-sum(({ balance }) => balance.taken))}</Cell>
        <Cell numeric>{orDash(-sum(({ balance }) => balance.expired))}</Cell>
        <Cell numeric>{minutesText(sum(({ balance }) => balance.open))}</Cell>
        <Cell numeric>{orDash(sum(({ booked }) => booked))}</Cell>
        <Cell numeric>{signedOrDash(sum(({ waiting }) => waiting))}</Cell>
        <Cell />
      </tr>
    </tfoot>
  );
}

/** Everybody's balance at the end of today: earned and adjusted is taken, expired and open. */
export function BalancesTab({ ledger, onChoose }: Props) {
  const { people } = ledger;
  return (
    <Table caption="Balances of comp time today">
      <TableHead>
        <ColumnHead>Person</ColumnHead>
        <ColumnHead numeric>Earned</ColumnHead>
        <ColumnHead numeric>Adjusted</ColumnHead>
        <ColumnHead numeric>Taken</ColumnHead>
        <ColumnHead numeric>Expired</ColumnHead>
        <ColumnHead numeric>Open</ColumnHead>
        <ColumnHead numeric>Booked ahead</ColumnHead>
        <ColumnHead numeric>To approve</ColumnHead>
        <ColumnHead className="pl-5">Lost soon</ColumnHead>
      </TableHead>
      <tbody>
        {people.map((row) => (
          <PersonLine key={row.person.id} row={row} onChoose={onChoose} />
        ))}
      </tbody>
      {people.length > 1 ? <Totals people={people} /> : null}
    </Table>
  );
}
