import { addSeconds, secondsBetween } from '../calendar/zone.ts';
import type { Instant } from '../model/dates.ts';
import type { Incident } from '../model/incident.ts';

export interface IncidentClock {
  readonly state: 'open' | 'paused' | 'resolved';
  readonly acknowledged: boolean;
  /** Seconds the clock has run: open time without pauses; a reopened incident runs on from where it stopped. */
  readonly elapsed: number;
  /** Seconds allowed. */
  readonly goal: number;
  /** Seconds left; negative once breached. */
  readonly remaining: number;
  readonly breached: boolean;
  /** When the running clock reaches its goal, or reached it; null while it stands still with time left. */
  readonly breachesAt: Instant | null;
}

/** Seconds within which an incident is to be resolved: 12 h when critical, else 24 h. */
export const goalOf = (incident: Incident): number => (incident.severity === 'critical' ? 12 : 24) * 3600;

/**
 * The clock of an incident at a moment: true time around the clock, so a change of the local clock neither adds nor takes
 * an hour. Events after `now` have not happened yet.
 */
export function incidentClock(incident: Incident, now: Instant): IncidentClock {
  const goal = goalOf(incident);
  let state: IncidentClock['state'] = 'open';
  let acknowledged = false;
  let runsSince: Instant | null = null;
  let elapsed = 0;
  let breachesAt: Instant | null = null;
  const runUntil = (until: Instant): void => {
    if (runsSince === null) return;
    const more = Math.max(0, secondsBetween(runsSince, until));
    if (breachesAt === null && elapsed + more >= goal) breachesAt = addSeconds(runsSince, goal - elapsed);
    elapsed += more;
    runsSince = null;
  };
  for (const event of incident.events) {
    if (secondsBetween(event.at, now) < 0) break;
    if (event.kind === 'acknowledged') {
      acknowledged = true;
    } else if (event.kind === 'paused' || event.kind === 'resolved') {
      runUntil(event.at);
      state = event.kind;
    } else {
      runUntil(event.at);
      runsSince = event.at;
      state = 'open';
    }
  }
  const running = runsSince;
  runUntil(now);
  const remaining = goal - elapsed;
  const ahead = running !== null && remaining > 0 ? addSeconds(now, remaining) : null;
  return {
    state,
    acknowledged,
    elapsed,
    goal,
    remaining,
    breached: remaining <= 0,
    breachesAt: breachesAt ?? ahead,
  };
}
