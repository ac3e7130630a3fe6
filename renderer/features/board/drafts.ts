import { dateOf, daysBetween, weekdayOf } from '../../../shared/calendar/days.ts';
import type { ViewFilter } from '../../../shared/contract/preferences.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Finding } from '../../../shared/planner/finding.ts';
import type { Slot } from '../../../shared/rotation/expand.ts';
import { faceOf, worstFindings, type Face } from '../../state/chip-faces.ts';
import { showsRotation } from '../../state/filtered.ts';
import { memoise } from '../../state/memoise.ts';
import type { RowInput } from './rows.ts';
import { columnsOf, type Week } from './weeks.ts';

/** A chip before it has its place in a row. */
export interface Draft {
  readonly slot: Slot;
  readonly face: Face;
  readonly column: number;
  readonly span: number;
  /** The days that a cover takes, counted from its first Monday; null for a turn, which takes its weeks whole. */
  readonly days: readonly [number, number] | null;
}

interface Known {
  readonly slot: Slot;
  readonly shift: Shift | undefined;
  readonly finding: Finding | undefined;
  readonly proposed: boolean;
  readonly draft: Draft;
}

let known: { readonly grounds: readonly unknown[]; readonly drafts: Map<ShiftId, Known> } = {
  grounds: [],
  drafts: new Map(),
};

/** Order within a week: by rotation, then by layer. */
function rankOf(rotations: Workspace['rotations'], slot: Slot): number {
  const rotation = rotations[slot.rotation];
  const layer = rotation?.layers.findIndex(({ name }) => name === slot.layer) ?? 0;
  return (rotation?.position ?? 0) * 10 + layer;
}

/** The turns that pass the filter and lie in these weeks, in order of the weeks. Who holds them is not asked: a move leaves it as it is. */
const inWeeks = memoise(
  (
    slots: readonly Slot[],
    weeks: readonly Week[],
    rotations: Workspace['rotations'],
    filter: ViewFilter,
  ): readonly Pick<Draft, 'slot' | 'column' | 'span'>[] => {
    const mondays = weeks.map(({ monday }) => monday);
    return slots
      .filter(({ rotation }) => showsRotation(filter, rotation))
      .flatMap((slot) => {
        const columns = columnsOf(slot, mondays);
        return columns === null ? [] : { slot, ...columns, rank: rankOf(rotations, slot) };
      })
      .sort((a, b) => a.column - b.column || a.rank - b.rank);
  },
);

const isCover = (shift: Shift | undefined): boolean => shift !== undefined && shift.covers !== null;

/** Its days by the noon rule: a hand-off in the morning does not claim the day that it ends on. */
function daysOf({ start, end }: Slot): readonly [number, number] {
  const first = dateOf(start);
  const from = weekdayOf(first) - 1;
  const until = daysBetween(first, dateOf(end)) + (end.slice(11, 16) > '12:00' ? 1 : 0);
  return [from, from + Math.max(1, until)];
}

/**
 * The chips of all turns on view, in order of weeks. One that says what it said last is the very same object: of 1,560 a move
 * changes two.
 */
export function draftsOf({
  workspace,
  slots,
  weeks,
  findings,
  proposed,
  filter,
}: RowInput): readonly Draft[] {
  const grounds = [workspace.people, workspace.rotations, weeks];
  if (!grounds.every((ground, index) => ground === known.grounds[index]))
    known = { grounds, drafts: new Map() };
  const { drafts } = known;
  const worst = worstFindings(findings);

  return inWeeks(slots, weeks, workspace.rotations, filter).map(({ slot, column, span }) => {
    const shift = workspace.shifts[slot.id];
    const finding = worst.get(slot.id);
    const isProposed = proposed.has(slot.id);
    const last = drafts.get(slot.id);
    if (
      last !== undefined &&
      last.slot === slot &&
      last.shift === shift &&
      last.finding === finding &&
      last.proposed === isProposed
    )
      return last.draft;
    const draft = {
      slot,
      face: faceOf(workspace, slot, worst, isProposed),
      column,
      span,
      days: isCover(shift) ? daysOf(slot) : null,
    };
    drafts.set(slot.id, { slot, shift, finding, proposed: isProposed, draft });
    return draft;
  });
}
