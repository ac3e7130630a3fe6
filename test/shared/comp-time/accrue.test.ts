import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accrue } from '../../../shared/comp-time/accrue.ts';
import type { LocalDateTime, ZoneName } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aPerson,
  aPolicy,
  aRotation,
  aShift,
  aWorkspace,
  date,
  secondary,
} from '../../builders/a-workspace.ts';

const region = 'DE-BE';
const epiphany = aHoliday(region, 'Some Monday', '2027-01-11');
const people = ['Ann', 'Bo'].map((name) => aPerson(name, { region }));

const world = (shifts: readonly Shift[], rest: Parameters<typeof aWorkspace>[0] = {}): Workspace =>
  aWorkspace({
    people,
    rotations: [aRotation('Team', ['Ann', 'Bo'])],
    holidaySets: [aHolidaySet(region, 2027)],
    holidays: [epiphany],
    shifts,
    ...rest,
  });

const minutes = (workspace: Workspace, shift: Shift, policy = aPolicy()) =>
  accrue(workspace, shift, policy).map((earning) => earning.minutes);

test('a hand-off at 09:00 splits a holiday of 480 minutes into 180 and 300', () => {
  const [leaving, coming] = [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')];
  const workspace = world([leaving, coming]);
  expect(accrue(workspace, leaving, aPolicy())).toEqual([
    {
      person: 'person-ann',
      why: 'holiday',
      date: '2027-01-11',
      minutes: 180,
      source: { shift: leaving.id, holiday: epiphany.id, incident: null, leave: null },
      policy: 'policy-1',
    },
  ]);
  expect(minutes(workspace, coming)).toEqual([300]);
});

test('the secondary earns the share of the policy, a light watch that of its factor, a shadow nothing', () => {
  const shift = aShift('2027-01-11', 'Bo', { layer: secondary });
  expect(minutes(world([shift]), shift)).toEqual([150]);
  const watch = aRotation('Team', ['Ann', 'Bo'], { kind: 'watch', factorPercent: 50 });
  expect(minutes(world([shift], { rotations: [watch] }), shift)).toEqual([75]);
  const heavy = aRotation('Team', ['Ann', 'Bo'], { factorPercent: 150 });
  expect(minutes(world([shift], { rotations: [heavy] }), shift)).toEqual([150]);
  const layers = aRotation().layers.map((layer) =>
    layer.name === secondary ? { ...layer, weightPercent: 0 } : layer,
  );
  expect(
    minutes(world([shift], { rotations: [aRotation('Team', ['Ann', 'Bo'], { layers })] }), shift),
  ).toEqual([]);
});

test('the region is that of the person: a holiday elsewhere earns nothing', () => {
  const shift = aShift('2027-01-11', 'Bo');
  expect(minutes(world([shift], { people: [aPerson('Bo', { region: 'US' })] }), shift)).toEqual([]);
  expect(minutes(world([shift], { people: [aPerson('Bo')] }), shift)).toEqual([]);
});

test('a holiday with two dates earns once, by the date that the policy names', () => {
  const holiday = aHoliday(region, 'Christmas Day', '2027-12-25', { observed: date('2027-12-27') });
  const shift = aShift('2027-12-20', 'Ann');
  const workspace = world([shift], { holidays: [holiday] });
  // The shift holds all of Saturday the 25th, and of Monday the 27th what is before 09:00.
  expect(minutes(workspace, shift, aPolicy({ holidayDate: 'actual' }))).toEqual([480]);
  expect(minutes(workspace, shift, aPolicy({ holidayDate: 'observed' }))).toEqual([180]);
  expect(minutes(workspace, shift, aPolicy({ holidayDate: 'either' }))).toEqual([480]);
});

test('the weight of a holiday counts, and one of no weight earns no line', () => {
  const shift = aShift('2027-01-11', 'Bo');
  expect(minutes(world([shift], { holidays: [{ ...epiphany, weightPercent: 200 }] }), shift)).toEqual([600]);
  expect(minutes(world([shift], { holidays: [{ ...epiphany, weightPercent: 0 }] }), shift)).toEqual([]);
});

test('days that somebody else covers earn for that person', () => {
  const holiday = aHoliday(region, 'Some Wednesday', '2027-01-13');
  const shift = aShift('2027-01-11', 'Ann');
  const cover = aShift('2027-01-13', 'Bo', {
    id: `${shift.id}/cover/2027-01-13` as ShiftId,
    covers: shift.id,
    end: '2027-01-14T09:00' as LocalDateTime,
  });
  const workspace = world([shift, cover], { holidays: [holiday] });
  expect([minutes(workspace, shift), minutes(workspace, cover)]).toEqual([[180], [300]]);
});

test('a holiday on the day of a clock change is one whole holiday', () => {
  const holiday = aHoliday(region, 'Easter Sunday', '2027-03-28');
  const shift = aShift('2027-03-22', 'Ann');
  expect(minutes(world([shift], { holidays: [holiday] }), shift)).toEqual([480]);
});

test('the day is the one that the person lives through, in their own zone', () => {
  const shift = aShift('2027-01-11', 'Ann');
  const far = [aPerson('Ann', { region, zone: 'Asia/Tokyo' as ZoneName })];
  // 09:00 in Berlin is 17:00 in Tokyo: of the holiday there, seven hours are left.
  expect(minutes(world([shift], { people: far }), shift)).toEqual([Math.round((480 * 7) / 24)]);
});

test('whoever hands off when, all parts of a holiday together make one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const at = (day: string) => `${day}T${time}` as LocalDateTime;
      const [one, two] = [
        aShift('2027-01-04', 'Ann', { start: at('2027-01-04'), end: at('2027-01-11') }),
        aShift('2027-01-11', 'Bo', { start: at('2027-01-11'), end: at('2027-01-18') }),
      ];
      const workspace = world([one, two]);
      const sum = [...minutes(workspace, one), ...minutes(workspace, two)].reduce(
        (all, part) => all + part,
        0,
      );
      expect(Math.abs(sum - 480)).toBeLessThanOrEqual(1);
    }),
    { seed: 6, numRuns: 100 },
  );
});

const terms = (changes: Partial<ReturnType<typeof aPolicy>['compTime']>) =>
  aPolicy({ compTime: { ...aPolicy().compTime, ...changes } });

test('a weekend day earns where the policy says so, and not once more when it is a holiday', () => {
  const shift = aShift('2027-01-04', 'Ann');
  const saturday = aHoliday(region, 'Some Saturday', '2027-01-09');
  const policy = terms({ minutesPerWeekendDay: 240 });
  const days = (workspace: Workspace) =>
    accrue(workspace, shift, policy).map(({ why, date: day, minutes: many }) => [why, day, many]);
  expect(days(world([shift], { holidays: [] }))).toEqual([
    ['weekend', '2027-01-09', 240],
    ['weekend', '2027-01-10', 240],
  ]);
  expect(days(world([shift], { holidays: [saturday] }))).toEqual([
    ['holiday', '2027-01-09', 480],
    ['weekend', '2027-01-10', 240],
  ]);
});

test('two holidays on one day earn once, by the heavier', () => {
  const shift = aShift('2027-01-04', 'Ann');
  const twice = [
    aHoliday(region, 'Some Thursday', '2027-01-07'),
    aHoliday(region, 'Another name', '2027-01-07', { weightPercent: 150 }),
  ];
  expect(minutes(world([shift], { holidays: twice }), shift)).toEqual([720]);
});

test('a holiday on a leap day earns like any other', () => {
  const shift = aShift('2028-02-28', 'Ann');
  const leap = aHoliday(region, 'Leap day', '2028-02-29');
  const sets = [aHolidaySet(region, 2028)];
  expect(minutes(world([shift], { holidaySets: sets, holidays: [leap] }), shift)).toEqual([480]);
});

test('any part of a day, or a part from so many hours on, can count as the whole', () => {
  const [leaving, coming] = [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')];
  const workspace = world([leaving, coming]);
  const both = (policy: ReturnType<typeof aPolicy>) => [
    minutes(workspace, leaving, policy),
    minutes(workspace, coming, policy),
  ];
  expect(both(terms({ counting: 'any-part' }))).toEqual([[480], [480]]);
  expect(both(terms({ counting: 'at-least', atLeastHours: 9 }))).toEqual([[480], [480]]);
  expect(both(terms({ counting: 'at-least', atLeastHours: 10 }))).toEqual([[], [480]]);
  // Of a day of 24 hours nobody holds more than 15: whoever asks for all of it asks for a day without hand-off.
  expect(both(terms({ counting: 'at-least', atLeastHours: 24 }))).toEqual([[], []]);
});

test('earnings are rounded to the nearest multiple, and what rounds to nothing is no line', () => {
  const [leaving, coming] = [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')];
  const workspace = world([leaving, coming]);
  const policy = terms({ minutesPerHoliday: 50, roundToMinutes: 15 });
  // 18.75 and 31.25 minutes.
  expect([minutes(workspace, leaving, policy), minutes(workspace, coming, policy)]).toEqual([[15], [30]]);
  expect(minutes(workspace, leaving, terms({ minutesPerHoliday: 50, roundToMinutes: 60 }))).toEqual([]);
});
