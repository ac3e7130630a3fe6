import { beforeAll, expect, test } from 'vitest';
import { loadSolver } from '../../../../electron/command-line/load-solver.ts';
import type { PersonId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { findShares } from '../../../../shared/planner/assess.ts';
import { type KnownShares, planInput } from '../../../../shared/planner/plan.ts';
import { problemOf } from '../../../../shared/planner/problem-of.ts';
import { provePlan } from '../../../../shared/planner/prove.ts';
import { random } from '../../../../shared/planner/random.ts';
import type { Solver } from '../../../../shared/planner/solver.ts';
import { anyTeam } from '../any-team.ts';
import { before, finish, q1, smallTeam } from '../small-team.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

function shuffled<Value>(list: readonly Value[], next: () => number): readonly Value[] {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(next() * left.length), 1)[0] as Value);
}

/** The same records in another order, and the lists in them whose order means nothing. */
function turned(workspace: Workspace, next: () => number): Workspace {
  const tables = Object.entries(workspace).map(([name, table]) =>
    name === 'about' ? [name, table] : [name, Object.fromEntries(shuffled(Object.entries(table), next))],
  );
  const again = Object.fromEntries(tables) as Workspace;
  const rotations = Object.fromEntries(Object.entries(again.rotations).map(([id, one]) => [id, { ...one, participants: shuffled(one.participants, next), standIns: one.standIns === 'task-owners' ? one.standIns : shuffled(one.standIns, next) }]));
  const people = Object.fromEntries(Object.entries(again.people).map(([id, one]) => [id, { ...one, wishes: shuffled(one.wishes, next) }]));
  return { ...again, rotations, people };
}

test('records in another order, and lists whose order means nothing, give the identical shares and the identical plan', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const workspace = seed % 2 === 0 ? anyTeam(seed) : smallTeam(seed);
    const other = turned(workspace, random(seed));
    if (problemOf(workspace, q1).people.length === 0) continue;
    const [shares, otherShares] = [await findShares(workspace, q1, solver), await findShares(other, q1, solver)];
    expect(otherShares, `team ${seed}`).toEqual(shares);
    const plan = (one: Workspace, known: KnownShares) => finish(planInput(one, q1, known, before), 20_000);
    expect(plan(other, otherShares), `team ${seed}`).toEqual(plan(workspace, shares));
  }
});

/** The workspace with people called otherwise, so that they sort in the opposite order. */
function renamed(workspace: Workspace): { readonly workspace: Workspace; readonly nameOf: (id: PersonId) => PersonId } {
  const ids = Object.keys(workspace.people).sort() as PersonId[];
  const names = new Map(ids.map((id, place) => [id, `person-${String(900 - place)}` as PersonId]));
  const text = ids.reduce((all, id) => all.replaceAll(`"${id}"`, `"${names.get(id) ?? id}"`), JSON.stringify(workspace));
  return { workspace: JSON.parse(text) as Workspace, nameOf: (id) => names.get(id) ?? id };
}

test('people by other ids have the same shares up to 1 q, and for the same shares the best plan costs the same', { timeout: 60_000 }, async () => {
  for (let seed = 1; seed <= 15; seed++) {
    const workspace = smallTeam(seed);
    const { workspace: other, nameOf } = renamed(workspace);
    if (problemOf(workspace, q1).people.length === 0) continue;
    const shares = await findShares(workspace, q1, solver);
    const theirs = await findShares(other, q1, solver);
    const mapped = Object.fromEntries(Object.entries(shares.attainable).map(([id, share]) => [nameOf(id as PersonId), share]));
    expect(Object.keys(theirs.attainable).sort()).toEqual(Object.keys(mapped).sort());
    for (const [id, share] of Object.entries(theirs.attainable)) expect(Math.abs(share - (mapped[id] ?? NaN)), `team ${seed}, ${id}`).toBeLessThanOrEqual(1);
    const best = async (one: Workspace, known: KnownShares) => (await provePlan(planInput(one, q1, known, before), null, solver)).cost;
    expect(await best(other, { ...theirs, attainable: mapped }), `team ${seed}`).toEqual(await best(workspace, shares));
  }
});
