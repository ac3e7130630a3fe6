import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { painted, type LiveTurn, type Turn } from '../../../shared/exchange/override-bundle.ts';
import { bodyOf, diffOf, reverseOf, type PushStep } from '../../../shared/exchange/pagerduty-diff.ts';
import type { RemoteOverlay, RemoteSchedule } from '../../../shared/exchange/remote-schedule.ts';

const [FROM, UNTIL] = [20, 100];

const turns = (users: readonly string[]): fc.Arbitrary<readonly Turn[]> =>
  fc
    .array(
      fc.record({ gap: fc.nat(4), length: fc.integer({ min: 1, max: 25 }), user: fc.constantFrom(...users) }),
      {
        maxLength: 9,
      },
    )
    .map((steps) => {
      let at = 0;
      return steps.map(({ gap, length, user }) => {
        const start = at + gap;
        at = start + length;
        return { start, end: at, user };
      });
    });

const aSchedule = (
  base: readonly LiveTurn[],
  overlays: readonly RemoteOverlay[],
  kind: RemoteSchedule['kind'],
): RemoteSchedule => ({
  id: 'P1',
  name: 'Primary',
  kind,
  zone: 'Europe/Berlin',
  base,
  overlays,
  crowded: false,
  digest: '',
});

const schedules = fc
  .record({
    base: turns(['A', 'B', 'C']),
    foreign: turns(['D', 'E']).map((list) => list.filter((_turn, index) => index % 3 === 1)),
    kind: fc.constantFrom('layers' as const, 'shifts' as const),
  })
  .map(({ base, foreign, kind }) =>
    aSchedule(
      base.map((turn) => ({ ...turn, source: 'R1' })),
      foreign.map((turn, index) => ({ ...turn, id: `F${index}`, what: 'override' as const, over: null })),
      kind,
    ),
  );

/** The schedule once the steps are done, and the ids that are ours now. */
function done(schedule: RemoteSchedule, steps: readonly PushStep[], own: ReadonlySet<string>) {
  const gone = new Set(steps.flatMap(({ id }) => (id === null ? [] : [id])));
  const made = steps
    .filter((step) => step.do === 'add')
    .map(({ start, end, user, what }): RemoteOverlay => ({
      id: `O${start}-${end}-${user}`,
      what,
      over: null,
      start,
      end,
      user,
    }));
  return {
    schedule: { ...schedule, overlays: [...schedule.overlays.filter(({ id }) => !gone.has(id)), ...made] },
    own: new Set([...[...own].filter((id) => !gone.has(id)), ...made.map(({ id }) => id)]),
  };
}

const who = (list: readonly Turn[], at: number): string | null =>
  list.findLast(({ start, end }) => start <= at && at < end)?.user ?? null;
const onCall = (schedule: RemoteSchedule, at: number): string | null =>
  who(painted<Turn>([...schedule.base, ...schedule.overlays]), at);

describe('putting a plan on a schedule', () => {
  test('leads to the plan, leaves what others put there, and asks for nothing the second time', () => {
    fc.assert(
      fc.property(schedules, turns(['A', 'B', 'C']), (schedule, plan) => {
        const first = diffOf(schedule, plan, new Set(), FROM, UNTIL);
        const after = done(schedule, first.steps, new Set());
        for (let at = FROM; at < UNTIL; at++) {
          const foreign = who(schedule.overlays, at);
          expect(onCall(after.schedule, at)).toBe(foreign ?? who(plan, at) ?? onCall(schedule, at));
        }
        expect(diffOf(after.schedule, plan, after.own, FROM, UNTIL).steps).toEqual([]);
      }),
    );
  });

  test('touches nothing that has begun, nothing behind the window, and nothing that is not ours', () => {
    fc.assert(
      fc.property(schedules, turns(['A', 'B']), turns(['B', 'C']), (schedule, plan, later) => {
        const after = done(schedule, diffOf(schedule, plan, new Set(), FROM, UNTIL).steps, new Set());
        const { steps } = diffOf(after.schedule, later, after.own, FROM + 10, UNTIL - 10);
        for (const { start, end, id } of steps) {
          expect(start).toBeGreaterThanOrEqual(FROM + 10);
          expect(end).toBeLessThanOrEqual(UNTIL - 10);
          if (id !== null) expect(after.own.has(id)).toBe(true);
        }
      }),
    );
  });

  test('follows a changed plan from the one that was put there before', () => {
    fc.assert(
      fc.property(schedules, turns(['A', 'B', 'C']), turns(['A', 'B', 'C']), (schedule, plan, later) => {
        const one = done(schedule, diffOf(schedule, plan, new Set(), FROM, UNTIL).steps, new Set());
        const { steps } = diffOf(one.schedule, later, one.own, FROM, UNTIL);
        const two = done(one.schedule, steps, one.own);
        for (let at = FROM; at < UNTIL; at++)
          expect(onCall(two.schedule, at)).toBe(
            who(schedule.overlays, at) ?? who(later, at) ?? who(schedule.base, at),
          );
      }),
    );
  });

  test('shows each stretch once, and changes only where steps lead', () => {
    fc.assert(
      fc.property(schedules, turns(['A', 'B', 'C']), (schedule, plan) => {
        const { rows, steps } = diffOf(schedule, plan, new Set(), FROM, UNTIL);
        const changing = rows.filter(({ kind }) => ['add', 'change', 'remove'].includes(kind));
        expect(changing.length === 0).toBe(steps.length === 0);
        for (const row of changing)
          expect(steps.some(({ start, end }) => start <= row.start && row.end <= end)).toBe(true);
        for (const [index, row] of rows.entries())
          expect(row.start).toBeGreaterThanOrEqual(rows[index - 1]?.end ?? 0);
      }),
    );
  });
});

test('where a plan has a gap, whoever the service has there stays, and is named', () => {
  const schedule = aSchedule([{ start: 0, end: 100, user: 'A', source: 'L1' }], [], 'layers');
  const { steps, rows } = diffOf(schedule, [{ start: 20, end: 60, user: 'A' }], new Set(), FROM, UNTIL);
  expect(steps).toEqual([]);
  expect(rows.map(({ kind, start, end }) => [kind, start, end])).toEqual([
    ['same', 20, 60],
    ['left', 60, 100],
  ]);
});

test('steps are taken back by their opposites, the last first', () => {
  const schedule = aSchedule([{ start: 0, end: 100, user: 'A', source: 'L1' }], [], 'layers');
  const { steps } = diffOf(schedule, [{ start: 20, end: 60, user: 'B' }], new Set(), FROM, UNTIL);
  const back = reverseOf(steps.map((step) => ({ step, outside: 'O1' })));
  expect(back).toMatchObject([{ do: 'remove', id: 'O1', start: 20, end: 60, user: 'B' }]);
});

test('newer schedules get custom shifts where nobody is on call, and overrides that say whom they replace', () => {
  const start = Date.UTC(2027, 0, 4, 8);
  const day = 86_400_000;
  const schedule = aSchedule([{ start, end: start + day, user: 'A', source: 'R1' }], [], 'shifts');
  const { steps } = diffOf(
    schedule,
    [{ start, end: start + 2 * day, user: 'B' }],
    new Set(),
    start,
    start + 9 * day,
  );
  expect(steps.map((step) => bodyOf([step]))).toEqual([
    {
      path: 'v3/schedules/P1/overrides',
      body: {
        overrides: [
          {
            type: 'override_shift',
            rotation_id: 'R1',
            start_time: '2027-01-04T08:00:00Z',
            end_time: '2027-01-05T08:00:00Z',
            overridden_member: { type: 'user_member', user_id: 'A' },
            overriding_member: { type: 'user_member', user_id: 'B' },
          },
        ],
      },
    },
    {
      path: 'v3/schedules/P1/custom_shifts',
      body: {
        custom_shifts: [
          {
            type: 'custom_shift',
            start_time: '2027-01-05T08:00:00Z',
            end_time: '2027-01-06T08:00:00Z',
            assignments: [{ type: 'shift_assignment', member: { type: 'user_member', user_id: 'B' } }],
          },
        ],
      },
    },
  ]);
});
