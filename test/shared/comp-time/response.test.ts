import { expect, test } from 'vitest';
import { accrueResponse, responsesTo } from '../../../shared/comp-time/response.ts';
import type { Instant, ZoneName } from '../../../shared/model/dates.ts';
import type { IncidentId, PipelineId } from '../../../shared/model/ids.ts';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';
import { aPerson, aPolicy, aWorkspace, personIdOf } from '../../builders/a-workspace.ts';

const event = (kind: IncidentEvent['kind'], at: string, by: string | null = null): IncidentEvent => ({
  kind,
  at: `2027-01-${at}:00Z` as Instant,
  by: by === null ? null : personIdOf(by),
  reason: '',
});
const incident = (...events: readonly IncidentEvent[]): Incident => ({
  id: 'incident-1' as IncidentId,
  pipeline: 'pipeline-1' as PipelineId,
  title: 'Late export',
  severity: 'normal',
  reference: '',
  events,
});
const stretches = (...events: readonly IncidentEvent[]) =>
  responsesTo(incident(...events)).map(({ person, from, to }) => [
    person,
    from.slice(8, 16),
    to.slice(8, 16),
  ]);

test('the clock of a response runs from acknowledging to resolving', () => {
  expect(
    stretches(
      event('opened', '04T06:00'),
      event('acknowledged', '04T06:20', 'Ann'),
      event('resolved', '04T08:00', 'Bo'),
    ),
  ).toEqual([['person-ann', '04T06:20', '04T08:00']]);
});

test('a pause stops it, and resuming by nobody in particular goes on with whoever had it', () => {
  expect(
    stretches(
      event('opened', '04T06:00'),
      event('acknowledged', '04T06:20', 'Ann'),
      event('paused', '04T07:00', 'Ann'),
      event('resumed', '04T12:00'),
      event('resolved', '04T13:00'),
    ),
  ).toEqual([
    ['person-ann', '04T06:20', '04T07:00'],
    ['person-ann', '04T12:00', '04T13:00'],
  ]);
});

test('acknowledging by somebody else hands the incident over', () => {
  expect(
    stretches(
      event('opened', '04T06:00'),
      event('acknowledged', '04T06:20', 'Ann'),
      event('acknowledged', '04T07:20', 'Bo'),
      event('resolved', '04T08:00'),
    ),
  ).toEqual([
    ['person-ann', '04T06:20', '04T07:20'],
    ['person-bo', '04T07:20', '04T08:00'],
  ]);
});

test('who acknowledges during a pause begins when it ends', () => {
  expect(
    stretches(
      event('opened', '04T06:00'),
      event('paused', '04T06:10'),
      event('acknowledged', '04T06:20', 'Ann'),
      event('resumed', '04T09:00'),
      event('resolved', '04T10:00'),
    ),
  ).toEqual([['person-ann', '04T09:00', '04T10:00']]);
});

test('reopened by nobody in particular, it waits to be acknowledged again', () => {
  expect(
    stretches(
      event('opened', '04T06:00'),
      event('acknowledged', '04T06:20', 'Ann'),
      event('resolved', '04T07:00'),
      event('reopened', '05T06:00'),
      event('acknowledged', '05T06:30', 'Bo'),
      event('resolved', '05T07:00'),
    ),
  ).toEqual([
    ['person-ann', '04T06:20', '04T07:00'],
    ['person-bo', '05T06:30', '05T07:00'],
  ]);
});

const people = [aPerson('Ann', { zone: 'Asia/Tokyo' as ZoneName }), aPerson('Bo')];
const hourForHour = aPolicy({ compTime: { ...aPolicy().compTime, responsePercent: 100 } });
const earned = (one: Incident, policy = hourForHour) =>
  accrueResponse(aWorkspace({ people }), one, () => policy).map(({ person, date, minutes }) => [
    person,
    date,
    minutes,
  ]);

test('one line a person, on the day on which they ended, on their own calendar', () => {
  const shared = incident(
    event('opened', '04T20:00'),
    event('acknowledged', '04T21:00', 'Ann'),
    event('acknowledged', '04T22:30', 'Bo'),
    event('resolved', '04T23:40'),
  );
  // Both ended late in the evening by UTC, which is the day after in Tokyo and in Berlin.
  expect(earned(shared)).toEqual([
    ['person-ann', '2027-01-05', 90],
    ['person-bo', '2027-01-05', 70],
  ]);
});

test('nothing is earned while it is not resolved, under a policy without response, or by nobody', () => {
  const events = [event('opened', '04T06:00'), event('acknowledged', '04T07:00', 'Bo')];
  expect(earned(incident(...events))).toEqual([]);
  const done = incident(...events, event('resolved', '04T08:00'));
  expect(earned(done)).toEqual([['person-bo', '2027-01-04', 60]]);
  expect(earned(done, aPolicy())).toEqual([]);
  expect(earned(incident(event('opened', '04T06:00'), event('resolved', '04T08:00')))).toEqual([]);
});
