import { expect, test } from 'vitest';
import { faultOf, nextEvents, stateOf } from '../../../shared/deadlines/incident-events.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import { eventFault } from '../../../shared/model/faults/deadlines.ts';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';
import { eventFaultText } from '../../../shared/words/incident-text.ts';

const at = (hour: number): Instant => `2027-01-04T${String(hour).padStart(2, '0')}:00:00Z` as Instant;
const kinds = ['opened', 'acknowledged', 'paused', 'resumed', 'resolved', 'reopened'] as const;
const incident = (...events: readonly IncidentEvent['kind'][]): Incident => ({
  id: 'incident-1' as never,
  pipeline: 'pipeline-1' as never,
  title: 'Late data',
  severity: 'normal',
  reference: '',
  events: events.map((kind, hour) => ({ kind, at: at(hour), by: null, reason: '' })),
});

/** Every course of at most five events that the model accepts. */
function courses(length: number): readonly (readonly IncidentEvent['kind'][])[] {
  if (length === 1) return [['opened']];
  const shorter = courses(length - 1);
  return [
    ...shorter,
    ...shorter
      .filter((course) => course.length === length - 1)
      .flatMap((course) => kinds.map((kind) => [...course, kind]))
      .filter((course) => eventFault(incident(...course).events) === null),
  ];
}

test('what may follow is just what the model accepts, after every course of events', () => {
  const all = courses(5);
  expect(all.length).toBeGreaterThan(40);
  for (const course of all) {
    const one = incident(...course);
    for (const kind of kinds) {
      const event = { kind, at: at(20), by: null, reason: '' };
      const accepted = eventFault([...one.events, event]) === null;
      expect(faultOf(one, event, at(21)) === null, `${course.join(', ')}, then ${kind}`).toBe(accepted);
    }
  }
});

test('each stretch is acknowledged once, and a resolved incident can only be reopened', () => {
  expect(nextEvents(incident('opened'))).toEqual(['acknowledged', 'paused', 'resolved']);
  expect(nextEvents(incident('opened', 'acknowledged'))).toEqual(['paused', 'resolved']);
  expect(nextEvents(incident('opened', 'paused'))).toEqual(['acknowledged', 'resumed', 'resolved']);
  expect(nextEvents(incident('opened', 'acknowledged', 'resolved'))).toEqual(['reopened']);
  expect(nextEvents(incident('opened', 'acknowledged', 'resolved', 'reopened'))).toContain('acknowledged');
  expect(stateOf(incident('opened', 'paused', 'acknowledged'))).toBe('paused');
});

test('a resolution before the opening is told at the field, and so is what is still to come', () => {
  const open = incident('opened');
  const early = faultOf(
    { ...open, events: [{ kind: 'opened', at: at(9), by: null, reason: '' }] },
    { kind: 'resolved', at: at(8) },
    at(12),
  );
  if (early === null) throw new Error('nothing is wrong with it');
  expect(eventFaultText(early, 'Europe/Berlin' as never)).toBe(
    'It was opened Mon 4 Jan 2027, 10:00: give a later time.',
  );
  expect(faultOf(open, { kind: 'resolved', at: at(12) }, at(11))).toEqual({ kind: 'ahead' });
});
