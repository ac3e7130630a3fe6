import { describe, expect, test } from 'vitest';
import { readOutsideFile, type OutsideFault } from '../../../shared/exchange/outside-file.ts';
import type { OutsideExport } from '../../../shared/exchange/outside-schedule.ts';
import { turnsOfPart } from '../../../shared/exchange/outside-turns.ts';
import { zone } from '../../builders/a-workspace.ts';
import { processorTime } from '../../support/processor-time.ts';

function schedules(text: string): OutsideExport {
  const file = readOutsideFile(text, zone);
  if (file.kind !== 'schedules') throw new Error(`read as ${JSON.stringify(file)}`);
  return file.export;
}

function fault(text: string): OutsideFault {
  const file = readOutsideFile(text, zone);
  if (file.kind !== 'unreadable') throw new Error(`read as ${file.kind}`);
  return file.why;
}

/** What Terraform does not say in the file: it stays as it is referred to. */
const secondUser = ['$', '{var.second_user}'].join('');

/** Who is on call from when to when, in UTC. */
function turns(file: OutsideExport, from: string, until: string, place = 0): readonly string[] {
  const part = file.parts[place];
  if (part === undefined) throw new Error(`there is no part ${place}`);
  const names = new Map(file.users.map(({ id, name }) => [id, name]));
  const text = (epoch: number): string => new Date(epoch).toISOString().slice(0, 16);
  return turnsOfPart(part, Date.parse(from), Date.parse(until)).map(
    ({ start, end, user }) => `${names.get(user) ?? '?'} ${text(start)} ${text(end)}`,
  );
}

const opsgenie = {
  data: {
    id: 'S1',
    name: 'Data platform',
    timezone: 'Europe/Berlin',
    enabled: true,
    rotations: [
      {
        id: 'R1',
        name: 'Primary',
        startDate: '2027-03-15T08:00:00Z',
        type: 'weekly',
        length: 1,
        participants: [
          { type: 'user', id: 'u1', username: 'ann@example.com' },
          { type: 'user', id: 'u2', username: 'bo@example.com' },
          { type: 'none' },
          { type: 'team', id: 't1', name: 'Night team' },
        ],
      },
    ],
  },
};

describe('Opsgenie', () => {
  test('weekly turns keep the wall clock over a change of the clocks; nobody and teams leave theirs open', () => {
    const file = schedules(JSON.stringify(opsgenie));
    expect(turns(file, '2027-03-15T00:00Z', '2027-04-26T12:00Z')).toEqual([
      'ann@example.com 2027-03-15T08:00 2027-03-22T08:00',
      'bo@example.com 2027-03-22T08:00 2027-03-29T07:00',
      'ann@example.com 2027-04-12T07:00 2027-04-19T07:00',
      'bo@example.com 2027-04-19T07:00 2027-04-26T07:00',
    ]);
    expect(file.problems.map(({ what }) => what)).toEqual([
      'Data platform, Primary: a turn is the team Night team, not a person’s. It stays open.'.replace(
        '’',
        "'",
      ),
    ]);
  });

  test('restrictions of both forms leave their hours, past midnight too', () => {
    const rotation = opsgenie.data.rotations[0];
    const only = (timeRestriction: object) =>
      schedules(
        JSON.stringify({
          data: {
            ...opsgenie.data,
            rotations: [{ ...rotation, participants: rotation?.participants.slice(0, 1), timeRestriction }],
          },
        }),
      );
    const nights = only({
      type: 'time-of-day',
      restriction: { startHour: 22, startMin: 30, endHour: 6, endMin: 0 },
    });
    expect(turns(nights, '2027-03-16T00:00Z', '2027-03-17T12:00Z')).toEqual([
      'ann@example.com 2027-03-16T00:00 2027-03-16T05:00',
      'ann@example.com 2027-03-16T21:30 2027-03-17T05:00',
    ]);
    const weekend = only({
      type: 'weekday-and-time-of-day',
      restrictions: [
        { startDay: 'saturday', startHour: 9, startMin: 0, endDay: 'monday', endHour: 9, endMin: 0 },
      ],
    });
    expect(turns(weekend, '2027-03-16T00:00Z', '2027-03-26T00:00Z')).toEqual([
      'ann@example.com 2027-03-20T08:00 2027-03-22T08:00',
    ]);
  });

  test('what the tool worked out itself goes before its rules, overrides over them', () => {
    const override = {
      user: { type: 'user', id: 'u2', username: 'bo@example.com' },
      startDate: '2027-03-16T08:00:00Z',
      endDate: '2027-03-17T08:00:00Z',
      rotations: [{ id: 'R1' }],
    };
    const ruled = schedules(JSON.stringify({ schedules: [opsgenie.data], overrides: [override] }));
    expect(turns(ruled, '2027-03-15T00:00Z', '2027-03-20T00:00Z').map((turn) => turn.slice(0, 2))).toEqual([
      'an',
      'bo',
      'an',
    ]);
    const finalTimeline = {
      rotations: [
        {
          id: 'R1',
          name: 'Primary',
          periods: [
            {
              startDate: '2027-03-15T08:00:00Z',
              endDate: '2027-03-16T08:00:00Z',
              recipient: { type: 'team', id: 't1' },
              flattenedRecipients: [{ type: 'user', id: 'u2', name: 'bo@example.com' }],
            },
            {
              startDate: '2027-03-16T08:00:00Z',
              endDate: '2027-03-17T08:00:00Z',
              recipient: { type: 'none' },
            },
          ],
        },
      ],
    };
    const rendered = schedules(
      JSON.stringify({ schedules: [opsgenie.data], timeline: { data: { finalTimeline } } }),
    );
    expect(turns(rendered, '2027-03-15T00:00Z', '2027-03-20T00:00Z')).toEqual([
      'bo@example.com 2027-03-15T08:00 2027-03-16T08:00',
    ]);
    const alone = schedules(JSON.stringify({ data: { finalTimeline } }));
    expect(turns(alone, '2027-03-15T00:00Z', '2027-03-20T00:00Z')).toHaveLength(1);
  });

  test('Terraform says the same as the service', () => {
    const text = `
      # Who is on call
      resource "opsgenie_user" "ann" {
        username  = "ann@example.com"
        full_name = "Ann \\"A\\" Arbor"
        role      = "User"
      }
      resource "opsgenie_schedule" "main" {
        name     = "Data platform"
        timezone = "Europe/Berlin"
        description = <<-EOT
          resource "opsgenie_schedule" "not me" {
        EOT
      }
      /* two lines
         of comment */
      resource "opsgenie_schedule_rotation" "first" {
        schedule_id = "\${opsgenie_schedule.main.id}"
        name        = "Primary"
        start_date  = "2027-03-15T08:00:00Z"
        type        = "daily"
        length      = 2
        participant {
          type = "user"
          id   = opsgenie_user.ann.id
        }
        participant {
          type = "user"
          id   = var.second_user
        }
        time_restriction {
          type = "weekday-and-time-of-day"
          restrictions {
            start_day  = "monday"
            start_hour = 9
            start_min  = 0
            end_day    = "friday"
            end_hour   = 17
            end_min    = 0
          }
        }
      }`;
    const file = schedules(text);
    expect(file.tool).toBe('opsgenie');
    expect(file.parts.map(({ name, zone: own }) => [name, own])).toEqual([
      ['Data platform, Primary', 'Europe/Berlin'],
    ]);
    expect(file.users.map(({ name, email }) => [name, email])).toEqual([
      ['Ann "A" Arbor', 'ann@example.com'],
      [secondUser, null],
    ]);
    expect(turns(file, '2027-03-15T00:00Z', '2027-03-22T00:00Z')).toEqual([
      'Ann "A" Arbor 2027-03-15T08:00 2027-03-17T08:00',
      `${secondUser} 2027-03-17T08:00 2027-03-19T08:00`,
      'Ann "A" Arbor 2027-03-19T08:00 2027-03-19T16:00',
    ]);
  });

  test('its state is read as well, with the true ids', () => {
    const values = {
      id: 'rot-1',
      schedule_id: 'sched-1',
      name: 'Primary',
      start_date: '2027-03-15T08:00:00Z',
      type: 'weekly',
      length: 1,
      participant: [{ type: 'user', id: 'user-1' }],
      time_restriction: [],
    };
    const root = {
      format_version: '1.0',
      values: {
        root_module: {
          resources: [
            {
              type: 'opsgenie_schedule',
              name: 'main',
              mode: 'managed',
              values: { id: 'sched-1', name: 'Main', timezone: 'UTC' },
            },
          ],
          child_modules: [
            {
              resources: [
                { type: 'opsgenie_schedule_rotation', name: 'r', mode: 'managed', values },
                {
                  type: 'opsgenie_user',
                  name: 'u',
                  mode: 'managed',
                  values: { id: 'user-1', username: 'ann@example.com', full_name: 'Ann' },
                },
              ],
            },
          ],
        },
      },
    };
    expect(turns(schedules(JSON.stringify(root)), '2027-03-15T00:00Z', '2027-03-16T00:00Z')).toEqual([
      'Ann 2027-03-15T08:00 2027-03-16T00:00',
    ]);
  });
});

const rolling = {
  id: 'O1',
  name: 'Week',
  type: 'rolling_users',
  start: '2027-03-15T09:00:00',
  duration: 604_800,
  frequency: 'weekly',
  interval: 1,
  by_day: null,
  rolling_users: [['U1'], ['U2']],
  start_rotation_from_user_index: 1,
  time_zone: null,
  level: 1,
};
const grafana = {
  schedules: {
    results: [
      { id: 'S1', name: 'Primary', type: 'calendar', time_zone: 'Europe/Berlin', shifts: ['O1', 'O2'] },
    ],
  },
  on_call_shifts: {
    results: [
      rolling,
      {
        id: 'O2',
        name: 'Holiday',
        type: 'single_event',
        start: '2027-03-16T09:00:00',
        duration: 86_400,
        users: ['U3'],
        level: 2,
      },
    ],
  },
  users: [
    { id: 'U1', username: 'ann', email: 'ann@example.com' },
    { id: 'U2', username: 'bo', email: 'bo@example.com' },
    { id: 'U3', username: 'cy', email: 'cy@example.com' },
  ],
};

describe('Grafana OnCall', () => {
  test('people take turns from the one that is said to begin, and a higher level lies over a lower one', () => {
    expect(turns(schedules(JSON.stringify(grafana)), '2027-03-15T00:00Z', '2027-04-05T07:00Z')).toEqual([
      'bo 2027-03-15T08:00 2027-03-16T08:00',
      'cy 2027-03-16T08:00 2027-03-17T08:00',
      'bo 2027-03-17T08:00 2027-03-22T08:00',
      'ann 2027-03-22T08:00 2027-03-29T07:00',
      'bo 2027-03-29T07:00 2027-04-05T07:00',
    ]);
  });

  test('a shift on some weekdays belongs to the same people until its week ends, where its week ends', () => {
    const shift = {
      ...rolling,
      duration: 28_800,
      by_day: ['SU', 'MO'],
      week_start: 'SU',
      start: '2027-03-14T09:00:00',
    };
    const sunday = schedules(JSON.stringify({ results: [shift] }));
    expect(turns(sunday, '2027-03-14T00:00Z', '2027-03-24T00:00Z').map((turn) => turn.slice(0, 13))).toEqual([
      'U2 2027-03-14',
      'U2 2027-03-15',
      'U1 2027-03-21',
      'U1 2027-03-22',
    ]);
    const monday = schedules(JSON.stringify({ results: [{ ...shift, week_start: 'MO' }] }));
    expect(turns(monday, '2027-03-14T00:00Z', '2027-03-24T00:00Z').map((turn) => turn.slice(0, 13))).toEqual([
      'U2 2027-03-14',
      'U1 2027-03-15',
      'U1 2027-03-21',
      'U2 2027-03-22',
    ]);
  });

  test('final shifts go before rules, and swaps over rules', () => {
    const final = {
      user_pk: 'U1',
      user_email: 'ann@example.com',
      user_username: 'ann',
      shift_start: '2027-03-15T09:00:00Z',
      shift_end: '2027-03-15T17:00:00Z',
    };
    const finals = schedules(JSON.stringify({ count: 1, next: null, results: [final] }));
    expect(turns(finals, '2027-03-01T00:00Z', '2027-04-01T00:00Z')).toEqual([
      'ann 2027-03-15T09:00 2027-03-15T17:00',
    ]);
    const swap = {
      schedule: 'S1',
      swap_start: '2027-03-18T00:00:00.000000Z',
      swap_end: '2027-03-19T00:00:00.000000Z',
      beneficiary: 'U2',
      benefactor: 'U1',
      status: 'taken',
    };
    const swapped = schedules(JSON.stringify({ ...grafana, shift_swaps: { results: [swap] } }));
    expect(turns(swapped, '2027-03-17T09:00Z', '2027-03-21T00:00Z')).toEqual([
      'bo 2027-03-17T09:00 2027-03-18T00:00',
      'ann 2027-03-18T00:00 2027-03-19T00:00',
      'bo 2027-03-19T00:00 2027-03-21T00:00',
    ]);
  });

  test('Terraform says the same, its sums worked out and its people by what they log in with', () => {
    const text = `
      data "grafana_oncall_user" "ann" { username = "ann" }
      data "grafana_oncall_user" "bo" {
        username = "bo"
      }
      resource "grafana_oncall_on_call_shift" "week" {
        name          = "Week"
        type          = "rolling_users"
        start         = "2027-03-15T09:00:00"
        duration      = 60 * 60 * 24 * 7 // a week
        frequency     = "weekly"
        rolling_users = [
          [data.grafana_oncall_user.ann.id],
          [data.grafana_oncall_user.bo.id],
        ]
      }
      resource "grafana_oncall_schedule" "main" {
        name      = "Primary"
        type      = "calendar"
        time_zone = "Europe/Berlin"
        shifts    = [grafana_oncall_on_call_shift.week.id]
      }`;
    expect(turns(schedules(text), '2027-03-15T00:00Z', '2027-03-29T07:00Z')).toEqual([
      'ann 2027-03-15T08:00 2027-03-22T08:00',
      'bo 2027-03-22T08:00 2027-03-29T07:00',
    ]);
  });

  test('rules that are not worked out, missing shifts and calendars elsewhere are named', () => {
    const odd = {
      schedules: [
        {
          id: 'S1',
          name: 'Primary',
          time_zone: 'Mars/Olympus',
          shifts: ['O1', 'O9'],
          ical_url_overrides: 'https://x.example/c.ics',
        },
      ],
      on_call_shifts: [{ ...rolling, frequency: 'monthly', by_monthday: [1] }],
    };
    const said = schedules(JSON.stringify(odd)).problems.map(({ what }) => what);
    expect(said).toEqual([
      expect.stringContaining('its time zone is not known'),
      expect.stringContaining('a calendar at another address'),
      expect.stringContaining('its shift O9 is not in this file'),
      expect.stringContaining('its rule (frequency, by_monthday)'),
    ]);
  });
});

describe('what is none', () => {
  test.each([
    ['<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
    ['{"data": [{"name": ', 'broken-json'],
    ['{"message":"Key format is not valid!","took":0.0}', 'refusal'],
    ['{"detail":"Invalid token."}', 'refusal'],
    ['{"results": []}', 'no-schedules'],
    ['null', 'no-schedules'],
    ['[[[[', 'broken-json'],
    ['{"rotations": 7}', 'no-schedules'],
    ['name,week\nAnn,1', 'no-schedules'],
    ['resource "opsgenie_schedule" "x" {\n  name = "half', 'broken-terraform'],
    ['resource "opsgenie_schedule" "x" {\n  name = <<EOT\nhalf', 'broken-terraform'],
    ['resource "opsgenie_schedule" "x" { /* half', 'broken-terraform'],
    ['resource "opsgenie_user" "x" {\n  username = "ann"\n}', 'no-schedules'],
  ])('%s', (text, kind) => {
    expect(fault(text).kind).toBe(kind);
  });

  test('a calendar goes to its own reader', () => {
    expect(readOutsideFile('BEGIN:VCALENDAR\nEND:VCALENDAR', zone).kind).toBe('calendar');
  });

  test('a loop of Terraform is named, for what it makes is not in the text', () => {
    const file = schedules(`
      resource "opsgenie_schedule_rotation" "each" {
        for_each   = toset(["a", "b"])
        start_date = "2027-03-15T08:00:00Z"
        type       = "weekly"
        participant {
          type = "user"
          id   = lookup(var.users, each.key, [for u in var.all : u.id][0])
        }
      }`);
    expect(file.problems.at(-1)?.what).toContain('opsgenie_schedule_rotation.each is made by a loop');
  });

  test.each([
    ['nested deeply', `opsgenie_x = ${'['.repeat(100_000)}`],
    ['blocks without end', 'opsgenie_a {\n'.repeat(50_000)],
    ['comments without end', `opsgenie_${'/*'.repeat(500_000)}`],
    ['texts without end', `opsgenie_x = ${'<<a\n'.repeat(400_000)}`],
    ['JSON nested deeply', `{"rotations":${'['.repeat(1_000_000)}`],
    ['JSON closed and nested deeply', `{"schedules":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
    [
      'too many people',
      JSON.stringify({
        schedules: [{ name: 'x', rotations: [] }],
        rotations: [],
        users: Array.from({ length: 100_000 }, (_, id) => ({ id: `u${id}` })),
      }),
    ],
  ])('%s: answered at once', (_, text) => {
    const worked = processorTime();
    expect(readOutsideFile(text, zone).kind).toBe('unreadable');
    expect(worked()).toBeLessThan(1500);
  });

  test('a shift by the hour that lasts for years is no shift', () => {
    const long = { ...rolling, start: '0001-01-01T00:00:00', frequency: 'hourly', duration: 1e12 };
    const file = schedules(JSON.stringify({ results: [long] }));
    expect(file.parts.flatMap(({ lines }) => lines)).toEqual([]);
    expect(file.problems.map(({ what }) => what)).toEqual([expect.stringContaining('or how long it lasts')]);
  });
});
