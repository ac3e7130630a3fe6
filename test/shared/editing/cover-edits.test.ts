import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysFrom } from '../../../shared/calendar/days.ts';
import { daysAtNoon } from '../../../shared/calendar/span.ts';
import type { CommandOf, Cover } from '../../../shared/editing/command.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { LocalDate, LocalTime } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { coversOf, servedDays } from '../../../shared/rotation/override.ts';
import {
  aLeave,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
  secondary,
} from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const week = aShift('2027-01-11', 'Ann');
const cover = (from: string, until: string, person: string, shift: ShiftId = week.id): Cover => ({
  shift,
  from: date(from),
  until: date(until),
  person: personIdOf(person),
});
const command = (
  covers: readonly Cover[],
  changes: Partial<CommandOf<'cover-days'>> = {},
): CommandOf<'cover-days'> => ({
  kind: 'cover-days',
  covers,
  remove: [],
  accept: [],
  today: date('2027-01-01'),
  reason: '',
  ...changes,
});
const coverId = (day: string, shift: ShiftId = week.id): ShiftId => `${shift}/cover/${day}` as ShiftId;
const covered = (workspace: Workspace, shift: ShiftId = week.id): readonly string[] =>
  coversOf(workspace.shifts, shift)
    .map(({ person, start, end }) => `${person.slice(7)} ${start} ${end}`)
    .sort((a, b) => (a.slice(-16) < b.slice(-16) ? -1 : 1));

test('a cover lasts from hand-off to hand-off, is pinned, and counts exactly its days', () => {
  const after = made(aWorkspace({ shifts: [week] }), command([cover('2027-01-13', '2027-01-15', 'Bo')]));
  expect(after.shifts[coverId('2027-01-13')]).toEqual({
    ...week,
    id: coverId('2027-01-13'),
    start: '2027-01-13T09:00',
    end: '2027-01-15T09:00',
    person: 'person-bo',
    covers: week.id,
    origin: 'hand',
    pinned: true,
  });
  expect(servedDays(after.shifts, week)).toEqual([
    '2027-01-11',
    '2027-01-12',
    '2027-01-15',
    '2027-01-16',
    '2027-01-17',
  ]);
});

test('where turns change hands in the evening, a day is covered from the evening before', () => {
  const late = aShift('2027-01-11', 'Ann', {
    start: '2027-01-11T17:00' as never,
    end: '2027-01-18T17:00' as never,
  });
  const rotation = aRotation('Team', undefined, {
    handoff: { ...aRotation().handoff, time: '17:00' as LocalTime },
  });
  const workspace = aWorkspace({ rotations: [rotation], shifts: [late] });
  const after = made(workspace, command([cover('2027-01-14', '2027-01-15', 'Bo')]));
  const [one] = coversOf(after.shifts, late.id);
  expect([one?.start, one?.end]).toEqual(['2027-01-13T17:00', '2027-01-14T17:00']);
  expect(daysAtNoon(one?.start as never, one?.end as never)).toEqual(['2027-01-14']);
  // The first day that counts is the Tuesday, and its duty begins with the turn.
  const first = made(workspace, command([cover('2027-01-12', '2027-01-13', 'Bo')]));
  expect(coversOf(first.shifts, late.id)[0]?.start).toBe('2027-01-11T17:00');
});

test('a later cover takes its days from an earlier one, and the rest of that stays in two parts', () => {
  const first = made(aWorkspace({ shifts: [week] }), command([cover('2027-01-12', '2027-01-16', 'Bo')]));
  const after = made(first, command([cover('2027-01-13', '2027-01-14', 'Cy')]));
  expect(covered(after)).toEqual([
    'bo 2027-01-12T09:00 2027-01-13T09:00',
    'cy 2027-01-13T09:00 2027-01-14T09:00',
    'bo 2027-01-14T09:00 2027-01-16T09:00',
  ]);
  // The first part keeps its name, and calendars that follow it learn of the change.
  expect(after.shifts[coverId('2027-01-12')]?.sequence).toBe(1);
});

test('days that touch and are one person’s become one cover', () => {
  const one = made(aWorkspace({ shifts: [week] }), command([cover('2027-01-12', '2027-01-13', 'Bo')]));
  const two = made(one, command([cover('2027-01-13', '2027-01-14', 'Bo')]));
  expect(covered(two)).toEqual(['bo 2027-01-12T09:00 2027-01-14T09:00']);
});

test('the holder takes days back, in part or by the cover’s name', () => {
  const one = made(aWorkspace({ shifts: [week] }), command([cover('2027-01-12', '2027-01-15', 'Bo')]));
  expect(covered(made(one, command([cover('2027-01-13', '2027-01-14', 'Ann')])))).toEqual([
    'bo 2027-01-12T09:00 2027-01-13T09:00',
    'bo 2027-01-14T09:00 2027-01-15T09:00',
  ]);
  const back = made(one, command([], { remove: [coverId('2027-01-12')] }));
  expect(back.shifts).toEqual({ [week.id]: week });
});

test('a cover that is named instead of its turn stands for the turn', () => {
  const one = made(aWorkspace({ shifts: [week] }), command([cover('2027-01-12', '2027-01-15', 'Bo')]));
  const two = made(one, command([cover('2027-01-13', '2027-01-14', 'Cy', coverId('2027-01-12'))]));
  expect(covered(two)).toContain('cy 2027-01-13T09:00 2027-01-14T09:00');
});

test('two holidays change hands in one edit, all or nothing', () => {
  const other = aShift('2027-01-18', 'Bo');
  const workspace = aWorkspace({ shifts: [week, other] });
  const swap = [cover('2027-01-13', '2027-01-14', 'Bo'), cover('2027-01-20', '2027-01-21', 'Ann', other.id)];
  const after = made(workspace, command(swap));
  expect([...covered(after), ...covered(after, other.id)]).toEqual([
    'bo 2027-01-13T09:00 2027-01-14T09:00',
    'ann 2027-01-20T09:00 2027-01-21T09:00',
  ]);
  const away = {
    ...workspace,
    leave: { one: aLeave('Ann', '2027-01-20', '2027-01-20') },
  } as unknown as Workspace;
  expect(refusalOf(away, command(swap))).toMatchObject({
    kind: 'breaks-rules',
    findings: [{ rule: 'on-leave' }],
  });
});

test('the hard rules hold for a cover as for a turn; what is accepted stays marked', () => {
  const workspace = aWorkspace({
    shifts: [week, aShift('2027-01-11', 'Bo', { layer: secondary })],
    leave: [aLeave('Cy', '2027-01-13', '2027-01-13')],
  });
  const both = command([cover('2027-01-13', '2027-01-14', 'Bo')]);
  expect(refusalOf(workspace, both)).toMatchObject({
    kind: 'breaks-rules',
    findings: [{ rule: 'two-roles-two-people' }],
  });
  const onLeave = command([cover('2027-01-13', '2027-01-14', 'Cy')]);
  expect(refusalOf(workspace, onLeave)).toMatchObject({
    kind: 'breaks-rules',
    findings: [{ rule: 'on-leave' }],
  });
  const after = made(workspace, { ...onLeave, accept: ['on-leave'] });
  expect(after.shifts[coverId('2027-01-13')]?.accepted).toEqual(['on-leave']);
});

test('days do not go back to a holder who is on leave by then, unless that is accepted', () => {
  const one = made(aWorkspace({ shifts: [week] }), command([cover('2027-01-13', '2027-01-14', 'Bo')]));
  const away = { ...one, leave: { one: aLeave('Ann', '2027-01-13', '2027-01-13') } } as unknown as Workspace;
  const back = command([], { remove: [coverId('2027-01-13')] });
  expect(refusalOf(away, back)).toMatchObject({ kind: 'breaks-rules', findings: [{ rule: 'on-leave' }] });
  // Handing the days on to a third person asks the holder nothing.
  expect(edit(away, command([cover('2027-01-13', '2027-01-14', 'Cy')])).ok).toBe(true);
  expect(made(away, { ...back, accept: ['on-leave'] }).shifts[week.id]?.accepted).toEqual(['on-leave']);
});

test('days gone by change only with a reason, which stays at the cover', () => {
  const workspace = aWorkspace({ shifts: [week] });
  const past = command([cover('2027-01-13', '2027-01-14', 'Bo')], { today: date('2027-01-14') });
  expect(refusalOf(workspace, past)).toEqual({ kind: 'past-needs-reason', shift: week.id });
  const after = made(workspace, { ...past, reason: 'Bo stood in' });
  expect(after.shifts[coverId('2027-01-13')]?.note).toBe('Bo stood in');
  const remove = command([], { today: date('2027-01-14'), remove: [coverId('2027-01-13')] });
  expect(refusalOf(after, remove)).toEqual({ kind: 'past-needs-reason', shift: coverId('2027-01-13') });
  // A turn under way is not past where its days are still to come.
  expect(
    edit(workspace, command([cover('2027-01-15', '2027-01-16', 'Bo')], { today: date('2027-01-14') })).ok,
  ).toBe(true);
});

test('what cannot be covered is refused with the reason', () => {
  const workspace = aWorkspace({ shifts: [week] });
  const gap = aShiftId('Team', primary, '2027-01-18');
  const refusals = [
    [cover('2027-01-18', '2027-01-19', 'Bo', gap)],
    [cover('2027-01-10', '2027-01-12', 'Bo')],
    [cover('2027-01-17', '2027-01-19', 'Bo')],
    [cover('2027-01-14', '2027-01-14', 'Bo')],
    [cover('2027-01-15', '2027-01-14', 'Bo')],
    [cover('2027-01-11', '2027-01-18', 'Bo')],
    [cover('2027-01-13', '2027-01-14', 'Nobody')],
    [cover('2027-01-13', '2027-01-14', 'Ann')],
    [],
  ].map((covers) => refusalOf(workspace, command(covers)).kind);
  expect(refusals).toEqual([
    'unknown-record',
    'invalid',
    'invalid',
    'invalid',
    'invalid',
    'invalid',
    'unknown-record',
    'no-change',
    'no-change',
  ]);
  expect(refusalOf(workspace, command([], { remove: [week.id] })).kind).toBe('unknown-record');
});

test('whatever is covered, handed on and taken back, each day has the last person who was given it', () => {
  const days = daysFrom(date('2027-01-11'), date('2027-01-17'));
  const step = fc.record({
    from: fc.integer({ min: 0, max: 6 }),
    length: fc.integer({ min: 1, max: 6 }),
    person: fc.constantFrom('Ann', 'Bo', 'Cy', 'Di'),
  });
  let changed = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), (steps) => {
      let workspace = aWorkspace({ shifts: [week] });
      const holder = new Map<LocalDate, PersonId>(days.map((day) => [day, week.person]));
      for (const { from, length, person } of steps) {
        const first = days[from] as LocalDate;
        const until = addDays(first, length);
        const edited = edit(workspace, command([cover(first, until, person)]));
        if (!edited.ok) {
          const beyond = until > '2027-01-18' || length === 7;
          const same = days
            .filter((day) => first <= day && day < until)
            .every((day) => holder.get(day) === personIdOf(person));
          expect(beyond || same, JSON.stringify(edited.reason)).toBe(true);
          continue;
        }
        workspace = edited.value.workspace;
        changed += 1;
        for (const day of days) if (first <= day && day < until) holder.set(day, personIdOf(person));
        expect(integrityFindings(workspace)).toEqual([]);
      }
      const serves = new Map<LocalDate, PersonId>(
        servedDays(workspace.shifts, week).map((day) => [day, week.person]),
      );
      for (const one of coversOf(workspace.shifts, week.id))
        for (const day of daysAtNoon(one.start, one.end)) {
          expect(serves.has(day)).toBe(false);
          serves.set(day, one.person);
        }
      expect(new Map([...serves].sort())).toEqual(holder);
    }),
    { numRuns: 300, seed: 20_261_123 },
  );
  expect(changed).toBeGreaterThan(500);
});
