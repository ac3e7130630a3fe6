import { expect, test } from 'vitest';
import { addDays, atTime } from '../../../shared/calendar/days.ts';
import {
  aimHandoff,
  aimHoliday,
  aimSomeDays,
  turnsOn,
  type DaysAim,
} from '../../../shared/editing/aim-days.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { LocalTime } from '../../../shared/model/dates.ts';
import type { HolidayId, ShiftId } from '../../../shared/model/ids.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { daysServed } from '../../../shared/planner/covers/days-served.ts';
import { daysLines, daysStuckText, heldDaysText } from '../../../shared/words/cover-effect.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
} from '../../builders/a-workspace.ts';

const names = ['Ann', 'Bo', 'Cy'];
const nine = '09:00' as LocalTime;
const first = aShiftId('Team', primary, '2027-01-04');
const second = aShiftId('Team', primary, '2027-01-11');

const plan = (shifts: readonly Shift[]): Workspace =>
  aWorkspace({
    people: names.map((name, position) => aPerson(name, { position })),
    rotations: [
      aRotation('Team', names, { layers: [{ name: primary, title: 'Primary', weightPercent: 100 }] }),
    ],
    shifts,
  });

const workspace = plan([aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo'), aShift('2027-01-18', 'Bo')]);

const coversOf = (aimed: DaysAim): readonly string[] =>
  aimed.kind === 'covers'
    ? aimed.gesture.covers.map(({ shift, from, until, person }) => `${shift} ${from} ${until} ${person}`)
    : [aimed.kind];

/** Who serves the days of a turn after the gesture, by the first letter of the person. */
function served(of: Workspace, aimed: DaysAim, turn: ShiftId): string {
  if (aimed.kind !== 'covers') throw new Error(aimed.kind);
  const { covers, remove } = aimed.gesture;
  const edited = edit(of, {
    kind: 'cover-days',
    covers,
    remove,
    accept: [],
    today: date('2026-12-01'),
    reason: '',
  });
  if (!edited.ok) throw new Error(JSON.stringify(edited.reason));
  return daysServed(edited.value.workspace, turn)
    .map(({ person }) => person.slice(7, 8))
    .join('');
}

test('an end drawn earlier gives the days after it to whoever comes next', () => {
  const aimed = aimHandoff(workspace, { kind: 'handoff', shift: first, edge: 'end' }, date('2027-01-07'));
  expect(coversOf(aimed)).toEqual([`${first} 2027-01-08 2027-01-11 person-bo`]);
  expect(served(workspace, aimed, first)).toBe('aaaabbb');
});

test('an end drawn later takes days of the turn that comes next', () => {
  const aimed = aimHandoff(workspace, { kind: 'handoff', shift: first, edge: 'end' }, date('2027-01-12'));
  expect(coversOf(aimed)).toEqual([`${second} 2027-01-11 2027-01-13 person-ann`]);
  expect(served(workspace, aimed, second)).toBe('aabbbbb');
});

test('a start drawn later leaves days to whoever was before, and drawn earlier takes theirs', () => {
  const later = aimHandoff(workspace, { kind: 'handoff', shift: second, edge: 'start' }, date('2027-01-13'));
  expect(served(workspace, later, second)).toBe('aabbbbb');
  const earlier = aimHandoff(
    workspace,
    { kind: 'handoff', shift: second, edge: 'start' },
    date('2027-01-09'),
  );
  expect(served(workspace, earlier, first)).toBe('aaaaabb');
});

test('a hand-off left where it is is none; beside nobody or the same person it cannot go', () => {
  const at = (shift: ShiftId, edge: 'start' | 'end', day: string) =>
    aimHandoff(workspace, { kind: 'handoff', shift, edge }, date(day));
  expect(at(first, 'end', '2027-01-10')).toEqual({ kind: 'still' });
  expect(at(first, 'start', '2027-01-06')).toEqual({ kind: 'nobody-beside', edge: 'start' });
  expect(at(second, 'end', '2027-01-15')).toEqual({ kind: 'same-person', person: personIdOf('Bo') });
  expect(daysStuckText(workspace, at(first, 'start', '2027-01-06'))).toBe(
    'Nobody holds the turn before: assign it first',
  );
  expect(daysStuckText(workspace, at(second, 'end', '2027-01-15'))).toBe('Bo holds the turn beside it too');
});

const cover = aShift('2027-01-04', 'Cy', {
  id: `${first}/cover/2027-01-06` as ShiftId,
  covers: first,
  start: atTime(date('2027-01-06'), nine),
  end: atTime(date('2027-01-09'), nine),
});
const covered = plan([aShift('2027-01-04', 'Ann'), cover, aShift('2027-01-11', 'Bo')]);

test('the ends of a cover give days back to the turn’s holder, or take more of its days', () => {
  const at = (edge: 'start' | 'end', day: string) =>
    aimHandoff(covered, { kind: 'handoff', shift: cover.id, edge }, date(day));
  expect(served(covered, at('start', '2027-01-07'), first)).toBe('aaaccaa');
  expect(served(covered, at('start', '2027-01-05'), first)).toBe('accccaa');
  expect(served(covered, at('end', '2027-01-06'), first)).toBe('aacaaaa');
  expect(served(covered, at('end', '2027-01-09'), first)).toBe('aacccca');
  expect(coversOf(at('end', '2027-01-05'))).toEqual(['still']);
  expect(coversOf(at('start', '2027-01-06'))).toEqual(['still']);
});

test('one day of a turn goes to somebody else, and back to its own holder', () => {
  const day = { kind: 'some', shift: first, from: date('2027-01-06'), until: date('2027-01-07') } as const;
  expect(served(workspace, aimSomeDays(workspace, day, personIdOf('Cy')), first)).toBe('aacaaaa');
  expect(aimSomeDays(workspace, day, personIdOf('Ann'))).toEqual({ kind: 'still' });
  const back = aimSomeDays(covered, { ...day, shift: cover.id }, personIdOf('Ann'));
  expect(served(covered, back, first)).toBe('aaaccaa');
  expect(heldDaysText(workspace, day)).toBe('Wed 6 Jan of Team primary W1');
});

test('a holiday given to somebody is the weightiest duty of its day that they do not serve already', () => {
  const watch = aRotation('Profit', names, { kind: 'watch', position: 0 });
  const both = aWorkspace({
    people: names.map((name, position) => aPerson(name, { position })),
    rotations: [
      watch,
      aRotation('Team', names, {
        layers: [{ name: primary, title: 'Primary', weightPercent: 100 }],
        position: 1,
      }),
    ],
    shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-04', 'Bo', { rotation: watch.id })],
    holidays: [
      {
        id: 'holiday-epiphany' as HolidayId,
        set: 'set-de' as never,
        name: 'Epiphany',
        actual: date('2027-01-06'),
        observed: null,
        weightPercent: 100,
        tentative: false,
        source: 'by hand',
      },
    ],
  });
  expect(turnsOn(both, date('2027-01-06')).map(({ id }) => id)).toEqual([
    first,
    aShiftId('Profit', primary, '2027-01-04'),
  ]);
  const holiday = 'holiday-epiphany' as HolidayId;
  const shiftsFor = (name: string) =>
    aimHoliday(both, holiday, personIdOf(name)).map(({ covers }) => covers.map(({ shift }) => shift).join());
  expect(shiftsFor('Cy')).toEqual([first, aShiftId('Profit', primary, '2027-01-04')]);
  expect(shiftsFor('Ann')).toEqual([aShiftId('Profit', primary, '2027-01-04')]);
  expect(heldDaysText(both, { kind: 'holiday', holiday })).toBe('Epiphany, Wed 6 Jan');
  expect(turnsOn(both, addDays(date('2027-01-06'), 30))).toEqual([]);
});

test('the sentences of a cover name everybody whose days change', () => {
  const laid = {
    shift: first,
    from: date('2027-01-05'),
    until: date('2027-01-08'),
    person: personIdOf('Bo'),
  };
  expect(daysLines(covered, { covers: [laid], remove: [] }).map(({ text }) => text)).toEqual([
    'Bo covers 5–7 Jan of Team primary W1',
    'Ann gives up 1 day of Team primary W1',
    'Cy gives up 2 days of Team primary W1',
  ]);
  expect(daysLines(covered, { covers: [], remove: [cover.id] }).map(({ text }) => text)).toEqual([
    'Ann takes back 6–8 Jan of Team primary W1',
    'Cy gives up 3 days of Team primary W1',
  ]);
});
