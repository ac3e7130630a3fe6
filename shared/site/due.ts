import { ownerOf } from '../deadlines/deliveries.ts';
import { dueDates, type Occurrence } from '../deadlines/due-dates.ts';
import type { Deadline } from '../model/deadline.ts';
import type { LocalDate } from '../model/dates.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import { element, plain, type Child } from '../print/element.ts';
import { dayWithYearText } from '../words/date-text.ts';
import { whyMovedText } from '../words/deadline-text.ts';
import { listTable, sub, who } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { siteRange, type Site } from './site.ts';

/** One day on which something is due. */
export interface SiteDue {
  readonly day: LocalDate;
  readonly deadline: Deadline;
  readonly occurrence: Occurrence;
}

/** What falls due in the published quarters, by day; what cannot be kept is the house's own matter. */
export const duesOf = (site: Site): readonly SiteDue[] =>
  recordsOf(site.workspace, 'deadlines')
    .flatMap((deadline) =>
      dueDates(site.workspace, deadline, siteRange(site)).flatMap((occurrence) =>
        occurrence.due === null ? [] : [{ day: occurrence.due, deadline, occurrence }],
      ),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.deadline.position - b.deadline.position));

export const byTime = ({ time, zone }: Deadline): string =>
  time === null ? 'end of the day' : `${time}, ${zone}`;

/** What is due when, and of which pipeline; who delivers it where owners are published. */
export function duePage(site: Site): SiteFile {
  const path = 'due.html';
  const place = { site, path };
  const dues = duesOf(site);
  const rows = dues.map(({ day, deadline, occurrence }): readonly Child[] => {
    const moved = whyMovedText(occurrence);
    const owner = ownerOf(site.workspace, deadline, day);
    return [
      plain('span', dayWithYearText(day), moved === null ? null : sub(moved)),
      plain('span', deadline.title, deadline.consumer === '' ? null : sub(`for ${deadline.consumer}`)),
      recordOf(site.workspace, 'pipelines', deadline.pipeline)?.name ?? '',
      byTime(deadline),
      ...(site.has('tasks') ? [owner === null ? null : who(place, owner)] : []),
    ];
  });
  return pageFile(site, path, 'Due dates', [
    plain('h1', 'Due dates'),
    element('p', { className: ['facts'] }, 'What is delivered when.'),
    dues.length === 0
      ? element('p', { className: ['lead'] }, 'Nothing falls due in these quarters.')
      : listTable(
          'Due dates',
          [
            { title: 'Day', className: 'nowrap' },
            'What',
            'Pipeline',
            'By',
            ...(site.has('tasks') ? ['Delivered by'] : []),
          ],
          rows,
        ),
  ]);
}
