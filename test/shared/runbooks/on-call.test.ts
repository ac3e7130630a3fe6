import { expect, test } from 'vitest';
import type { Instant, LocalDateTime } from '../../../shared/model/dates.ts';
import type { PipelineId, ShiftId } from '../../../shared/model/ids.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import { onCallAt, onCallWeeks } from '../../../shared/runbooks/on-call.ts';
import {
  aRotation,
  aShift,
  aWorkspace,
  date,
  primary,
  rotationIdOf,
  secondary,
} from '../../builders/a-workspace.ts';
import { owner, profit } from './a-runbook.ts';

const team = aRotation('Team');
const watch = aRotation('Profit', ['Bo', 'Ann'], { kind: 'watch', pipeline: profit.id, position: 5 });
const other = aRotation('Growth', ['Cy', 'Di'], {
  kind: 'watch',
  pipeline: 'pipeline-growth' as PipelineId,
  position: 1,
});
const rotations = [team, watch, other];

const at = (instant: string) => instant as Instant;
const workspaceWith = (shifts: readonly Shift[]) => aWorkspace({ pipelines: [profit], rotations, shifts });
const profitShift = (day: string, person: string, changes: Partial<Shift> = {}) =>
  aShift(day, person, { rotation: rotationIdOf('Profit'), ...changes });

const weeks = workspaceWith([
  profitShift('2027-01-04', 'Bo'),
  profitShift('2027-01-11', 'Ann'),
  aShift('2027-01-04', 'Cy'),
]);

test('duties are those of the pipeline’s rotation, then the team’s; never another pipeline’s', () => {
  expect(
    onCallAt(weeks, profit.id, at('2027-01-05T12:00:00Z')).map((it) => [it.rotationName, it.layer]),
  ).toEqual([
    ['Profit', primary],
    ['Profit', secondary],
    ['Team', primary],
    ['Team', secondary],
  ]);
});

test('the hand-off is at its minute, by the wall clock of the rotation’s zone', () => {
  const person = (instant: string) => onCallAt(weeks, profit.id, at(instant))[0]?.now?.person ?? null;
  expect(person('2027-01-04T07:59:00Z')).toBe(null);
  expect(person('2027-01-04T08:00:00Z')).toBe(owner('Bo'));
  expect(person('2027-01-11T07:59:59Z')).toBe(owner('Bo'));
  expect(person('2027-01-11T08:00:00Z')).toBe(owner('Ann'));
  expect(person('2027-01-18T08:00:00Z')).toBe(null);
});

test('next is who comes after; nobody where nothing is planned', () => {
  const [duty, , teamPrimary] = onCallAt(weeks, profit.id, at('2027-01-05T12:00:00Z'));
  expect(duty?.next).toMatchObject({ person: owner('Ann'), start: '2027-01-11T09:00' });
  expect(teamPrimary).toMatchObject({ now: { person: owner('Cy') }, next: null });
  expect(onCallAt(weeks, profit.id, at('2027-01-01T00:00:00Z'))[0]).toMatchObject({
    now: null,
    next: { person: owner('Bo') },
  });
});

test('a cover of single days takes them over and gives them back', () => {
  const base = profitShift('2027-01-04', 'Bo');
  const cover: Shift = {
    ...base,
    id: `${base.id}/cover/2027-01-06` as ShiftId,
    person: owner('Di'),
    covers: base.id,
    start: '2027-01-06T09:00' as LocalDateTime,
    end: '2027-01-07T09:00' as LocalDateTime,
  };
  const workspace = workspaceWith([cover, base]);
  const person = (instant: string) => onCallAt(workspace, profit.id, at(instant))[0]?.now?.person;
  expect([
    person('2027-01-05T12:00:00Z'),
    person('2027-01-06T12:00:00Z'),
    person('2027-01-07T12:00:00Z'),
  ]).toEqual([owner('Bo'), owner('Di'), owner('Bo')]);
  expect(onCallAt(workspace, profit.id, at('2027-01-05T12:00:00Z'))[0]?.next).toMatchObject({
    person: owner('Di'),
  });
  const [duty] = onCallWeeks(workspace, profit.id, date('2027-01-05'));
  expect(duty?.thisWeek.map((it) => [it.person, it.start.slice(0, 10), it.end.slice(0, 10)])).toEqual([
    [owner('Bo'), '2027-01-04', '2027-01-06'],
    [owner('Di'), '2027-01-06', '2027-01-07'],
    [owner('Bo'), '2027-01-07', '2027-01-11'],
  ]);
});

test('a week runs from hand-off to hand-off and begins on its day', () => {
  const names = (today: string) => {
    const [duty] = onCallWeeks(weeks, profit.id, date(today));
    return [duty?.thisWeek.map((it) => it.person), duty?.nextWeek.map((it) => it.person)];
  };
  expect(names('2027-01-03')).toEqual([[], [owner('Bo')]]);
  expect(names('2027-01-04')).toEqual([[owner('Bo')], [owner('Ann')]]);
  expect(names('2027-01-10')).toEqual([[owner('Bo')], [owner('Ann')]]);
  expect(names('2027-01-11')).toEqual([[owner('Ann')], []]);
});

test('a turn of two weeks stands in both', () => {
  const workspace = workspaceWith([
    profitShift('2027-01-04', 'Bo', { end: '2027-01-18T09:00' as LocalDateTime }),
  ]);
  const [duty] = onCallWeeks(workspace, profit.id, date('2027-01-06'));
  expect(duty?.thisWeek).toHaveLength(1);
  expect(duty?.nextWeek).toEqual(duty?.thisWeek);
});

test('an archived rotation is nobody’s duty', () => {
  const workspace = aWorkspace({
    pipelines: [profit],
    rotations: [{ ...watch, archivedOn: date('2027-01-01') }],
    shifts: [profitShift('2027-01-04', 'Bo')],
  });
  expect(onCallAt(workspace, profit.id, at('2027-01-05T12:00:00Z'))).toEqual([]);
});

test('a rotation that goes on under new terms is one duty: held under the old until the new ones begin', () => {
  const ended = { ...watch, endsOn: date('2027-01-11'), archivedOn: date('2027-01-11') };
  const next = { ...watch, id: rotationIdOf('Profit 2'), startsOn: date('2027-01-11'), succeeds: watch.id };
  const workspace = aWorkspace({
    pipelines: [profit],
    rotations: [ended, next],
    shifts: [profitShift('2027-01-04', 'Bo'), profitShift('2027-01-11', 'Ann', { rotation: next.id })],
  });
  const duties = onCallAt(workspace, profit.id, at('2027-01-06T12:00:00Z'));
  expect(duties).toHaveLength(2);
  expect(duties[0]).toMatchObject({ now: { person: owner('Bo') }, next: { person: owner('Ann') } });
});
