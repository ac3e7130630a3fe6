import { Button } from 'react-aria-components/Button';
import { Toolbar } from 'react-aria-components/Toolbar';
import { useMemo, type RefObject } from 'react';
import { isoWeek, type DateRange } from '../../../shared/calendar/days.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { weekSignsText } from '../../../shared/words/calendar-text.ts';
import { dayText } from '../../../shared/words/date-text.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { CalendarEvent } from './to-events.ts';
import { useWeeksInSight } from './use-weeks-in-sight.ts';
import { mondaysOf } from './week-heights.ts';
import { weekSigns, type WeekSigns } from './week-signs.ts';

interface WeekProps {
  readonly signs: WeekSigns;
  readonly isInSight: boolean;
  readonly onPress: () => void;
}

function Week({ signs, isInSight, onPress }: WeekProps) {
  const { monday, gaps, conflicts, holidays } = signs;
  const says = weekSignsText(signs);
  return (
    <Tooltip text={says}>
      <Button
        className="calendar-week"
        aria-label={says}
        data-seen={isInSight || undefined}
        onPress={onPress}
      >
        <b>W{isoWeek(monday)}</b>
        <span className="calendar-week-day">{dayText(monday)}</span>
        {conflicts > 0 ? <span className="calendar-week-bad">!</span> : null}
        {gaps > 0 ? <span className="calendar-week-gap" /> : null}
        {holidays.length > 0 ? <span className="calendar-week-feast" /> : null}
      </Button>
    </Tooltip>
  );
}

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
  const go = (monday: LocalDate): void => {
    reveal(monday);
    root.current?.querySelector(`.calendar-day[data-date="${monday}"]`)?.scrollIntoView({ block: 'start' });
  };
  return (
    <Toolbar className="calendar-weeks" aria-label="Weeks">
      {signs.map((week) => (
        <Week
          key={week.monday}
          signs={week}
          isInSight={inSight.has(week.monday)}
          onPress={() => go(week.monday)}
        />
      ))}
    </Toolbar>
  );
}
