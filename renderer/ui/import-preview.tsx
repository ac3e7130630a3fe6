import { useState } from 'react';
import { ChevronLeft, ChevronRight, Equal, Minus, Pencil, Plus, Slash, type LucideIcon } from 'lucide-react';
import { Checkbox } from './checkbox.tsx';
import { IconButton } from './icon-button.tsx';
import { SegmentedControl } from './segmented-control.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from './table.tsx';

/** What taking a file over would do to one record. */
export type PreviewSign = 'new' | 'changed' | 'same' | 'gone' | 'left-out';

export interface PreviewCell {
  readonly text: string;
  /** What stands there now, where the file says otherwise. */
  readonly before?: string | undefined;
}

export interface PreviewRow {
  readonly key: string;
  /** The row of the file; null for what is only in the plan, and where files have no rows. */
  readonly row: number | null;
  readonly sign: PreviewSign;
  readonly cells: readonly PreviewCell[];
  /** Whether it is taken over, where the lead can say so; left out for what no tick can change. */
  readonly isTaken?: boolean;
}

const signs: Readonly<
  Record<PreviewSign, { readonly title: string; readonly icon: LucideIcon; readonly look: string }>
> = {
  new: { title: 'New', icon: Plus, look: 'text-ok' },
  changed: { title: 'Changed', icon: Pencil, look: 'text-warning' },
  same: { title: 'Same', icon: Equal, look: 'text-muted' },
  gone: { title: 'Gone', icon: Minus, look: 'text-error' },
  'left-out': { title: 'Left out', icon: Slash, look: 'text-muted' },
};
const inOrder: readonly PreviewSign[] = ['new', 'changed', 'gone', 'left-out', 'same'];

/** Rows in sight at once; ten thousand would keep the window busy for seconds. */
const PAGE = 100;

function SignOf({ sign }: { readonly sign: PreviewSign }) {
  const { title, icon: Icon, look } = signs[sign];
  return (
    <span className={`inline-flex items-center gap-1 whitespace-nowrap ${look}`}>
      <Icon size={13} aria-hidden />
      {title}
    </span>
  );
}

function Shown({ cell }: { readonly cell: PreviewCell }) {
  if (cell.before === undefined) return <>{cell.text}</>;
  return (
    <>
      <span className="font-medium">{cell.text === '' ? 'none' : cell.text}</span>{' '}
      <span className="text-muted">was {cell.before === '' ? 'none' : cell.before}</span>
    </>
  );
}

interface PagerProps {
  readonly first: number;
  readonly count: number;
  readonly onFirst: (first: number) => void;
}

function Pager({ first, count, onFirst }: PagerProps) {
  if (count <= PAGE) return null;
  return (
    <div className="flex items-center gap-1 text-label text-muted">
      Rows {first + 1}–{Math.min(first + PAGE, count)} of {count}
      <IconButton
        label="Rows before"
        icon={<ChevronLeft size={14} aria-hidden />}
        disabledReason={first === 0 ? 'These are the first' : undefined}
        onPress={() => onFirst(first - PAGE)}
      />
      <IconButton
        label="Rows after"
        icon={<ChevronRight size={14} aria-hidden />}
        disabledReason={first + PAGE >= count ? 'These are the last' : undefined}
        onPress={() => onFirst(first + PAGE)}
      />
    </div>
  );
}

interface Props {
  /** What the table is, for screen readers. */
  readonly caption: string;
  /** Heads of the cells, in their order; row and sign have their own. */
  readonly columns: readonly string[];
  readonly rows: readonly PreviewRow[];
  /** Takes rows over, or leaves them out; without it there is nothing to tick. */
  readonly onTake?: (rows: readonly PreviewRow[], takes: boolean) => void;
}

interface TickProps {
  readonly rows: readonly PreviewRow[];
  readonly name: string;
  readonly onTake: NonNullable<Props['onTake']>;
}

/** A tick for one row, or for all that are shown; none where nothing can be said about them. */
function Tick({ rows, name, onTake }: TickProps) {
  const open = rows.filter(({ isTaken }) => isTaken !== undefined);
  if (open.length === 0) return null;
  return (
    <Checkbox
      checked={open.every(({ isTaken }) => isTaken === true)}
      onChange={(takes) => onTake(open, takes)}
    >
      <span className="sr-only">{name}</span>
    </Checkbox>
  );
}

const nameOf = ({ row, cells }: PreviewRow): string =>
  [row === null ? 'Take' : `Take row ${row}`, ...cells.slice(0, 2).map(({ text }) => text)].join(', ');

/** Record by record, what taking a file over would do: added, changed from what, gone. Nothing has been done yet. */
export function ImportPreview({ caption, columns, rows, onTake }: Props) {
  const [sign, setSign] = useState<PreviewSign | 'all'>('all');
  const [first, setFirst] = useState(0);
  const counts = inOrder.map((id) => ({ id, count: rows.filter((row) => row.sign === id).length }));
  const present = counts.filter(({ count }) => count > 0);
  const chosen = sign !== 'all' && present.some(({ id }) => id === sign) ? sign : 'all';
  const shown = chosen === 'all' ? rows : rows.filter((row) => row.sign === chosen);
  const from = first < shown.length ? first : 0;
  const hasRows = rows.some(({ row }) => row !== null);
  const show = (next: PreviewSign | 'all'): void => {
    setSign(next);
    setFirst(0);
  };
  return (
    <div className="flex min-h-0 flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SegmentedControl
          label="Which rows are shown"
          value={chosen}
          onChange={show}
          options={[
            { id: 'all', title: `All ${rows.length}` },
            ...present.map(({ id, count }) => ({
              id,
              title: `${signs[id].title} ${count}`,
            })),
          ]}
        />
        <Pager first={from} count={shown.length} onFirst={setFirst} />
      </div>
      <div
        className="max-h-80 min-h-24 overflow-auto rounded-md border border-divider bg-ground px-2"
        tabIndex={0}
        role="region"
        aria-label={caption}
      >
        <Table caption={caption}>
          <TableHead>
            {onTake === undefined ? null : (
              <ColumnHead className="w-6">
                <Tick rows={shown} name={`Take all ${shown.length}`} onTake={onTake} />
              </ColumnHead>
            )}
            {hasRows ? <ColumnHead>Row</ColumnHead> : null}
            <ColumnHead> </ColumnHead>
            {columns.map((column) => (
              <ColumnHead key={column}>{column}</ColumnHead>
            ))}
          </TableHead>
          <tbody>
            {shown.slice(from, from + PAGE).map((row) => (
              <Row key={row.key} className={row.isTaken === false ? 'text-muted' : undefined}>
                {onTake === undefined ? null : (
                  <Cell>
                    <Tick rows={[row]} name={nameOf(row)} onTake={onTake} />
                  </Cell>
                )}
                {hasRows ? <RowHead className="text-muted">{row.row ?? '–'}</RowHead> : null}
                <Cell>
                  <SignOf sign={row.isTaken === false ? 'left-out' : row.sign} />
                </Cell>
                {row.cells.map((cell, index) => (
                  <Cell key={columns[index]} className="max-w-60 min-w-24 wrap-anywhere">
                    <Shown cell={cell} />
                  </Cell>
                ))}
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </div>
  );
}
