import { expect, test } from 'vitest';
import { incidentClock } from '../../../shared/deadlines/incident-clock.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';

const HOUR = 3600;
const at = (text: string) => `2027-01-${text}:00Z` as Instant;
const event = (kind: IncidentEvent['kind'], when: string): IncidentEvent => ({
  kind,
  at: at(when),
  by: null,
  reason: '',
});

const incident = (severity: Incident['severity'], ...events: readonly IncidentEvent[]): Incident => ({
  id: 'incident-1' as never,
  pipeline: 'pipeline-1' as never,
  title: 'Late data',
  severity,
  reference: '',
  events,
});

test('a critical incident has twelve hours, another one twenty-four', () => {
  const opened = event('opened', '04T08:00');
  expect(incidentClock(incident('critical', opened), at('04T10:30'))).toEqual({
    state: 'open',
    acknowledged: false,
    elapsed: 2.5 * HOUR,
    goal: 12 * HOUR,
    remaining: 9.5 * HOUR,
    breached: false,
    breachesAt: at('04T20:00'),
  });
  expect(incidentClock(incident('normal', opened), at('04T10:30'))).toMatchObject({
    goal: 24 * HOUR,
    breachesAt: at('05T08:00'),
  });
});

test('at the very moment of its goal it is breached, and stays so', () => {
  const open = incident('critical', event('opened', '04T08:00'));
  expect(incidentClock(open, at('04T19:59')).breached).toBe(false);
  expect(incidentClock(open, at('04T20:00'))).toMatchObject({
    breached: true,
    remaining: 0,
    breachesAt: at('04T20:00'),
  });
  expect(incidentClock(open, at('05T08:00'))).toMatchObject({
    breached: true,
    remaining: -12 * HOUR,
    breachesAt: at('04T20:00'),
  });
});

test('what is resolved at the very moment of its goal is resolved within it, and is over once it runs on', () => {
  const resolved = incident('critical', event('opened', '04T08:00'), event('resolved', '04T20:00'));
  expect(incidentClock(resolved, at('09T00:00'))).toMatchObject({
    elapsed: 12 * HOUR,
    remaining: 0,
    breached: false,
    breachesAt: null,
  });
  const reopened = incident('critical', ...resolved.events, event('reopened', '05T08:00'));
  expect(incidentClock(reopened, at('05T08:01'))).toMatchObject({
    remaining: -60,
    breached: true,
    breachesAt: at('05T08:00'),
  });
});

test('a pause stops the clock', () => {
  const paused = incident(
    'critical',
    event('opened', '04T08:00'),
    event('acknowledged', '04T08:05'),
    event('paused', '04T09:00'),
  );
  expect(incidentClock(paused, at('06T09:00'))).toMatchObject({
    state: 'paused',
    acknowledged: true,
    elapsed: HOUR,
    breachesAt: null,
  });
  const resumed = incident('critical', ...paused.events, event('resumed', '04T18:00'));
  expect(incidentClock(resumed, at('04T19:00'))).toMatchObject({
    state: 'open',
    elapsed: 2 * HOUR,
    breachesAt: at('05T05:00'),
  });
});

test('a resolved incident keeps its time, and a reopened one runs on from there', () => {
  const resolved = incident('critical', event('opened', '04T08:00'), event('resolved', '04T18:00'));
  expect(incidentClock(resolved, at('09T00:00'))).toMatchObject({
    state: 'resolved',
    elapsed: 10 * HOUR,
    breached: false,
    breachesAt: null,
  });
  const reopened = incident(
    'critical',
    ...resolved.events,
    event('reopened', '05T08:00'),
    event('resolved', '05T11:00'),
  );
  expect(incidentClock(reopened, at('09T00:00'))).toMatchObject({
    elapsed: 13 * HOUR,
    breached: true,
    breachesAt: at('05T10:00'),
  });
});

test('resolved while paused counts nothing more', () => {
  const quiet = incident(
    'critical',
    event('opened', '04T08:00'),
    event('paused', '04T09:00'),
    event('resolved', '04T20:00'),
  );
  expect(incidentClock(quiet, at('09T00:00'))).toMatchObject({ state: 'resolved', elapsed: HOUR });
});

test('what happens later has not happened yet', () => {
  const planned = incident('critical', event('opened', '04T08:00'), event('resolved', '04T18:00'));
  expect(incidentClock(planned, at('04T10:00'))).toMatchObject({ state: 'open', elapsed: 2 * HOUR });
});

test('time is true time: the hour that a clock change takes or gives is not in it', () => {
  const across = incident('critical', {
    kind: 'opened',
    at: '2027-03-27T23:30:00Z' as Instant,
    by: null,
    reason: '',
  });
  // Berlin's wall clock shows 00:30 and then 05:30, five hours apart; four have passed.
  expect(incidentClock(across, '2027-03-28T03:30:00Z' as Instant).elapsed).toBe(4 * HOUR);
});
