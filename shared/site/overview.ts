import { quarterOf } from '../calendar/days.ts';
import type { PipelineId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { onCallAt, type DutyNow } from '../runbooks/on-call.ts';
import { dayWithWeekdayText, dayWithYearText, momentText, quarterText } from '../words/date-text.ts';
import { holidaysCount } from '../words/holiday-text.ts';
import { counted } from '../words/number-text.ts';
import { listOf, openTurnsText } from '../words/site-text.ts';
import { duesOf } from './due.ts';
import { holidaysOf } from './holidays.ts';
import { link, listTable, mark, open, sub, who, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { rotationPath, schedulePath } from './paths.ts';
import { currentQuarter, noonOf, type Site } from './site.ts';
import { tasksOf } from './tasks.ts';

/** Every duty of the team at noon of the site's day: the team's own first, then each pipeline's. */
function dutiesNow(site: Site): readonly DutyNow[] {
  const pipelines = [...recordsOf(site.workspace, 'pipelines')].sort((a, b) => a.position - b.position);
  const at = noonOf(site);
  const of = (pipeline: PipelineId | null): readonly DutyNow[] =>
    onCallAt(site.workspace, pipeline, at).filter((duty) => duty.pipeline === pipeline);
  return [null, ...pipelines.map(({ id }) => id)]
    .flatMap(of)
    .filter(({ now, next }) => now !== null || next !== null);
}

function nowTable(place: Place, duties: readonly DutyNow[]): PageElement {
  const { site } = place;
  const seen = new Set<string>();
  const known = new Set<string>(site.rotations.map(({ id }) => id));
  return element(
    'div',
    { className: ['now'] },
    listTable(
      'On call',
      ['Duty', 'On call', 'Until', 'Then'],
      duties.map(({ rotation, rotationName, layerTitle, now, next }) => {
        const isFirst = !seen.has(rotation);
        seen.add(rotation);
        const name = known.has(rotation) ? link(place, rotationPath(rotation), rotationName) : rotationName;
        return [
          plain('span', mark(isFirst), name, ` ${layerTitle.toLowerCase()}`),
          now === null ? open() : who(place, now.person),
          now === null ? '' : momentText(now.end),
          next === null ? '' : plain('span', who(place, next.person), sub(`from ${momentText(next.start)}`)),
        ];
      }),
    ),
  );
}

/** So many of what comes next: the rest is on its own page. */
const NEXT = 5;

function nextList(
  place: Place,
  title: string,
  page: string,
  entries: readonly (readonly [string, string])[],
): PageElement | null {
  return entries.length === 0
    ? null
    : plain(
        'section',
        plain('h2', title),
        element(
          'ul',
          { className: ['plain'] },
          ...entries.slice(0, NEXT).map(([day, text]) => plain('li', plain('b', day), plain('span', text))),
        ),
        entries.length > NEXT
          ? element('ul', { className: ['also'] }, plain('li', link(place, page, `All ${entries.length}`)))
          : null,
      );
}

interface Card {
  readonly path: string;
  readonly title: string;
  readonly text: string;
}

function cards(site: Site): readonly Card[] {
  const quarters = site.quarters.map(({ quarter, turns, grid }) => ({
    path: schedulePath(quarter),
    title: `Schedule of ${quarterText(quarter)}`,
    text: `${counted(grid.weeks.length, 'week', 'weeks')}, ${openTurnsText(turns)}`,
  }));
  const card = (path: string, title: string, text: string): Card => ({ path, title, text });
  return [
    ...quarters,
    ...(site.has('people')
      ? [card('people.html', 'People', `${counted(site.people.length, 'person', 'people')}, week by week`)]
      : []),
    card('rotations.html', 'Rotations', counted(site.rotations.length, 'rotation', 'rotations')),
    ...(site.has('holidays')
      ? [card('holidays.html', 'Holidays', `${holidaysCount(holidaysOf(site).length)}, with who is on call`)]
      : []),
    ...(site.has('deadlines')
      ? [card('due.html', 'Due dates', counted(duesOf(site).length, 'delivery', 'deliveries'))]
      : []),
    ...(site.has('tasks')
      ? [card('tasks.html', 'Tasks', `${counted(tasksOf(site).length, 'task', 'tasks')} and their owners`)]
      : []),
    ...(site.has('leave') ? [card('away.html', 'Away', 'Who cannot be on call when')] : []),
    ...(site.has('runbooks')
      ? [card('runbooks.html', 'Runbooks', counted(site.runbooks.length, 'runbook', 'runbooks'))]
      : []),
    ...(site.has('calendars') ? [card('calendars.html', 'Calendars', 'To subscribe to')] : []),
    card('find.html', 'Find', 'Everything on one page, for your browser’s search'),
  ];
}

/** The first page: who is on call as of the site's day, what comes next, and what else there is. The one page that a new day changes. */
export function overviewPage(site: Site): SiteFile {
  const path = 'index.html';
  const place = { site, path };
  const duties = dutiesNow(site);
  const asOf = dayWithYearText(site.today);
  const zones = [...new Set(duties.map(({ zone }) => zone))];
  const near = (day: string): boolean => day >= site.today;
  const year = (day: Parameters<typeof dayWithWeekdayText>[0]): string =>
    quarterOf(day).slice(0, 4) === site.today.slice(0, 4)
      ? dayWithWeekdayText(day)
      : dayWithYearText(day).replace(/^\w+ /, '');
  const holidays = holidaysOf(site).filter(({ day }) => near(day));
  const dues = duesOf(site).filter(({ day }) => near(day));
  const current = currentQuarter(site);
  const quarters = listOf(site.quarters.map(({ quarter }) => quarterText(quarter)));
  const content: readonly Child[] = [
    plain('h1', plain('bdi', site.workspace.about.name)),
    element('p', { className: ['facts'] }, `On call in ${quarters} · as of ${asOf}`),
    plain('h2', `On call on ${asOf}`),
    duties.length === 0
      ? plain(
          'p',
          'Nobody is planned on this day. ',
          current === undefined
            ? null
            : link(place, schedulePath(current.quarter), `Schedule of ${quarterText(current.quarter)}`),
        )
      : nowTable(place, duties),
    duties.length === 0
      ? null
      : element(
          'p',
          { className: ['note'] },
          `At noon of that day; times in ${zones.join(', ')}. This page does not follow the clock: look at the times, or at the schedule.`,
        ),
    element(
      'div',
      { className: ['two'] },
      site.has('holidays')
        ? nextList(
            place,
            'Next holidays',
            'holidays.html',
            holidays.map(({ day, name }) => [year(day), name]),
          )
        : null,
      site.has('deadlines')
        ? nextList(
            place,
            'Next due dates',
            'due.html',
            dues.map(({ day, deadline }) => [year(day), deadline.title]),
          )
        : null,
    ),
    plain(
      'section',
      plain('h2', 'What is here'),
      element(
        'ul',
        { className: ['cards'] },
        ...cards(site).map(({ path: to, title, text }) => plain('li', link(place, to, title), sub(text))),
      ),
    ),
  ];
  return pageFile(site, path, `${site.workspace.about.name}, on call`, content);
}
