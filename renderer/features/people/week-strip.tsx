import { Ban, ChevronLeft, ChevronRight, Heart } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { addDays, isoWeek, mondayOf } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Wish } from '../../../shared/model/person.ts';
import { weekCellText } from '../../../shared/words/people-text.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  afterClick,
  inYear,
  rowsOf,
  weekAfterKey,
  weeksOfYear,
  wishOf,
  withWish,
  yearOf,
} from './week-cells.ts';

interface Props {
  readonly wishes: readonly Wish[];
  readonly onChange: (wishes: readonly Wish[]) => void;
  readonly today: LocalDate;
  /** The week that the cursor begins at. */
  readonly from: LocalDate;
  /** Mondays of weeks in which somebody is on call. */
  readonly onCall: ReadonlySet<LocalDate>;
}

const looks = {
  want: 'border-ok bg-selection text-ok',
  avoid: 'hatched border-error text-error',
  none: 'border-divider bg-ground text-ink',
} as const;

interface CellProps {
  readonly monday: LocalDate;
  readonly wish: Wish['kind'] | null;
  readonly onCall: boolean;
  readonly past: boolean;
  readonly isCursor: boolean;
  readonly onPick: () => void;
}

function WeekCell({ monday, wish, onCall, past, isCursor, onPick }: CellProps) {
  const Sign = wish === 'want' ? Heart : Ban;
  return (
    <div role="gridcell" aria-selected={wish !== null}>
      <button
        type="button"
        data-week={monday}
        tabIndex={isCursor ? 0 : -1}
        aria-disabled={past}
        aria-label={weekCellText(monday, addDays(monday, 6), { wish, onCall, past })}
        title={weekCellText(monday, addDays(monday, 6), { wish, onCall, past })}
        onClick={onPick}
        className={classes(
          'relative flex h-9 w-full flex-col items-center justify-start rounded border pt-0.5 text-label',
          looks[wish ?? 'none'],
          past && 'text-muted',
        )}
      >
        {isoWeek(monday)}
        {wish === null ? null : <Sign size={10} strokeWidth={2.5} aria-hidden />}
        {onCall ? (
          <span aria-hidden className="absolute inset-x-1 bottom-0.5 h-0.75 rounded-full bg-accent" />
        ) : null}
      </button>
    </div>
  );
}

/** The weeks of a year, a quarter a row: a click or a key says wanted, avoided, or neither. Weeks that are over stay. */
export function WeekStrip({ wishes, onChange, today, from, onCall }: Props) {
  const thisWeek = mondayOf(today);
  const [cursor, setCursor] = useState(mondayOf(from));
  const grid = useRef<HTMLDivElement>(null);
  const follow = useRef(false);
  const year = yearOf(cursor);
  useEffect(() => {
    if (!follow.current) return;
    follow.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-week="${cursor}"]`)?.focus();
  }, [cursor]);

  const set = (monday: LocalDate, kind: Wish['kind'] | null): void => {
    setCursor(monday);
    if (monday >= thisWeek) onChange(withWish(wishes, monday, kind));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = weekAfterKey(event.key, cursor);
    const letter = event.key.toLowerCase();
    if (next !== null) {
      follow.current = true;
      setCursor(next);
    } else if (letter === 'w') set(cursor, 'want');
    else if (letter === 'a') set(cursor, 'avoid');
    else if (event.key === 'Delete' || event.key === 'Backspace') set(cursor, null);
    else return;
    event.preventDefault();
  };
  const rows = rowsOf(weeksOfYear(year));
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-center gap-1">
        <IconButton
          label="Year before"
          icon={<ChevronLeft size={14} aria-hidden />}
          onPress={() => setCursor(inYear(cursor, -1))}
        />
        <span aria-live="polite" className="w-12 text-center font-medium">
          {year}
        </span>
        <IconButton
          label="Year after"
          icon={<ChevronRight size={14} aria-hidden />}
          onPress={() => setCursor(inYear(cursor, 1))}
        />
        <span className="ml-auto flex items-center gap-3 text-label text-muted">
          <span className="flex items-center gap-1">
            <Heart size={11} className="text-ok" aria-hidden /> wanted
          </span>
          <span className="flex items-center gap-1">
            <Ban size={11} className="text-error" aria-hidden /> avoided
          </span>
          <span className="flex items-center gap-1">
            <span aria-hidden className="h-0.75 w-3 rounded-full bg-accent" /> on call
          </span>
        </span>
      </div>
      <div
        ref={grid}
        role="grid"
        tabIndex={-1}
        aria-label={`Weeks of ${year}`}
        onKeyDown={onKeyDown}
        className="flex flex-col gap-1"
      >
        {rows.map((weeks, row) => (
          <div key={row} role="row" className="flex items-center gap-1">
            <span role="rowheader" className="w-6 shrink-0 text-label text-muted">
              Q{row + 1}
            </span>
            <div role="presentation" className="grid flex-1 grid-cols-14 gap-0.5">
              {weeks.map((monday) => {
                const wish = wishOf(wishes, monday);
                return (
                  <WeekCell
                    key={monday}
                    monday={monday}
                    wish={wish}
                    onCall={onCall.has(monday)}
                    past={monday < thisWeek}
                    isCursor={monday === cursor}
                    onPick={() => set(monday, afterClick(wish))}
                  />
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <p className="text-label text-muted">
        Click a week, or move with the arrows: W wanted, A avoided, Delete neither.
      </p>
    </div>
  );
}
