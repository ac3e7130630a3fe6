import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import { element, plain, type Child, type PageElement } from '../print/element.ts';
import { nameAlone } from '../words/names.ts';
import { linkFrom, personPath } from './paths.ts';
import type { Site } from './site.ts';
import { sitePeople } from './style.ts';

/** A page within the site, and the site: what is needed to link from it. */
export interface Place {
  readonly site: Site;
  readonly path: string;
}

const shapes = ['circle', 'square', 'hexagon', 'shield'] as const;

/** First letters of the first and last word; numbers count: `Engineer 12` gives E12. As the window has them. */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const tail = words.length > 1 ? (words.at(-1) ?? '') : '';
  const last = /^\d+$/.test(tail) ? tail.replace(/^0+(?=\d)/, '').slice(-2) : ([...tail][0] ?? '');
  return (first + last).toLocaleUpperCase('en');
}

/** Coloured shape with initials, for the eye alone: the name stands beside it. */
function face(name: string, position: number): PageElement {
  const shape = shapes[Math.floor(position / sitePeople.length) % shapes.length] ?? 'circle';
  const hue = `face-${(position % sitePeople.length) + 1}`;
  return element('span', { className: ['face', shape, hue], ariaHidden: 'true' }, initialsOf(name));
}

const drawn = new WeakMap<Site, Map<string, PageElement>>();

/** A person: face and name, a link where there is a page of theirs. Drawn once for all pages of a folder: a year has thousands. */
export function who(place: Place, person: PersonId): PageElement {
  const known = drawn.get(place.site) ?? new Map<string, PageElement>();
  drawn.set(place.site, known);
  const key = linkFrom(place.path, personPath(person));
  const there = known.get(key) ?? drawnWho(place, person);
  known.set(key, there);
  return there;
}

function drawnWho({ site, path }: Place, person: PersonId): PageElement {
  const name = nameAlone(site.workspace, person);
  const position = recordOf(site.workspace, 'people', person)?.position ?? 0;
  const inside: readonly Child[] = [face(name, position), plain('bdi', name)];
  const hasPage = site.has('people') && site.people.some(({ id }) => id === person);
  return hasPage
    ? element('a', { className: ['who'], href: linkFrom(path, personPath(person)) }, ...inside)
    : element('span', { className: ['who'] }, ...inside);
}

/** Nobody serves it. */
export const open = (): PageElement => element('span', { className: ['open'] }, 'Open');

export const whoOrOpen = (place: Place, person: PersonId | null): PageElement =>
  person === null ? open() : who(place, person);

/** Filled: the first to call. Hollow: behind them. */
export const mark = (isFirst: boolean): PageElement =>
  element('span', { className: isFirst ? ['mark', 'first'] : ['mark'], ariaHidden: 'true' });

/** What the signs of a table mean. */
export const legend = (notes: readonly string[]): PageElement =>
  element(
    'ul',
    { className: ['legend'] },
    plain('li', mark(true), 'first to call'),
    plain('li', mark(false), 'behind them'),
    ...notes.map((note) => plain('li', note)),
  );

export const link = ({ path }: Pick<Place, 'path'>, to: string, ...words: readonly Child[]): PageElement =>
  element('a', { href: linkFrom(path, to) }, ...words);

export const sub = (text: string): PageElement => element('span', { className: ['sub'] }, text);

interface Column {
  readonly title: string;
  readonly className?: string;
}

/** A cell, and what it is called where a narrow screen has no column heads. */
type Cells = readonly Child[];

/** A table whose rows stand one below the other on a narrow screen; the first cell of each row is its head. */
export function listTable(
  caption: string,
  columns: readonly (Column | string)[],
  rows: readonly Cells[],
): PageElement {
  const titles = columns.map((column) => (typeof column === 'string' ? column : column.title));
  const classes = columns.map((column) =>
    typeof column === 'string' || column.className === undefined ? undefined : [column.className],
  );
  return element(
    'table',
    { className: ['stack'] },
    element('caption', { className: ['sr'] }, caption),
    plain(
      'thead',
      plain(
        'tr',
        ...titles.map((title, index) => element('th', { scope: 'col', className: classes[index] }, title)),
      ),
    ),
    plain(
      'tbody',
      ...rows.map(([head, ...rest]) =>
        plain(
          'tr',
          element('th', { scope: 'row', className: classes[0] }, head ?? null),
          ...rest.map((cell, index) =>
            element(
              'td',
              { dataLabel: titles[index + 1] ?? '', className: classes[index + 1] },
              cell === null || cell === '' ? null : plain('div', cell),
            ),
          ),
        ),
      ),
    ),
  );
}
