import { addDays, daysBetween, type DateRange } from '../calendar/days.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { DutyRow, Run } from '../planner/week-grid.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { dayWithWeekdayText, dayText, quarterText, rangeText, weekText } from '../words/date-text.ts';
import { rotationName } from '../words/names.ts';
import { isWhole, weekdaysText, type Feast } from '../words/quarter-rows.ts';
import { handoffFacts, openTurnsText } from '../words/site-text.ts';
import { legend, link, mark, whoOrOpen, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { rotationPath, scheduleDataPath, schedulePath } from './paths.ts';
import type { Site, SiteQuarter } from './site.ts';

/** Links to the same page of the other quarters; null where there is one quarter alone. */
export function quarterLinks({ site, path }: Place, current: SiteQuarter): PageElement | null {
  const others = site.quarters.filter(({ quarter }) => quarter !== current.quarter);
  if (others.length === 0) return null;
  return element(
    'ul',
    { className: ['also'] },
    ...others.map(({ quarter }) =>
      plain('li', link({ path }, schedulePath(quarter), `Schedule of ${quarterText(quarter)}`)),
    ),
  );
}

/** How a layer is called in a column: `Primary`. */
export const layerTitle = (
  workspace: Workspace,
  { rotation, layer }: Pick<DutyRow, 'rotation' | 'layer'>,
): string =>
  recordOf(workspace, 'rotations', rotation)?.layers.find(({ name }) => name === layer)?.title ?? layer;

const dutyTitle = (workspace: Workspace, duty: DutyRow): string =>
  `${rotationName(workspace, duty.rotation)}, ${layerTitle(workspace, duty).toLowerCase()}`;

/** Two lines of heads: rotations, and beneath each its layers. */
function heads(place: Place, duties: readonly DutyRow[]): PageElement {
  const { workspace } = place.site;
  const groups: { rotation: DutyRow['rotation']; count: number }[] = [];
  for (const { rotation } of duties) {
    const last = groups.at(-1);
    if (last?.rotation === rotation) last.count += 1;
    else groups.push({ rotation, count: 1 });
  }
  return plain(
    'thead',
    plain(
      'tr',
      element('th', { scope: 'col', rowSpan: 2 }, 'Week'),
      ...groups.map(({ rotation, count }) =>
        element(
          'th',
          { scope: 'colgroup', colSpan: count, className: ['group'] },
          link(place, rotationPath(rotation), rotationName(workspace, rotation)),
        ),
      ),
    ),
    plain(
      'tr',
      ...duties.map((duty) =>
        element('th', { scope: 'col' }, mark(duty.place === 0), layerTitle(workspace, duty)),
      ),
    ),
  );
}

function runLine(place: Place, run: Run, week: DateRange): PageElement {
  const days = isWhole(run, week) ? null : element('span', { className: ['days'] }, ` ${weekdaysText(run)}`);
  return plain('div', whoOrOpen(place, run.person), days);
}

export const feastLine = ({ day, name, tentative }: Feast): PageElement =>
  element(
    'span',
    { className: ['feast'] },
    `${dayWithWeekdayText(day)}, ${name}${tentative ? ' (to be confirmed)' : ''}`,
  );

function weekRow(place: Place, view: SiteQuarter, week: DateRange, index: number): PageElement {
  const { workspace } = place.site;
  const feasts = place.site.has('holidays')
    ? view.feasts.filter(({ day }) => week.from <= day && day < week.until)
    : [];
  const tint = feasts.length > 0 ? ['holiday'] : undefined;
  return element(
    'tr',
    { id: `week-${week.from}`, className: tint },
    element(
      'th',
      { scope: 'row', className: tint },
      `${weekText(week.from)} `,
      element('span', { className: ['sub'] }, rangeText(week.from, addDays(week.until, -1))),
      ...feasts.map(feastLine),
    ),
    ...view.grid.duties.map((duty) =>
      element(
        'td',
        { dataLabel: dutyTitle(workspace, duty), className: tint },
        plain('div', ...(duty.cells[index] ?? []).map((run) => runLine(place, run, week))),
      ),
    ),
  );
}

/** The quarter week by week: who holds each duty, holidays beside the weeks they fall into. */
export function schedulePage(site: Site, view: SiteQuarter): SiteFile {
  const path = schedulePath(view.quarter);
  const place = { site, path };
  const { weeks, duties } = view.grid;
  const title = `On call in ${quarterText(view.quarter)}`;
  const last = addDays(view.weeks.until, -1);
  const days = `${dayText(view.weeks.from)}–${dayText(last)} ${last.slice(0, 4)}`;
  const facts = [
    `${daysBetween(view.weeks.from, view.weeks.until) / 7} weeks, ${days}`,
    ...handoffFacts(
      site.workspace,
      duties.map(({ rotation }) => rotation),
    ),
    openTurnsText(view.turns),
  ];
  const content: readonly Child[] = [
    plain('h1', title),
    element('p', { className: ['facts'] }, facts.join(' · ')),
    legend(['A week begins and ends at its hand-off.']),
    quarterLinks(place, view),
    duties.length === 0
      ? plain('p', 'No rotation has a turn in this quarter.')
      : element(
          'section',
          { className: ['scroll'], tabIndex: 0, ariaLabel: title },
          element(
            'table',
            { className: ['week', 'stack'] },
            element(
              'caption',
              { className: ['sr'] },
              `Who is on call, week by week, ${quarterText(view.quarter)}`,
            ),
            heads(place, duties),
            plain('tbody', ...weeks.map((week, index) => weekRow(place, view, week, index))),
          ),
        ),
    element(
      'p',
      { className: ['note', 'no-print'] },
      link(place, scheduleDataPath(view.quarter), 'This schedule as JSON, for programs'),
    ),
  ];
  return pageFile(site, path, title, content, true);
}
