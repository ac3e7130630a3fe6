import { addDays, type DateRange } from '../calendar/days.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { judge } from '../planner/judge.ts';
import { weekGrid, type DutyRow, type Run, type WeekGrid } from '../planner/week-grid.ts';
import type { PrintDocument } from '../print/document.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import type { Sheet } from '../print/style.ts';
import { zoneText } from './calendar-text.ts';
import {
  clockTimeText,
  dayText,
  dayWithWeekdayText,
  quarterText,
  rangeText,
  weekText,
  weekdayText,
} from './date-text.ts';
import { layerName, nameAlone, rotationName } from './names.ts';
import { counted } from './number-text.ts';
import { footText, type Stamp } from './paper-foot.ts';
import { fitPoster, posterStyle } from './quarter-style.ts';
import {
  duesOf,
  feastsOf,
  isWhole,
  personRows,
  weekdaysText,
  type Feast,
  type Lists,
  type PersonCell,
  type PersonRow,
} from './quarter-rows.ts';
import { shortNames } from './short-names.ts';

type Names = ReadonlyMap<PersonId, string>;

const mark = (filled: boolean): PageElement =>
  element('span', { className: filled ? ['ink-mark', 'ink-filled'] : ['ink-mark'], ariaHidden: 'true' });

const feast = (): PageElement => element('span', { className: ['ink-feast'], ariaHidden: 'true' });

const runName = (names: Names, { person }: Run): string =>
  person === null ? 'Gap' : (names.get(person) ?? '?');

function runLine(names: Names, run: Run, week: DateRange): PageElement {
  const name = runName(names, run);
  const who = run.person === null ? element('span', { className: ['poster-gap'] }, name) : name;
  return plain(
    'div',
    who,
    isWhole(run, week) ? null : element('div', { className: ['poster-days'] }, weekdaysText(run)),
  );
}

function tableHead(
  first: string,
  last: string | null,
  weeks: WeekGrid['weeks'],
  feasts: readonly Feast[],
): PageElement {
  const week = (range: DateRange): PageElement => {
    const here = [
      ...new Set(feasts.filter(({ day }) => range.from <= day && day < range.until).map(({ day }) => day)),
    ];
    return element(
      'th',
      { scope: 'col' },
      weekText(range.from),
      ' ',
      plain(
        'div',
        element('span', { className: ['poster-day'] }, dayText(range.from)),
        ...here.flatMap((day) => [
          ' ',
          element('span', { className: ['poster-day'] }, feast(), weekdayText(day)),
        ]),
      ),
    );
  };
  const end = last === null ? [] : [element('th', { scope: 'col' }, last)];
  return plain('thead', plain('tr', element('th', { scope: 'col' }, first), ...weeks.map(week), ...end));
}

const columns = (weeks: number, last: boolean): PageElement =>
  plain(
    'colgroup',
    element('col', { className: ['first'] }),
    ...Array.from({ length: weeks }, () => element('col', {})),
    last ? element('col', { className: ['last'] }) : null,
  );

function dutiesTable(
  workspace: Workspace,
  grid: WeekGrid,
  names: Names,
  feasts: readonly Feast[],
): PageElement {
  const row = ({ rotation, layer, place, cells }: DutyRow): PageElement =>
    plain(
      'tr',
      element(
        'th',
        { scope: 'row' },
        mark(place === 0),
        `${rotationName(workspace, rotation)} ${layerName(workspace, rotation, layer)}`,
      ),
      ...cells.map((runs, week) =>
        plain('td', ...runs.map((run) => runLine(names, run, grid.weeks[week] as DateRange))),
      ),
    );
  return element(
    'table',
    { className: ['poster-duties'] },
    plain('caption', 'Who is on call'),
    columns(grid.weeks.length, false),
    tableHead('Duty', null, grid.weeks, feasts),
    plain('tbody', ...grid.duties.map(row)),
  );
}

function peopleTable(
  workspace: Workspace,
  grid: WeekGrid,
  rows: readonly PersonRow[],
  feasts: readonly Feast[],
  ownPage: boolean,
): PageElement {
  const cell = ({ duties, leave }: PersonCell): PageElement =>
    plain(
      'td',
      ...duties.map(({ code, filled, days }) =>
        plain(
          'div',
          element('span', { className: ['poster-code'] }, mark(filled), code),
          days === '' ? null : element('span', { className: ['poster-days'] }, ` ${days}`),
        ),
      ),
      ...leave.map((text) => element('div', { className: ['poster-leave'] }, text)),
    );
  return element(
    'table',
    { className: ownPage ? ['poster-people', 'own-page'] : ['poster-people'] },
    plain('caption', 'What each person has'),
    columns(grid.weeks.length, true),
    tableHead('Person', 'Points', grid.weeks, feasts),
    plain(
      'tbody',
      ...rows.map(({ person, cells, points }) =>
        plain(
          'tr',
          element('th', { scope: 'row' }, nameAlone(workspace, person.id)),
          ...cells.map(cell),
          element('td', { className: ['poster-number'] }, points),
        ),
      ),
    ),
  );
}

function listsBelow({ feasts, dues }: Lists): PageElement | null {
  const list = (title: string, entries: readonly Child[]): PageElement | null =>
    entries.length === 0 ? null : plain('section', plain('h2', title), plain('ul', ...entries));
  const entry = (day: LocalDate, text: string): PageElement =>
    plain('li', plain('b', dayWithWeekdayText(day)), ' ', text);
  const sections = [
    list(
      'Holidays',
      feasts.map(({ day, name, tentative }) => entry(day, tentative ? `${name} (tentative)` : name)),
    ),
    list(
      'Due',
      dues.map(({ day, title }) => entry(day, title)),
    ),
  ].filter((one) => one !== null);
  return sections.length === 0 ? null : element('div', { className: ['poster-lists'] }, ...sections);
}

/** `Hand-off Mon 09:00 (America/New York)`; with several ways of handing over, that times are each rotation's own. */
function handoffsText(workspace: Workspace, grid: WeekGrid): string {
  const ways = new Set(
    grid.duties.flatMap(({ rotation }) => {
      const handoff = recordOf(workspace, 'rotations', rotation)?.handoff;
      return handoff === undefined
        ? []
        : [
            `${weekdayText(addDays('2027-01-03' as LocalDate, handoff.weekday))} ${clockTimeText(handoff.time)} (${zoneText(handoff.zone)})`,
          ];
    }),
  );
  const [only] = ways;
  if (only === undefined) return 'no duty';
  return ways.size === 1 ? `hand-off ${only}` : `hand-offs ${[...ways].join(', ')}`;
}

/** What is open in the plan, where anything is: paper must not look more settled than the plan. */
function openText(workspace: Workspace, quarter: QuarterId): string {
  const { gaps, conflicts } = judge(workspace, quarter, null);
  const parts = [
    gaps === 0 ? '' : counted(gaps, 'gap'),
    conflicts === 0 ? '' : counted(conflicts, 'conflict'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'no gaps, no conflicts' : parts.join(', ');
}

const linesIn = (texts: readonly number[], characters: number): number =>
  texts.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / characters)), 0);

const most = (counts: readonly number[]): number => Math.max(1, ...counts);

/**
 * A quarter as a poster: who holds which duty in which week, what each person has, holidays and due dates, on one sheet where it
 * can be read there, else on two. In ink alone; why somebody is away stays out.
 */
export function quarterDocument(
  workspace: Workspace,
  quarter: QuarterId,
  sheet: Sheet,
  stamp: Stamp,
): PrintDocument {
  const grid = weekGrid(workspace, quarter);
  const names = shortNames(workspace);
  const rows = personRows(workspace, quarter, grid);
  const range = { from: grid.weeks[0]?.from, until: grid.weeks.at(-1)?.until } as DateRange;
  const lists = { feasts: feastsOf(workspace, range), dues: duesOf(workspace, range) };
  const fit = fitPoster(sheet, {
    columns: grid.weeks.length,
    duties: (characters) =>
      grid.duties.map(({ rotation, layer, cells }) =>
        most([
          Math.ceil(
            (rotationName(workspace, rotation).length + layerName(workspace, rotation, layer).length + 3) /
              (characters * 1.9),
          ),
          ...cells.map((runs, week) =>
            linesIn(
              runs.map(
                (run) => runName(names, run).length + (isWhole(run, grid.weeks[week] as DateRange) ? 0 : 8),
              ),
              characters,
            ),
          ),
        ]),
      ),
    people: (characters) =>
      rows.map(({ person, cells }) =>
        most([
          Math.ceil(nameAlone(workspace, person.id).length / (characters * 1.9)),
          ...cells.map(({ duties, leave }) =>
            linesIn(
              [
                ...duties.map(({ code, days }) => code.length + 2 + days.length),
                ...leave.map((text) => text.length),
              ],
              characters,
            ),
          ),
        ]),
      ),
    listLines:
      lists.feasts.length +
      lists.dues.length +
      (lists.feasts.length > 0 ? 1 : 0) +
      (lists.dues.length > 0 ? 1 : 0),
  });
  const title = `On call, ${quarterText(quarter)}`;
  const facts = [
    workspace.about.name,
    rangeText(range.from, addDays(range.until, -1)),
    handoffsText(workspace, grid),
    openText(workspace, quarter),
  ];
  const article = element(
    'article',
    { className: ['poster'] },
    plain(
      'header',
      plain('h1', title),
      element(
        'p',
        { className: ['facts'] },
        facts.join(' · '),
        ' · ',
        mark(true),
        'first to call ',
        mark(false),
        'behind them ',
        feast(),
        'holiday',
      ),
    ),
    dutiesTable(workspace, grid, names, lists.feasts),
    fit.onePage ? null : listsBelow(lists),
    peopleTable(workspace, grid, rows, lists.feasts, !fit.onePage),
    fit.onePage ? listsBelow(lists) : null,
  );
  return {
    title: `${workspace.about.name}, ${title}`,
    articles: [article],
    style: posterStyle(fit),
    orientation: 'landscape',
    foot: footText(workspace, quarter, stamp),
  };
}
