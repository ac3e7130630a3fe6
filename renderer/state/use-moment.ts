import { useEffect, useState } from 'react';
import type { Instant, LocalDate } from '../../shared/model/dates.ts';
import { now, today } from './clock.ts';
import { useWorkspace } from './workspace-store.ts';

export interface Moment {
  readonly now: Instant;
  /** In the team's zone. */
  readonly today: LocalDate;
}

/** This minute: what is late becomes so while the screen is open. */
export function useMoment(): Moment {
  const { about } = useWorkspace();
  const [moment, setMoment] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMoment(now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return { now: moment, today: today(about.zone) };
}
