import { expect, test } from 'vitest';
import { isHard, ruleNameSchema } from '../../../shared/model/rules.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter, checkShifts } from '../../../shared/planner/check.ts';
import { finding } from '../../../shared/planner/finding.ts';
import { aLeave, aPerson, aRotation, aShift, aShiftId, aTask, aWorkspace, date, personIdOf, primary, rotationIdOf, secondary, zone } from '../../builders/a-workspace.ts';
import { q1 } from './small-team.ts';

const monday = '2027-01-04';
const one = (workspace: Workspace, day = monday, rotation = 'Team') => checkShifts(workspace, [aShiftId(rotation, primary, day)]);
const rulesAt = (workspace: Workspace, day = monday) => one(workspace, day).map(({ rule }) => rule);

test('a rule is hard or soft as the model says', () => {
  for (const rule of ruleNameSchema.options) expect(finding(rule, aShiftId('Team', primary, monday), null, {}).severity).toBe(isHard(rule) ? 'hard' : 'soft');
});

test('an open slot is a gap, also in the past; a shadow layer may stay open', () => {
  expect(checkQuarter(aWorkspace(), q1)).toHaveLength(26);
  expect(one(aWorkspace())).toMatchObject([{ rule: 'gap', severity: 'hard', person: null }]);
  const shadow = { ...aRotation(), layers: [{ name: primary, title: 'Shadow', weightPercent: 0 }] };
  expect(checkQuarter(aWorkspace({ rotations: [shadow] }), q1)).toEqual([]);
});

test('leave bars the turn that has its working hours, and no other', () => {
  const shifts = [aShift(monday), aShift('2027-01-11')];
  const on = (from: string, to = from, rest = {}) => {
    const workspace = aWorkspace({ shifts, leave: [aLeave('Ann', from, to, rest)] });
    return [monday, '2027-01-11'].map((day) => rulesAt(workspace, day).includes('on-leave'));
  };
  expect(on('2027-01-04')).toEqual([true, false]);
  expect(on('2027-01-10')).toEqual([true, false]);
  // Handed off at nine on the first day of leave: the turn that ends is served, the one that begins is not.
  expect(on('2027-01-11')).toEqual([false, true]);
  expect(on('2027-01-08', '2027-01-12')).toEqual([true, true]);
  expect(on('2027-01-11', '2027-01-11', { part: 'afternoon' })).toEqual([false, true]);
  expect(on('2027-01-18')).toEqual([false, false]);
});

test('leave is read on the clock of who is away, far from the rotation’s', () => {
  const ann = aPerson('Ann', { zone: 'Pacific/Auckland' as never });
  const leave = [aLeave('Ann', '2027-01-11', '2027-01-11')];
  // Nine to six on that Monday in Auckland ends before nine in Berlin: it falls into the turn before.
  const workspace = aWorkspace({ people: [ann], shifts: [aShift(monday), aShift('2027-01-11')], leave });
  expect([rulesAt(workspace), rulesAt(workspace, '2027-01-11')].map((rules) => rules.includes('on-leave'))).toEqual([true, false]);
  expect(zone).toBe('Europe/Berlin');
});

test('tentative leave warns, and leaves the slot legal', () => {
  const workspace = aWorkspace({ shifts: [aShift(monday)], leave: [aLeave('Ann', monday, monday, { tentative: true })] });
  expect(one(workspace)).toMatchObject([{ rule: 'tentative-leave', severity: 'soft' }]);
});

test('a cover of the days of leave clears it; the cover itself is checked', () => {
  const base = aShift(monday);
  const cover = aShift('2027-01-06', 'Bo', {
    id: `${base.id}/cover/2027-01-06` as never,
    covers: base.id,
    end: '2027-01-07T09:00' as never,
  });
  const leave = [aLeave('Ann', '2027-01-06', '2027-01-06'), aLeave('Bo', '2027-01-06', '2027-01-06')];
  const workspace = aWorkspace({ shifts: [base, cover], leave });
  expect(checkShifts(workspace, [base.id, cover.id])).toMatchObject([{ rule: 'on-leave', shift: cover.id }]);
});

test('who takes no part, or not in this layer, or is not in the team then, is not eligible, and the reason is told', () => {
  const rotation = aRotation('Team', ['Ann', 'Bo']);
  const participants = [...rotation.participants.slice(0, 1), { person: personIdOf('Bo'), layers: [secondary] }];
  const because = (person: string, changes: Partial<Parameters<typeof aPerson>[1]> = {}) =>
    one(aWorkspace({ people: [aPerson(person, changes)], rotations: [{ ...rotation, participants }], shifts: [aShift(monday, person)] }))[0]?.because;
  expect(because('Cy')).toBe('no-part');
  expect(because('Bo')).toBe('other-layer');
  expect(because('Ann', { joinsOn: date('2027-01-05') })).toBe('not-joined');
  expect(because('Ann', { leavesOn: date('2027-01-09') })).toBe('has-left');
  expect(because('Ann', { archivedOn: date('2027-01-09') })).toBe('archived');
  expect(because('Ann', { joinsOn: date(monday), leavesOn: date('2027-01-10') })).toBeUndefined();
});

test('one person in two layers of a rotation at once is told at both', () => {
  const workspace = aWorkspace({ shifts: [aShift(monday), aShift(monday, 'Ann', { layer: secondary })] });
  const found = checkQuarter(workspace, q1).filter(({ rule }) => rule === 'two-roles-two-people');
  expect(found.map(({ shift, other }) => [shift, other])).toEqual([
    [aShiftId('Team', primary, monday), aShiftId('Team', secondary, monday)],
    [aShiftId('Team', secondary, monday), aShiftId('Team', primary, monday)],
  ]);
});

test('two exclusive rotations at once overlap, by true time and across zones; a watch beside one does not', () => {
  const other = (changes: Parameters<typeof aRotation>[2]) => {
    const rotation = aRotation('Other', ['Ann'], changes);
    const shift = aShift('2027-01-11', 'Ann', { rotation: rotationIdOf('Other'), start: '2027-01-11T09:00' as never });
    const workspace = aWorkspace({ rotations: [aRotation(), rotation], shifts: [aShift(monday), shift] });
    return checkQuarter(workspace, q1).filter(({ rule }) => rule === 'no-overlap').length;
  };
  expect(other({})).toBe(0);
  // Nine in Auckland on Monday is nine in the evening of Sunday in Berlin.
  expect(other({ handoff: { ...aRotation().handoff, zone: 'Pacific/Auckland' as never } })).toBe(2);
  expect(other({ handoff: { ...aRotation().handoff, zone: 'Pacific/Auckland' as never }, kind: 'watch' })).toBe(0);
});

test('rest too short is told at the later shift, with weeks had and wanted', () => {
  const rotation = aRotation('Team', ['Ann'], { restWeeks: 2 });
  const at = (second: string) => rulesOf(aWorkspace({ rotations: [rotation], shifts: [aShift(monday), aShift(second)] }), second);
  const rulesOf = (workspace: Workspace, day: string) => one(workspace, day).map(({ rule, measure }) => [rule, measure]);
  expect(at('2027-01-11')).toEqual([['minimum-rest', { found: 0, allowed: 2 }]]);
  expect(at('2027-01-18')).toEqual([['minimum-rest', { found: 1, allowed: 2 }]]);
  expect(at('2027-01-25')).toEqual([]);
});

test('a cap is told at each shift beyond which it lies', () => {
  const people = [aPerson('Ann', { mostShiftsAQuarter: 1 })];
  const workspace = aWorkspace({ people, shifts: [aShift(monday), aShift('2027-01-25')] });
  expect(one(workspace)).toMatchObject([{ rule: 'shift-cap', measure: { found: 2, allowed: 1 } }]);
});

test('the owner of a pipeline’s task stands in on its watch, and nobody else', () => {
  const watch = aRotation('Watch', ['Ann', 'Bo'], { kind: 'watch', pipeline: 'pipeline-x' as never, standIns: 'task-owners' });
  const task = aTask('X', 'Cy', null, { pipeline: 'pipeline-x' as never });
  const held = (person: string) =>
    one(aWorkspace({ rotations: [watch], tasks: [task], shifts: [aShift(monday, person, { rotation: rotationIdOf('Watch') })] }), monday, 'Watch');
  expect(held('Ann')).toEqual([]);
  expect(held('Cy')).toMatchObject([{ rule: 'stand-in', severity: 'soft' }]);
  expect(held('Di')).toMatchObject([{ rule: 'not-eligible', because: 'no-part' }]);
});

test('a week that somebody asked to be free is told, by its days', () => {
  const people = [aPerson('Ann', { wishes: [{ week: date('2027-01-07'), kind: 'avoid' }, { week: date('2027-01-11'), kind: 'want' }] })];
  const workspace = aWorkspace({ people, shifts: [aShift(monday), aShift('2027-01-11')] });
  expect(one(workspace)).toMatchObject([{ rule: 'avoided-week', days: { from: '2027-01-04', to: '2027-01-10' } }]);
  expect(one(workspace, '2027-01-11')).toEqual([]);
});

test('what the lead accepted stays flagged, as accepted', () => {
  const shifts = [aShift(monday, 'Ann', { accepted: ['on-leave'] })];
  expect(one(aWorkspace({ shifts, leave: [aLeave('Ann', monday, monday)] }))).toMatchObject([{ rule: 'on-leave', accepted: true }]);
});

test('hard findings come first', () => {
  const people = [aPerson('Ann', { wishes: [{ week: date(monday), kind: 'avoid' }] })];
  const severities = checkQuarter(aWorkspace({ people, shifts: [aShift(monday)] }), q1).map(({ severity }) => severity);
  expect(severities.indexOf('soft')).toBe(severities.lastIndexOf('hard') + 1);
});
