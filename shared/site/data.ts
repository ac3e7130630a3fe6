import type { DateRange } from '../calendar/days.ts';
import { withOffset } from '../calendar/zone.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import { nameAlone, rotationName } from '../words/names.ts';
import { duesOf } from './due.ts';
import { holidaysOf } from './holidays.ts';
import type { SiteFile } from './page.ts';
import { scheduleDataPath } from './paths.ts';
import { layerTitle } from './schedule.ts';
import type { Site, SiteQuarter } from './site.ts';
import type { SiteTurn } from './turns.ts';

/** A list of which each entry has a line of its own, so that two publications can be compared line by line. */
const lines = (entries: readonly object[]): string =>
  entries.length === 0 ? '[]' : `[\n${entries.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;

const isIn = ({ from, until }: DateRange, day: string): boolean => from <= day && day < until;

function turnData({ workspace }: Site, turn: SiteTurn): object {
  const { rotation, start, end, zone, served } = turn;
  const name = (person: PersonId | null): string | null =>
    person === null ? null : nameAlone(workspace, person);
  return {
    rotation: rotationName(workspace, rotation),
    layer: layerTitle(workspace, turn),
    start: withOffset(start, zone),
    end: withOffset(end, zone),
    zone,
    served: served.map((one) => ({
      person: name(one.person),
      start: withOffset(one.start, zone),
      end: withOffset(one.end, zone),
      cover: one.isCover,
    })),
  };
}

/**
 * What the schedule of a quarter says, for programs: turns on the clock of their zone with its offset, null for whoever is missing, and the
 * days that the site tells of. It holds nothing that the pages do not.
 */
export function scheduleData(site: Site, { quarter, weeks, turns }: SiteQuarter): SiteFile {
  const holidays = holidaysOf(site).filter(({ day }) => isIn(weeks, day));
  const dues = duesOf(site).filter(({ day }) => isIn(weeks, day));
  const parts = [
    ['team', JSON.stringify(site.workspace.about.name)],
    ['quarter', JSON.stringify(quarter)],
    ['from', JSON.stringify(weeks.from)],
    ['until', JSON.stringify(weeks.until)],
    ['turns', lines(turns.map((turn) => turnData(site, turn)))],
    ...(site.has('holidays')
      ? [
          [
            'holidays',
            lines(holidays.map(({ day, name, regions, tentative }) => ({ day, name, regions, tentative }))),
          ],
        ]
      : []),
    ...(site.has('deadlines')
      ? [
          [
            'due',
            lines(
              dues.map(({ day, deadline }) => ({
                day,
                title: deadline.title,
                pipeline: recordOf(site.workspace, 'pipelines', deadline.pipeline)?.name ?? null,
              })),
            ),
          ],
        ]
      : []),
  ];
  const text = parts.map(([name = '', value = '']) => `  ${JSON.stringify(name)}: ${value}`).join(',\n');
  return { path: scheduleDataPath(quarter), text: `{\n${text}\n}\n` };
}
