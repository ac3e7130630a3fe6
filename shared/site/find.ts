import { plainWords } from '../runbooks/plain-words.ts';
import { dateOf } from '../calendar/days.ts';
import { recordOf } from '../model/tables.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { dayWithWeekdayText, dayWithYearText, quarterText, turnText, weekText } from '../words/date-text.ts';
import { nameAlone, rotationName } from '../words/names.ts';
import { awayOf, awayText } from './away.ts';
import { duesOf } from './due.ts';
import { holidaysOf } from './holidays.ts';
import { link, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { personPath, rotationPath, runbookPath, schedulePath } from './paths.ts';
import { layerTitle } from './schedule.ts';
import type { Site, SiteQuarter } from './site.ts';
import { tasksOf } from './tasks.ts';

const list = (
  title: Child,
  entries: readonly PageElement[],
  level: 'h2' | 'h3' = 'h2',
): PageElement | null =>
  entries.length === 0 ? null : plain('section', plain(level, title), plain('ul', ...entries));

const line = (when: string, ...what: readonly Child[]): PageElement =>
  plain('li', plain('b', when), ' ', ...what);

function quarterLines(place: Place, view: SiteQuarter): readonly PageElement[] {
  const { workspace } = place.site;
  return view.turns.flatMap((turn) =>
    turn.served.map((served) => {
      const name = served.person === null ? 'Open' : nameAlone(workspace, served.person);
      const duty = `${rotationName(workspace, turn.rotation)} ${layerTitle(workspace, turn).toLowerCase()}`;
      const days =
        dateOf(served.start) === dateOf(served.end)
          ? dayWithWeekdayText(dateOf(served.start))
          : turnText(served.start, served.end);
      return line(
        `${weekText(dateOf(served.start))}, ${days}`,
        `${duty}: ${name}${served.isCover ? ' (cover)' : ''}`,
      );
    }),
  );
}

/** A runbook by everything that one may look for in it. */
function runbookEntry(place: Place, id: string): PageElement | null {
  const runbook = place.site.runbooks.find((one) => one.id === id);
  if (runbook === undefined) return null;
  const pipeline =
    runbook.pipeline === null ? undefined : recordOf(place.site.workspace, 'pipelines', runbook.pipeline);
  const entries = [
    ...(pipeline === undefined ? [] : [line('Pipeline', pipeline.name)]),
    ...(runbook.dataTypes.length === 0 ? [] : [line('Data', runbook.dataTypes.join(', '))]),
    ...runbook.slas.map(({ text }) => line('Promise', text)),
    ...runbook.issues.map(({ symptom, cause, steps, escalation }, index) => {
      const words = [cause, ...steps, escalation].map(plainWords).filter((text) => text !== '');
      return plain(
        'li',
        plain('b', 'Issue'),
        ' ',
        element('a', { href: `${runbookPath(runbook.id)}#issue-${index + 1}` }, plainWords(symptom)),
        words.length === 0 ? null : element('span', { className: ['sub'] }, words.join(' ')),
      );
    }),
    ...(plainWords(runbook.body) === ''
      ? []
      : [plain('li', plain('b', 'Notes'), ' ', plainWords(runbook.body))]),
  ];
  return plain(
    'section',
    plain('h3', link(place, runbookPath(runbook.id), runbook.title)),
    entries.length === 0 ? null : plain('ul', ...entries),
  );
}

/** Everything on one page, so that a browser's own search goes over the whole site. */
export function findPage(site: Site): SiteFile {
  const path = 'find.html';
  const place = { site, path };
  const people = site.people.map(({ id }) =>
    plain(
      'li',
      site.has('people')
        ? link(place, personPath(id), nameAlone(site.workspace, id))
        : nameAlone(site.workspace, id),
    ),
  );
  const rotations = site.rotations.map(({ id, name }) => plain('li', link(place, rotationPath(id), name)));
  const runbooks = site.runbooks.map(({ id }) => runbookEntry(place, id));
  return pageFile(site, path, 'Find', [
    plain('h1', 'Find'),
    element(
      'p',
      { className: ['lead'] },
      'Everything of this site on one page. Search it with your browser: Ctrl F, on a Mac ⌘ F.',
    ),
    element(
      'div',
      { className: ['index'] },
      list('People', people),
      list('Rotations', rotations),
      ...site.quarters.map((view) =>
        list(
          link(place, schedulePath(view.quarter), `On call in ${quarterText(view.quarter)}`),
          quarterLines(place, view),
        ),
      ),
      site.has('holidays')
        ? list(
            link(place, 'holidays.html', 'Holidays'),
            holidaysOf(site).map(({ day, name, regions }) =>
              line(dayWithYearText(day), `${name}${regions.length === 0 ? '' : ` (${regions.join(', ')})`}`),
            ),
          )
        : null,
      site.has('deadlines')
        ? list(
            link(place, 'due.html', 'Due dates'),
            duesOf(site).map(({ day, deadline }) => line(dayWithYearText(day), deadline.title)),
          )
        : null,
      site.has('tasks')
        ? list(
            link(place, 'tasks.html', 'Tasks'),
            tasksOf(site).map(({ code, name }) => line(code, name)),
          )
        : null,
      site.has('leave')
        ? list(
            link(place, 'away.html', 'Away'),
            site.people.flatMap(({ id }) =>
              awayOf(site, id).map((leave) => line(awayText(leave), nameAlone(site.workspace, id))),
            ),
          )
        : null,
      site.runbooks.length === 0
        ? null
        : plain('section', plain('h2', link(place, 'runbooks.html', 'Runbooks')), ...runbooks),
    ),
  ]);
}
