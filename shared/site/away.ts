import { addDays, type DateRange } from '../calendar/days.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import { leaveOf } from '../model/leave-of.ts';
import type { Workspace } from '../model/workspace.ts';
import { element, plain } from '../print/element.ts';
import { rangeText } from '../words/date-text.ts';
import { weekdaysText } from '../words/quarter-rows.ts';
import { listTable, who } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { siteRange, type Site } from './site.ts';

const halves: Readonly<Record<Leave['part'], string>> = {
  day: '',
  morning: ', morning',
  afternoon: ', afternoon',
};

/** Days and half days, and nothing else: neither what kind of leave it is nor why. */
export const awayText = ({ from, to, part }: Pick<Leave, 'from' | 'to' | 'part'>): string =>
  `${rangeText(from, to)}${halves[part]}`;

/** The leave of one person that is settled and lies in the published quarters, by its first day. */
export function awayOf(site: Site, person: PersonId): readonly Leave[] {
  const { from, until } = siteRange(site);
  return leaveOf(site.workspace, person)
    .filter((leave) => !leave.tentative && leave.from < until && leave.to >= from)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

/** The days of one week on which somebody is away: `Tue–Fri`; empty for a working week. */
export function awayWeekdays(workspace: Workspace, person: PersonId, week: DateRange): readonly string[] {
  return leaveOf(workspace, person)
    .filter(({ from, to, tentative }) => !tentative && from < week.until && to >= week.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map((leave) => {
      const from = leave.from < week.from ? week.from : leave.from;
      const until = leave.to >= week.until ? week.until : addDays(leave.to, 1);
      return from === week.from && until >= addDays(week.from, 5) ? '' : weekdaysText({ from, until });
    });
}

/** Who cannot be on call when. */
export function awayPage(site: Site): SiteFile {
  const path = 'away.html';
  const place = { site, path };
  const rows = site.people
    .map((person) => ({ person, leave: awayOf(site, person.id) }))
    .filter(({ leave }) => leave.length > 0)
    .map(({ person, leave }) => [
      who(place, person.id),
      plain('div', ...leave.map((one) => plain('div', awayText(one)))),
    ]);
  return pageFile(site, path, 'Away', [
    plain('h1', 'Away'),
    element(
      'p',
      { className: ['facts'] },
      'Days on which people cannot be on call. Why is nobody’s business but theirs.',
    ),
    rows.length === 0
      ? element('p', { className: ['lead'] }, 'Nobody is away in these quarters.')
      : listTable('Days away', ['Person', 'Away'], rows),
  ]);
}
