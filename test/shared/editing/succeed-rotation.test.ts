import { expect, test } from 'vitest';
import { dateOf } from '../../../shared/calendar/days.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { reverse } from '../../../shared/editing/changes.ts';
import type { LocalTime, QuarterId } from '../../../shared/model/dates.ts';
import type { RotationId, ShiftId } from '../../../shared/model/ids.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import {
  aLeave,
  aPerson,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  primary,
  zone,
} from '../../builders/a-workspace.ts';
import { mondays, oneLayer, planned, quarter, team } from '../scenarios/what-if.ts';
import { made, refusalOf } from './try-edit.ts';

const old = oneLayer.id;
const NEW = 'rotation-team-2' as RotationId;

const succession = (on: string, changes: Partial<Rotation> = {}, today = '2026-12-01') => ({
  kind: 'succeed-rotation' as const,
  ends: old,
  on: date(on),
  next: { ...oneLayer, id: NEW, startsOn: date(on), succeeds: old, ...changes },
  today: date(today),
});

const heldBy = (workspace: Workspace, id: string) => workspace.shifts[id as ShiftId]?.person;
const turns = (workspace: Workspace, rotation: RotationId) =>
  Object.values(workspace.shifts)
    .filter((shift) => shift.rotation === rotation)
    .sort((one, other) => (one.start < other.start ? -1 : 1));
const handoff = (weekday: number, time = '09:00'): Rotation['handoff'] => ({
  weekday,
  time: time as LocalTime,
  zone,
});

test('a hand-off that moves by two days leaves everybody their weeks, and the last old turn reaches to it', () => {
  const after = made(planned(), succession('2027-02-01', { handoff: handoff(3, '10:00') }));
  expect(integrityFindings(after)).toEqual([]);
  expect(after.rotations[old]).toMatchObject({ endsOn: '2027-02-01', archivedOn: '2027-02-01' });
  expect(turns(after, old)).toHaveLength(4);
  expect(turns(after, old).at(-1)).toMatchObject({ end: '2027-02-03T10:00', sequence: 1 });
  // Week 5 of the quarter was Ann's; most of its days still are.
  expect(turns(after, NEW).map(({ person }) => person)).toEqual(
    mondays(13)
      .slice(4)
      .map((_, week) => personIdOf(team[week % 4] ?? '')),
  );
  expect(checkQuarter(after, quarter).filter(({ rule }) => rule === 'gap')).toEqual([]);
});

test('a date in the middle of a turn cuts it short, and nothing before that day changes', () => {
  const workspace = planned();
  const after = made(workspace, succession('2027-02-03', { handoff: handoff(3) }));
  for (const shift of turns(workspace, old)) {
    if (dateOf(shift.end) <= '2027-02-03') expect(after.shifts[shift.id]).toBe(shift);
  }
  expect(turns(after, old).at(-1)).toMatchObject({ start: '2027-02-01T09:00', end: '2027-02-03T09:00' });
});

test('weekly turns made into turns of two weeks are open, for two people had them', () => {
  const after = made(planned(), succession('2027-02-01', { cadenceWeeks: 2 }));
  expect(turns(after, NEW)).toEqual([]);
  const open = slotsOfQuarter(after, quarter).filter(({ rotation }) => rotation === NEW);
  expect(open).toHaveLength(5);
  expect(checkQuarter(after, quarter).filter(({ rule }) => rule === 'gap')).toHaveLength(5);
});

test('turns of two weeks made weekly stay with whoever had both weeks', () => {
  const biweekly = { ...oneLayer, cadenceWeeks: 2 as const, startsOn: date('2027-01-04') };
  const shifts = [0, 2, 4].map((week, place) =>
    aShift(mondays(6)[week] ?? '', team[place] ?? '', { weeks: 2 }),
  );
  const workspace = aWorkspace({ rotations: [biweekly], shifts });
  const after = made(workspace, succession('2027-01-18', { cadenceWeeks: 1 }));
  expect(turns(after, NEW).map(({ person }) => person)).toEqual([
    'person-bo',
    'person-bo',
    'person-cy',
    'person-cy',
  ]);
});

test('somebody who takes no turns under the new terms leaves them open', () => {
  const participants = oneLayer.participants.filter(({ person }) => person !== personIdOf('Bo'));
  const after = made(planned(), succession('2027-02-01', { participants }));
  expect(heldBy(after, `${NEW}/primary/2027-02-01`)).toBe('person-ann');
  expect(heldBy(after, `${NEW}/primary/2027-02-08`)).toBeUndefined();
});

test('a turn that moves into its holder’s leave is opened instead of breaking a rule', () => {
  const leave = aLeave('Bo', '2027-02-15', '2027-02-16');
  const workspace = planned({ leave: [leave] });
  const after = made(workspace, succession('2027-02-01', { handoff: handoff(3) }));
  expect(heldBy(after, `${NEW}/primary/2027-02-10`)).toBeUndefined();
  expect(checkQuarter(after, quarter).filter(({ rule }) => rule === 'on-leave')).toEqual([]);
});

test('what was pinned and noted goes along, and covers in turns that move are taken back', () => {
  const turn = aShift('2027-02-08', 'Bo', { pinned: true, note: 'Asked for it' });
  const cover = aShift('2027-02-10', 'Di', {
    id: `${turn.id}/cover/2027-02-10` as ShiftId,
    covers: turn.id,
    end: '2027-02-11T09:00' as never,
  });
  const workspace = aWorkspace({ rotations: [oneLayer], shifts: [turn, cover] });
  const after = made(workspace, succession('2027-02-01', { handoff: handoff(2) }));
  expect(turns(after, NEW)).toMatchObject([{ person: 'person-bo', pinned: true, note: 'Asked for it' }]);
  expect(Object.keys(after.shifts)).toHaveLength(1);
});

test('a layer of another name is new, and its turns are open', () => {
  const layers = [{ name: 'first' as typeof primary, title: 'First', weightPercent: 100 }];
  const participants = team.map((name) => ({
    person: personIdOf(name),
    layers: layers.map(({ name: layer }) => layer),
  }));
  const after = made(planned(), succession('2027-02-01', { layers, participants }));
  expect(turns(after, NEW)).toEqual([]);
});

test('one undo brings everything back', () => {
  const workspace = planned();
  const edited = edit(workspace, succession('2027-02-03', { handoff: handoff(4), cadenceWeeks: 2 }));
  if (!edited.ok) throw new Error(JSON.stringify(edited.reason));
  const undone = made(edited.value.workspace, {
    kind: 'revert',
    direction: 'undo',
    of: 1,
    changes: reverse(edited.value.changes),
  });
  expect(undone.shifts).toEqual(workspace.shifts);
  expect(undone.rotations).toEqual(workspace.rotations);
});

test.each<[string, ReturnType<typeof succession>, RegExp]>([
  ['today', succession('2027-01-13', {}, '2027-01-13'), /begin after today/],
  ['in the past', succession('2027-01-04', {}, '2027-01-13'), /begin after today/],
  ['before the rotation began', succession('2026-10-01', {}, '2026-09-01'), /end is before the start/],
  ['with a start of its own', succession('2027-02-01', { startsOn: date('2027-03-01') }), /another day/],
  ['as nobody’s follower', succession('2027-02-01', { succeeds: null }), /another rotation/],
  ['under a name in use', succession('2027-02-01', { id: old }), /in use/],
])('a change of terms %s is refused', (_name, command, what) => {
  const refusal = refusalOf(planned(), command);
  expect(refusal).toMatchObject({ kind: 'invalid' });
  expect(refusal.kind === 'invalid' && refusal.what).toMatch(what);
});

test('what has ended or is continued already is not continued again', () => {
  const ended = planned({ rotations: [{ ...oneLayer, endsOn: date('2027-01-18') }], shifts: [] });
  expect(refusalOf(ended, succession('2027-02-01'))).toMatchObject({ what: 'it ends on 2027-01-18 already' });
  const after = made(planned(), succession('2027-02-01', { name: 'Next' }));
  const again = {
    ...succession('2027-01-18'),
    next: { ...oneLayer, id: 'rotation-team-3' as RotationId, startsOn: date('2027-01-18'), succeeds: old },
  };
  expect(refusalOf(after, again)).toMatchObject({
    what: expect.stringMatching(/continues it already|ends on/) as string,
  });
});

test('nobody archived joins under the new terms, and turns of a closed quarter stay', () => {
  const people = [...team.map((name) => aPerson(name)), aPerson('Zed', { archivedOn: date('2026-11-01') })];
  const participants = [...oneLayer.participants, { person: personIdOf('Zed'), layers: [primary] }];
  expect(refusalOf(planned({ people }), succession('2027-02-01', { participants }))).toMatchObject({
    kind: 'archived',
  });
  const closed = {
    id: quarter,
    closedOn: date('2026-12-01'),
    policy: 'policy-1' as never,
    carry: [],
    plan: null,
  };
  expect(refusalOf(planned({ quarters: [closed] }), succession('2027-02-01'))).toMatchObject({
    kind: 'closed-quarter',
  });
});

test('the past quarter is judged the same after a change of terms', () => {
  const past = '2026-Q4' as QuarterId;
  const worked = ['2026-12-07', '2026-12-14'].map((day, place) => aShift(day, team[place] ?? ''));
  const workspace = planned({ shifts: worked });
  const after = made(
    workspace,
    succession('2027-02-01', {
      layers: [{ name: primary, title: 'Lead', weightPercent: 200 }],
      factorPercent: 300,
    }),
  );
  expect(checkQuarter(after, past)).toEqual(checkQuarter(workspace, past));
  expect(slotsOfQuarter(after, past)).toEqual(slotsOfQuarter(workspace, past));
});

test('a follower whose first hand-off moves takes the end of the last old turn along', () => {
  const workspace = planned({ shifts: [aShift('2027-01-25', 'Ann')] });
  const after = made(workspace, succession('2027-02-01'));
  const next = after.rotations[NEW] as Rotation;
  const moved = made(after, { kind: 'save-rotation', rotation: { ...next, handoff: handoff(2, '08:00') } });
  expect(turns(moved, old)).toMatchObject([{ end: '2027-02-02T08:00' }]);
});

const covered = (from: string, until: string) => {
  const turn = aShift('2027-01-11', 'Bo');
  const id = `${turn.id}/cover/${from}` as ShiftId;
  const end = `${until}T09:00` as never;
  return { turn, id, cover: aShift(from, 'Di', { id, covers: turn.id, end }) };
};

test('a cover in the turn that is cut keeps its days before the cut, and loses those after it', () => {
  const { turn, id, cover } = covered('2027-01-13', '2027-01-18');
  const workspace = aWorkspace({ rotations: [oneLayer], shifts: [turn, cover] });
  const after = made(workspace, succession('2027-01-16', { handoff: handoff(6) }, '2027-01-15'));
  expect(integrityFindings(after)).toEqual([]);
  expect(after.shifts[id]).toMatchObject({ person: 'person-di', end: '2027-01-16T09:00', sequence: 1 });
  const early = made(workspace, succession('2027-01-13', { handoff: handoff(3) }, '2027-01-12'));
  expect(early.shifts[id]).toBeUndefined();
});

test('a cover that is over before the cut stays exactly as it was served', () => {
  const { turn, id, cover } = covered('2027-01-12', '2027-01-14');
  const workspace = aWorkspace({ rotations: [oneLayer], shifts: [turn, cover] });
  const after = made(workspace, succession('2027-01-16', { handoff: handoff(6) }, '2027-01-15'));
  expect(after.shifts[id]).toBe(workspace.shifts[id]);
});

test('a follower whose first hand-off moves earlier takes the covers of the last old turn along', () => {
  const { turn, id, cover } = covered('2027-01-13', '2027-01-18');
  const workspace = aWorkspace({ rotations: [oneLayer], shifts: [turn, cover] });
  const after = made(workspace, succession('2027-01-16'));
  expect(after.shifts[id]).toMatchObject({ end: '2027-01-18T09:00' });
  const next = after.rotations[NEW] as Rotation;
  const moved = made(after, { kind: 'save-rotation', rotation: { ...next, handoff: handoff(6) } });
  expect(integrityFindings(moved)).toEqual([]);
  expect(turns(moved, old).map(({ end }) => end)).toEqual(['2027-01-16T09:00', '2027-01-16T09:00']);
});

test('a follower that is saved anew ends the last turn of its forerunner at its first hand-off', () => {
  const ended = { ...oneLayer, endsOn: date('2027-01-16') };
  const workspace = aWorkspace({ rotations: [ended], shifts: [aShift('2027-01-11', 'Bo')] });
  const next = {
    ...oneLayer,
    id: NEW,
    name: 'Next',
    code: 'NX',
    startsOn: date('2027-01-16'),
    succeeds: old,
  };
  const after = made(workspace, { kind: 'save-rotation', rotation: { ...next, handoff: handoff(3) } });
  expect(turns(after, old)).toMatchObject([{ end: '2027-01-20T09:00' }]);
  const alone = { ...next, handoff: handoff(3), succeeds: null };
  const parted = made(after, { kind: 'save-rotation', rotation: alone });
  expect(turns(parted, old)).toMatchObject([{ end: '2027-01-18T09:00' }]);
});

test('a first hand-off further east that comes before the last old turn begins is refused, by either edit', () => {
  const late = { ...oneLayer, handoff: handoff(1, '23:00') };
  const east = { ...handoff(2, '00:00'), zone: 'Pacific/Auckland' as typeof zone };
  const workspace = aWorkspace({ rotations: [late], shifts: [] });
  const refusal = refusalOf(workspace, succession('2027-03-30', { handoff: east }));
  expect(refusal).toMatchObject({ kind: 'invalid', where: `rotations/${NEW}.startsOn` });
  expect(refusal.kind === 'invalid' && refusal.what).toMatch(/two would be on call at once/);
  const after = made(workspace, succession('2027-03-30', { handoff: handoff(2, '23:30') }));
  const next = after.rotations[NEW] as Rotation;
  expect(refusalOf(after, { kind: 'save-rotation', rotation: { ...next, handoff: east } })).toEqual(refusal);
});
