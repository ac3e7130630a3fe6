import { expect, test } from 'vitest';
import type { Assignment, Command } from '../../../shared/editing/command.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { RuleName } from '../../../shared/model/rules.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
  rotationIdOf,
  secondary,
} from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const today = date('2026-12-15');
const quarter = '2027-Q1' as QuarterId;
const slot = aShiftId('Team', primary, '2027-01-11');

const assign = (
  assignments: readonly Assignment[],
  rest: { accept?: readonly RuleName[]; reason?: string; today?: string } = {},
): Command => ({
  kind: 'assign-shifts',
  assignments,
  accept: rest.accept ?? [],
  today: date(rest.today ?? today),
  reason: rest.reason ?? '',
});
const give = (shift: ShiftId, person: string | null): Assignment => ({
  shift,
  person: person === null ? null : personIdOf(person),
});
const plan = (assignments: readonly Assignment[]): Command => ({
  kind: 'accept-plan',
  quarter,
  assignments,
  seed: 1,
  digest: 'd1',
  iterations: 100,
  cost: 500,
  bound: null,
  today,
});

test('a gap is filled by hand with the times of its slot, pinned', () => {
  const shift = made(aWorkspace(), assign([give(slot, 'Bo')])).shifts[slot];
  expect(shift).toEqual(aShift('2027-01-11', 'Bo', { origin: 'hand', pinned: true }));
});

test('a shift given to somebody else is theirs by hand, with a higher sequence', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Ann', { sequence: 3 })] });
  const shift = made(workspace, assign([give(slot, 'Bo')])).shifts[slot];
  expect(shift).toMatchObject({ person: personIdOf('Bo'), origin: 'hand', pinned: true, sequence: 4 });
});

test('a shift left open is gone, and giving it to its own holder is no change', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Ann')] });
  expect(made(workspace, assign([give(slot, null)])).shifts).toEqual({});
  expect(refusalOf(workspace, assign([give(slot, 'Ann')]))).toEqual({ kind: 'no-change' });
  expect(refusalOf(aWorkspace(), assign([give(slot, null)]))).toEqual({ kind: 'no-change' });
});

test('two people change places in one edit, and neither half is judged alone', () => {
  // Given one after the other, Bo would hold both layers of one week in between.
  const workspace = aWorkspace({
    shifts: [aShift('2027-01-11', 'Ann'), aShift('2027-01-11', 'Bo', { layer: secondary })],
  });
  const other = aShiftId('Team', secondary, '2027-01-11');
  const after = made(workspace, assign([give(slot, 'Bo'), give(other, 'Ann')]));
  expect([after.shifts[slot]?.person, after.shifts[other]?.person]).toEqual([
    personIdOf('Bo'),
    personIdOf('Ann'),
  ]);
});

test('unknown shifts, rotations, layers and people are named', () => {
  const nowhere = aShiftId('Team', primary, '2027-01-12');
  expect(refusalOf(aWorkspace(), assign([give(nowhere, 'Bo')]))).toEqual({
    kind: 'unknown-record',
    table: 'shifts',
    id: nowhere,
    by: 'assignments',
  });
  const foreign = aShiftId('Other', primary, '2027-01-11');
  expect(refusalOf(aWorkspace(), assign([give(foreign, 'Bo')]))).toMatchObject({
    kind: 'unknown-record',
    id: foreign,
  });
  expect(refusalOf(aWorkspace(), assign([give(slot, 'Zed')]))).toMatchObject({
    kind: 'unknown-record',
    table: 'people',
    id: 'person-zed',
  });
});

test('one slot twice in one edit is refused', () => {
  expect(refusalOf(aWorkspace(), assign([give(slot, 'Ann'), give(slot, 'Bo')]))).toMatchObject({
    kind: 'invalid',
  });
});

test('somebody on leave is refused with the finding, until the rule is accepted for that shift', () => {
  const workspace = aWorkspace({ leave: [aLeave('Bo', '2027-01-13', '2027-01-14')] });
  const refusal = refusalOf(workspace, assign([give(slot, 'Bo')]));
  expect(refusal).toMatchObject({
    kind: 'breaks-rules',
    findings: [{ rule: 'on-leave', shift: slot, person: personIdOf('Bo') }],
  });
  const after = made(workspace, assign([give(slot, 'Bo')], { accept: ['on-leave', 'shift-cap'] }));
  expect(after.shifts[slot]?.accepted).toEqual(['on-leave']);
});

test('accepting one rule does not accept another', () => {
  const workspace = aWorkspace({
    leave: [aLeave('Bo', '2027-01-13', '2027-01-14')],
    shifts: [aShift('2027-01-11', 'Bo', { layer: secondary })],
  });
  const refusal = refusalOf(workspace, assign([give(slot, 'Bo')], { accept: ['on-leave'] }));
  expect(refusal).toMatchObject({ kind: 'breaks-rules', findings: [{ rule: 'two-roles-two-people' }] });
});

test('one conflict holds a whole set', () => {
  const workspace = aWorkspace({ leave: [aLeave('Bo', '2027-01-13', '2027-01-14')] });
  const free = aShiftId('Team', primary, '2027-01-18');
  expect(refusalOf(workspace, assign([give(free, 'Ann'), give(slot, 'Bo')]))).toMatchObject({
    kind: 'breaks-rules',
  });
});

test('what was accepted for one holder does not carry over to the next', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Bo', { accepted: ['on-leave'] })] });
  expect(made(workspace, assign([give(slot, 'Ann')])).shifts[slot]?.accepted).toEqual([]);
});

test('a conflict that others already have does not stand in the way', () => {
  const workspace = aWorkspace({
    leave: [aLeave('Cy', '2027-02-02', '2027-02-04')],
    shifts: [aShift('2027-02-01', 'Cy'), aShift('2027-01-11', 'Ann')],
  });
  expect(made(workspace, assign([give(slot, 'Bo')])).shifts[slot]?.person).toBe(personIdOf('Bo'));
});

test('a shift that was worked changes only with a reason, which it keeps', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Ann')] });
  const late = '2027-01-18';
  expect(refusalOf(workspace, assign([give(slot, 'Bo')], { today: late }))).toEqual({
    kind: 'past-needs-reason',
    shift: slot,
  });
  expect(refusalOf(workspace, assign([give(slot, 'Bo')], { today: late, reason: '  ' }))).toEqual({
    kind: 'past-needs-reason',
    shift: slot,
  });
  expect(refusalOf(workspace, assign([give(slot, null)], { today: late }))).toMatchObject({
    kind: 'past-needs-reason',
  });
  const corrected = made(
    workspace,
    assign([give(slot, 'Bo')], { today: late, reason: 'Bo took over on Monday' }),
  ).shifts[slot];
  expect(corrected).toMatchObject({ person: personIdOf('Bo'), note: 'Bo took over on Monday' });
  expect(made(workspace, assign([give(slot, 'Bo')], { today: '2027-01-17' })).shifts[slot]?.person).toBe(
    personIdOf('Bo'),
  );
});

test('nobody archived takes a shift from that day on, and may still be named in a correction before it', () => {
  const workspace = aWorkspace({
    people: [aPerson('Ann'), aPerson('Bo', { archivedOn: date('2027-01-12') }), aPerson('Cy')],
    rotations: [aRotation('Team', ['Ann', 'Cy', 'Bo'])],
    shifts: [aShift('2027-01-11', 'Ann'), aShift('2027-01-18', 'Ann')],
  });
  const later = aShiftId('Team', primary, '2027-01-18');
  expect(refusalOf(workspace, assign([give(later, 'Bo')]))).toEqual({
    kind: 'archived',
    table: 'people',
    id: 'person-bo',
    on: '2027-01-12',
  });
  expect(refusalOf(workspace, assign([give(slot, 'Bo')])).kind).not.toBe('archived');
});

test('a shift of which single days are covered is not left open', () => {
  const base = aShift('2027-01-11', 'Ann');
  const cover = aShift('2027-01-13', 'Bo', {
    id: `${base.id}/cover/2027-01-13` as ShiftId,
    covers: base.id,
    end: '2027-01-14T09:00' as never,
  });
  const workspace = aWorkspace({ shifts: [base, cover] });
  expect(refusalOf(workspace, assign([give(slot, null)]))).toMatchObject({
    kind: 'still-used',
    by: { table: 'shifts', id: cover.id },
  });
  expect(made(workspace, assign([give(cover.id, null), give(slot, null)])).shifts).toEqual({});
});

test('pins are set and released, and an unknown shift is named', () => {
  const workspace = aWorkspace({
    shifts: [aShift('2027-01-11'), aShift('2027-01-18', 'Bo', { pinned: true })],
  });
  const both = Object.keys(workspace.shifts) as ShiftId[];
  const pinned = made(workspace, { kind: 'pin-shifts', shifts: both, pinned: true });
  expect(Object.values(pinned.shifts).map((shift) => shift.pinned)).toEqual([true, true]);
  expect(refusalOf(pinned, { kind: 'pin-shifts', shifts: both, pinned: true })).toEqual({
    kind: 'no-change',
  });
  const missing = aShiftId('Team', primary, '2027-02-01');
  expect(refusalOf(workspace, { kind: 'pin-shifts', shifts: [missing], pinned: true })).toMatchObject({
    kind: 'unknown-record',
    id: missing,
  });
});

test('an accepted plan is the planner’s, unpinned, and the quarter remembers its seed', () => {
  const after = made(aWorkspace(), plan([give(slot, 'Bo')]));
  expect(after.shifts[slot]).toMatchObject({ person: personIdOf('Bo'), origin: 'planned', pinned: false });
  expect(after.quarters[quarter]).toEqual({
    id: quarter,
    closedOn: null,
    policy: 'policy-1',
    carry: [],
    plan: { seed: 1, digest: 'd1', iterations: 100, acceptedOn: today, cost: 500, bound: null },
  });
});

test('a plan leaves pinned shifts as they are, and is refused where it would move one', () => {
  const shift = aShift('2027-01-11', 'Ann', { pinned: true, origin: 'hand', note: 'Asked for it' });
  const workspace = aWorkspace({ shifts: [shift] });
  expect(made(workspace, plan([give(slot, 'Ann')])).shifts[slot]).toEqual(shift);
  expect(refusalOf(workspace, plan([give(slot, 'Bo')]))).toEqual({ kind: 'pinned', shift: slot });
  expect(refusalOf(workspace, plan([give(slot, null)]))).toEqual({ kind: 'pinned', shift: slot });
});

test('a plan may leave a slot open, and takes over what was set by hand without a pin', () => {
  const other = aShift('2027-01-18', 'Bo', { origin: 'hand' });
  const workspace = aWorkspace({ shifts: [aShift('2027-01-11', 'Ann'), other] });
  const after = made(workspace, plan([give(slot, null), give(other.id, 'Bo')]));
  expect(after.shifts).toEqual({ [other.id]: { ...other, origin: 'planned' } });
});

test('a plan for another quarter, of worked shifts or against a hard rule is refused', () => {
  const later = aShiftId('Team', primary, '2027-04-05');
  expect(refusalOf(aWorkspace(), plan([give(later, 'Bo')]))).toEqual({
    kind: 'outside-quarter',
    shift: later,
    quarter,
  });
  const worked = { ...plan([give(slot, 'Bo')]), today: date('2027-02-01') } as Command;
  expect(refusalOf(aWorkspace(), worked)).toEqual({ kind: 'past-needs-reason', shift: slot });
  const away = aWorkspace({ leave: [aLeave('Bo', '2027-01-13', '2027-01-14')] });
  expect(refusalOf(away, plan([give(slot, 'Bo')]))).toMatchObject({
    kind: 'breaks-rules',
    findings: [{ rule: 'on-leave' }],
  });
});

test('a plan does not stumble over a conflict that it leaves as it was', () => {
  const workspace = aWorkspace({
    leave: [aLeave('Cy', '2027-02-02', '2027-02-04')],
    shifts: [aShift('2027-02-01', 'Cy', { pinned: true })],
  });
  const held = aShiftId('Team', primary, '2027-02-01');
  expect(made(workspace, plan([give(held, 'Cy'), give(slot, 'Bo')])).shifts[slot]?.person).toBe(
    personIdOf('Bo'),
  );
});

test('a closed quarter takes no plan', () => {
  const closed = {
    id: quarter,
    closedOn: date('2027-04-01'),
    policy: 'policy-1' as never,
    carry: [],
    plan: null,
  };
  expect(refusalOf(aWorkspace({ quarters: [closed] }), plan([give(slot, 'Bo')]))).toEqual({
    kind: 'closed-quarter',
    quarter,
  });
});

test('a person outside the rotation is refused as not eligible', () => {
  const workspace = aWorkspace({ people: ['Ann', 'Bo', 'Cy', 'Di', 'Eve'].map((name) => aPerson(name)) });
  expect(refusalOf(workspace, assign([give(slot, 'Eve')]))).toMatchObject({
    kind: 'breaks-rules',
    findings: [{ rule: 'not-eligible', because: 'no-part' }],
  });
  expect(rotationIdOf('Team')).toBe('rotation-team');
  expect(personIdOf('Eve') satisfies PersonId).toBe('person-eve');
});
