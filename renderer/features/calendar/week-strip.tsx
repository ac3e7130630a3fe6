import { Button } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { memo, useCallback, useMemo, type RefObject } from 'react';
import { isoWeek, type DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { weekSignsText } from '../../../shared/words/calendar-text.ts';
import { dayText } from '../../../shared/words/date-text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { CalendarEvent } from './to-events.ts';
import { useWeeksInSight } from './use-weeks-in-sight.ts';
import { mondaysOf } from './week-heights.ts';
import { weekSigns, type WeekSigns } from './week-signs.ts';

interface WeekProps extends Omit<WeekSigns, 'holidays'> {
  readonly isFeast: boolean;
  /** All that its signs say. */
  readonly says: string;
  readonly isInSight: boolean;
  readonly onGo: (monday: LocalDate) => void;
}

/** Of values that compare as they stand, so that a drop draws those weeks again that it touched. */
const Week = memo(function Week({ monday, gaps, conflicts, isFeast, says, isInSight, onGo }: WeekProps) {
  return (
    <Tooltip text={says}>
      <Button
        className="calendar-week"
        aria-label={says}
        data-seen={isInSight || undefined}
        onPress={() => onGo(monday)}
      >
        <b>W{isoWeek(monday)}</b>
        <span className="calendar-week-day">{dayText(monday)}</span>
        {conflicts > 0 ? <span className="calendar-week-bad">!</span> : null}
        {gaps > 0 ? <span className="calendar-week-gap" /> : null}
        {isFeast ? <span className="calendar-week-feast" /> : null}
      </Button>
    </Tooltip>
  );
});

interface Props {
  readonly root: RefObject<HTMLElement | null>;
  readonly range: DateRange;
  readonly events: readonly CalendarEvent[];
  readonly reveal: (day: LocalDate) => void;
}

/** All weeks of the quarter in a line: which are in sight, where there are gaps, conflicts and holidays; a press goes there. */
export function WeekStrip({ root, range: { from, until }, events, reveal }: Props) {
  const mondays = useMemo(() => mondaysOf({ from, until }), [from, until]);
  const signs = useMemo(() => weekSigns(events, mondays), [events, mondays]);
  const inSight = useWeeksInSight(root, mondays);
  const go = useCallback(
    (monday: LocalDate): void => {
      reveal(monday);
      root.current?.querySelector(`.calendar-day[data-date="${monday}"]`)?.scrollIntoView({ block: 'start' });
    },
    [root, reveal],
  );
  return (
    <Toolbar className="calendar-weeks" aria-label="Weeks">
      {signs.map((week) => (
        <Week
          key={week.monday}
          monday={week.monday}
          gaps={week.gaps}
          conflicts={week.conflicts}
          isFeast={week.holidays.length > 0}
          says={weekSignsText(week)}
          isInSight={inSight.has(week.monday)}
          onGo={go}
        />
      ))}
    </Toolbar>
  );
}
