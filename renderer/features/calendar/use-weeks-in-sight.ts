import { useEffect, useState, type RefObject } from 'react';
import type { LocalDate } from '../../../shared/model/dates.ts';

/** At least so much of a week must be in sight for it to count, in px. */
const enough = 40;

/** The weeks that can be seen now, by their Mondays; read where their rows stand, whenever the calendar is scrolled. */
export function useWeeksInSight(
  root: RefObject<HTMLElement | null>,
  mondays: readonly LocalDate[],
): ReadonlySet<LocalDate> {
  const [inSight, setInSight] = useState('');
  useEffect(() => {
    const scroller = root.current?.querySelector('.calendar-scroll');
    if (scroller === null || scroller === undefined) return undefined;
    let frame = 0;
    const look = (): void => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        const { top, bottom } = scroller.getBoundingClientRect();
        const seen = mondays.filter((monday) => {
          const box = scroller.querySelector(`.calendar-day[data-date="${monday}"]`)?.getBoundingClientRect();
          return box !== undefined && box.bottom > top + enough && box.top < bottom - enough;
        });
        setInSight(seen.join(' '));
      });
    };
    // Rows find their heights after they are mounted.
    const timer = setTimeout(look, 150);
    scroller.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [root, mondays]);
  return new Set(inSight.split(' ') as LocalDate[]);
}
