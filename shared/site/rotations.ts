import { dateOf } from '../calendar/days.ts';
import type { LocalDateTime } from '../model/dates.ts';
import type { Rotation } from '../model/rotation.ts';
import { recordOf } from '../model/tables.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { momentText, quarterText, weekText } from '../words/date-text.ts';
import { peopleText, termsText } from '../words/rotation-text.ts';
import { openTurnsText } from '../words/site-text.ts';
import { link, listTable, sub, whoOrOpen, type Place } from './marks.ts';
import { pageFile, type SiteFile } from './page.ts';
import { calendarPath, rotationPath } from './paths.ts';
import type { Site, SiteQuarter } from './site.ts';
import type { Served, SiteTurn } from './turns.ts';

const about = (site: Site, rotation: Rotation): string => {
  const pipeline =
    rotation.pipeline === null ? undefined : recordOf(site.workspace, 'pipelines', rotation.pipeline);
  return pipeline === undefined ? 'The whole team' : `${pipeline.name} pipeline`;
};

/** All rotations that have a turn in the published quarters. */
export function rotationsPage(site: Site): SiteFile {
  const path = 'rotations.html';
  const place = { site, path };
  return pageFile(site, path, 'Rotations', [
    plain('h1', 'Rotations'),
    element('p', { className: ['facts'] }, 'What goes round in the team, and when it is handed over.'),
    site.rotations.length === 0
      ? plain('p', 'No rotation has a turn in these quarters.')
      : listTable(
          'Rotations',
          ['Rotation', 'For', 'Hand-off', 'Layers', 'In turn'],
          site.rotations.map((rotation) => [
            link(place, rotationPath(rotation.id), rotation.name),
            about(site, rotation),
            plain('span', termsText(rotation), sub(rotation.handoff.zone)),
            rotation.layers.map(({ title }) => title).join(', '),
            peopleText(rotation),
          ]),
        ),
  ]);
}

interface TurnRow {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly layers: ReadonlyMap<string, SiteTurn>;
}

/** Turns of one rotation that begin and end together. */
function rowsOf({ turnsBy }: SiteQuarter, rotation: Rotation): readonly TurnRow[] {
  const rows = new Map<string, { start: LocalDateTime; end: LocalDateTime; layers: Map<string, SiteTurn> }>();
  for (const turn of turnsBy.get(rotation.id) ?? []) {
    const key = `${turn.start} ${turn.end}`;
    const row = rows.get(key) ?? { start: turn.start, end: turn.end, layers: new Map<string, SiteTurn>() };
    row.layers.set(turn.layer, turn);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function servedLine(place: Place, turn: SiteTurn, served: Served): PageElement {
  const isWhole = served.start === turn.start && served.end === turn.end;
  return plain(
    'div',
    whoOrOpen(place, served.person),
    isWhole
      ? null
      : element('span', { className: ['days'] }, ` ${momentText(served.start)} to ${momentText(served.end)}`),
  );
}

function turnsTable(place: Place, view: SiteQuarter, rotation: Rotation): readonly Child[] {
  const rows = rowsOf(view, rotation);
  if (rows.length === 0) return [];
  const cells = rows.map(({ start, end, layers }): readonly Child[] => [
    plain('span', momentText(start), sub(`until ${momentText(end)}`)),
    weekText(dateOf(start)),
    ...rotation.layers.map(({ name }) => {
      const turn = layers.get(name);
      return turn === undefined
        ? null
        : plain('div', ...turn.served.map((one) => servedLine(place, turn, one)));
    }),
  ]);
  const columns = [
    { title: 'When', className: 'nowrap' },
    'Week',
    ...rotation.layers.map(({ title }) => title),
  ];
  return [
    plain('h2', quarterText(view.quarter)),
    listTable(`Turns of ${rotation.name} in ${quarterText(view.quarter)}`, columns, cells),
  ];
}

/** The turns of one rotation, to the minute. */
export function rotationPage(site: Site, rotation: Rotation): SiteFile {
  const path = rotationPath(rotation.id);
  const place = { site, path };
  const own = site.quarters.flatMap(({ turnsBy }) => turnsBy.get(rotation.id) ?? []);
  const facts = [about(site, rotation), termsText(rotation), rotation.handoff.zone, openTurnsText(own)];
  return pageFile(site, path, rotation.name, [
    plain('h1', plain('bdi', rotation.name)),
    element('p', { className: ['facts'] }, facts.join(' · ')),
    site.calendars.has(calendarPath(rotation.id))
      ? element(
          'ul',
          { className: ['also'] },
          plain('li', link(place, calendarPath(rotation.id), 'Calendar to subscribe to')),
        )
      : null,
    ...site.quarters.flatMap((view) => turnsTable(place, view, rotation)),
  ]);
}
