import type { QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Shift } from '../model/shift.ts';
import { derivationOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotOf, slotsOfQuarter } from '../rotation/expand.ts';
import { coverIndex } from '../rotation/override.ts';
import { dutiesNear, dutyOf, groundsOf, tablesAsked } from './facts.ts';
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

/** The shifts that an edit touched, and whoever held or holds them. */
interface Touched {
  readonly shifts: ReadonlySet<ShiftId>;
  readonly people: ReadonlySet<PersonId>;
}

/** Null where more than some shifts changed, or nobody knows which. */
function touchedBetween(before: Workspace, after: Workspace): Touched | null {
  if (tablesAsked.some((table) => before[table] !== after[table])) return null;
  if (before.shifts === after.shifts) return { shifts: new Set(), people: new Set() };
  const derivation = derivationOf(after.shifts);
  if (derivation?.base !== before.shifts || coverIndex(before.shifts) !== coverIndex(after.shifts)) return null;
  const ids = derivation.ids as readonly ShiftId[];
  const people = ids.flatMap((id) => [before.shifts[id]?.person ?? [], after.shifts[id]?.person ?? []].flat());
  return { shifts: new Set(ids), people: new Set(people) };
}

interface Checked {
  readonly workspace: Workspace;
  readonly slots: readonly Slot[];
  readonly bySlot: readonly (readonly Finding[])[];
}

/** The latest answer for each quarter. */
const latest = new Map<QuarterId, Checked>();

/**
 * Everything the rules find in a quarter, gaps included; hard findings first, then by start of the slot. After an edit of some shifts
 * only those of their people are asked about again.
 */
export function checkQuarter(workspace: Workspace, quarter: QuarterId): readonly Finding[] {
  const slots = slotsOfQuarter(workspace, quarter);
  const last = latest.get(quarter);
  const touched = last?.slots === slots ? touchedBetween(last.workspace, workspace) : null;
  const bySlot = slots.map((slot, place) => {
    const shift = workspace.shifts[slot.id];
    const isTouched =
      touched === null || touched.shifts.has(slot.id) || (shift !== undefined && touched.people.has(shift.person));
    return (isTouched ? undefined : last?.bySlot[place]) ?? findingsOfSlot(workspace, slot);
  });
  latest.set(quarter, { workspace, slots, bySlot });
  return inOrder(bySlot.flat());
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
