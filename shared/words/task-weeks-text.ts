import { addDays } from '../calendar/days.ts';
import type { Away, OwnerWeek, TaskCare, TaskWeek } from '../fairness/task-weeks.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWithWeekdayText, rangeText, weekdayText, weekText } from './date-text.ts';
import { dutyName, personName } from './names.ts';

/** What each shade of the picture means, in words. */
export const careText: Readonly<Record<TaskCare, string>> = {
  'on-duty': 'an owner is on call',
  present: 'an owner is there, none on call',
  gaps: 'on some days no owner',
  nobody: 'no owner on call or there',
  'no-owner': 'nobody owns it',
};

/** What stands in a cell, for eyes that see no shade: a sign, or on how many days nobody is there. */
export function careSign({ care, without }: Pick<TaskWeek, 'care' | 'without'>): string {
  if (care === 'gaps') return `${without.length} d`;
  return { 'on-duty': '●', present: '○', nobody: '×', 'no-owner': '–' }[care];
}

/** `Mon`, `Mon–Wed`: days of one week. */
const daysText = (away: Away): string =>
  away.from === away.to ? weekdayText(away.from) : `${weekdayText(away.from)}–${weekdayText(away.to)}`;

const awayText = (away: Away): string =>
  ({
    leave: `on leave ${daysText(away)}`,
    holiday: `off ${daysText(away)} (${away.name})`,
    'not-in-team': `not in the team ${daysText(away)}`,
  })[away.why];

/** "Engineer 3 (primary): on call, Team primary; on leave Mon–Fri". */
export function ownerWeekText(workspace: Workspace, { person, role, shifts, away }: OwnerWeek): string {
  const duties = [...new Set(shifts.map((shift) => dutyName(workspace, shift)))];
  const parts = [...(duties.length === 0 ? [] : [`on call, ${duties.join(' and ')}`]), ...away.map(awayText)];
  return `${personName(workspace, person)} (${role}): ${parts.length === 0 ? 'there' : parts.join('; ')}`;
}

/** "W4, 25–31 Jan". */
export const weekHeading = (week: TaskWeek['week']): string =>
  `${weekText(week)}, ${rangeText(week, addDays(week, 6))}`;

/** What a week comes to: "On Mon 25 Jan and Tue 26 Jan no owner is on call or there." */
export function careSentence({ care, without }: Pick<TaskWeek, 'care' | 'without'>): string {
  if (care !== 'gaps') {
    const text = careText[care];
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
  const days = without.map((day) => dayWithWeekdayText(day));
  const last = days.at(-1) ?? '';
  return `On ${days.length > 1 ? `${days.slice(0, -1).join(', ')} and ${last}` : last} no owner is on call or there.`;
}

/** How many weeks need a look: "In 2 of 14 weeks a task is without an owner on some or all days." */
export function weeksSummary(rows: readonly { readonly weeks: readonly TaskWeek[] }[]): string {
  const weeks = rows[0]?.weeks.length ?? 0;
  const bad = Array.from({ length: weeks }, (_, place) =>
    rows.some(({ weeks: own }) => isLeftAlone(own[place])),
  ).filter(Boolean).length;
  return bad === 0
    ? `In each of the ${weeks} weeks every task has an owner on call or there.`
    : `In ${bad} of ${weeks} weeks some task has no owner on call or there, on some days or all.`;
}

const isLeftAlone = (week: TaskWeek | undefined): boolean =>
  week !== undefined && week.care !== 'on-duty' && week.care !== 'present';
