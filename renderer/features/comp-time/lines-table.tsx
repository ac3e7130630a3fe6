import { useState } from 'react';
import type { StatementLine } from '../../../shared/comp-time/statement.ts';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import { dayWithYearText, minutesText } from '../../../shared/words/date-text.ts';
import { entryText, lineKindText, signedMinutesText } from '../../../shared/words/ledger-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { Button } from '../../ui/button.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';
import { TakeBackDialog } from './take-back-dialog.tsx';
import type { Ledger } from './use-ledger.ts';

interface Props {
  readonly ledger: Ledger;
  readonly caption: string;
  readonly lines: readonly StatementLine[];
  readonly disabledReason: string | undefined;
  /** Shows whose each line is; then no running balance, which is of one person. */
  readonly withPerson: boolean;
}

interface LineProps extends Omit<Props, 'lines' | 'caption'> {
  readonly line: StatementLine;
  readonly onTakeBack: (entry: CompTimeEntry) => void;
}

function Line({ ledger, line, disabledReason, withPerson, onTakeBack }: LineProps) {
  const { entry, open, reversedBy } = line;
  const { workspace } = ledger;
  const text = entryText(workspace, entry);
  const fixed = entry.kind === 'reverse' || reversedBy !== null;
  return (
    <Row>
      <RowHead className="whitespace-nowrap">{dayWithYearText(entry.date)}</RowHead>
      {withPerson ? (
        <Cell>
          <span className="block max-w-44 truncate" dir="auto">
            {personName(workspace, entry.person)}
          </span>
        </Cell>
      ) : null}
      <Cell className="whitespace-nowrap">{lineKindText(entry, ledger.today)}</Cell>
      <Cell className="w-full py-1.5">
        <span className={reversedBy === null ? '' : 'text-muted line-through'}>{text}</span>
        {reversedBy === null ? null : <span className="text-muted"> taken back</span>}
        {entry.note === '' ? null : <span className="block text-label text-muted">{entry.note}</span>}
      </Cell>
      <Cell numeric className="whitespace-nowrap">
        {signedMinutesText(entry.minutes)}
      </Cell>
      {withPerson ? null : (
        <Cell numeric className="whitespace-nowrap">
          {minutesText(open)}
        </Cell>
      )}
      <Cell className="text-right">
        {fixed ? null : (
          <Button size="small" kind="quiet" disabledReason={disabledReason} onPress={() => onTakeBack(entry)}>
            Take back…
            <span className="sr-only"> {text}</span>
          </Button>
        )}
      </Cell>
    </Row>
  );
}

/** Lines of the ledger. None is ever changed: what stands can be taken back by a line of its own. */
export function LinesTable({ lines, caption, ...rest }: Props) {
  const [takingBack, setTakingBack] = useState<CompTimeEntry | null>(null);
  return (
    <>
      <Table caption={caption}>
        <TableHead>
          <ColumnHead>Date</ColumnHead>
          {rest.withPerson ? <ColumnHead>Person</ColumnHead> : null}
          <ColumnHead>What</ColumnHead>
          <ColumnHead>For</ColumnHead>
          <ColumnHead numeric>Time</ColumnHead>
          {rest.withPerson ? null : <ColumnHead numeric>Open</ColumnHead>}
          <ColumnHead>
            <span className="sr-only">Act</span>
          </ColumnHead>
        </TableHead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.entry.id} line={line} {...rest} onTakeBack={setTakingBack} />
          ))}
        </tbody>
      </Table>
      {takingBack === null ? null : (
        <TakeBackDialog ledger={rest.ledger} entry={takingBack} onClose={() => setTakingBack(null)} />
      )}
    </>
  );
}
