import { addDays, type DateRange } from '../../../shared/calendar/days.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { weekGrid, type DutyRow, type Run, type WeekGrid } from '../../../shared/planner/week-grid.ts';
import { dayText, quarterText, rangeText, weekText, weekdayText } from '../../../shared/words/date-text.ts';
import { layerName, nameAlone, rotationName } from '../../../shared/words/names.ts';
import {
  feastsOf,
  isWhole,
  personRows,
  weekdaysText,
  type PersonCell,
} from '../../../shared/words/quarter-rows.ts';
import { shortNames } from '../../../shared/words/short-names.ts';
import type { Pivot } from '../../state/view-store.ts';
import {
  between,
  box,
  column,
  head,
  ink,
  line,
  margin,
  mark,
  text,
  titleHeight,
  weekHeight,
  type Picture,
  type Shape,
} from './picture-shapes.ts';

interface Table {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

const left = (week: number): number => margin + head + week * column;

function weekHead(
  title: string,
  weeks: readonly DateRange[],
  feasts: ReadonlySet<string>,
  y: number,
): readonly Shape[] {
  return [
    text(margin + 4, y + 18, title, head - 8, { weight: 600 }),
    ...weeks.flatMap((week, place) => {
      const days = [...feasts].filter((day) => week.from <= day && day < week.until).sort();
      const names = days.map((day) => `◆ ${weekdayText(day as DateRange['from'])}`).join('  ');
      return [
        ...(days.length > 0 ? [box(left(place), y, column, weekHeight, { fill: ink.holiday })] : []),
        text(left(place) + 6, y + 15, `${weekText(week.from)}  ${dayText(week.from)}`, column - 10, {
          weight: 600,
          size: 11.5,
        }),
        ...(names === ''
          ? []
          : [text(left(place) + 6, y + 30, names, column - 10, { size: 10.5, color: ink.muted })]),
      ];
    }),
  ];
}

/** One row after the other, each as high as its fullest cell, with a line beneath. */
function rowsOf<Row>(
  rows: readonly Row[],
  top: number,
  lines: (row: Row) => number,
  draw: (row: Row, y: number, height: number) => readonly Shape[],
  width: number,
): Table {
  const shapes: Shape[] = [];
  let y = top;
  for (const row of rows) {
    const height = Math.max(1, lines(row)) * (line + 4) + 6;
    shapes.push(box(margin, y, width - 2 * margin, 0, { line: ink.divider }), ...draw(row, y, height));
    y += height;
  }
  shapes.push(box(margin, y, width - 2 * margin, 0, { line: ink.divider }));
  return { shapes, height: y - top };
}

interface Drawing {
  readonly workspace: Workspace;
  readonly grid: WeekGrid;
  readonly feasts: ReadonlySet<string>;
  readonly width: number;
}

function holderShapes(
  names: ReadonlyMap<PersonId, string>,
  run: Run,
  week: DateRange,
  x: number,
  y: number,
): readonly Shape[] {
  const isGap = run.person === null;
  const days = isWhole(run, week) ? '' : ` ${weekdaysText(run)}`;
  const name = run.person === null ? 'Gap' : (names.get(run.person) ?? '?');
  return [
    box(x + 4, y + 4, column - 8, line, {
      fill: isGap ? ink.ground : ink.chip,
      line: isGap ? ink.error : ink.chipLine,
      dashed: isGap || run.cover,
      radius: 4,
    }),
    text(x + 10, y + 18, `${name}${days}`, column - 20, {
      weight: isGap ? 600 : 400,
      color: isGap ? ink.error : ink.text,
    }),
  ];
}

function dutiesTable({ workspace, grid, feasts, width }: Drawing, top: number): Table {
  const names = shortNames(workspace);
  const headShapes = weekHead('Duties', grid.weeks, feasts, top);
  const rows = rowsOf<DutyRow>(
    grid.duties,
    top + weekHeight,
    ({ cells }) => Math.max(...cells.map((runs) => runs.length)),
    ({ rotation, layer, place, cells }, y) => [
      mark(margin + 4, y + 4, workspace.rotations[rotation]?.position ?? 0, place === 0),
      text(
        margin + 19,
        y + 18,
        `${rotationName(workspace, rotation)} ${layerName(workspace, rotation, layer)}`,
        head - 24,
        { weight: 600 },
      ),
      ...cells.flatMap((runs, week) =>
        runs.flatMap((run, index) =>
          holderShapes(names, run, grid.weeks[week] as DateRange, left(week), y + index * (line + 4)),
        ),
      ),
    ],
    width,
  );
  return { shapes: [...headShapes, ...rows.shapes], height: weekHeight + rows.height };
}

function cellShapes(
  hueOf: (code: string) => number,
  { duties, leave }: PersonCell,
  x: number,
  y: number,
  height: number,
): readonly Shape[] {
  const away = leave.flatMap((words, index): readonly Shape[] => {
    const at = y + (duties.length + index) * (line + 4);
    return [
      box(x + 4, at + 4, column - 8, line, { fill: ink.leave, radius: 3 }),
      { kind: 'hatch', x: x + 4, y: at + 4, width: column - 8, height: line, line: ink.leaveLine },
      text(x + 10, at + 18, words, column - 20, { color: ink.muted }),
    ];
  });
  return [
    ...away.slice(0, height > 0 ? away.length : 0),
    ...duties.flatMap(({ code, filled, days }, index): readonly Shape[] => {
      const at = y + index * (line + 4);
      return [
        box(x + 4, at + 4, column - 8, line, {
          fill: ink.chip,
          line: ink.chipLine,
          radius: 4,
          dashed: days !== '',
        }),
        mark(x + 10, at + 4, hueOf(code), filled),
        text(x + 24, at + 18, days === '' ? code : `${code} ${days}`, column - 34, { weight: 600 }),
      ];
    }),
  ];
}

function peopleTable({ workspace, grid, feasts, width }: Drawing, quarter: QuarterId, top: number): Table {
  const rotations = Object.values(workspace.rotations);
  const hueOf = (code: string): number => rotations.find((one) => one.code === code)?.position ?? 0;
  const headShapes = weekHead('People', grid.weeks, feasts, top);
  const rows = rowsOf(
    personRows(workspace, quarter, grid),
    top + weekHeight,
    ({ cells }) => Math.max(...cells.map(({ duties, leave }) => duties.length + leave.length)),
    ({ person, cells, points }, y, height) => [
      text(margin + 4, y + 18, nameAlone(workspace, person.id), head - 64, { weight: 600 }),
      text(margin + head - 54, y + 18, `${points} p`, 50, { color: ink.muted, size: 11 }),
      ...cells.flatMap((cell, week) => cellShapes(hueOf, cell, left(week), y, height)),
    ],
    width,
  );
  return { shapes: [...headShapes, ...rows.shapes], height: weekHeight + rows.height };
}

/**
 * The Board of a quarter as a picture, in the rows that the Board shows: laid out from the plan, not from the screen, so that
 * nothing is cut off by a window. Why somebody is away stays out.
 */
export function boardPicture(workspace: Workspace, quarter: QuarterId, pivot: Pivot): Picture {
  const grid = weekGrid(workspace, quarter);
  const [first, last] = [grid.weeks[0], grid.weeks.at(-1)];
  const width = left(grid.weeks.length) + margin;
  const range = { from: first?.from, until: last?.until } as DateRange;
  const feasts = new Set<string>(feastsOf(workspace, range).map(({ day }) => day));
  const drawing = { workspace, grid, feasts, width };
  const shapes: Shape[] = [];
  let y = margin + titleHeight;
  const add = ({ shapes: more, height }: Table): void => {
    shapes.push(...more);
    y += height + between;
  };
  if (pivot !== 'rotations') add(peopleTable(drawing, quarter, y));
  if (pivot !== 'people') add(dutiesTable(drawing, y));
  const title = `On call, ${quarterText(quarter)}`;
  const facts = `${workspace.about.name} · ${rangeText(range.from, addDays(range.until, -1))}`;
  return {
    width,
    height: y - between + margin,
    shapes: [
      text(margin, margin + 20, title, width / 2, { size: 18, weight: 600 }),
      text(margin + 220, margin + 20, facts, width - 260, { color: ink.muted, size: 12.5 }),
      ...shapes,
    ],
    label: `${title}: ${facts}`,
  };
}
