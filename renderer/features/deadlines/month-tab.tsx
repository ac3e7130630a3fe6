import { CalendarCheck2, ChevronLeft, ChevronRight } from 'lucide-react';
import { useMemo } from 'react';
import { addMonths } from '../../../shared/calendar/days.ts';
import { dueRows, stillOpen, type DueRow } from '../../../shared/deadlines/deliveries.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { monthText } from '../../../shared/words/date-text.ts';
import { monthOf } from '../../../shared/words/deadline-text.ts';
import { useWorkspace } from '../../state/workspace-store.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DueTable } from './due-table.tsx';
import type { Moment } from '../../state/use-moment.ts';

interface Props {
  readonly moment: Moment;
  /** The first day of the month on view. */
  readonly month: LocalDate;
  readonly onMonth: (month: LocalDate) => void;
  readonly disabledReason: string | undefined;
  readonly onRecord: (row: DueRow) => void;
  readonly onRule: (row: DueRow) => void;
}

/** One month of deliveries, and before it what is late from the months before. */
export function MonthTab({ moment, month, onMonth, disabledReason, onRecord, onRule }: Props) {
  const workspace = useWorkspace();
  const here = monthOf(moment.today).from;
  const rows = useMemo(() => dueRows(workspace, monthOf(month), moment.now), [workspace, month, moment.now]);
  const late = useMemo(
    () => (month < here ? [] : stillOpen(workspace, month, moment.now)),
    [workspace, month, here, moment.now],
  );
  const acts = { moment, disabledReason, onRecord, onRule };
  return (
    <div className="flex flex-col gap-4">
      <div className="flex items-center gap-1" role="group" aria-label="Month">
        <IconButton
          label="Previous month"
          icon={<ChevronLeft size={16} aria-hidden />}
          onPress={() => onMonth(addMonths(month, -1))}
        />
        <h3 className="min-w-36 text-center text-section font-medium" aria-live="polite">
          {monthText(month)}
        </h3>
        <IconButton
          label="Next month"
          icon={<ChevronRight size={16} aria-hidden />}
          onPress={() => onMonth(addMonths(month, 1))}
        />
        {month === here ? null : (
          <Button size="small" kind="quiet" onPress={() => onMonth(here)}>
            Back to {monthText(here)}
          </Button>
        )}
      </div>
      {late.length === 0 ? null : (
        <section className="flex flex-col gap-1">
          <h3 className="font-medium text-error">Late, from before {monthText(month)}</h3>
          <DueTable caption={`Late, from before ${monthText(month)}`} rows={late} {...acts} />
        </section>
      )}
      {rows.length === 0 ? (
        <EmptyState
          title={`Nothing falls due in ${monthText(month)}`}
          icon={<CalendarCheck2 size={28} aria-hidden />}
        >
          No rule names a day of this month.
        </EmptyState>
      ) : (
        <DueTable caption={`Due in ${monthText(month)}`} rows={rows} {...acts} />
      )}
    </div>
  );
}
