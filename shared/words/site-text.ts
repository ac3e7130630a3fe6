import { nextWeekday } from '../calendar/days.ts';
import type { SiteAudience, SiteEntry, SiteFileState, SiteOptions, SitePart } from '../contract/site.ts';
import type { LocalDate } from '../model/dates.ts';
import type { RotationId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { weekdayText } from './date-text.ts';
import { counted } from './number-text.ts';

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
export const turnsCount = (count: number): string => counted(count, 'turn');

interface Turn {
  readonly served: readonly { readonly person: string | null }[];
}

/** How much of a plan is open: a page must not look more settled than the plan. */
export function openTurnsText(turns: readonly Turn[]): string {
  const open = turns.filter(({ served }) => served.some(({ person }) => person === null)).length;
  if (turns.length > 0 && open === turns.length) return 'not planned yet';
  return open === 0 ? 'every turn is held' : `${turnsCount(open)} open`;
}

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

/** The parts of a site as they are chosen, and what each of them shows. */
export const sitePartText: Readonly<Record<SitePart, string>> = {
  people: 'A page for each person',
  holidays: 'Holidays, and who is on call on them',
  deadlines: 'Due dates',
  tasks: 'Tasks and their owners',
  leave: 'Who is away when: days alone, never why',
  runbooks: 'Runbooks, without marked passages',
  calendars: 'Calendars to subscribe to',
  pdf: 'A PDF of each runbook',
};

/** Why a part is not to be had; null where it is. */
export function partMissingText(
  part: SitePart,
  { audience, parts }: SiteOptions,
  makesPdf: boolean,
): string | null {
  if (part === 'leave' && audience === 'investor') return 'Investors never see who is away';
  if (part !== 'pdf') return null;
  if (!makesPdf) return 'PDF is made by the desktop app alone; pages print from any browser';
  return parts.includes('runbooks') ? null : 'There are no runbooks in this site';
}

/** Who reads a site of this kind. */
export const siteAudienceText: Readonly<Record<SiteAudience, string>> = {
  internal: 'The house',
  investor: 'Investors',
};

export const siteAudienceNote: Readonly<Record<SiteAudience, string>> = {
  internal:
    'All runbooks, each without its marked passages. Addresses, points and reasons for leave are in no site.',
  investor:
    'Only investor-facing runbooks, without their marked passages. Nobody’s leave, addresses or points.',
};

/** What publishing did, with the place: "3 new, 2 changed, 40 unchanged. The site is in /srv/site." */
export const sitePublishedText = (entries: readonly SiteEntry[], place: string): string =>
  `${siteChangesText(entries)} The site is in ${place}.`;

/** How far publishing is. */
export function siteProgressText({
  stage,
  done,
  of,
}: {
  readonly stage: string;
  readonly done: number;
  readonly of: number;
}): string {
  if (stage === 'articles') return `${counted(done, 'page', 'pages')} made`;
  return stage === 'write' ? `File ${Math.min(done + 1, of)} of ${of}` : 'Comparing with the folder';
}
