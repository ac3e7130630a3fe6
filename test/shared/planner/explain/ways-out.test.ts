import { beforeAll, expect, test } from 'vitest';
import type { Command } from '../../../../shared/editing/command.ts';
import { edit } from '../../../../shared/editing/edit.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../../shared/planner/check.ts';
import { conflictSets } from '../../../../shared/planner/explain/conflict.ts';
import { type PricedWayOut, pricedWaysOut } from '../../../../shared/planner/explain/price-ways.ts';
import type { RelaxingEdit } from '../../../../shared/planner/explain/relax.ts';
import { situationOf } from '../../../../shared/planner/explain/situation.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { aLeave, aPerson, aRotation, aShift, aShiftId, aWorkspace, date, personIdOf, primary, secondary } from '../../../builders/a-workspace.ts';
import { before, q1, withPlan } from '../small-team.ts';
import { loadSolver } from './asked.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** What the window would run: a relaxing edit is a command as it stands. */
const commandOf = (way: RelaxingEdit): Command => way;

async function waysOf(workspace: Workspace, asked: readonly { readonly slot: number; readonly person: ReturnType<typeof personIdOf> }[] = []) {
  const situation = situationOf(workspace, q1, null, before);
  const [conflict, ...others] = await conflictSets(situation, solver, asked);
  if (conflict === undefined) throw new Error('there is no conflict');
  return { conflict, others, ways: await pricedWaysOut(situation, conflict, asked, solver, { nodes: 30 }) };
}

const way = (ways: readonly PricedWayOut[], kind: PricedWayOut['claim']['kind']): PricedWayOut => {
  const found = ways.find(({ claim }) => claim.kind === kind);
  if (found === undefined) throw new Error(`no way out by ${kind}`);
  return found;
};

/** A team in which every kind of claim but dates is part of one conflict or another. */
function shortTeam(changes: Parameters<typeof aWorkspace>[0] = {}): Workspace {
  return aWorkspace({
    people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
    rotations: [
      {
        ...aRotation('Team', ['Ann', 'Bo'], { endsOn: date('2027-01-25') }),
        participants: [
          { person: personIdOf('Ann'), layers: [primary, secondary] },
          { person: personIdOf('Bo'), layers: [primary, secondary] },
        ],
      },
    ],
    leave: [aLeave('Bo', '2027-01-11', '2027-01-15')],
    ...changes,
  });
}

test('every way out is one command that edits the workspace, and after it that conflict is gone', async () => {
  const workspace = shortTeam();
  const { conflict, others, ways } = await waysOf(workspace);
  expect(others).toEqual([]);
  expect(conflict.claims.map(({ kind }) => kind).sort()).toEqual(['held', 'held', 'leave', 'one-at-a-time', 'participants']);
  expect(ways).toHaveLength(5);
  for (const { claim, edit: relaxing, price, exact } of ways) {
    expect(price, claim.kind).not.toBeNull();
    expect(exact).toBe(true);
    if (relaxing === null) throw new Error(`no command for ${claim.kind}`);
    const edited = edit(workspace, commandOf(relaxing));
    if (!edited.ok) throw new Error(`${claim.kind}: ${JSON.stringify(edited.reason)}`);
    const next = edited.value.workspace;
    if (claim.kind === 'held') {
      const gaps = checkQuarter(next, q1).filter(({ rule }) => rule === 'gap');
      expect(gaps.map(({ shift }) => shift)).toEqual([claim.shift]);
      continue;
    }
    expect(await conflictSets(situationOf(next, q1, null, before), solver), claim.kind).toEqual([]);
  }
});

test('a way out is priced by the best plan that it opens: a tentative leave costs an avoided week, a gap leaves one open', async () => {
  const { ways } = await waysOf(shortTeam());
  const leave = way(ways, 'leave');
  expect(leave).toMatchObject({ gaps: 0, person: personIdOf('Bo'), edit: { kind: 'save-leave', leave: { tentative: true } } });
  expect(leave.price).toMatchObject({ wishes: 160 });
  expect(leave.price?.open).toBeLessThan(0);
  const held = ways.filter(({ claim }) => claim.kind === 'held').map(({ gaps, price }) => [gaps, price?.open]);
  // As things are, the secondary stays open: that costs nothing more, and the primary one gap weight more.
  expect(held).toEqual(expect.arrayContaining([[1, 0], [1, 1]]));
  expect(way(ways, 'participants')).toMatchObject({ gaps: 0, person: personIdOf('Cy'), edit: { kind: 'save-rotation' } });
  expect(way(ways, 'one-at-a-time')).toMatchObject({ gaps: 0, person: personIdOf('Ann'), edit: { kind: 'assign-shifts', accept: ['two-roles-two-people'] } });
});

test('the plan behind a price stands when its command is run: its gaps are those that it says', async () => {
  const workspace = shortTeam();
  const { ways } = await waysOf(workspace);
  for (const { claim, edit: relaxing, gaps, assignments } of ways) {
    const edited = relaxing === null ? null : edit(workspace, commandOf(relaxing));
    if (edited?.ok !== true) throw new Error(claim.kind);
    const next = edited.value.workspace;
    const planned = { ...next, shifts: { ...withPlan(next, { assignments }).shifts, ...next.shifts } };
    const hard = checkQuarter(planned, q1).filter(({ severity, accepted }) => severity === 'hard' && !accepted);
    expect(hard.filter(({ rule }) => rule === 'gap'), claim.kind).toHaveLength(gaps);
    expect(hard.filter(({ rule }) => rule !== 'gap'), claim.kind).toEqual([]);
  }
});

test('layers, caps, join and leave dates and pins each have their own way out', async () => {
  const layers = aRotation().layers.slice(0, 1);
  const ann = aPerson('Ann', { mostShiftsAQuarter: 2 });
  const capped = await waysOf(aWorkspace({ people: [ann], rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-01-25'), layers })] }));
  expect(way(capped.ways, 'cap')).toMatchObject({ gaps: 0, edit: { kind: 'save-person', person: { mostShiftsAQuarter: 3 } } });

  const late = aPerson('Ann', { joinsOn: date('2027-01-11') });
  const joins = await waysOf(aWorkspace({ people: [late], rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-01-18'), layers })] }));
  expect(way(joins.ways, 'joins')).toMatchObject({ gaps: 0, edit: { kind: 'save-person', person: { joinsOn: '2027-01-04' } } });

  const gone = aPerson('Ann', { leavesOn: date('2027-01-08') });
  const leaves = await waysOf(aWorkspace({ people: [gone], rotations: [aRotation('Team', ['Ann'], { endsOn: date('2027-01-11'), layers })] }));
  expect(way(leaves.ways, 'leaves')).toMatchObject({ gaps: 0, edit: { kind: 'save-person', person: { leavesOn: '2027-01-10' } } });

  const junior = aRotation('Team', ['Ann'], { endsOn: date('2027-01-11'), participants: [{ person: personIdOf('Ann'), layers: [secondary] }] });
  const low = await waysOf(aWorkspace({ people: [aPerson('Ann')], rotations: [{ ...junior, layers: aRotation().layers }], shifts: [] }));
  expect(low.conflict.claims.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['layers']));
  expect(way(low.ways, 'layers')).toMatchObject({ edit: { kind: 'save-rotation', rotation: { participants: [{ layers: ['primary', 'secondary'] }] } } });

  const pinned = aShift('2027-02-15', 'Ann', { pinned: true });
  const away = await waysOf(aWorkspace({ shifts: [pinned], leave: [aLeave('Ann', '2027-02-15', '2027-02-19')] }));
  expect(way(away.ways, 'pin').edit).toEqual({ kind: 'pin-shifts', shifts: [pinned.id], pinned: false });
});

test('where the question itself pins somebody, giving that up needs no edit and costs nothing', async () => {
  const leave = aLeave('Cy', '2027-02-22', '2027-02-26');
  const workspace = aWorkspace({ leave: [leave] });
  const situation = situationOf(workspace, q1, null, before);
  const slot = situation.input.problem.slotAt.get(aShiftId('Team', primary, '2027-02-22')) ?? -1;
  const { ways } = await waysOf(workspace, [{ slot, person: personIdOf('Cy') }]);
  expect(way(ways, 'pin')).toMatchObject({ edit: null, gaps: 0 });
  expect(way(ways, 'leave')).toMatchObject({ gaps: 0, edit: { kind: 'save-leave', leave: { id: leave.id, tentative: true } } });
  expect(way(ways, 'leave').assignments[slot]?.person).toBe(personIdOf('Cy'));
});
