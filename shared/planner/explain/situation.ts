import type { LocalDate, QuarterId } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Workspace } from '../../model/workspace.ts';
import { type Cost, costOf, fullObjective, type Objective } from '../cost.ts';
import { type KnownShares, type PlanInput, type PlannedSlot, planInput } from '../plan.ts';
import { OPEN, OUTSIDER, peopleOnPlan } from '../problem.ts';

/** A plan that can be asked about: its quarter as the planner sees it, who holds what, and what that costs. */
export interface Situation {
  readonly workspace: Workspace;
  readonly quarter: QuarterId;
  readonly today: LocalDate;
  readonly input: PlanInput;
  /** What the planner itself minimises, so that a price here is the difference of two of its plans. */
  readonly objective: Objective;
  /** The plan asked about: a number of the problem's people by slot, `OPEN` or `OUTSIDER`. */
  readonly people: Int16Array;
  readonly cost: Cost;
  /** 1 for slots that a plan may change: not pinned, not begun, not ended. */
  readonly movable: Uint8Array;
}

/**
 * The plan that stands in the workspace, or a proposal that was not taken over yet.
 *
 * @param shares attainable shares of the quarter; null takes the targets for attainable
 * @param today what has begun by then stays
 * @param proposal who holds what instead of the workspace's shifts; null asks about those
 */
export function situationOf(
  workspace: Workspace,
  quarter: QuarterId,
  shares: KnownShares | null,
  today: LocalDate,
  proposal: readonly PlannedSlot[] | null = null,
): Situation {
  const input = planInput(workspace, quarter, shares, today);
  const { problem, aim, present, fixed, closed } = input;
  const objective = fullObjective(problem, aim, present);
  const people = Int16Array.from(peopleOnPlan(workspace, problem));
  for (const { shift, person } of proposal ?? []) {
    const slot = problem.slotAt.get(shift);
    if (slot === undefined || fixed[slot] === 1) continue;
    people[slot] = person === null ? OPEN : (problem.personAt.get(person) ?? OUTSIDER);
  }
  const movable = Uint8Array.from(fixed, (stays, slot) => (stays === 1 || closed[slot] === 1 ? 0 : 1));
  return { workspace, quarter, today, input, objective, people, cost: costOf(objective, people), movable };
}

/** Who holds a slot under the plan asked about; null where nobody does. */
export function holderOf({ input, people }: Situation, slot: number): PersonId | null {
  const person = people[slot] ?? OPEN;
  if (person === OUTSIDER) return input.holders[slot] ?? null;
  return input.problem.people[person]?.id ?? null;
}

/** A plan by ids, as commands take it. */
export const assignmentsIn = (
  { input }: Pick<Situation, 'input'>,
  people: Int16Array,
): readonly PlannedSlot[] =>
  input.problem.slots.map(({ id }, slot) => {
    const person = people[slot] ?? OPEN;
    const holder = person === OUTSIDER ? input.holders[slot] : input.problem.people[person]?.id;
    return { shift: id, person: holder ?? null };
  });

/** One slot that another plan gives to somebody else. */
export interface SlotChange {
  readonly shift: ShiftId;
  readonly from: PersonId | null;
  readonly to: PersonId | null;
}

/** What differs between the plan asked about and another one, in the order of the slots. */
export function changesTo(situation: Situation, people: Int16Array): readonly SlotChange[] {
  return assignmentsIn(situation, people).flatMap(({ shift, person }, slot) => {
    const from = holderOf(situation, slot);
    return from === person ? [] : [{ shift, from, to: person }];
  });
}
