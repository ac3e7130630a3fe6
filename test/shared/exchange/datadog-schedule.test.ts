import { expect, test } from 'vitest';
import { readDatadogSchedule } from '../../../shared/exchange/datadog-schedule.ts';
import { readOutsideFile } from '../../../shared/exchange/outside-file.ts';
import { turnsOfPart } from '../../../shared/exchange/outside-turns.ts';
import { zone } from '../../builders/a-workspace.ts';

interface Layer {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Users by number; null is a place that nobody holds. */
  readonly members: readonly (number | null)[];
}

const weekly = {
  effective_date: '2026-11-01T00:00:00Z',
  rotation_start: '2026-11-02T09:00:00+01:00',
  interval: { days: 7, seconds: 0 },
};

/** A schedule as the service gives it out with everything that belongs to it. */
const answer = (layers: readonly Layer[], time_zone = 'Europe/Berlin') => ({
  data: {
    id: 's',
    type: 'schedules',
    attributes: { name: 'Data platform', time_zone },
    relationships: { layers: { data: layers.map((_, index) => ({ type: 'layers', id: `l${index}` })) } },
  },
  included: [
    ...layers.map(({ attributes, members }, index) => ({
      type: 'layers',
      id: `l${index}`,
      attributes: { name: `Layer ${index}`, ...attributes },
      relationships: {
        members: { data: members.map((_, place) => ({ type: 'members', id: `m${index}-${place}` })) },
      },
    })),
    ...layers.flatMap(({ members }, index) =>
      members.map((user, place) => ({
        type: 'members',
        id: `m${index}-${place}`,
        relationships: { user: { data: user === null ? null : { type: 'users', id: `u${user}` } } },
      })),
    ),
    ...[1, 2, 3].map((user) => ({
      type: 'users',
      id: `u${user}`,
      attributes: { name: `Engineer ${user}`, email: `e${user}@example.com` },
    })),
  ],
});

function turns(root: unknown, from: string, until: string): readonly string[] {
  const [part] = readDatadogSchedule(root, zone).parts;
  if (part === undefined) throw new Error('no part was read');
  const text = (epoch: number): string => new Date(epoch).toISOString().slice(0, 16);
  return turnsOfPart(part, Date.parse(from), Date.parse(until)).map(
    ({ start, end, user }) => `${user} ${text(start)} ${text(end)}`,
  );
}

test('members follow each other by the wall clock, also where the clocks change, and a place without a user is a gap', () => {
  const root = answer([
    {
      attributes: {
        ...weekly,
        rotation_start: '2026-10-19T09:00:00+02:00',
        effective_date: '2026-10-19T00:00:00Z',
      },
      members: [1, 2, null],
    },
  ]);
  expect(turns(root, '2026-10-19T00:00:00Z', '2026-11-10T00:00:00Z')).toEqual([
    'u1 2026-10-19T07:00 2026-10-26T08:00',
    'u2 2026-10-26T08:00 2026-11-02T08:00',
    'u1 2026-11-09T08:00 2026-11-10T00:00',
  ]);
});

test('of several layers the one lower in the list has the turn, within the hours that it keeps', () => {
  const nights = [{ start_day: 'monday', start_time: '18:00:00', end_day: 'tuesday', end_time: '08:00:00' }];
  const root = answer([
    { attributes: weekly, members: [1] },
    { attributes: { ...weekly, restrictions: nights }, members: [2] },
  ]);
  expect(turns(root, '2026-11-09T12:00:00Z', '2026-11-10T12:00:00Z')).toEqual([
    'u1 2026-11-09T12:00 2026-11-09T17:00',
    'u2 2026-11-09T17:00 2026-11-10T07:00',
    'u1 2026-11-10T07:00 2026-11-10T12:00',
  ]);
});

test('nothing is served before a layer comes into effect or after its end, and the count goes on from where it began', () => {
  const attributes = { ...weekly, effective_date: '2026-11-11T12:00:00Z', end_date: '2026-11-18T08:00:00Z' };
  expect(
    turns(answer([{ attributes, members: [1, 2] }]), '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'),
  ).toEqual(['u2 2026-11-11T12:00 2026-11-16T08:00', 'u1 2026-11-16T08:00 2026-11-18T08:00']);
});

test.each([
  [
    { days: 1, seconds: 0 },
    { unit: 'days', count: 1 },
  ],
  [{ days: 14 }, { unit: 'weeks', count: 2 }],
  [
    { days: 0, seconds: 43_200 },
    { unit: 'hours', count: 12 },
  ],
  [
    { days: 1, seconds: 3600 },
    { unit: 'hours', count: 25 },
  ],
])('turns of %j are read', (interval, every) => {
  const read = readDatadogSchedule(answer([{ attributes: { ...weekly, interval }, members: [1] }]), zone);
  expect(read.parts[0]?.lines[0]?.every).toEqual(every);
});

test('turns of odd seconds are left out and told', () => {
  const read = readDatadogSchedule(
    answer([{ attributes: { ...weekly, interval: { days: 1, seconds: 300 } }, members: [1] }]),
    zone,
  );
  expect(read.parts[0]?.lines).toEqual([]);
  expect(read.problems.map(({ what }) => what).join(' ')).toContain('not counted in whole hours');
});

test('people come with names and addresses; what the service does not give out is told', () => {
  const read = readDatadogSchedule(answer([{ attributes: weekly, members: [1, 3] }], 'Mars/Olympus'), zone);
  expect(read.users).toEqual([
    { id: 'u1', name: 'Engineer 1', email: 'e1@example.com' },
    { id: 'u3', name: 'Engineer 3', email: 'e3@example.com' },
  ]);
  expect(read.problems.map(({ severity }) => severity)).toEqual(['warning', 'loss']);
});

test('a schedule without its layers is refused with the way to get them, also from a saved file', () => {
  const { data } = answer([{ attributes: weekly, members: [1] }]);
  const file = readOutsideFile(JSON.stringify({ data }), zone);
  expect(file.kind === 'schedules' ? file.export.problems : file).toMatchObject([
    { severity: 'error', what: expect.stringContaining('include=layers') as unknown },
  ]);
});
