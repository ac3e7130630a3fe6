import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { inOrder, linesOf } from '../../../shared/comp-time/ledger.ts';
import { statementOf, type StatementLine } from '../../../shared/comp-time/statement.ts';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import { entryKindText } from '../../../shared/words/ledger-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { LinesTable } from './lines-table.tsx';
import type { Ledger } from './use-ledger.ts';
import { counted } from '../../../shared/words/number-text.ts';

interface Props {
  readonly ledger: Ledger;
  readonly disabledReason: string | undefined;
}

type Kind = CompTimeEntry['kind'] | 'all';

const kinds: readonly { readonly id: Kind; readonly title: string }[] = [
  { id: 'all', title: 'All lines' },
  ...(['earn', 'take', 'expire', 'adjust', 'reverse'] as const).map((id) => ({
    id,
    title: entryKindText(id),
  })),
];

/** So many lines are shown at first, and so many more at each asking. */
const PAGE = 50;

function linesOfAll({ workspace, people }: Ledger, person: string): readonly StatementLine[] {
  return people
    .filter((row) => person === 'all' || row.person.id === person)
    .flatMap((row) => {
      const own = linesOf(workspace, row.person.id);
      const [first, last] = [own[0], own.at(-1)];
      if (first === undefined || last === undefined) return [];
      return statementOf(workspace, row.person.id, { from: first.date, to: last.date }).lines;
    })
    .sort((one, other) => inOrder(other.entry, one.entry));
}

/** Every line there is, the newest first. */
export function LedgerTab({ ledger, disabledReason }: Props) {
  const [person, setPerson] = useState('all');
  const [kind, setKind] = useState<Kind>('all');
  const [shown, setShown] = useState(PAGE);
  const all = linesOfAll(ledger, person);
  const lines = all.filter(({ entry }) => kind === 'all' || entry.kind === kind);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-end gap-3">
        <div className="w-56">
          <Select
            label="Person"
            options={[
              { id: 'all', title: 'Everybody' },
              ...ledger.people.map((row) => ({ id: row.person.id, title: row.person.name })),
            ]}
            value={person}
            onChange={setPerson}
          />
        </div>
        <div className="w-44">
          <Select label="What" options={kinds} value={kind} onChange={setKind} />
        </div>
        <p role="status" className="pb-1.5 text-muted">
          {counted(lines.length, 'line')}
        </p>
      </div>
      {lines.length === 0 ? (
        <EmptyState
          icon={<ScrollText size={28} aria-hidden />}
          title={all.length === 0 ? 'No lines yet' : 'No such lines'}
        >
          {all.length === 0
            ? 'What is approved, booked, written off or adjusted is written here, line by line.'
            : 'Choose another person or another kind.'}
        </EmptyState>
      ) : (
        <LinesTable
          ledger={ledger}
          caption="Lines of the ledger, the newest first"
          lines={lines.slice(0, shown)}
          disabledReason={disabledReason}
          withPerson
        />
      )}
      {lines.length > shown ? (
        <div>
          <Button onPress={() => setShown(shown + PAGE)}>
            Show {Math.min(PAGE, lines.length - shown)} more
          </Button>
        </div>
      ) : null}
    </div>
  );
}
