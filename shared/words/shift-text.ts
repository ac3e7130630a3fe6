import { addDays, dateOf, mondayOf } from '../calendar/days.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';
import { coversOf } from '../rotation/override.ts';
import { dueDates } from '../deadlines/due-dates.ts';
import { dayWithWeekdayText, rangeText } from './date-text.ts';
import { personName } from './names.ts';

const origins = { planned: 'Planned', hand: 'Set by hand', imported: 'Imported' } as const;
const wishes = { want: 'asked for this week', avoid: 'asked to avoid this week' } as const;

/** Why a shift is whose it is, as far as the plan itself says: "Planned; asked for this week". */
export function reasonText(workspace: Workspace, slot: Slot, held: Shift | undefined): string {
  if (held === undefined) return 'Open: nobody has been assigned';
  const week = mondayOf(dateOf(slot.start));
  const wish = workspace.people[held.person]?.wishes.find((one) => mondayOf(one.week) === week);
  return [
    `${origins[held.origin]}${held.pinned ? ', pinned: the planner leaves it' : ''}`,
    ...(wish === undefined ? [] : [wishes[wish.kind]]),
    ...(held.accepted.length === 0 ? [] : ['placed in spite of a rule']),
  ].join('; ');
}

/** Who takes single days of it over, a line each: "Bo covers 3–4 Feb". */
export const coverLines = (workspace: Workspace, slot: Slot): readonly string[] =>
  coversOf(workspace.shifts, slot.id).map((cover) => {
    const last = cover.end.slice(11, 16) <= '12:00' ? addDays(dateOf(cover.end), -1) : dateOf(cover.end);
    const first = dateOf(cover.start);
    return `${personName(workspace, cover.person)} covers ${rangeText(first, last < first ? first : last)}`;
  });

/** What falls due for the duty's pipeline while it is held, a line each: "Fri 5 Feb: Data ready is due". */
export function dueLines(workspace: Workspace, slot: Slot): readonly string[] {
  const pipeline = workspace.rotations[slot.rotation]?.pipeline ?? null;
  if (pipeline === null) return [];
  const range = { from: dateOf(slot.start), until: dateOf(slot.end) };
  return Object.values(workspace.deadlines)
    .filter((deadline) => deadline.pipeline === pipeline)
    .flatMap((deadline) =>
      dueDates(workspace, deadline, range).map(({ due, nominal }) => ({
        day: due ?? nominal,
        title: deadline.title,
      })),
    )
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ day, title }) => `${dayWithWeekdayText(day)}: ${title} is due`);
}
