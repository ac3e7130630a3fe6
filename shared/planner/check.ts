import type { QuarterId } from '../model/dates.ts';
import type { ShiftId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotOf, slotsOfQuarter } from '../rotation/expand.ts';
import { dutiesNear, dutyOf, groundsOf } from './facts.ts';
import { isShadow } from '../rotation/shadow.ts';
import { finding, type Finding } from './finding.ts';
import { rules } from './rules/index.ts';

interface Remembered {
  readonly grounds: readonly unknown[];
  readonly findings: readonly Finding[];
}

const remembered = new WeakMap<Shift, Remembered>();

/** What the rules say about a shift, asked again only where something changed that they ask about: a move changes two people's plans. */
function findingsAt(workspace: Workspace, shift: Shift): readonly Finding[] {
  const grounds = groundsOf(workspace, shift);
  const known = remembered.get(shift);
  if (known !== undefined && known.grounds === grounds) return known.findings;
  const findings = askRules(workspace, shift);
  remembered.set(shift, { grounds, findings });
  return findings;
}

function askRules(workspace: Workspace, shift: Shift): readonly Finding[] {
  const duty = dutyOf(workspace, shift);
  if (duty === null) return [finding('not-eligible', shift.id, shift.person, { because: 'unknown-rotation' })];
  const near = dutiesNear(workspace, duty);
  return rules.flatMap((rule) =>
    rule
      .check(workspace, duty, near)
      .map((found) => (shift.accepted.includes(found.rule) ? { ...found, accepted: true } : found)),
  );
}

/** A layer that carries no duty may stay open. */
function mustBeHeld(workspace: Workspace, slot: Slot): boolean {
  const rotation = workspace.rotations[slot.rotation];
  return rotation === undefined || !isShadow(rotation, slot.layer);
}

function findingsOfSlot(workspace: Workspace, slot: Slot): readonly Finding[] {
  const shift = workspace.shifts[slot.id];
  if (shift !== undefined) return findingsAt(workspace, shift);
  return mustBeHeld(workspace, slot) ? [finding('gap', slot.id, null, {})] : [];
}

const severity = (one: Finding): number => (one.severity === 'hard' ? 0 : 1);

/** Hard findings first, each kind in the order of the slots. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  [...findings].sort((one, other) => severity(one) - severity(other));

/** Everything the rules find in a quarter, gaps included; hard findings first, then by start of the slot. */
export function checkQuarter(workspace: Workspace, quarter: QuarterId): readonly Finding[] {
  return inOrder(slotsOfQuarter(workspace, quarter).flatMap((slot) => findingsOfSlot(workspace, slot)));
}

/** What the rules find at these slots alone: at their own shifts, and gaps among them. Unknown slots find nothing. */
export function checkShifts(workspace: Workspace, shifts: readonly ShiftId[]): readonly Finding[] {
  return inOrder(
    [...new Set(shifts)].flatMap((id) => {
      const slot = slotOf(workspace, id);
      return slot === null ? [] : findingsOfSlot(workspace, slot);
    }),
  );
}
