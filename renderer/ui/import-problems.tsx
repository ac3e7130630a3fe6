import { CircleAlert, CircleSlash, TriangleAlert } from 'lucide-react';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from './table.tsx';

/** Something about a file, by row and column. */
export interface ProblemLine {
  readonly row: number | null;
  readonly column: string | null;
  readonly what: string;
  readonly severity: 'error' | 'warning' | 'loss';
}

const severities = {
  error: { title: 'Error', icon: CircleAlert, look: 'text-error' },
  loss: { title: 'Left out', icon: CircleSlash, look: 'text-warning' },
  warning: { title: 'Note', icon: TriangleAlert, look: 'text-warning' },
} as const;
const rank = { error: 0, loss: 1, warning: 2 } as const;

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

function summary(problems: readonly ProblemLine[]): string {
  const of = (severity: ProblemLine['severity']): number =>
    problems.filter((problem) => problem.severity === severity).length;
  const [errors, losses, notes] = [of('error'), of('loss'), of('warning')];
  const parts = [
    errors > 0 ? counted(errors, 'error', 'errors') : '',
    losses > 0 ? `${losses} left out` : '',
    notes > 0 ? counted(notes, 'note', 'notes') : '',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}.${errors > 0 ? ' Nothing is taken over until the errors are mended in the file.' : ''}`;
}

interface Props {
  readonly problems: readonly ProblemLine[];
  /** What stands in the column: of a table its own, of many files which one. */
  readonly of?: string;
}

/** What is wrong with a file, by row and column, errors first; nothing where nothing is wrong. Rows are told where there are any. */
export function ImportProblems({ problems, of = 'Column' }: Props) {
  if (problems.length === 0) return null;
  const hasRows = problems.some(({ row }) => row !== null) || of === 'Column';
  const sorted = problems.toSorted(
    (a, b) => rank[a.severity] - rank[b.severity] || (a.row ?? 0) - (b.row ?? 0),
  );
  return (
    <div className="flex flex-col gap-1.5">
      <p role="status" className="font-medium">
        {summary(problems)}
      </p>
      <div
        className="max-h-48 overflow-auto rounded-md border border-divider bg-ground px-2 [--table-ground:var(--ground)]"
        tabIndex={0}
        role="region"
        aria-label="What is wrong with the file"
      >
        <Table caption="What is wrong with the file">
          <TableHead>
            {hasRows ? <ColumnHead>Row</ColumnHead> : null}
            <ColumnHead> </ColumnHead>
            <ColumnHead>{of}</ColumnHead>
            <ColumnHead className="w-full">What</ColumnHead>
          </TableHead>
          <tbody>
            {sorted.map(({ row, column, what, severity }, index) => {
              const { title, icon: Icon, look } = severities[severity];
              return (
                <Row key={`${row ?? ''} ${column ?? ''} ${index}`}>
                  {hasRows ? <RowHead className="text-muted">{row ?? '–'}</RowHead> : null}
                  <Cell>
                    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${look}`}>
                      <Icon size={13} aria-hidden />
                      {title}
                    </span>
                  </Cell>
                  <Cell className="whitespace-nowrap">{column ?? ''}</Cell>
                  <Cell className="py-1 wrap-anywhere">{what}</Cell>
                </Row>
              );
            })}
          </tbody>
        </Table>
      </div>
    </div>
  );
}
