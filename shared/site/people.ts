import type { DateRange } from '../calendar/days.ts';
import { dateOf } from '../calendar/days.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Person } from '../model/person.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { DutyRow, Run } from '../planner/week-grid.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { ownershipOn } from '../runbooks/owners.ts';
import { dayText, dayWithWeekdayText, momentText, quarterText, weekText } from '../words/date-text.ts';
import { nameAlone, rotationName } from '../words/names.ts';
import { isWhole, weekdaysText } from '../words/quarter-rows.ts';
import { turnsCount } from '../words/site-text.ts';
import { awayOf, awayText, awayWeekdays } from './away.ts';
import { legend, link, listTable, mark, sub, who, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { calendarPath, personPath, rotationPath } from './paths.ts';
import { layerTitle } from './schedule.ts';
import { groupedBy, type Site, type SiteQuarter } from './site.ts';
import type { Served, SiteTurn } from './turns.ts';

/** One stretch that somebody serves, of a turn. */
interface Duty extends Served {
  readonly turn: SiteTurn;
}

const remembered = new WeakMap<SiteQuarter, ReadonlyMap<PersonId | null, readonly Duty[]>>();

/** What each person serves in a quarter, by start; made once for all pages. */
function dutiesBy(view: SiteQuarter): ReadonlyMap<PersonId | null, readonly Duty[]> {
  let known = remembered.get(view);
  if (known === undefined) remembered.set(view, (known = gathered(view)));
  return known;
}

function gathered({ turns }: SiteQuarter): ReadonlyMap<PersonId | null, readonly Duty[]> {
  const duties = turns
    .flatMap((turn) => turn.served.map((served): Duty => ({ ...served, turn })))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return groupedBy(duties, ({ person }) => person);
}

const layerPlace = (site: Site, { rotation, layer }: Pick<SiteTurn, 'rotation' | 'layer'>): number =>
  recordOf(site.workspace, 'rotations', rotation)?.layers.findIndex(({ name }) => name === layer) ?? 0;

interface Week {
  readonly week: DateRange;
  readonly isFeast: boolean;
  readonly runs: ReadonlyMap<PersonId | null, readonly { readonly duty: DutyRow; readonly run: Run }[]>;
}

/** The weeks of a quarter, each with what everybody serves in it. */
const weeksIn = ({ grid, feasts }: SiteQuarter, site: Site): readonly Week[] =>
  grid.weeks.map((week, index) => ({
    week,
    isFeast: site.has('holidays') && feasts.some(({ day }) => week.from <= day && day < week.until),
    runs: groupedBy(
      grid.duties.flatMap((duty) => (duty.cells[index] ?? []).map((run) => ({ duty, run }))),
      ({ run }) => run.person,
    ),
  }));

function matrixCell({ site }: Place, person: Person, { week, isFeast, runs }: Week): PageElement {
  const away = site.has('leave') ? awayWeekdays(site.workspace, person.id, week) : [];
  return element(
    'td',
    { className: isFeast ? ['holiday'] : undefined },
    ...(runs.get(person.id) ?? []).map(({ duty, run }) =>
      plain(
        'div',
        mark(duty.place === 0),
        element(
          'span',
          { ariaHidden: 'true' },
          recordOf(site.workspace, 'rotations', duty.rotation)?.code ?? '',
        ),
        element(
          'span',
          { className: ['sr'] },
          `${rotationName(site.workspace, duty.rotation)} ${layerTitle(site.workspace, duty).toLowerCase()}`,
        ),
        isWhole(run, week) ? null : element('span', { className: ['sub'] }, weekdaysText(run)),
      ),
    ),
    ...away.map((days) =>
      plain(
        'div',
        element('span', { className: ['away'] }, 'Away'),
        days === '' ? null : element('span', { className: ['sub'] }, days),
      ),
    ),
  );
}

function matrix(place: Place, view: SiteQuarter): PageElement {
  const { site } = place;
  const quarter = quarterText(view.quarter);
  const weeks = weeksIn(view, site);
  return element(
    'section',
    { className: ['scroll'], tabIndex: 0, ariaLabel: `Duties in ${quarter}` },
    element(
      'table',
      { className: ['matrix'] },
      element('caption', { className: ['sr'] }, `What each person has, week by week, ${quarter}`),
      plain(
        'thead',
        plain(
          'tr',
          element('th', { scope: 'col' }, 'Person'),
          ...view.grid.weeks.map(({ from }) =>
            element('th', { scope: 'col' }, weekText(from), sub(dayText(from))),
          ),
        ),
      ),
      plain(
        'tbody',
        ...site.people.map((person) =>
          plain(
            'tr',
            element('th', { scope: 'row' }, who(place, person.id)),
            ...weeks.map((week) => matrixCell(place, person, week)),
          ),
        ),
      ),
    ),
  );
}

/** Everybody over the weeks of each quarter. */
export function peoplePage(site: Site): SiteFile {
  const path = 'people.html';
  const place = { site, path };
  return pageFile(
    site,
    path,
    'People',
    [
      plain('h1', 'People'),
      element(
        'p',
        { className: ['facts'] },
        'What each person has, week by week. A name leads to all their turns.',
      ),
      legend(site.rotations.map(({ code, name }) => `${code}: ${name}`)),
      ...site.quarters.flatMap((view) => [plain('h2', quarterText(view.quarter)), matrix(place, view)]),
    ],
    true,
  );
}

/** What begins and ends together stands in one row. */
function together(duties: readonly Duty[]): readonly (readonly Duty[])[] {
  return [...groupedBy(duties, ({ start, end, turn }) => `${start} ${end} ${turn.zone}`).values()];
}

/** Who else is on call for the same rotation then. */
function beside(place: Place, view: SiteQuarter, duty: Duty): string {
  const { workspace } = place.site;
  const names = (view.turnsBy.get(duty.turn.rotation) ?? [])
    .filter(({ layer }) => layer !== duty.turn.layer)
    .flatMap(({ served }) => served)
    .filter(({ person, start, end }) => person !== null && start < duty.end && duty.start < end)
    .map(({ person }) => nameAlone(workspace, person as PersonId));
  return names.length === 0 ? '' : `with ${[...new Set(names)].join(', ')}`;
}

function turnCells(place: Place, view: SiteQuarter, row: readonly Duty[], zone: boolean): readonly Child[] {
  const { site } = place;
  const [first] = row;
  if (first === undefined) return [];
  const feasts = site.has('holidays')
    ? view.feasts.filter(({ day }) => dateOf(first.start) <= day && day < dateOf(first.end))
    : [];
  return [
    plain(
      'span',
      momentText(first.start),
      sub(`until ${momentText(first.end)}${zone ? `, ${first.turn.zone}` : ''}`),
    ),
    weekText(dateOf(first.start)),
    plain(
      'div',
      ...row.map((duty) => {
        const with_ = beside(place, view, duty);
        const layer = layerTitle(site.workspace, duty.turn).toLowerCase();
        return plain(
          'div',
          mark(layerPlace(site, duty.turn) === 0),
          link(place, rotationPath(duty.turn.rotation), rotationName(site.workspace, duty.turn.rotation)),
          ` ${layer}${duty.isCover ? ', cover' : ''}`,
          with_ === '' ? null : element('span', { className: ['days'] }, ` ${with_}`),
        );
      }),
    ),
    feasts.length === 0
      ? null
      : plain('div', ...feasts.map(({ day, name }) => plain('div', `${dayWithWeekdayText(day)}, ${name}`))),
  ];
}

function quarterOfPerson(place: Place, view: SiteQuarter, person: Person): readonly Child[] {
  const duties = dutiesBy(view).get(person.id) ?? [];
  const zone = new Set(duties.map(({ turn }) => turn.zone)).size > 1;
  const heading = plain('h2', quarterText(view.quarter));
  if (duties.length === 0) return [heading, plain('p', 'No turn in this quarter.')];
  const rows = together(duties).map((row) => turnCells(place, view, row, zone));
  const columns = [
    { title: 'When', className: 'nowrap' },
    'Week',
    'Duty',
    ...(place.site.has('holidays') ? ['Holidays'] : []),
  ];
  return [
    heading,
    listTable(
      `Turns of ${person.name} in ${quarterText(view.quarter)}`,
      columns,
      rows.map((row) => row.slice(0, columns.length)),
    ),
  ];
}

function tasksOf(site: Site, person: PersonId): PageElement | null {
  if (!site.has('tasks')) return null;
  const held = recordsOf(site.workspace, 'tasks')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position)
    .flatMap((task) => {
      const owners = ownershipOn(task, site.today);
      const role = owners.primary === person ? 'primary' : owners.secondary === person ? 'secondary' : null;
      return role === null
        ? []
        : [plain('li', plain('b', task.code), plain('span', `${task.name}, ${role}`))];
    });
  return held.length === 0
    ? null
    : plain('section', plain('h2', 'Tasks'), element('ul', { className: ['plain'] }, ...held));
}

function awayList(leave: readonly Leave[]): PageElement | null {
  return leave.length === 0
    ? null
    : plain(
        'section',
        plain('h2', 'Away'),
        element(
          'ul',
          { className: ['plain'] },
          ...leave.map((one) => plain('li', plain('span', awayText(one)))),
        ),
      );
}

/** All turns of one person, with hours and whoever is beside them. */
export function personPage(site: Site, person: Person): SiteFile {
  const path = personPath(person.id);
  const place = { site, path };
  const turns = site.quarters.reduce((sum, view) => sum + (dutiesBy(view).get(person.id)?.length ?? 0), 0);
  const zones = [
    ...new Set(
      site.quarters.flatMap((view) => dutiesBy(view).get(person.id) ?? []).map(({ turn }) => turn.zone),
    ),
  ];
  const facts = [turnsCount(turns), ...(zones.length === 1 ? [`times in ${zones.join('')}`] : [])];
  return pageFile(site, path, person.name, [
    plain('h1', plain('bdi', nameAlone(site.workspace, person.id))),
    element('p', { className: ['facts'] }, facts.join(' · ')),
    site.calendars.has(calendarPath(person.id))
      ? element(
          'ul',
          { className: ['also'] },
          plain('li', link(place, calendarPath(person.id), 'Calendar to subscribe to')),
        )
      : null,
    ...site.quarters.flatMap((view) => quarterOfPerson(place, view, person)),
    tasksOf(site, person.id),
    site.has('leave') ? awayList(awayOf(site, person.id)) : null,
  ]);
}
