import type { ReactNode } from 'react';
import { classes } from './classes.ts';

interface Props {
  /** What the table is, for screen readers; shown above it unless `quiet`. */
  readonly caption: string;
  readonly quiet?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A table of figures and words: one look for all screens. Rows are plain `tr`s of `RowHead` and `Cell`. */
export function Table({ caption, quiet = true, className, children }: Props) {
  return (
    <table className={classes('w-full border-collapse text-left', className)}>
      <caption className={quiet ? 'sr-only' : 'pb-1 text-left text-section font-medium'}>{caption}</caption>
      {children}
    </table>
  );
}

/** The row of column heads; it stays in sight while the rows scroll beneath it. */
export function TableHead({ children }: { readonly children: ReactNode }) {
  return (
    <thead className="sticky top-0 z-1 bg-(--table-ground,var(--ground))">
      <tr className="text-label text-muted shadow-[inset_0_-1px_0_var(--divider)]">{children}</tr>
    </thead>
  );
}

interface CellProps {
  /** Figures stand at the right, so that their places line up. */
  readonly numeric?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function ColumnHead({ numeric = false, className, children }: CellProps) {
  return (
    <th
      scope="col"
      className={classes(
        'h-8 px-2 font-medium whitespace-nowrap first:pl-0',
        numeric && 'text-right',
        className,
      )}
    >
      {children}
    </th>
  );
}

/** A row of the body, with its line beneath. */
export function Row({ className, children }: CellProps) {
  return <tr className={classes('border-b border-divider', className)}>{children}</tr>;
}

export function RowHead({ className, children }: CellProps) {
  return (
    <th scope="row" className={classes('h-8 px-2 text-left font-normal first:pl-0', className)}>
      {children}
    </th>
  );
}

export function Cell({ numeric = false, className, children }: CellProps) {
  return (
    <td className={classes('h-8 px-2 first:pl-0', numeric && 'text-right tabular-nums', className)}>
      {children}
    </td>
  );
}
