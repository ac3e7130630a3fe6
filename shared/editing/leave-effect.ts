import { leaveHalves } from '../calendar/leave-days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import { leaveOf } from '../model/leave-of.ts';
import { clashesWith, type LeaveClash } from '../planner/leave-clashes.ts';
import type { Command, CommandOf } from './command.ts';
import { edit } from './edit.ts';
import { ledgerLineOf } from './leave-edits.ts';
import type { Refusal } from './refusal.ts';

/** What putting down a leave, or changing one, would do. */
export interface LeaveEffect {
  readonly leave: Leave;
  /** Makes it; null where nothing would change or something stands in the way. */
  readonly command: CommandOf<'save-leave'> | null;
  /** Why it cannot be made as it is. */
  readonly refusal: Refusal | null;
  /** Other leave of the same person on the same days, which keeps it from being made. */
  readonly overlapping: readonly Leave[];
  /** Turns and covers that its person could not serve. Nothing of them moves by itself. */
  readonly clashes: readonly LeaveClash[];
  /** Working half days that it takes. */
  readonly halves: number;
}

/** Two halves of one day stand side by side; everything else on a common day overlaps. */
const overlap = (one: Leave, other: Leave): boolean =>
  one.id !== other.id &&
  one.from <= other.to &&
  other.from <= one.to &&
  (one.part === 'day' || other.part === 'day' || one.part === other.part);

/** Other leave of the same person that lies on the same days. */
export const overlappingLeave = (workspace: Workspace, leave: Leave): readonly Leave[] =>
  leaveOf(workspace, leave.person).filter((other) => overlap(leave, other));

/** The workspace with one person's leave alone: the rules of leave ask for no other, and it is copied in no time. */
function withOwnLeave(workspace: Workspace, { id, person }: Leave): Workspace {
  const before = workspace.leave[id];
  const own = [...leaveOf(workspace, person), ...(before === undefined ? [] : [before])];
  return { ...workspace, leave: Object.fromEntries(own.map((one) => [one.id, one])) };
}

/** What it would do to have this leave: found by doing it to a workspace that nobody keeps. */
export function leaveEffect(workspace: Workspace, leave: Leave, today: LocalDate): LeaveEffect {
  const command = { kind: 'save-leave', leave } as const;
  const edited = edit(withOwnLeave(workspace, leave), command);
  const refusal = edited.ok || edited.reason.kind === 'no-change' ? null : edited.reason;
  return {
    leave,
    command: edited.ok ? command : null,
    refusal,
    overlapping: refusal === null ? [] : overlappingLeave(workspace, leave),
    clashes: leave.from > leave.to ? [] : clashesWith(workspace, leave, today),
    halves: leave.from > leave.to ? 0 : leaveHalves(workspace, leave),
  };
}

/** As the schema has it, which the window does without. */
const MOST_REASON = 20_000;

const joined = (texts: readonly string[]): string =>
  [...new Set(texts.filter((text) => text !== ''))].join('\n');

/** One leave in place of several: from the first day to the last, settled as soon as one of them is. */
function union(leave: Leave, others: readonly Leave[]): Leave {
  const all = [leave, ...others];
  const [kept = leave] = others;
  const from = all.map((one) => one.from).reduce((one, other) => (other < one ? other : one));
  const to = all.map((one) => one.to).reduce((one, other) => (other > one ? other : one));
  const [part] = [...new Set(all.map((one) => one.part))];
  return {
    ...leave,
    id: kept.id,
    from,
    to,
    part: from === to && part !== undefined && all.every((one) => one.part === part) ? part : 'day',
    tentative: all.every(({ tentative }) => tentative),
    reason: joined(all.map(({ reason }) => reason)).slice(0, MOST_REASON),
  };
}

/**
 * Makes one leave of this one and all that it overlaps, and of what that overlaps in turn, as one step. Null where nothing overlaps, or
 * where time off in lieu is among them: that is booked against the ledger and changed there.
 */
export function mergeLeave(
  workspace: Workspace,
  leave: Leave,
  title: string,
): { readonly command: Command; readonly merged: Leave } | null {
  let others = overlappingLeave(workspace, leave);
  if (others.length === 0) return null;
  let merged = union(leave, others);
  for (;;) {
    const mine = [leave.id, ...others.map(({ id }) => id)];
    const more = overlappingLeave(workspace, merged).filter(({ id }) => !mine.includes(id));
    if (more.length === 0) break;
    others = [...others, ...more];
    merged = union(leave, others);
  }
  const known = workspace.leave[leave.id];
  const gone = [...others, ...(known === undefined ? [] : [known])].filter(({ id }) => id !== merged.id);
  const touched = [...others, ...(known === undefined ? [] : [known])];
  if (touched.some(({ id }) => ledgerLineOf(workspace, id) !== null)) return null;
  const commands = [
    ...gone.map(({ id }) => ({ kind: 'remove-leave', leave: id }) as const),
    { kind: 'save-leave', leave: merged } as const,
  ];
  return { command: { kind: 'together', title, commands }, merged };
}
