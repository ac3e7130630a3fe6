import { expect, test } from 'vitest';
import { daysBetween, dateOf, quarterRange } from '../../../shared/calendar/days.ts';
import { daysAtNoon } from '../../../shared/calendar/span.ts';
import { trueHours } from '../../../shared/calendar/zone.ts';
import type { LocalTime, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import { expand, slotOf, slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { aRotation, aShift, aShiftId, aWorkspace, date, primary, secondary } from '../../builders/a-workspace.ts';

const year = { from: date('2027-01-01'), until: date('2028-01-01') };
const q1 = '2027-Q1' as QuarterId;

test('a weekly rotation has one slot a layer and week, from its first hand-off on', () => {
  const slots = expand(aRotation('Team', ['Ann'], { startsOn: date('2027-01-06') }), quarterRange(q1));
  expect(slots).toHaveLength(2 * 12);
  expect(slots[0]).toMatchObject({ layer: primary, start: '2027-01-11T09:00', end: '2027-01-18T09:00' });
  expect(slots[1]).toMatchObject({ layer: secondary, start: '2027-01-11T09:00' });
});

test('bi-weekly turns count from the first hand-off, whatever range is asked for', () => {
  const rotation = aRotation('Team', ['Ann'], { cadenceWeeks: 2 });
  const all = expand(rotation, year).map((slot) => slot.id);
  const parts = (['2027-Q1', '2027-Q2', '2027-Q3', '2027-Q4'] as QuarterId[]).flatMap((quarter) => expand(rotation, quarterRange(quarter)));
  expect(parts.map((slot) => slot.id)).toEqual(all);
  expect(parts.every((slot) => daysBetween(dateOf(slot.start), dateOf(slot.end)) === 14)).toBe(true);
});

test('where a bi-weekly rotation ends after an odd number of weeks, its last turn is one week', () => {
  const slots = expand(aRotation('Team', ['Ann'], { cadenceWeeks: 2, endsOn: date('2027-01-25') }), year);
  expect(slots.filter((slot) => slot.layer === primary).map((slot) => [slot.start, slot.end])).toEqual([
    ['2027-01-04T09:00', '2027-01-18T09:00'],
    ['2027-01-18T09:00', '2027-01-25T09:00'],
  ]);
});

test('no turn begins on or after the day a rotation ends or is archived', () => {
  expect(expand(aRotation('Team', ['Ann'], { endsOn: date('2027-01-04') }), year)).toEqual([]);
  expect(expand(aRotation('Team', ['Ann'], { archivedOn: date('2027-01-18') }), year)).toHaveLength(4);
});

test('each day of a layer belongs to exactly one slot, at any hand-off hour and through both clock changes of a year', () => {
  for (const zone of ['Europe/Berlin', 'America/New_York'] as ZoneName[]) {
    for (const time of ['00:00', '09:00', '12:00', '12:01', '23:30'] as LocalTime[]) {
      for (const weekday of [1, 4, 7]) {
        const rotation = aRotation('Team', ['Ann'], { handoff: { weekday, time, zone }, startsOn: date('2026-12-01') });
        const slots = expand(rotation, { from: date('2026-12-01'), until: date('2028-02-01') }).filter((slot) => slot.layer === primary);
        const days = slots.flatMap((slot) => daysAtNoon(slot.start, slot.end));
        expect(new Set(days).size).toBe(days.length);
        expect(days.filter((day) => day.startsWith('2027'))).toHaveLength(365);
      }
    }
  }
});

test('a week with a clock change lasts 167 or 169 true hours and still has seven days', () => {
  const slots = expand(aRotation(), year).filter((slot) => slot.layer === primary);
  const hours = (start: string) => {
    const slot = slots.find((one) => one.start.startsWith(start));
    return slot === undefined ? null : [trueHours(slot.start, slot.end, 'Europe/Berlin' as ZoneName), daysAtNoon(slot.start, slot.end).length];
  };
  expect(hours('2027-03-22')).toEqual([167, 7]);
  expect(hours('2027-10-25')).toEqual([169, 7]);
});

test('a slot is found by its id, as recorded where it was recorded, and not where the rotation has none', () => {
  const moved = aShift('2027-01-04', 'Ann', { end: '2027-01-10T09:00' as never });
  const workspace = aWorkspace({ shifts: [moved] });
  expect(slotOf(workspace, moved.id)?.end).toBe('2027-01-10T09:00');
  expect(slotOf(workspace, aShiftId('Team', secondary, '2027-01-04'))?.end).toBe('2027-01-11T09:00');
  expect(slotOf(workspace, aShiftId('Team', primary, '2027-01-05'))).toBeNull();
  expect(slotOf(workspace, aShiftId('Other', primary, '2027-01-04'))).toBeNull();
});

test('a quarter has the turns of all rotations and what was recorded besides, each once, by start', () => {
  const cover = aShift('2027-01-06', 'Bo', { id: `${aShiftId('Team', primary, '2027-01-04')}/cover/2027-01-06` as never, covers: aShiftId('Team', primary, '2027-01-04') });
  const workspace = aWorkspace({ shifts: [aShift('2027-01-04', 'Ann'), cover] });
  const slots = slotsOfQuarter(workspace, q1);
  expect(slots).toHaveLength(2 * 13 + 1);
  expect(new Set(slots.map((slot) => slot.id)).size).toBe(slots.length);
  expect(slots.map((slot) => slot.start)).toEqual(slots.map((slot) => slot.start).toSorted());
  expect(slotsOfQuarter({ ...workspace, shifts: { ...workspace.shifts } }, q1)).toBe(slots);
});
