import { useEffect, useState } from 'react';
import type { Instant } from '../../../shared/model/dates.ts';
import { now } from '../../state/clock.ts';

/** This moment, to the minute: who is on call changes while the page is open. */
export function useNow(): Instant {
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return moment;
}
