import { beforeAll, expect, test } from 'vitest';
import { findShares } from '../../../../shared/planner/assess.ts';
import { costOf } from '../../../../shared/planner/cost.ts';
import { atMostChanges, NotKnownInTime, whyNotExact } from '../../../../shared/planner/explain/exact.ts';
import { isCheaper } from '../../../../shared/planner/explain/price.ts';
import { situationOf } from '../../../../shared/planner/explain/situation.ts';
import { whyNot } from '../../../../shared/planner/explain/why-not.ts';
import { whyThisPerson } from '../../../../shared/planner/explain/why.ts';
import { provePlan } from '../../../../shared/planner/prove.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { sampleToday, sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aLeave, aPerson, aRotation, aShift, aShiftId, aWorkspace, date, personIdOf, primary, secondary } from '../../../builders/a-workspace.ts';
import { before, finish, q1, smallTeam, withPlan } from '../small-team.ts';
import { planInput } from '../../../../shared/planner/plan.ts';
import { cheapestOf, loadSolver, plannedSituation } from './asked.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

test('on tiny teams the exact price is that of the best of all plans with it, and the quick one never less', async () => {
  let priced = 0;
  let quickWasExact = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const situation = plannedSituation(smallTeam(seed));
    const { problem } = situation.input;
    if (problem.slots.length > 6) continue;
    for (const [slot, { id }] of problem.slots.entries()) {
      for (const person of problem.people.keys()) {
        const who = problem.people[person]?.id ?? personIdOf('Ann');
        const quick = whyNot(situation, id, who);
        const exact = await whyNotExact(situation, id, who, solver);
        expect(exact.kind, `team ${seed}`).toBe(quick.kind);
        if (exact.kind !== 'priced' || quick.kind !== 'priced') continue;
        const best = cheapestOf(situation, (people) => people[slot] === person);
        const truth = best === null ? null : [best.open - situation.cost.open, best.total - situation.cost.total];
        expect([exact.price.open, exact.price.total], `team ${seed}, ${id} for ${who}`).toEqual(truth);
        expect(exact.by).toBe('exact');
        expect(isCheaper(quick.price, exact.price), `team ${seed}, ${id} for ${who}`).toBe(false);
        priced += 1;
        if (quick.price.total === exact.price.total) quickWasExact += 1;
      }
    }
  }
  expect(priced).toBeGreaterThan(60);
  // The quick answer is worth showing: on teams as small as these it finds the best plan nearly always.
  expect(quickWasExact / priced).toBeGreaterThan(0.9);
}, 60_000);

test('on the sample the exact price is that of a proof with the person forced in, never more than the quick one, and its terms add up', async () => {
  const workspace = sampleWorkspace();
  const shares = await findShares(workspace, q1, solver);
  const input = planInput(workspace, q1, shares, sampleToday);
  const best = await provePlan(input, null, solver);
  expect(best.status).toBe('proven');
  const assignments = input.problem.slots.map(({ id }, slot) => ({ shift: id, person: input.problem.people[best.people?.[slot] ?? -1]?.id ?? null }));
  const situation = situationOf(workspace, q1, shares, sampleToday, assignments);
  expect(situation.cost.total).toBe(best.cost?.total);
  let asked = 0;
  for (const slot of [0, 45]) {
    const { id } = input.problem.slots[slot] ?? { id: aShiftId('Team', primary, '2027-01-04') };
    for (const [person, { id: who }] of input.problem.people.entries()) {
      const quick = whyNot(situation, id, who);
      if (quick.kind !== 'priced') continue;
      const exact = await whyNotExact(situation, id, who, solver);
      const forced = await provePlan(input, null, solver, { pins: [{ slot, person }] });
      if (exact.kind !== 'priced') throw new Error(exact.kind);
      expect([exact.by, forced.status]).toEqual(['exact', 'proven']);
      expect(exact.price.total).toBe((forced.cost?.total ?? NaN) - situation.cost.total);
      expect(exact.price.total).toBeGreaterThanOrEqual(0);
      expect(quick.price.total).toBeGreaterThanOrEqual(exact.price.total);
      const { rest, load, holidays, sameHoliday, wishes, changed, total } = exact.price;
      expect(rest + load + holidays + sameHoliday + wishes + changed).toBe(total);
      expect(exact.assignments[slot]?.person).toBe(who);
      asked += 1;
    }
  }
  expect(asked).toBeGreaterThan(3);
}, 120_000);

test('a price asked again is the same, and the plan behind it costs what is said', () => {
  const situation = plannedSituation(sampleWorkspace(), 20_000);
  const { problem } = situation.input;
  const shift = problem.slots[30]?.id ?? aShiftId('Team', primary, '2027-01-04');
  const who = problem.people.map(({ id }) => id).find((id) => whyNot(situation, shift, id).kind === 'priced') ?? personIdOf('Ann');
  const answer = whyNot(situation, shift, who);
  expect(whyNot(situation, shift, who)).toEqual(answer);
  if (answer.kind !== 'priced') throw new Error(answer.kind);
  const people = Int16Array.from(answer.assignments, ({ person }) => (person === null ? -1 : (problem.personAt.get(person) ?? -2)));
  expect(costOf(situation.objective, people).total - situation.cost.total).toBe(answer.price.total);
  expect(answer.changes.length).toBeGreaterThan(0);
  for (const { shift: changed, from, to } of answer.changes) expect([changed, from]).not.toEqual([changed, to]);
});

const team = (rows: Parameters<typeof aWorkspace>[0] = {}) => plannedSituation(aWorkspace(rows));
const w7 = aShiftId('Team', primary, '2027-02-15');

test('leave, another layer, a cap and dates bar somebody with their evidence, whoever holds what', () => {
  const juniors = aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di']);
  const situation = team({
    people: [
      aPerson('Ann', { position: 0 }),
      aPerson('Bo', { position: 1 }),
      aPerson('Cy', { position: 2, mostShiftsAQuarter: 0 }),
      aPerson('Di', { position: 3, joinsOn: date('2027-03-01') }),
      aPerson('Ed', { position: 4 }),
    ],
    rotations: [{ ...juniors, participants: juniors.participants.map((one) => (one.person === personIdOf('Bo') ? { ...one, layers: [secondary] } : one)) }],
    leave: [aLeave('Ann', '2027-02-17', '2027-02-18')],
  });
  const rules = (name: string) => {
    const answer = whyNot(situation, w7, personIdOf(name));
    return answer.kind === 'barred' ? answer.barriers.map((one) => (one.kind === 'rule' ? [one.finding.rule, one.finding.because] : [one.because])) : answer.kind;
  };
  expect(rules('Ann')).toEqual([['on-leave', null]]);
  expect(rules('Bo')).toEqual([['not-eligible', 'other-layer']]);
  expect(rules('Cy')).toEqual([['shift-cap', null]]);
  expect(rules('Di')).toEqual([['not-eligible', 'not-joined']]);
  expect(rules('Ed')).toEqual([['not-eligible', 'no-part']]);
  const why = whyThisPerson(situation, w7);
  expect(why.holder).toBeNull();
  expect(why.others.every(({ barriers }) => barriers.length > 0)).toBe(true);
});

test('a gap of a week with too few people names its turns and who there is for them', () => {
  const leave = ['Bo', 'Cy', 'Di'].map((name) => aLeave(name, '2027-02-15', '2027-02-19'));
  const situation = team({ leave });
  const open = situation.input.problem.slots.filter(({ start }) => start.startsWith('2027-02-15')).map(({ id }) => id);
  const gap = open.find((id) => situation.people[situation.input.problem.slotAt.get(id) ?? 0] === -1) ?? w7;
  const why = whyThisPerson(situation, gap);
  expect(why).toMatchObject({ holder: null, shortage: { shifts: open, people: [personIdOf('Ann')] } });
  expect(why.others.filter(({ barriers }) => barriers.length > 0)).toHaveLength(3);
});

test('a pin of the other layer bars somebody, a turn that can be moved does not', () => {
  const pinned = aShift('2027-02-15', 'Ann', { layer: secondary, id: aShiftId('Team', secondary, '2027-02-15'), pinned: true });
  const answer = whyNot(situationOf(aWorkspace({ shifts: [pinned] }), q1, null, before), w7, personIdOf('Ann'));
  expect(answer).toMatchObject({ kind: 'barred', barriers: [{ finding: { rule: 'two-roles-two-people', other: pinned.id } }] });
  const loose = withPlan(aWorkspace(), { assignments: [{ shift: w7, person: personIdOf('Bo') }, { shift: pinned.id, person: personIdOf('Ann') }] });
  expect(whyNot(situationOf(loose, q1, null, before), w7, personIdOf('Ann')).kind).toBe('priced');
});

test('a pinned, begun or ended turn says that it stays; its holder simply holds it', () => {
  const workspace = aWorkspace({ shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-02-15', 'Bo', { pinned: true })] });
  const today = date('2027-01-20');
  const situation = situationOf(workspace, q1, null, today);
  const because = (day: string, name: string, layer = primary) => {
    const answer = whyNot(situation, aShiftId('Team', layer, day), personIdOf(name));
    return answer.kind === 'barred' ? answer.barriers.flatMap((one) => (one.kind === 'kept' ? [one.because] : [])) : answer.kind;
  };
  expect(because('2027-01-04', 'Bo')).toEqual(['worked']);
  expect(because('2027-01-04', 'Bo', secondary)).toEqual(['ended']);
  expect(because('2027-02-15', 'Ann')).toEqual(['pinned']);
  expect(because('2027-02-15', 'Bo')).toBe('holds');
  expect(whyThisPerson(situation, w7)).toMatchObject({ holder: personIdOf('Bo'), kept: 'pinned' });
});

test('why this person: everybody else by price, the barred last, and the next best is never cheaper than the best plan', async () => {
  const workspace = aWorkspace({
    people: ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) =>
      aPerson(name, { position, wishes: name === 'Ann' ? [{ week: date('2027-02-17'), kind: 'want' }] : [] }),
    ),
    leave: [aLeave('Di', '2027-02-15', '2027-02-19')],
  });
  const input = planInput(workspace, q1, null, before);
  const best = await provePlan(input, Int16Array.from(finish(input, 60_000).assignments, ({ person }) => input.problem.personAt.get(person ?? personIdOf('Ann')) ?? -1), solver);
  const assignments = input.problem.slots.map(({ id }, slot) => ({ shift: id, person: input.problem.people[best.people?.[slot] ?? -1]?.id ?? null }));
  const situation = situationOf(workspace, q1, null, before, assignments);
  const turn = assignments.find(({ shift, person }) => shift.endsWith('2027-02-15') && person === personIdOf('Ann'))?.shift ?? w7;
  const why = whyThisPerson(situation, turn);
  expect(why).toMatchObject({ holder: personIdOf('Ann'), kept: null, wish: 'wanted' });
  expect(why.others.map(({ person }) => person).at(-1)).toBe(personIdOf('Di'));
  const prices = why.others.flatMap(({ price }) => (price === null ? [] : [price.total]));
  expect(prices).toHaveLength(2);
  expect(prices).toEqual([...prices].sort((a, b) => a - b));
  expect(Math.min(...prices)).toBeGreaterThanOrEqual(0);
});

test('a question about a slot of another quarter is a bug of the asker', () => {
  expect(() => whyNot(team(), aShiftId('Team', primary, '2027-04-05'), personIdOf('Ann'))).toThrow(/no slot of 2027-Q1/);
  expect(() => whyThisPerson(team(), aShiftId('Team', primary, '2027-04-05'))).toThrow(/no slot of 2027-Q1/);
});

test('a solver that runs out of time before it finds a plan does not say that there is none', async () => {
  const outOfTime: Solver = { ...solver, solveMixed: () => Promise.resolve({ status: 'out-of-time', x: null, bound: -Infinity, nodes: 0, seconds: 1 }) };
  const clashing: Solver = { ...solver, solveMixed: () => Promise.resolve({ status: 'infeasible', seconds: 0 }) };
  // Ann cannot hold her turn, so no plan hands over none: that only the solver can tell.
  const held = aWorkspace({ shifts: [aShift('2027-02-15', 'Ann')], leave: [aLeave('Ann', '2027-02-17', '2027-02-18')] });
  const situation = situationOf(held, q1, null, before);
  await expect(atMostChanges(situation, 0, outOfTime)).rejects.toThrow(NotKnownInTime);
  await expect(atMostChanges(situation, 0, outOfTime)).rejects.toThrow('Whether a plan changes at most 0 held turns is not known in this time.');
  expect(await atMostChanges(situation, 0, clashing)).toBeNull();
});
