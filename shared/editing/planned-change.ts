import type { LocalDate } from '../model/dates.ts';
import type { LayerName, PersonId, RotationId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PlannedSlot } from '../planner/plan.ts';
import { slotsOfQuarter, type Slot } from '../rotation/expand.ts';
import { familyOf } from '../scenarios/family.ts';
import { edit } from './edit.ts';
import type { Refusal } from './refusal.ts';
import { peopleIn, type PersonLoad, type QuarterChange } from './rotation-change.ts';

/** One turn of a duty under new terms, with who would hold each of its layers; null is a gap. */
export interface PlannedTurn {
  readonly start: Slot['start'];
  readonly end: Slot['end'];
  readonly holders: readonly { readonly layer: LayerName; readonly person: PersonId | null }[];
}

/** A quarter under new terms with a plan laid over it: what the change comes to once it is planned anew. */
export interface PlannedChange {
  readonly planned: Workspace;
  /** The duty's turns in the quarter, in the order of time. */
  readonly turns: readonly PlannedTurn[];
  /** Everybody whose points or turns differ from those of today's plan. */
  readonly people: readonly PersonLoad[];
}

function turnsWithHolders(
  workspace: Workspace,
  { quarter }: QuarterChange,
  rotation: RotationId,
): readonly PlannedTurn[] {
  const family = familyOf(workspace, rotation);
  const turns = new Map<string, PlannedTurn>();
  for (const { id, rotation: own, layer, start, end } of slotsOfQuarter(workspace, quarter)) {
    if (familyOf(workspace, own) !== family || id.includes('/cover/')) continue;
    const key = `${start} ${end}`;
    const holder = { layer, person: workspace.shifts[id]?.person ?? null };
    turns.set(key, { start, end, holders: [...(turns.get(key)?.holders ?? []), holder] });
  }
  return [...turns.values()];
}

/**
 * Who would do what after a change of terms, by a plan of the quarter under them; or why that plan does not hold.
 *
 * @param assignments a plan of the workspace after the change
 * @param today what has begun by then is as it was worked
 */
export function plannedChange(
  workspace: Workspace,
  change: QuarterChange,
  rotation: RotationId,
  assignments: readonly PlannedSlot[],
  today: LocalDate,
): PlannedChange | Refusal {
  const { quarter, after } = change;
  const laid = edit(after, {
    kind: 'accept-plan',
    quarter,
    assignments,
    seed: 0,
    digest: '',
    iterations: 0,
    cost: null,
    bound: null,
    today,
  });
  if (!laid.ok && laid.reason.kind !== 'no-change') return laid.reason;
  const planned = laid.ok ? laid.value.workspace : after;
  return {
    planned,
    turns: turnsWithHolders(planned, change, rotation),
    people: peopleIn(workspace, planned, quarter, familyOf(planned, rotation)),
  };
}
