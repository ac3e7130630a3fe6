import type { Deadline, Delivery } from '../deadline.ts';
import type { Incident, IncidentEvent } from '../incident.ts';
import { areUnique, type Report } from './report.ts';

export function checkDeadline(deadline: Deadline, report: Report): void {
  report.needs('pipelines', deadline.pipeline, 'pipeline');
  report.needs('tasks', deadline.task, 'task');
  const { startsOn, endsOn } = deadline;
  report.unless(
    startsOn === null || endsOn === null || startsOn <= endsOn,
    'endsOn',
    'the last day is before the first',
  );
  report.unless(areUnique(deadline.remindDaysBefore), 'remindDaysBefore', 'one reminder stands twice');
}

export function checkDelivery(delivery: Delivery, report: Report): void {
  report.needs('deadlines', delivery.deadline, 'deadline');
  report.needs('people', delivery.by, 'by');
  report.apart(delivery, 'due', (row) => `${row.deadline} ${row.due}`);
}

export function checkIncident(incident: Incident, report: Report): void {
  report.needs('pipelines', incident.pipeline, 'pipeline');
  for (const { by } of incident.events) report.needs('people', by, 'events');
  const fault = eventFault(incident.events);
  report.unless(fault === null, 'events', fault ?? '');
}

type State = 'new' | 'open' | 'paused' | 'resolved';

/** From which states an event may come, and to which it leads; null stays where it is. */
const moves: Readonly<
  Record<IncidentEvent['kind'], { readonly from: readonly State[]; readonly to: State | null }>
> = {
  opened: { from: ['new'], to: 'open' },
  acknowledged: { from: ['open', 'paused'], to: null },
  paused: { from: ['open'], to: 'paused' },
  resumed: { from: ['paused'], to: 'open' },
  resolved: { from: ['open', 'paused'], to: 'resolved' },
  reopened: { from: ['resolved'], to: 'open' },
};

const phrases: Readonly<Record<State, string>> = {
  new: 'opened',
  open: 'open',
  paused: 'paused',
  resolved: 'resolved',
};

/** The first event that cannot have happened after the ones before it, in words; null when all can. */
export function eventFault(events: readonly IncidentEvent[]): string | null {
  let state: State = 'new';
  let last = -Infinity;
  for (const event of events) {
    const at = Date.parse(event.at);
    if (at < last) return `${event.kind} is before the event ahead of it`;
    const move = moves[event.kind];
    if (!move.from.includes(state)) {
      return state === 'new'
        ? `${event.kind} before it was opened`
        : `${event.kind} while it was ${phrases[state]}`;
    }
    state = move.to ?? state;
    last = at;
  }
  return null;
}
