import { Diamond, Flag } from 'lucide-react';
import { memo } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { dateText, dayText, monthText } from '../../../shared/words/date-text.ts';
import { dueLine } from '../../../shared/words/due-text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import { Button as AriaButton } from 'react-aria-components/Button';
import { isDense, type Columns, type Span } from './layout.ts';
import { headHeight, sizes } from './sizes.ts';
import type { Week } from './weeks.ts';

/** What a screen reader hears of a week: "Week 3, 18 January, Martin Luther King Day". */
export function weekLabel(week: Week): string {
  const holidays = week.holidays.map(({ name, tentative }) => (tentative ? `${name} (tentative)` : name));
  const dues =
    week.dues.length === 0
      ? []
      : [`deadlines: ${week.dues.map(({ title, status }) => dueLine(title, status)).join(', ')}`];
  const when = week.past ? ['over'] : week.current ? ['this week'] : [];
  return [`Week ${week.number}`, dateText(week.monday), ...holidays, ...dues, ...when].join(', ');
}

/** px that a month takes with its year in short, and alone. */
const [forShortMonth, forMonthAlone] = [62, 34];

/** A year has no room for whole names: they would run into the month after. */
export function monthTitle(monday: LocalDate, width: number, dense: boolean): string {
  const whole = monthText(monday);
  if (!dense) return whole;
  const name = whole.slice(0, 3);
  if (width < forMonthAlone) return '';
  return width < forShortMonth ? name : `${name} ${monday.slice(0, 4)}`;
}

interface Month {
  readonly key: string;
  readonly first: number;
  readonly count: number;
  readonly monday: LocalDate;
}

/** Runs of weeks whose Monday lies in one month. */
export function monthsOf(weeks: readonly Week[]): readonly Month[] {
  const months: Month[] = [];
  weeks.forEach(({ monday }, index) => {
    const key = monday.slice(0, 7);
    const last = months[months.length - 1];
    if (last !== undefined && last.key === key)
      months[months.length - 1] = { ...last, count: last.count + 1 };
    else months.push({ key, first: index, count: 1, monday });
  });
  return months;
}

/** What is kept and what falls due in a week, a line each. */
const marksOf = (week: Week): readonly string[] => [
  ...week.holidays.map(
    ({ name, date, tentative }) => `${dayText(date)}: ${name}${tentative ? ' (tentative)' : ''}`,
  ),
  ...week.dues.map(({ title, date, status }) => `${dayText(date)}: ${dueLine(title, status)}`),
];

function Marks({ week }: { readonly week: Week }) {
  const lines = marksOf(week);
  if (lines.length === 0) return null;
  return (
    <Tooltip text={lines.join(' · ')}>
      <AriaButton className="week-marks" excludeFromTabOrder aria-label={lines.join(', ')}>
        {week.holidays.length > 0 ? <Diamond size={12} className="week-holiday" aria-hidden="true" /> : null}
        {week.dues.length > 0 ? <Flag size={12} className="week-due" aria-hidden="true" /> : null}
      </AriaButton>
    </Tooltip>
  );
}

/** A week of the year: its number, and beneath it the signs alone. */
function DenseWeek({ week }: { readonly week: Week }) {
  const lines = marksOf(week);
  return (
    <>
      <span className="week-number">{week.number}</span>
      {lines.length === 0 ? null : (
        <span className="week-signs" title={lines.join(' · ')}>
          {week.holidays.length > 0 ? <Diamond size={8} className="week-holiday" aria-hidden="true" /> : null}
          {week.dues.length > 0 ? <Flag size={8} className="week-due" aria-hidden="true" /> : null}
        </span>
      )}
    </>
  );
}

interface Props {
  readonly weeks: readonly Week[];
  readonly columns: Columns;
  readonly span: Span;
  readonly corner: string;
}

/** Months and weeks above the plan; sticky, as wide as the weeks beneath. */
export const BoardHead = memo(function BoardHead({ weeks, columns, span, corner }: Props) {
  const left = (column: number) => columns.head + column * columns.week;
  return (
    <div
      className="board-head"
      role="row"
      aria-rowindex={1}
      style={{ height: headHeight, width: left(columns.count) }}
    >
      <div
        className="board-corner"
        role="columnheader"
        aria-colindex={1}
        style={{ width: columns.head, height: headHeight }}
      >
        {corner}
      </div>
      <div className="board-months" aria-hidden="true">
        {monthsOf(weeks).map((month) => (
          <div
            key={month.key}
            className="board-month"
            style={{ left: left(month.first), width: month.count * columns.week, height: sizes.monthBand }}
          >
            <span style={{ left: columns.head }}>
              {monthTitle(month.monday, month.count * columns.week, isDense(columns))}
            </span>
          </div>
        ))}
      </div>
      {weeks.slice(span.first, span.end).map((week, index) => {
        const column = span.first + index;
        return (
          <div
            key={week.monday}
            role="columnheader"
            aria-colindex={column + 2}
            aria-label={weekLabel(week)}
            className="board-week"
            data-past={week.past || undefined}
            data-current={week.current || undefined}
            data-holiday={week.holidays.length > 0 || undefined}
            data-dense={isDense(columns) || undefined}
            style={{ left: left(column), width: columns.week, top: sizes.monthBand, height: sizes.weekHead }}
          >
            {isDense(columns) ? (
              <DenseWeek week={week} />
            ) : (
              <>
                <span className="week-number">W{week.number}</span>
                <span className="week-day">{week.current ? 'This week' : dayText(week.monday)}</span>
                <Marks week={week} />
              </>
            )}
          </div>
        );
      })}
    </div>
  );
});
