import { nextWeekday } from '../calendar/days.ts';
import type { SiteEntry, SiteFileState } from '../contract/site.ts';
import type { LocalDate } from '../model/dates.ts';
import type { RotationId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { weekdayText } from './date-text.ts';

const aMonday = '2027-01-04' as LocalDate;

/** `hand-off Mon 09:00, America/New_York`; several ways of handing over one after the other. */
export function handoffFacts(workspace: Workspace, rotations: readonly RotationId[]): readonly string[] {
  const ways = new Set(
    rotations.flatMap((id) => {
      const handoff = recordOf(workspace, 'rotations', id)?.handoff;
      return handoff === undefined
        ? []
        : [`${weekdayText(nextWeekday(aMonday, handoff.weekday))} ${handoff.time}, ${handoff.zone}`];
    }),
  );
  if (ways.size === 0) return [];
  return ways.size > 3
    ? ['hand-offs differ by rotation']
    : [`${ways.size === 1 ? 'hand-off' : 'hand-offs'} ${[...ways].join('; ')}`];
}

/** `1 turn`, `12 turns`. */
export const turnsCount = (count: number): string => (count === 1 ? '1 turn' : `${count} turns`);

interface Turn {
  readonly served: readonly { readonly person: string | null }[];
}

/** How much of a plan is open: a page must not look more settled than the plan. */
export function openTurnsText(turns: readonly Turn[]): string {
  const open = turns.filter(({ served }) => served.some(({ person }) => person === null)).length;
  if (turns.length > 0 && open === turns.length) return 'not planned yet';
  return open === 0 ? 'every turn is held' : `${turnsCount(open)} open`;
}

export const counted = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;

/** `Q1 2027`, `Q1 2027 and Q2 2027`, `a, b and c`. */
export const listOf = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** What publishing does to a file, in a word. */
export const siteStateText: Readonly<Record<SiteFileState, string>> = {
  new: 'New',
  changed: 'Changed',
  same: 'Unchanged',
  removed: 'Removed',
  foreign: 'Not ours',
  kept: 'Kept',
};

/** What publishing changes: "3 new, 2 changed, 1 removed, 40 unchanged." */
export function siteChangesText(entries: readonly Pick<SiteEntry, 'state'>[]): string {
  const states = ['new', 'changed', 'removed', 'foreign', 'kept', 'same'] as const;
  const parts = states.flatMap((state) => {
    const count = entries.filter((entry) => entry.state === state).length;
    return count === 0 ? [] : [`${count} ${siteStateText[state].toLowerCase()}`];
  });
  const text = parts.join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
