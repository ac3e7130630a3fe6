import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Ownership, Task } from '../model/task.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { ownershipOn } from '../runbooks/owners.ts';
import { dayWithYearText } from '../words/date-text.ts';
import { listTable, who, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { siteRange, type Site } from './site.ts';

export const tasksOf = (site: Site): readonly Task[] =>
  recordsOf(site.workspace, 'tasks')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));

/** Changes of owners that are settled and still to come. */
const comingOf = ({ ownership }: Task, after: LocalDate, until: LocalDate): readonly Ownership[] =>
  ownership.filter(({ from }) => after < from && from < until).sort((a, b) => (a.from < b.from ? -1 : 1));

const owner = (place: Place, person: PersonId | null): PageElement =>
  person === null ? element('span', { className: ['note'] }, 'Nobody') : who(place, person);

function roleCell(place: Place, task: Task, role: 'primary' | 'secondary'): Child {
  const { site } = place;
  let before = ownershipOn(task, site.today)[role];
  const later = comingOf(task, site.today, siteRange(site).until).flatMap((one) => {
    const isOther = one[role] !== before;
    before = one[role];
    return isOther
      ? [
          plain(
            'div',
            owner(place, one[role]),
            element('span', { className: ['days'] }, ` from ${dayWithYearText(one.from)}`),
          ),
        ]
      : [];
  });
  return plain('div', plain('div', owner(place, ownershipOn(task, site.today)[role])), ...later);
}

/** Who owns which task, now and from days to come. */
export function tasksPage(site: Site): SiteFile {
  const path = 'tasks.html';
  const place = { site, path };
  const tasks = tasksOf(site);
  return pageFile(site, path, 'Tasks', [
    plain('h1', 'Tasks'),
    element('p', { className: ['facts'] }, 'Standing work, and the two people who own each piece of it.'),
    tasks.length === 0
      ? element('p', { className: ['lead'] }, 'There are no tasks.')
      : listTable(
          'Tasks and their owners',
          ['Task', 'Pipeline', 'Primary', 'Secondary'],
          tasks.map((task) => [
            plain('span', `${task.code}, ${task.name}`),
            task.pipeline === null ? '' : (recordOf(site.workspace, 'pipelines', task.pipeline)?.name ?? ''),
            roleCell(place, task, 'primary'),
            roleCell(place, task, 'secondary'),
          ]),
        ),
  ]);
}
