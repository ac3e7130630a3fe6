import { expect, test } from 'vitest';
import { daysFrom } from '../../../shared/calendar/days.ts';
import { daysAtNoon, spanOf } from '../../../shared/calendar/span.ts';
import type { LocalTime, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { seamOf } from '../../../shared/rotation/seam.ts';
import { aRotation, aWorkspace, date, primary, zone } from '../../builders/a-workspace.ts';

const q1 = '2027-Q1' as QuarterId;
const at = (weekday: number, time: string, where: ZoneName = zone): Rotation['handoff'] => ({
  weekday,
  time: time as LocalTime,
  zone: where,
});

/** A team whose terms change on a day: the old rotation ends, the new one goes on. */
function changed(on: string, next: Partial<Rotation>, before: Partial<Rotation> = {}) {
  const old = aRotation('Old', ['Ann', 'Bo'], { endsOn: date(on), archivedOn: date(on), ...before });
  const follower = aRotation('New', ['Ann', 'Bo'], {
    startsOn: date(on),
    succeeds: 'rotation-old' as RotationId,
    ...next,
  });
  return aWorkspace({ rotations: [old, follower] });
}

const turns = (workspace: ReturnType<typeof changed>) =>
  slotsOfQuarter(workspace, q1).filter(({ layer }) => layer === primary);
const seamAt = (workspace: ReturnType<typeof changed>) => {
  const old = workspace.rotations['rotation-old' as RotationId];
  return old === undefined ? null : seamOf(workspace.rotations, old);
};

test.each<[string, string, Partial<Rotation>, string]>([
  ['later in the week', '2027-02-01', { handoff: at(3, '10:00') }, '2027-02-03T10:00'],
  ['in the middle of an old turn', '2027-02-03', { handoff: at(3, '10:00') }, '2027-02-03T10:00'],
  ['at another hour of the same day', '2027-02-01', { handoff: at(1, '17:30') }, '2027-02-01T17:30'],
  ['every two weeks from then', '2027-02-01', { cadenceWeeks: 2 }, '2027-02-01T09:00'],
  // 09:00 in New York is 15:00 in Berlin.
  [
    'on another zone’s clock',
    '2027-02-01',
    { handoff: at(1, '09:00', 'America/New_York' as ZoneName) },
    '2027-02-01T15:00',
  ],
  // The clocks of New York go forward two weeks before those of Berlin.
  [
    'between two clock changes',
    '2027-03-15',
    { handoff: at(1, '09:00', 'America/New_York' as ZoneName) },
    '2027-03-15T14:00',
  ],
])('the last old turn ends where the first new one begins: %s', (_name, on, next, seam) => {
  const workspace = changed(on, next);
  expect(seamAt(workspace)).toBe(seam);
  const old = turns(workspace).filter(({ rotation }) => rotation === 'rotation-old');
  expect(old.at(-1)?.end).toBe(seam);
});

test('no hour is without a turn and none has two, wherever the terms change', () => {
  for (const on of daysFrom(date('2027-01-20'), date('2027-02-10')))
    for (const weekday of [1, 3, 5, 7])
      for (const cadenceWeeks of [1, 2] as const)
        for (const where of ['Europe/Berlin', 'Asia/Kolkata', 'America/Los_Angeles'] as ZoneName[]) {
          const workspace = changed(on, { handoff: at(weekday, '08:30', where) }, { cadenceWeeks });
          const spans = turns(workspace).map(({ rotation, start, end }) =>
            spanOf(start, end, workspace.rotations[rotation]?.handoff.zone ?? zone),
          );
          spans.sort((one, other) => one.start - other.start);
          spans.forEach((span, place) => {
            expect(span.end).toBeGreaterThan(span.start);
            const after = spans[place + 1];
            if (after !== undefined) expect(after.start).toBe(span.end);
          });
        }
});

test('each day counts once across the change', () => {
  const workspace = changed('2027-02-03', { handoff: at(3, '13:00') });
  const days = turns(workspace).flatMap(({ start, end }) => daysAtNoon(start, end));
  expect(new Set(days).size).toBe(days.length);
});

test('a pause between two rotations stays a pause', () => {
  const workspace = changed('2027-02-01', { startsOn: date('2027-03-01') });
  expect(seamAt(workspace)).toBeNull();
  expect(
    turns(workspace)
      .filter(({ rotation }) => rotation === 'rotation-old')
      .at(-1)?.end,
  ).toBe('2027-02-01T09:00');
});

test('a follower that ends before it begins leaves no seam', () => {
  expect(seamAt(changed('2027-02-01', { endsOn: date('2027-02-01') }))).toBeNull();
});
