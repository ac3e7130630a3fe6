import { dateOf } from '../../calendar/days.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Shift } from '../../model/shift.ts';
import { derived } from '../../model/tables.ts';
import type { Workspace } from '../../model/workspace.ts';
import { coversOf } from '../../rotation/override.ts';
import { checkShifts } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Situation } from './situation.ts';

/** Why a slot is not the planner's to give. */
export type Kept = 'pinned' | 'worked' | 'cover' | 'covered' | 'ended';

/** What keeps somebody off a slot whatever else is changed: a rule with its evidence, or that the slot itself is kept. */
export type Barrier =
  | { readonly kind: 'rule'; readonly finding: Finding }
  | {
      readonly kind: 'kept';
      readonly because: Kept;
      readonly shift: ShiftId;
      readonly holder: PersonId | null;
    };

/** Why a slot stays as it is (H4); null where the planner may give it to somebody else. */
export function keptBecause({ workspace, input, today }: Situation, slot: number): Kept | null {
  const one = input.problem.slots[slot];
  if (one === undefined) return null;
  if (input.closed[slot] === 1) return 'ended';
  if (input.fixed[slot] !== 1) return null;
  if (input.problem.cover[slot] === 1) return 'cover';
  if (dateOf(one.start) <= today) return 'worked';
  return coversOf(workspace.shifts, one.id).length > 0 ? 'covered' : 'pinned';
}

/** The workspace with only those turns of the quarter that stay whatever is planned. */
function keptShifts({ workspace, input }: Situation): Workspace['shifts'] {
  const { problem, fixed } = input;
  const loose = new Set(problem.slots.filter((_, slot) => fixed[slot] !== 1).map(({ id }) => id));
  return Object.fromEntries(Object.entries(workspace.shifts).filter(([id]) => !loose.has(id as ShiftId)));
}

const keptOf = new WeakMap<Situation, Workspace['shifts']>();

/** Remembered with the situation: every person is asked against the same turns. */
function standing(situation: Situation): Workspace['shifts'] {
  let kept = keptOf.get(situation);
  if (kept === undefined) keptOf.set(situation, (kept = keptShifts(situation)));
  return kept;
}

function heldBy({ workspace, input }: Situation, slot: number, person: PersonId): Shift {
  const one = input.problem.slots[slot] as Situation['input']['problem']['slots'][number];
  const blank = { origin: 'planned', covers: null, sequence: 0, note: '' } as const;
  return { ...blank, ...one, ...workspace.shifts[one.id], person, pinned: false, accepted: [] };
}

/** The hard rules that stand against somebody in a slot beside the turns that stay, asked of the rules themselves. */
function rulesAgainst(situation: Situation, slot: number, person: PersonId): readonly Finding[] {
  const shift = heldBy(situation, slot, person);
  const kept = standing(situation);
  const shifts = derived(kept, { ...kept, [shift.id]: shift }, [shift.id]);
  return checkShifts({ ...situation.workspace, shifts }, [shift.id]).filter((one) => one.severity === 'hard');
}

/**
 * Everything that keeps somebody off a slot and that no other assignment of the quarter would change: the slot is kept, or a
 * hard rule speaks beside kept turns alone. Empty where the person could have it.
 */
export function barriersAgainst(situation: Situation, slot: number, person: PersonId): readonly Barrier[] {
  const { problem, holders } = situation.input;
  const because = keptBecause(situation, slot);
  const shift = problem.slots[slot]?.id;
  const kept: readonly Barrier[] =
    because === null || shift === undefined
      ? []
      : [{ kind: 'kept', because, shift, holder: holders[slot] ?? null }];
  return [
    ...kept,
    ...rulesAgainst(situation, slot, person).map((finding): Barrier => ({ kind: 'rule', finding })),
  ];
}
