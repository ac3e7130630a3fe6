import { type CarryOn, noCarry } from '../../fairness/carry.ts';
import type { QuarterId } from '../../model/dates.ts';
import type { PersonId, RotationId } from '../../model/ids.ts';
import type { Rotation } from '../../model/rotation.ts';
import type { Workspace } from '../../model/workspace.ts';
import { attainableShares } from '../attainable.ts';
import type { SharesFound } from '../assess.ts';
import { compile } from '../compile.ts';
import { type Problem, rowOf } from '../problem.ts';
import { problemOf } from '../problem-of.ts';
import { readProblem } from '../read-problem.ts';
import type { Solver } from '../solver.ts';

/** A restriction of one person that keeps their share away from the target. */
export type Restriction =
  /** Takes turns in this rotation, but not in all of its layers. */
  | { readonly kind: 'layers'; readonly rotation: RotationId }
  /** Takes no turns in it. */
  | { readonly kind: 'rotation'; readonly rotation: RotationId }
  | { readonly kind: 'leave' }
  | { readonly kind: 'rest' }
  | { readonly kind: 'cap'; readonly cap: number };

export interface Cause {
  readonly restriction: Restriction;
  /** How much of the structural part goes when this alone is lifted, in q. */
  readonly closes: number;
}

/** Why somebody's attainable share is not their target. */
export interface StructuralCause {
  readonly person: PersonId;
  /** t − A, in q: positive is less than the target, for reasons that no plan can change. */
  readonly structural: number;
  readonly band: number;
  /** The one that closes most; null where it lies with others, or the part is within the band. */
  readonly cause: Cause | null;
  /** All that close something, the largest first. */
  readonly causes: readonly Cause[];
  /** Most turns that this person could hold under the rules, whatever the others hold. */
  readonly mostTurns: number;
  /** Whose restrictions leave this person more than the target: those furthest below theirs, first. */
  readonly others: readonly PersonId[];
}

const record = (rotation: Rotation): Readonly<Record<string, Rotation>> => ({ [rotation.id]: rotation });

const withRotation = (workspace: Workspace, rotation: Rotation): Workspace => ({
  ...workspace,
  rotations: { ...workspace.rotations, ...record(rotation) },
});

/** All restrictions that somebody is under in a quarter, with the problem in which each is lifted. */
function lifted(
  workspace: Workspace,
  problem: Problem,
  person: PersonId,
): readonly (readonly [Restriction, Problem])[] {
  const again = (changed: Workspace): Problem => ({
    ...compile(readProblem(changed, problem.quarter)),
    people: problem.people,
  });
  const used = new Set(problem.slots.map(({ rotation }) => rotation));
  const found: (readonly [Restriction, Problem])[] = [];
  for (const rotation of Object.values(workspace.rotations).filter(({ id }) => used.has(id))) {
    const all = rotation.layers.map(({ name }) => name);
    const part = rotation.participants.find((one) => one.person === person);
    if (part !== undefined && all.every((name) => part.layers.includes(name))) continue;
    const others = rotation.participants.filter((one) => one.person !== person);
    const opened = { ...rotation, participants: [...others, { person, layers: all }] };
    found.push([
      { kind: part === undefined ? 'rotation' : 'layers', rotation: rotation.id },
      again(withRotation(workspace, opened)),
    ]);
  }
  if (Object.values(workspace.leave).some((leave) => leave.person === person)) {
    const leave = Object.fromEntries(
      Object.entries(workspace.leave).filter(([, one]) => one.person !== person),
    );
    found.push([{ kind: 'leave' }, again({ ...workspace, leave })]);
  }
  const number = problem.personAt.get(person);
  if (number === undefined) return found;
  if (problem.windowCount > 0) found.push([{ kind: 'rest' }, restless(problem, number)]);
  const cap = problem.cap[number] as number;
  if (cap >= 0)
    found.push([
      { kind: 'cap', cap },
      { ...problem, cap: problem.cap.map((one, who) => (who === number ? -1 : one)) },
    ]);
  return found;
}

/** The same problem with room for any number of turns in one person's rest windows. */
function restless(problem: Problem, person: number): Problem {
  const width = problem.people.length;
  const leadIn = problem.leadIn.map((count, cell) =>
    cell % width === person ? -problem.slots.length : count,
  );
  return { ...problem, leadIn };
}

/** The most turns that one person could hold under clashes, rest and cap: always the one that ends first fits best. */
function mostTurns(problem: Problem, person: number): number {
  const width = problem.people.length;
  const own = problem.slots
    .map((_, slot) => slot)
    .filter((slot) => problem.legal[slot * width + person] !== 0);
  const ends = (slot: number): string => problem.slots[slot]?.end ?? '';
  own.sort((a, b) => (ends(a) < ends(b) ? -1 : ends(a) > ends(b) ? 1 : a - b));
  const windows = new Set(
    [...problem.leadIn.keys()]
      .filter((cell) => cell % width === person && (problem.leadIn[cell] as number) > 0)
      .map((cell) => Math.floor(cell / width)),
  );
  const held = new Set<number>();
  for (const slot of own) {
    const mine = [...rowOf(problem.windows, slot)];
    if (
      mine.some((window) => windows.has(window)) ||
      [...rowOf(problem.clashes, slot)].some((other) => held.has(other))
    )
      continue;
    held.add(slot);
    for (const window of mine) windows.add(window);
  }
  const cap = problem.cap[person] as number;
  return cap < 0 ? held.size : Math.min(cap, held.size);
}

/**
 * What keeps somebody from their target share: each of their restrictions is lifted alone, the attainable shares are worked out
 * again, and the one that closes most of the gap is named (planning.md, section 3).
 *
 * @param shares the shares of the quarter, as an assessment keeps them
 * @throws when the person may take no slot of the quarter
 */
export async function structuralCause(
  workspace: Workspace,
  quarter: QuarterId,
  shares: SharesFound,
  person: PersonId,
  solver: Solver,
): Promise<StructuralCause> {
  const problem = problemOf(workspace, quarter);
  const number = problem.personAt.get(person);
  if (number === undefined) throw new Error(`${person} may take no slot of ${quarter}`);
  const carry: readonly CarryOn[] = problem.people.map(({ id }) => shares.carry[id] ?? noCarry);
  const structural = shares.structural[person] ?? 0;
  const band = problem.band[number] ?? 0;
  const causes: Cause[] = [];
  for (const [restriction, without] of structural > 0 ? lifted(workspace, problem, person) : []) {
    const attainable = await attainableShares(without, carry, solver);
    const closes = (attainable[number] ?? 0) - (shares.attainable[person] ?? 0);
    if (closes > 0) causes.push({ restriction, closes });
  }
  causes.sort((a, b) => b.closes - a.closes);
  const below = problem.people
    .map(({ id }) => id)
    .filter((id) => id !== person && (shares.structural[id] ?? 0) > 0);
  return {
    person,
    structural,
    band,
    cause: Math.abs(structural) >= band ? (causes[0] ?? null) : null,
    causes,
    mostTurns: mostTurns(problem, number),
    others:
      structural < 0 ? below.sort((a, b) => (shares.structural[b] ?? 0) - (shares.structural[a] ?? 0)) : [],
  };
}
