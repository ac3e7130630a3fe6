import { expect, test } from 'vitest';
import { restAdvice } from '../../../shared/comp-time/rest-advice.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { IncidentId, PipelineId } from '../../../shared/model/ids.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { aLeave, aPerson, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const response = (number: number, from: string, to: string): Incident => ({
  id: `incident-${number}` as IncidentId,
  pipeline: 'pipeline-1' as PipelineId,
  title: 'Late export',
  severity: 'normal',
  reference: '',
  events: [
    { kind: 'opened', at: `${from}:00Z` as Instant, by: null, reason: '' },
    { kind: 'acknowledged', at: `${from}:00Z` as Instant, by: personIdOf('Ann'), reason: '' },
    { kind: 'resolved', at: `${to}:00Z` as Instant, by: personIdOf('Ann'), reason: '' },
  ],
});
const advice = (incidents: readonly Incident[], leave = [] as ReturnType<typeof aLeave>[]) =>
  restAdvice(
    aWorkspace({ people: [aPerson('Ann'), aPerson('Bo')], incidents, leave }),
    date('2027-04-01'),
  ).map(({ preset, on, minutes }) => [preset, on, minutes]);

test('nobody who was not called is advised anything', () => {
  expect(advice([])).toEqual([]);
});

// Berlin is an hour ahead of these instants.
test('a call in the middle of a night before a working day cuts the daily rest', () => {
  expect(advice([response(1, '2027-03-02T00:00', '2027-03-02T01:00')])).toEqual([
    ['daily-rest', '2027-03-02', 8 * 60],
  ]);
  expect(advice([response(1, '2027-03-01T17:00', '2027-03-01T18:00')])).toEqual([]);
});

test('a night before a day off is not looked at', () => {
  const night = [response(1, '2027-03-02T00:00', '2027-03-02T01:00')];
  expect(advice(night, [aLeave('Ann', '2027-03-02', '2027-03-02')])).toEqual([]);
  expect(advice([response(1, '2027-03-06T00:00', '2027-03-06T01:00')])).toEqual([]);
});

test('a weekend cut in pieces shorter than the weekly rest is named by its week', () => {
  const weekend = [
    response(1, '2027-03-06T16:00', '2027-03-06T17:00'),
    response(2, '2027-03-07T16:00', '2027-03-07T17:00'),
  ];
  // Free from Friday 17:00 to Saturday 17:00, and less after that until the week ends.
  expect(advice(weekend)).toEqual([['weekly-rest', '2027-03-01', 24 * 60]]);
});

test('long weeks on average are told, with what was worked beside the ordinary hours', () => {
  const nights = Array.from({ length: 17 }, (_none, week) => {
    const day = new Date(Date.UTC(2026, 11, 4 + 7 * week)).toISOString().slice(0, 10);
    return response(week, `${day}T16:00`, `${day}T23:59`);
  });
  const average = advice(nights).filter(([preset]) => preset === 'average-hours');
  // Forty ordinary hours, four more days of the week that has begun, and some eight hours each Friday evening.
  expect(average).toEqual([['average-hours', '2027-03-31', expect.any(Number)]]);
  expect(Number(average[0]?.[2])).toBeGreaterThan(48 * 60);
});
