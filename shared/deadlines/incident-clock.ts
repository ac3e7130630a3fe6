import { secondsBetween } from '../calendar/zone.ts';
import type { Instant } from '../model/dates.ts';
import type { RunbookId } from '../model/ids.ts';
import type { Incident } from '../model/incident.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { saysBusinessHours } from '../runbooks/business-promise.ts';
import { aroundTheClock, businessDay, businessHours, type ClockRun } from './business-hours.ts';
import { businessCalendar } from './due-dates.ts';

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

/** Hours within which incidents are to be resolved where no runbook says otherwise. */
const usualHours = { critical: 12, normal: 24 } as const;

/** Within which time an incident is to be resolved, and where that is said. */
export interface Goal {
  readonly hours: number;
  /** Counted from nine to five on business days, as the promise's words say; else day and night. */
  readonly business: boolean;
  /** The runbook that promises it; null where none does, and the usual hours count. */
  readonly runbook: RunbookId | null;
}

/**
 * What the runbooks of an incident's pipeline promise for its severity, the shortest where several do; a promise for any severity
 * counts where none names this one. Else 12 h when critical, 24 h when not. Beside the others a business day counts as a day and night.
 */
export function goalOf(workspace: Workspace, { pipeline, severity }: Incident): Goal {
  const promises = recordsOf(workspace, 'runbooks')
    .filter((runbook) => runbook.pipeline === pipeline)
    .flatMap(({ id, slas }) =>
      slas.flatMap((sla) =>
        sla.resolveWithinHours === null
          ? []
          : [
              {
                hours: sla.resolveWithinHours,
                business: saysBusinessHours(sla.text),
                runbook: id,
                severity: sla.severity,
              },
            ],
      ),
    );
  const named = promises.filter((promise) => promise.severity === severity);
  const [first, ...others] =
    named.length > 0 ? named : promises.filter((promise) => promise.severity === null);
  if (first === undefined) return { hours: usualHours[severity], business: false, runbook: null };
  const length = (one: Omit<Goal, 'runbook'>): number =>
    one.business ? (one.hours / businessDay.hours) * 24 : one.hours;
  const { hours, business, runbook } = others.reduce(
    (least, one) => (length(one) < length(least) ? one : least),
    first,
  );
  return { hours, business, runbook };
}

/** How the clock of a goal runs: day and night, or by the business hours of the team's zone and region. */
export const runOf = (workspace: Workspace, { business }: Pick<Goal, 'business'>): ClockRun =>
  business
    ? businessHours(workspace.about.zone, businessCalendar(workspace, workspace.about.region))
    : aroundTheClock;

/**
 * The clock of an incident at a moment: true time, so a change of the local clock neither adds nor takes an hour. Events after `now` have
 * not happened yet.
 *
 * @param hours within which it is to be resolved, as `goalOf` says
 * @param run what of the time counts, as `runOf` says; left out, all of it
 */
export function incidentClock(
  incident: Incident,
  now: Instant,
  hours: number = usualHours[incident.severity],
  run: ClockRun = aroundTheClock,
): IncidentClock {
  const goal = hours * 3600;
  let state: IncidentClock['state'] = 'open';
  let acknowledged = false;
  let runsSince: Instant | null = null;
  let elapsed = 0;
  let breachesAt: Instant | null = null;
  /** What ends at the very moment of its goal ends within it; what still runs then is over. */
  const isOver = (seconds: number, ends: boolean): boolean => (ends ? seconds > goal : seconds >= goal);
  const runUntil = (until: Instant, ends: boolean): void => {
    if (runsSince === null) return;
    const more = run.between(runsSince, until);
    if (breachesAt === null && isOver(elapsed + more, ends))
      breachesAt = run.after(runsSince, goal - elapsed);
    elapsed += more;
    runsSince = null;
  };
  for (const event of incident.events) {
    if (secondsBetween(event.at, now) < 0) break;
    if (event.kind === 'acknowledged') {
      acknowledged = true;
    } else if (event.kind === 'paused' || event.kind === 'resolved') {
      runUntil(event.at, true);
      state = event.kind;
    } else {
      runUntil(event.at, false);
      runsSince = event.at;
      state = 'open';
    }
  }
  const running = runsSince;
  runUntil(now, false);
  const remaining = goal - elapsed;
  const ahead = running !== null && remaining > 0 ? run.after(now, remaining) : null;
  return {
    state,
    acknowledged,
    elapsed,
    goal,
    remaining,
    breached: isOver(elapsed, running === null),
    breachesAt: breachesAt ?? ahead,
  };
}
