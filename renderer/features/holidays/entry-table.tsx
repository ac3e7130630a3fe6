import { Pencil, Trash2 } from 'lucide-react';
import type { Holiday, HolidaySet } from '../../../shared/model/holiday.ts';
import { dayOfYearText } from '../../../shared/words/holiday-text.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { explained } from '../../state/meaning.ts';
import { Term } from '../../ui/term.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableHead } from '../../ui/table.tsx';

interface Props {
  readonly set: HolidaySet;
  readonly entries: readonly Holiday[];
  readonly onEdit: (holiday: Holiday) => void;
  readonly onStrike: (holiday: Holiday) => void;
}

/** The days of a set, each with the day it is observed on, what it weighs and where it comes from. */
export function EntryTable({ set, entries, onEdit, onStrike }: Props) {
  if (entries.length === 0)
    return (
      <p className="text-muted">No days yet. Add them by hand, or take over what the library suggests.</p>
    );
  const locked = set.locked ? 'This year is locked: unlock it to change its days' : undefined;
  return (
    <Table caption={`Holidays of ${set.region} ${set.year}`}>
      <TableHead>
        <ColumnHead>Holiday</ColumnHead>
        <ColumnHead>Day</ColumnHead>
        <ColumnHead>
          <Term {...explained('observed')}>Observed</Term>
        </ColumnHead>
        <ColumnHead numeric>Weight</ColumnHead>
        <ColumnHead className="pl-5">Source</ColumnHead>
        <ColumnHead>
          <span className="sr-only">Change</span>
        </ColumnHead>
      </TableHead>
      <tbody>
        {entries.map((holiday) => (
          <Row key={holiday.id}>
            <RowHead className="font-medium wrap-anywhere">
              {holiday.name}
              {holiday.tentative ? (
                <span className="ml-2 rounded-full border border-dashed border-border px-1.5 text-label font-normal text-muted">
                  tentative
                </span>
              ) : null}
            </RowHead>
            <Cell className="whitespace-nowrap">{dayOfYearText(holiday.actual, set.year)}</Cell>
            <Cell className="whitespace-nowrap">
              {holiday.observed === null ? (
                <span className="text-muted">same day</span>
              ) : (
                dayOfYearText(holiday.observed, set.year)
              )}
            </Cell>
            <Cell numeric className="whitespace-nowrap">
              {holiday.weightPercent} %
            </Cell>
            <Cell className="pl-5 text-muted wrap-anywhere">{holiday.source}</Cell>
            <Cell className="w-18">
              <span className="flex justify-end">
                <IconButton
                  label={`Change ${holiday.name}`}
                  icon={<Pencil size={14} aria-hidden />}
                  disabledReason={locked}
                  onPress={() => onEdit(holiday)}
                />
                <IconButton
                  label={`Strike out ${holiday.name}`}
                  icon={<Trash2 size={14} aria-hidden />}
                  disabledReason={locked}
                  onPress={() => onStrike(holiday)}
                />
              </span>
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}
