import { timeOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { dayWithYearText } from '../words/date-text.ts';
import { regionText } from '../words/holiday-text.ts';
import { rotationName } from '../words/names.ts';
import { listTable, open, sub, who, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { layerTitle } from './schedule.ts';
import { siteRange, type Site } from './site.ts';

/** One holiday of the published quarters, in all regions that keep it on that day. */
export interface SiteHoliday {
  readonly day: LocalDate;
  readonly name: string;
  readonly regions: readonly string[];
  readonly tentative: boolean;
  /** It is the day on which another one is observed. */
  readonly actual: LocalDate | null;
}

/** Holidays by day and name, on the day that is observed. */
export function holidaysOf(site: Site): readonly SiteHoliday[] {
  const { from, until } = siteRange(site);
  const found = new Map<string, { holiday: SiteHoliday; regions: Set<string> }>();
  for (const { set, name, actual, observed, tentative } of recordsOf(site.workspace, 'holidays')) {
    const day = observed ?? actual;
    if (day < from || day >= until) continue;
    const key = `${day} ${name}`;
    const region = recordOf(site.workspace, 'holidaySets', set)?.region;
    const known = found.get(key) ?? {
      holiday: { day, name, regions: [], tentative, actual: day === actual ? null : actual },
      regions: new Set<string>(),
    };
    if (region !== undefined) known.regions.add(regionText(region));
    found.set(key, known);
  }
  return [...found.values()]
    .map(({ holiday, regions }) => ({ ...holiday, regions: [...regions].sort() }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.name < b.name ? -1 : 1));
}

/** Who serves which duties at noon of a day: a duty has one person, or nobody. */
export function onCallOn(
  site: Site,
  day: LocalDate,
): readonly { readonly person: PersonId | null; readonly duties: readonly string[] }[] {
  const noon = `${day}T12:00`;
  const by = new Map<PersonId | null, string[]>();
  for (const rotation of site.rotations)
    for (const { turns } of site.quarters)
      for (const turn of turns) {
        if (turn.rotation !== rotation.id) continue;
        const served = turn.served.find(({ start, end }) => start <= noon && noon < end);
        if (served === undefined) continue;
        const duty = `${rotationName(site.workspace, rotation.id)} ${layerTitle(site.workspace, turn).toLowerCase()}`;
        by.set(served.person, [...(by.get(served.person) ?? []), duty]);
      }
  return [...by]
    .map(([person, duties]) => ({ person, duties }))
    .sort((a, b) => Number(a.person === null) - Number(b.person === null));
}

function coversCell(place: Place, day: LocalDate): Child {
  const serving = onCallOn(place.site, day);
  if (serving.length === 0) return element('span', { className: ['note'] }, 'No turn on this day');
  return plain(
    'div',
    ...serving.map(({ person, duties }) =>
      plain(
        'div',
        person === null ? open() : who(place, person),
        element('span', { className: ['days'] }, ` ${duties.join(', ')}`),
      ),
    ),
  );
}

function nameCell({ name, tentative, actual }: SiteHoliday): PageElement {
  const notes = [
    actual === null ? '' : `observed; the day itself is ${dayWithYearText(actual)}`,
    tentative ? 'to be confirmed' : '',
  ].filter((note) => note !== '');
  return plain('span', name, notes.length === 0 ? null : sub(notes.join('; ')));
}

/** When a day goes from one to the next, told once: duties change hands within the day. */
function handoffNote(site: Site): string | null {
  const times = [
    ...new Set(site.quarters.flatMap(({ turns }) => turns.map(({ start }) => timeOf(start)))),
  ].sort();
  const weekdays = site.quarters.some(({ turns }) => turns.length > 0);
  return weekdays && times.length <= 3
    ? `Who is on call at noon. Duties change hands at ${times.join(', ')}.`
    : 'Who is on call at noon.';
}

/** The holidays of the published quarters with whoever is on call on them. */
export function holidaysPage(site: Site): SiteFile {
  const path = 'holidays.html';
  const place = { site, path };
  const holidays = holidaysOf(site);
  return pageFile(site, path, 'Holidays', [
    plain('h1', 'Holidays'),
    element('p', { className: ['facts'] }, 'Public holidays, and who is on call on them.'),
    holidays.length === 0
      ? element('p', { className: ['lead'] }, 'No holiday is known in these quarters.')
      : listTable(
          'Holidays',
          [{ title: 'Day', className: 'nowrap' }, 'Holiday', 'Kept in', 'On call'],
          holidays.map((holiday) => [
            dayWithYearText(holiday.day),
            nameCell(holiday),
            holiday.regions.join(', '),
            coversCell(place, holiday.day),
          ]),
        ),
    element('p', { className: ['note'] }, handoffNote(site)),
  ]);
}
