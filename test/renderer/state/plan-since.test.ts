import { expect, test } from 'vitest';
import { changedSince, isAsAccepted } from '../../../renderer/state/plan-since.ts';
import type { Changes } from '../../../shared/editing/command.ts';
import type { History } from '../../../shared/editing/history.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { aLeave, aPerson, aShift } from '../../builders/a-workspace.ts';

const q1 = '2027-Q1' as QuarterId;
const plan = { seed: 1, digest: 'd', iterations: 9, acceptedOn: '2026-11-23', cost: 10, bound: 10 };
const quarter = (one: object | null) => ({
  id: q1,
  closedOn: null,
  policy: 'policy-1',
  carry: [],
  plan: one,
});

const change = (
  table: Changes[number]['table'],
  id: string,
  before: unknown,
  after: unknown,
): Changes[number] => ({ table, id, before, after }) as Changes[number];
const accepted = [change('quarters', q1, quarter(null), quarter(plan))];
const history = (...steps: readonly (readonly Changes[number][])[]): History => ({
  undo: steps.map((changes, revision) => ({ revision, title: '', time: null, by: null, changes })),
  redo: [],
});
const turn = aShift('2027-01-04', 'Ann');
const given = (from: string, to: string) => [
  change('shifts', turn.id, aShift('2027-01-04', from), aShift('2027-01-04', to)),
];

test('nothing was accepted on record: nobody can tell', () => {
  expect(changedSince(history(given('Ann', 'Bo')), q1)).toBeNull();
  expect(changedSince(history(accepted), '2027-Q2' as QuarterId)).toBeNull();
});

test('what came before the acceptance does not count', () => {
  expect(changedSince(history(given('Ann', 'Bo'), accepted), q1)).toEqual({ shifts: 0, facts: false });
});

test('a shift that somebody else holds counts once, and one that went back not at all', () => {
  expect(changedSince(history(accepted, given('Ann', 'Bo'), given('Bo', 'Cy')), q1)).toEqual({
    shifts: 1,
    facts: false,
  });
  expect(changedSince(history(accepted, given('Ann', 'Bo'), given('Bo', 'Ann')), q1)).toEqual({
    shifts: 0,
    facts: false,
  });
});

test('a shift that is left open or taken up counts; a pin or another quarter does not', () => {
  expect(changedSince(history(accepted, [change('shifts', turn.id, turn, null)]), q1)).toEqual({
    shifts: 1,
    facts: false,
  });
  expect(changedSince(history(accepted, [change('shifts', turn.id, null, turn)]), q1)).toEqual({
    shifts: 1,
    facts: false,
  });
  expect(
    changedSince(history(accepted, [change('shifts', turn.id, turn, { ...turn, pinned: true })]), q1),
  ).toEqual({ shifts: 0, facts: false });
  const later = aShift('2027-04-05', 'Ann');
  expect(changedSince(history(accepted, [change('shifts', later.id, null, later)]), q1)).toEqual({
    shifts: 0,
    facts: false,
  });
});

test('leave within the quarter and other facts change what the proof was about', () => {
  const leave = aLeave('Ann', '2027-02-01', '2027-02-05');
  expect(changedSince(history(accepted, [change('leave', leave.id, null, leave)]), q1)).toEqual({
    shifts: 0,
    facts: true,
  });
  const summer = aLeave('Ann', '2027-07-01', '2027-07-05');
  expect(changedSince(history(accepted, [change('leave', summer.id, null, summer)]), q1)).toEqual({
    shifts: 0,
    facts: false,
  });
  const ann = aPerson('Ann');
  expect(changedSince(history(accepted, [change('people', ann.id, ann, { ...ann, fte: 50 })]), q1)).toEqual({
    shifts: 0,
    facts: true,
  });
});

test('the latest acceptance is the one that counts', () => {
  const again = [change('quarters', q1, quarter(plan), quarter({ ...plan, digest: 'e' }))];
  expect(changedSince(history(accepted, given('Ann', 'Bo'), again), q1)).toEqual({ shifts: 0, facts: false });
});

test('a plan is as it was accepted only where that is known and nothing changed', () => {
  expect(isAsAccepted(history(accepted), q1)).toBe(true);
  expect(isAsAccepted(history(accepted, given('Ann', 'Bo')), q1)).toBe(false);
  expect(isAsAccepted(history(), q1)).toBe(false);
});
