import type { Element, ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { atTime } from '../../../shared/calendar/days.ts';
import type { LocalTime, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { HolidayId, LayerName, PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { weekGrid } from '../../../shared/planner/week-grid.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { personsDocument } from '../../../shared/words/person-page.ts';
import { quarterDocument } from '../../../shared/words/quarter-page.ts';
import { fitPoster } from '../../../shared/words/quarter-style.ts';
import { shortNames } from '../../../shared/words/short-names.ts';
import {
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
  secondary,
} from '../../builders/a-workspace.ts';
import { largeWorkspace } from '../../builders/large-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const stamp = { revision: 12, today: date('2026-11-23') };
const nine = '09:00' as LocalTime;
const turn = aShiftId('Team', primary, '2027-01-04');

/** All text of a tree, one text node behind the other. */
function textOf(node: ElementContent | Element): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('|') : '';
}

function find(node: ElementContent, matches: (element: Element) => boolean): readonly Element[] {
  if (node.type !== 'element') return [];
  return [...(matches(node) ? [node] : []), ...node.children.flatMap((child) => find(child, matches))];
}

const named = (name: string) => (element: Element) => element.tagName === name;

function plan(): Workspace {
  return aWorkspace({
    people: ['Ann', 'Bo', 'Cy'].map((name, position) => aPerson(name, { position })),
    rotations: [aRotation('Team', ['Ann', 'Bo', 'Cy'])],
    shifts: [
      aShift('2027-01-04', 'Ann'),
      aShift('2027-01-04', 'Bo', { layer: secondary }),
      aShift('2027-01-11', 'Bo'),
      aShift('2027-01-04', 'Cy', {
        id: `${turn}/cover/2027-01-06` as ShiftId,
        covers: turn,
        start: atTime(date('2027-01-06'), nine),
        end: atTime(date('2027-01-07'), nine),
      }),
    ],
    leave: [
      aLeave('Ann', '2027-01-18', '2027-01-22', { reason: 'operation' }),
      aLeave('Bo', '2027-01-20', '2027-01-20', { part: 'afternoon', tentative: true }),
    ],
    holidays: [
      {
        id: 'holiday-epiphany' as HolidayId,
        set: 'set-de' as never,
        name: 'Epiphany',
        actual: date('2027-01-06'),
        observed: null,
        weightPercent: 100,
        tentative: false,
        source: 'by hand',
      },
    ],
  });
}

test('the grid of weeks has every day of every duty once: by its turn, its cover or as a gap', () => {
  const { weeks, duties } = weekGrid(plan(), quarter);
  expect(weeks).toHaveLength(13);
  expect(duties.map(({ layer, place }) => `${layer} ${place}`)).toEqual(['primary 0', 'secondary 1']);
  for (const { cells } of duties) {
    for (const [week, runs] of cells.entries()) {
      expect(runs[0]?.from).toBe(weeks[week]?.from);
      expect(runs.at(-1)?.until).toBe(weeks[week]?.until);
      for (const [index, run] of runs.entries()) expect(run.until).toBe(runs[index + 1]?.from ?? run.until);
    }
  }
  const first = duties[0]?.cells[0]?.map(({ person, from, cover }) => [person, from, cover]);
  expect(first).toEqual([
    [personIdOf('Ann'), '2027-01-04', false],
    [personIdOf('Cy'), '2027-01-06', true],
    [personIdOf('Ann'), '2027-01-07', false],
  ]);
  expect(duties[0]?.cells[2]).toEqual([
    {
      person: null,
      from: '2027-01-18',
      until: '2027-01-25',
      turn: aShiftId('Team', primary, '2027-01-18'),
      cover: false,
    },
  ]);
});

test('a turn that hands over in the middle of a week shares the week with the one before', () => {
  const workspace = aWorkspace({
    people: [aPerson('Ann'), aPerson('Bo', { position: 1 })],
    rotations: [
      aRotation('Team', ['Ann', 'Bo'], {
        handoff: { weekday: 3, time: nine, zone: aPerson().zone },
        layers: [{ name: 'primary' as LayerName, title: 'Primary', weightPercent: 100 }],
      }),
    ],
    shifts: [aShift('2027-01-06', 'Ann'), aShift('2027-01-13', 'Bo')],
  });
  const cells = weekGrid(workspace, quarter).duties[0]?.cells ?? [];
  expect(cells[1]?.map(({ person, from, until }) => [person, from, until])).toEqual([
    [personIdOf('Ann'), '2027-01-11', '2027-01-13'],
    [personIdOf('Bo'), '2027-01-13', '2027-01-18'],
  ]);
});

test('the poster names every holder, cover, gap, holiday and day off, and no reason', () => {
  const document = quarterDocument(plan(), quarter, 'A4', stamp);
  const [article] = document.articles;
  if (article === undefined) throw new Error('no article');
  const tables = find(article, named('table'));
  const [duties, people] = tables.map((table) =>
    find(table, named('tr')).map((row) =>
      row.children.map((cell) =>
        textOf(cell)
          .replace(/[|\s]+/g, ' ')
          .trim(),
      ),
    ),
  );
  expect(duties?.[0]?.slice(0, 3)).toEqual(['Duty', 'W1 4 Jan Wed', 'W2 11 Jan']);
  expect(duties?.[1]?.slice(0, 4)).toEqual(['Team primary', 'Ann Mon–Tue Cy Wed Ann Thu–Sun', 'Bo', 'Gap']);
  expect(people?.[1]?.slice(0, 4)).toEqual(['Ann', 'TEA Mon–Tue TEA Thu–Sun', '', 'Leave']);
  expect(people?.[2]?.[3]).toBe('Leave Wed pm?');
  const all = textOf(article);
  expect(all).toContain('Epiphany');
  expect(all).toContain('23 gaps');
  expect(all).not.toContain('operation');
  expect(document.foot).toBe('Test team, Q1 2027 · revision 12 · set by hand · printed Mon 23 Nov 2026');
});

test('heads repeat, every cell of a head says what it heads, and nothing is told by a fill', () => {
  const { articles, style, orientation } = quarterDocument(
    sampleWorkspace(),
    '2026-Q4' as QuarterId,
    'A4',
    stamp,
  );
  const heads = articles.flatMap((article) => find(article, named('th')));
  expect(heads.length).toBeGreaterThan(20);
  expect(
    heads.every(({ properties }) => properties['scope'] === 'col' || properties['scope'] === 'row'),
  ).toBe(true);
  for (const table of articles.flatMap((article) => find(article, named('table'))))
    expect(find(table, named('thead'))).toHaveLength(1);
  expect(style).not.toMatch(/background/);
  expect(orientation).toBe('landscape');
});

test('four people fit on one sheet of any size; thirty on one A3 or on two A4', () => {
  const takesTwo = (workspace: Workspace, sheet: 'A4' | 'A3' | 'Letter'): boolean =>
    quarterDocument(workspace, quarter, sheet, stamp).articles.some(
      (article) =>
        find(article, ({ properties }) => [properties['className']].flat().includes('own-page')).length > 0,
    );
  for (const sheet of ['A4', 'A3', 'Letter'] as const) expect(takesTwo(sampleWorkspace(), sheet)).toBe(false);
  const large = largeWorkspace({ people: 30, weeks: 13, rotations: 4, planned: true });
  expect([takesTwo(large, 'A3'), takesTwo(large, 'A4')]).toEqual([false, true]);
});

test('type is as large as the sheet allows and never below six points', () => {
  const of = (rows: number) =>
    fitPoster('A4', {
      columns: 13,
      duties: () => Array.from({ length: rows }, () => 1),
      people: () => [],
      listLines: 0,
    });
  expect(of(5)).toEqual({ size: 10, onePage: true });
  expect(of(30).size).toBeLessThan(10);
  expect(of(400)).toEqual({ size: 6, onePage: false });
});

test('a page for each person has their turns with hours, who is beside them, covers both ways and days off without a reason', () => {
  const ids = ['Ann', 'Cy'].map((name) => personIdOf(name));
  const { articles, title } = personsDocument(plan(), quarter, ids, stamp);
  const [ann, cy] = articles.map((article) => textOf(article).replaceAll('|', ' '));
  expect(title).toBe('Test team, Q1 2027, each person');
  expect(ann).toContain('Mon 4 Jan 09:00 until Mon 11 Jan 09:00');
  expect(ann).toContain('Secondary: Bo');
  expect(ann).toContain('Cy covers Wed\u00a06\u00a0Jan');
  expect(ann).toContain('18–22 Jan   on leave');
  expect(ann).not.toContain('operation');
  expect(cy).toContain('Wed 6 Jan 09:00 until Thu 7 Jan 09:00');
  expect(cy).toContain('For Ann');
  expect(cy).toContain('Wed\u00a06\u00a0Jan is Epiphany');
  expect(cy).toContain('on call on 1 day');
});

test('whoever has no turn gets a page that says so', () => {
  const { articles } = personsDocument(plan(), '2027-Q3' as QuarterId, [personIdOf('Ann')], stamp);
  expect(articles.map(textOf).join()).toContain('Ann has no turn in this quarter.');
});

test('short names are the given name, longer only where somebody shares it', () => {
  const people = ['Ann Lee', 'Bo Berg', 'Bo Boe', 'Cy Day', 'Cy Day', 'Engineer 1', 'Engineer 2'].map(
    (name, position) => aPerson(name, { id: `person-${position}` as PersonId, position }),
  );
  expect([...shortNames(aWorkspace({ people, rotations: [], shifts: [] })).values()]).toEqual([
    'Ann',
    'Bo Berg',
    'Bo Boe',
    'Cy Day (1)',
    'Cy Day (2)',
    'Engineer 1',
    'Engineer 2',
  ]);
});

test('the poster writes the zone of the hand-off as the screen does, and a day of its heads on one line', () => {
  const zone = 'America/New_York' as ZoneName;
  const rotation = aRotation('Team', ['Ann'], { handoff: { weekday: 1, time: nine, zone } });
  const workspace = aWorkspace({ people: [aPerson('Ann')], rotations: [rotation], shifts: [] });
  const document = quarterDocument(workspace, quarter, 'Letter', stamp);
  expect(document.articles.map(textOf).join(' ')).toContain('(America/New York)');
  expect(document.style).toMatch(/\.poster-day \{[^}]*white-space: nowrap/);
  const persons = personsDocument(workspace, quarter, [personIdOf('Ann')], stamp);
  expect(persons.articles.map(textOf).join(' ')).not.toContain('New_York');
});
