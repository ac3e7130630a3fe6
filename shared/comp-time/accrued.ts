import type { Policy } from '../model/policy.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { coversOf } from '../rotation/override.ts';
import { accrue } from './accrue.ts';
import type { Earning } from './earning.ts';

interface Remembered {
  /** Everything but the shift itself that its earnings depend on, by identity. */
  readonly on: readonly unknown[];
  readonly earnings: readonly Earning[];
}

const remembered = new WeakMap<Shift, Remembered>();

/**
 * What a shift earns, remembered: a ledger is looked at after every edit, and of ten years of shifts an edit changes a
 * handful.
 */
export function accrueShift(workspace: Workspace, shift: Shift, policy: Policy): readonly Earning[] {
  const on = [
    policy,
    workspace.people[shift.person],
    workspace.rotations[shift.rotation],
    workspace.holidays,
    workspace.holidaySets,
    ...coversOf(workspace.shifts, shift.id),
  ];
  const known = remembered.get(shift);
  if (known?.on.length === on.length && known.on.every((part, index) => part === on[index]))
    return known.earnings;
  const earnings = accrue(workspace, shift, policy);
  remembered.set(shift, { on, earnings });
  return earnings;
}
