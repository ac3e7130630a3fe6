import { weekdayOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LeaveEffect } from '../editing/leave-effect.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import type { LeaveClash } from '../planner/leave-clashes.ts';
import { dayWithWeekdayText, rangeText } from './date-text.ts';
import { dutyName, personName, slotWithDays } from './names.ts';
import { refusalText } from './refusal-text.ts';
import { counted } from './number-text.ts';

const kinds: Readonly<Record<Leave['kind'], string>> = {
  leave: 'leave',
  'comp-time': 'comp time',
  other: 'other absence',
};

/** What a leave is: `leave`, `comp time`, `other absence`; `perhaps` before what is not settled. */
export const leaveKindText = ({ kind, tentative }: Pick<Leave, 'kind' | 'tentative'>): string =>
  tentative ? `perhaps ${kinds[kind]}` : kinds[kind];

/** `1–5 Feb`, `Mon 1 Feb`, `Mon 1 Feb, morning`; the days that a leave takes. */
export function leaveDaysText({ from, to, part }: Pick<Leave, 'from' | 'to' | 'part'>): string {
  if (from !== to) return rangeText(from, to);
  return part === 'day' ? dayWithWeekdayText(from) : `${dayWithWeekdayText(from)}, ${part}`;
}

/** Half days as days: `5 days`, `1 day`, `half a day`, `2.5 days`, `no working day`. */
export function halvesText(halves: number): string {
  if (halves === 0) return 'no working day';
  if (halves === 1) return 'half a day';
  return halves === 2 ? '1 day' : `${halves / 2} days`;
}

/** `Ann, leave 1–5 Feb`, as a title and for undo. */
export const leaveTitle = (workspace: Workspace, leave: Leave): string =>
  `${personName(workspace, leave.person)}, ${leaveKindText(leave)} ${leaveDaysText(leave)}`;

/** A leave as it is read aloud: `Leave, 1–5 Feb, 5 days, over Profit primary, W5 (1–7 Feb)`. */
export function leaveLabel(
  workspace: Workspace,
  leave: Leave,
  halves: number,
  clashes: readonly LeaveClash[],
): string {
  const kind = leaveKindText(leave);
  const over = clashes.map(({ shift }) => clashTurnText(workspace, shift));
  return [
    kind.charAt(0).toUpperCase() + kind.slice(1),
    leaveDaysText(leave),
    halvesText(halves),
    ...(over.length === 0 ? [] : [`conflict with ${over.join('; ')}`]),
  ].join(', ');
}

/** The turn that a leave lies over; a cover by its own days. */
export function clashTurnText(workspace: Workspace, shift: LeaveClash['shift']): string {
  if (shift.covers === null) return slotWithDays(workspace, shift.id);
  return `cover of ${dutyName(workspace, shift.covers)}, ${dayWithWeekdayText(shift.start.slice(0, 10) as LocalDate)}`;
}

/** Why a new plan leaves this turn with its holder; empty where it may hand it on. */
export function standingText({ standing }: Pick<LeaveClash, 'standing'>): string {
  switch (standing) {
    case 'movable':
      return '';
    case 'pinned':
      return 'Pinned: no plan moves it';
    case 'begun':
      return 'Has begun: no plan moves it';
    case 'cover':
      return 'A cover of single days: no plan moves it';
  }
}

/** One line about what a leave would do. */
export interface LeaveLine {
  readonly kind: 'plain' | 'hard' | 'soft' | 'refused';
  readonly text: string;
}

const most = 3;

function clashLines(workspace: Workspace, { clashes, leave }: LeaveEffect): readonly LeaveLine[] {
  const kind = leave.tentative ? 'soft' : 'hard';
  const lines = clashes
    .slice(0, most)
    .map(({ shift }): LeaveLine => ({ kind, text: `Holds ${clashTurnText(workspace, shift)}` }));
  const rest = clashes.length - most;
  return rest > 0 ? [...lines, { kind, text: `And ${rest} more turns` }] : lines;
}

/** What putting a leave down would do, line by line: its days first, then what stands against it. */
export function leaveEffectLines(workspace: Workspace, effect: LeaveEffect): readonly LeaveLine[] {
  const { leave, refusal, overlapping, halves } = effect;
  const head: LeaveLine = {
    kind: 'plain',
    text: `${leaveTitle(workspace, leave)}: ${halvesText(halves)}`,
  };
  if (overlapping.length > 0)
    return [
      head,
      ...overlapping.slice(0, most).map((other): LeaveLine => ({
        kind: 'refused',
        text: `Overlaps ${leaveKindText(other)} ${leaveDaysText(other)}`,
      })),
    ];
  return refusal === null
    ? [head, ...clashLines(workspace, effect)]
    : [head, { kind: 'refused', text: refusalText(refusal, workspace) }];
}

/** After it was put down: "Ann, leave 1–5 Feb. 2 turns stand against it." */
export function leaveDoneText(workspace: Workspace, leave: Leave, clashes: readonly LeaveClash[]): string {
  const title = leaveTitle(workspace, leave);
  if (clashes.length === 0) return `${title}.`;
  return clashes.length === 1
    ? `${title}. 1 turn stands against it.`
    : `${title}. ${clashes.length} turns stand against it.`;
}

/** A day of the strip as it is read aloud: "Ann, Mon 1 Feb, free"; "…, leave 1–5 Feb". */
export function stripDayLabel(name: string, day: LocalDate, about: string): string {
  const off = weekdayOf(day) >= 6 ? ', weekend' : '';
  return `${name}, ${dayWithWeekdayText(day)}${off}, ${about === '' ? 'free' : about}`;
}

/** `3 conflicts`, `1 conflict`, `No conflicts`. */
export const clashCountText = (count: number): string =>
  count === 0 ? 'No conflicts' : counted(count, 'conflict');

/** What a repair can do and what it cannot: "3 turns: 2 can be planned anew, 1 is pinned." */
export function repairScopeText(clashes: readonly Pick<LeaveClash, 'standing'>[]): string {
  const of = (standing: LeaveClash['standing']): number =>
    clashes.filter((clash) => clash.standing === standing).length;
  const [movable, pinned, begun, covers] = [of('movable'), of('pinned'), of('begun'), of('cover')];
  const parts = [
    movable > 0 ? `${movable} can be planned anew` : '',
    pinned > 0 ? `${counted(pinned, 'is', 'are')} pinned` : '',
    begun > 0 ? `${counted(begun, 'has', 'have')} begun` : '',
    covers > 0 ? counted(covers, 'is a cover', 'are covers') : '',
  ];
  return `${counted(clashes.length, 'turn', 'turns')}: ${parts.filter((part) => part !== '').join(', ')}.`;
}
