import { AlarmClock, Check, Pause, Timer } from 'lucide-react';
import type { IncidentRow } from '../../../shared/deadlines/incident-report.ts';
import type { ZoneName } from '../../../shared/model/dates.ts';
import { breachText, elapsedText, remainingText } from '../../../shared/words/incident-text.ts';
import { classes } from '../../ui/classes.ts';

/** Below this part of the goal what is left is little. */
const LITTLE = 0.25;

/** The clock of an incident: how long it has run, what is left, and when it reaches the goal. */
export function ClockMark({ row, zone }: { readonly row: IncidentRow; readonly zone: ZoneName }) {
  const { clock, goal } = row;
  const Icon =
    clock.state === 'paused'
      ? Pause
      : clock.breached
        ? AlarmClock
        : clock.state === 'resolved'
          ? Check
          : Timer;
  const tone = clock.breached
    ? 'text-error'
    : clock.state === 'resolved'
      ? 'text-ok'
      : clock.remaining < clock.goal * LITTLE
        ? 'text-warning'
        : 'text-ink';
  const breach = breachText(clock, zone);
  return (
    <span className="flex flex-col py-1">
      <span className={classes('inline-flex items-center gap-1.5 whitespace-nowrap tabular-nums', tone)}>
        <Icon size={14} aria-hidden />
        {elapsedText(clock)}
        <span className="text-muted">·</span>
        {remainingText(clock, goal)}
      </span>
      {breach === null ? null : <span className="text-label text-muted">{breach}</span>}
    </span>
  );
}
