import { nextQuarter, previousQuarter } from '../calendar/days.ts';
import { instantMinutes } from '../calendar/span.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotsOfQuarter } from '../rotation/expand.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';

const ends = new WeakMap<readonly Slot[], number>();

/** The true minute at which the last turn of a quarter ends. */
function lastEnd(workspace: Workspace, quarter: QuarterId): number {
  const slots = slotsOfQuarter(workspace, quarter);
  let end = ends.get(slots);
  if (end === undefined) {
    const instants = slots.map((slot) => minuteOf(workspace, slot, slot.end));
    ends.set(slots, (end = instants.reduce((latest, one) => Math.max(latest, one), -Infinity)));
  }
  return end;
}

const minuteOf = (workspace: Workspace, turn: Slot | Shift, moment: Slot['start']): number =>
  instantMinutes(moment, workspace.rotations[turn.rotation]?.handoff.zone ?? workspace.about.zone);

interface Edge {
  readonly rotations: Workspace['rotations'];
  readonly until: number;
  readonly shifts: readonly Shift[];
  readonly text: string;
}

const edges = new WeakMap<readonly Shift[], Edge>();

/**
 * Held turns of the next quarter that begin while turns of this one still run, as they do where hand-offs differ or a
 * turn lasts two weeks: nobody can hold both (H3). Few, so that a change elsewhere in the next quarter touches nothing here.
 */
function edgeOf(workspace: Workspace, quarter: QuarterId): Edge {
  const shelf = shiftsOfQuarter(workspace.shifts, nextQuarter(quarter));
  const { rotations } = workspace;
  const until = lastEnd(workspace, quarter);
  const known = edges.get(shelf);
  if (known?.rotations === rotations && known.until === until) return known;
  const shifts = shelf.filter((shift) => minuteOf(workspace, shift, shift.start) < until);
  const text = shifts.map(({ id, start, end, person }) => `${id} ${start} ${end} ${person}`).join('\n');
  const edge = { rotations, until, shifts, text };
  edges.set(shelf, edge);
  return edge;
}

/** The held turns of the quarters on both sides that may run at the same time as one of this quarter. */
export const turnsBeside = (workspace: Workspace, quarter: QuarterId): readonly Shift[] => [
  ...shiftsOfQuarter(workspace.shifts, previousQuarter(quarter)),
  ...edgeOf(workspace, quarter).shifts,
];

/** Names the turns of the next quarter that stand in the way of this one; equal texts, equal obstacles. */
export const edgeText = (workspace: Workspace, quarter: QuarterId): string => edgeOf(workspace, quarter).text;
