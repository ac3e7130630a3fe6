import { expect, test } from 'vitest';
import { readOutsideFile } from '../../../shared/exchange/outside-file.ts';
import type { OutsideExport } from '../../../shared/exchange/outside-schedule.ts';
import { turnsOfPart } from '../../../shared/exchange/outside-turns.ts';
import { zone } from '../../builders/a-workspace.ts';

function read(root: unknown): OutsideExport {
  const file = readOutsideFile(JSON.stringify(root), zone);
  if (file.kind !== 'schedules') throw new Error(JSON.stringify(file));
  return file.export;
}

const turns = (file: OutsideExport, place = 0): readonly string[] => {
  const part = file.parts[place];
  if (part === undefined) throw new Error(`there is no part ${place}`);
  return turnsOfPart(part, Date.parse('2027-01-01T00:00Z'), Date.parse('2028-01-01T00:00Z')).map(
    ({ start, end, user }) => `${user} ${new Date(start).toISOString()} ${new Date(end).toISOString()}`,
  );
};

const entry = (user: string | null, start: string, end: string) => ({
  start: `${start}T09:00:00+01:00`,
  end: `${end}T09:00:00+01:00`,
  user: user === null ? null : { id: user, type: 'user_reference', summary: `Engineer ${user}` },
});

const older = {
  id: 'P1',
  type: 'schedule',
  name: 'First line',
  time_zone: 'Europe/Berlin',
  users: [{ id: 'UA', name: 'Ann', email: 'ann@example.com' }],
  schedule_layers: [
    // The service lists the layer first that was written last, and wins.
    { id: 'L2', rendered_schedule_entries: [entry('UB', '2027-01-06', '2027-01-07')] },
    { id: 'L1', rendered_schedule_entries: [entry('UA', '2027-01-04', '2027-01-11')] },
  ],
};

test('what the service worked out itself goes before its layers, of which the first in the list wins', () => {
  const layers = read({ schedule: older });
  expect(layers.tool).toBe('pagerduty');
  expect(turns(layers)).toEqual([
    'UA 2027-01-04T08:00:00.000Z 2027-01-06T08:00:00.000Z',
    'UB 2027-01-06T08:00:00.000Z 2027-01-07T08:00:00.000Z',
    'UA 2027-01-07T08:00:00.000Z 2027-01-11T08:00:00.000Z',
  ]);
  expect(layers.users).toEqual([
    { id: 'UB', name: 'Engineer UB', email: null },
    { id: 'UA', name: 'Ann', email: 'ann@example.com' },
  ]);
  const final = {
    rendered_schedule_entries: [
      entry('UC', '2027-01-04', '2027-01-05'),
      entry(null, '2027-01-05', '2027-01-06'),
    ],
  };
  expect(turns(read({ schedule: { ...older, final_schedule: final } }))).toEqual([
    'UC 2027-01-04T08:00:00.000Z 2027-01-05T08:00:00.000Z',
  ]);
});

test('schedules of shifts, on several pages, are one schedule each', () => {
  const page = (user: string, day: string, until: string) => ({
    schedule: {
      id: 'P2',
      name: 'Second line',
      time_zone: 'Pacific Time (US & Canada)',
      final_schedule: {
        computed_shift_assignments: [
          {
            start_time: `${day}T08:00:00Z`,
            end_time: `${until}T08:00:00Z`,
            member: { type: 'user_member', user_id: user },
          },
          {
            start_time: `${until}T08:00:00Z`,
            end_time: '2027-02-01T08:00:00Z',
            member: { type: 'empty_member' },
          },
        ],
      },
    },
  });
  const file = read([page('UA', '2027-01-04', '2027-01-11'), page('UB', '2027-01-11', '2027-01-18')]);
  expect(file.parts.map(({ id, zone: own }) => [id, own])).toEqual([['P2', zone]]);
  expect(turns(file).map((turn) => turn.slice(0, 13))).toEqual(['UA 2027-01-04', 'UB 2027-01-11']);
});

test('on-calls stand on their schedules once, whatever levels and policies list them', () => {
  const onCall = (level: number) => ({
    escalation_level: level,
    escalation_policy: { id: `E${level}` },
    schedule: { id: 'P1', summary: 'First line' },
    ...entry('UA', '2027-01-04', '2027-01-11'),
  });
  const always = { ...onCall(3), schedule: null, start: null, end: null };
  const file = read({ oncalls: [onCall(1), onCall(2), always], limit: 25, more: false });
  expect(file.parts.map(({ name, rendered }) => [name, rendered.length])).toEqual([['First line', 1]]);
});

test('a schedule without turns says how to ask for them; broken entries are told, and a refusal is one', () => {
  const bare = { id: 'P1', name: 'First line', http_cal_url: 'https://x.example' };
  expect(read({ schedules: [bare] }).problems[0]?.what).toContain('since and until');
  const odd = {
    ...older,
    final_schedule: { rendered_schedule_entries: [{ ...entry('UA', '2027-01-05', '2027-01-04') }] },
  };
  expect(read({ schedule: odd }).problems[0]?.what).toContain('does not say when it begins and ends');
  const refused = readOutsideFile('{"error":{"message":"Invalid Input Provided","code":2001}}', zone);
  expect(refused).toEqual({
    kind: 'unreadable',
    why: { kind: 'refusal', said: 'Invalid Input Provided' },
  });
});
