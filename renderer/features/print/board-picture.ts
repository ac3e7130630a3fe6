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
  type PersonRow,
} from '../../../shared/words/quarter-rows.ts';
import { shortNames } from '../../../shared/words/short-names.ts';
import type { Pivot } from '../../state/view-store.ts';
import { textWidth } from '../../ui/fit-name.ts';
import { legend } from './picture-legend.ts';
import {
  between,
  box,
  column,
  leastHead,
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

interface Drawing {
  readonly workspace: Workspace;
  readonly grid: WeekGrid;
  readonly feasts: ReadonlySet<string>;
  /** Width of the first column, in px: as wide as its names need. */
  readonly head: number;
  readonly width: number;
}

/** Room for the points behind a name, in px. */
const roomForPoints = 64;

/** Names up to this width are written whole, in px; the picture would be all head else. */
const mostHead = 360;

function headWidth(workspace: Workspace, grid: WeekGrid, rows: readonly PersonRow[]): number {
  const names = rows.map(({ person }) => textWidth(nameAlone(workspace, person.id), 12) + roomForPoints);
  const duties = grid.duties.map((row) => textWidth(dutyTitle(workspace, row), 12) + 24);
  return Math.ceil(Math.min(mostHead, Math.max(leastHead, ...names, ...duties)));
}

const dutyTitle = (workspace: Workspace, { rotation, layer }: DutyRow): string =>
  `${rotationName(workspace, rotation)} ${layerName(workspace, rotation, layer)}`;

const left = (head: number, week: number): number => margin + head + week * column;

function weekHead(title: string, { grid: { weeks }, feasts, head }: Drawing, y: number): readonly Shape[] {
  return [
    text(margin + 4, y + 18, title, head - 8, { weight: 600 }),
    ...weeks.flatMap((week, place) => {
      const days = [...feasts].filter((day) => week.from <= day && day < week.until).sort();
      const names = days.map((day) => `◆ ${weekdayText(day as DateRange['from'])}`).join('  ');
      return [
        ...(days.length > 0 ? [box(left(head, place), y, column, weekHeight, { fill: ink.holiday })] : []),
        text(left(head, place) + 6, y + 15, `${weekText(week.from)}  ${dayText(week.from)}`, column - 10, {
          weight: 600,
          size: 11.5,
        }),
        ...(names === ''
          ? []
          : [text(left(head, place) + 6, y + 30, names, column - 10, { size: 10.5, color: ink.muted })]),
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

function dutiesTable(drawing: Drawing, top: number): Table {
  const { workspace, grid, head, width } = drawing;
  const names = shortNames(workspace);
  const headShapes = weekHead('Duties', drawing, top);
  const rows = rowsOf<DutyRow>(
    grid.duties,
    top + weekHeight,
    ({ cells }) => Math.max(...cells.map((runs) => runs.length)),
    (row, y) => [
      mark(margin + 4, y + 4, workspace.rotations[row.rotation]?.position ?? 0, row.place === 0),
      text(margin + 19, y + 18, dutyTitle(workspace, row), head - 24, { weight: 600 }),
      ...row.cells.flatMap((runs, week) =>
        runs.flatMap((run, index) =>
          holderShapes(names, run, grid.weeks[week] as DateRange, left(head, week), y + index * (line + 4)),
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
    ...away,
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

function peopleTable(drawing: Drawing, rows: readonly PersonRow[], top: number): Table {
  const { workspace, head, width } = drawing;
  const rotations = Object.values(workspace.rotations);
  const hueOf = (code: string): number => rotations.find((one) => one.code === code)?.position ?? 0;
  const headShapes = weekHead('People', drawing, top);
  const table = rowsOf(
    rows,
    top + weekHeight,
    ({ cells }) => Math.max(...cells.map(({ duties, leave }) => duties.length + leave.length)),
    ({ person, cells, points }, y) => [
      text(margin + 4, y + 18, nameAlone(workspace, person.id), head - roomForPoints, { weight: 600 }),
      text(margin + head - 54, y + 18, `${points} p`, 50, { color: ink.muted, size: 11 }),
      ...cells.flatMap((cell, week) => cellShapes(hueOf, cell, left(head, week), y)),
    ],
    width,
  );
  const gaps = gapsRow(drawing, top + weekHeight + table.height);
  return {
    shapes: [...headShapes, ...table.shapes, ...gaps.shapes],
    height: weekHeight + table.height + gaps.height,
  };
}

/** What nobody holds, week by week, as the Board has it beneath its people; nothing where all is held. */
function gapsRow({ workspace, grid, head, width }: Drawing, top: number): Table {
  const gaps = grid.weeks.map((week, place) =>
    grid.duties.flatMap(({ rotation, cells }) =>
      (cells[place] ?? [])
        .filter(({ person }) => person === null)
        .map((run) => {
          const code = workspace.rotations[rotation]?.code ?? '?';
          return isWhole(run, week) ? code : `${code} ${weekdaysText(run)}`;
        }),
    ),
  );
  if (gaps.every((codes) => codes.length === 0)) return { shapes: [], height: 0 };
  return rowsOf(
    [gaps],
    top,
    () => Math.max(...gaps.map((codes) => codes.length)),
    (weeks, y) => [
      text(margin + 4, y + 18, 'Gaps', head - 8, { weight: 600, color: ink.error }),
      ...weeks.flatMap((codes, week) =>
        codes.flatMap((code, index): readonly Shape[] => {
          const [x, at] = [left(head, week), y + index * (line + 4)];
          return [
            box(x + 4, at + 4, column - 8, line, { line: ink.error, dashed: true, radius: 4 }),
            text(x + 10, at + 18, code, column - 20, { weight: 600, color: ink.error }),
          ];
        }),
      ),
    ],
    width,
  );
}

/**
 * The Board of a quarter as a picture, in the rows that the Board shows: laid out from the plan, not from the screen, so that
 * nothing is cut off by a window. Why somebody is away stays out.
 */
export function boardPicture(workspace: Workspace, quarter: QuarterId, pivot: Pivot): Picture {
  const grid = weekGrid(workspace, quarter);
  const [first, last] = [grid.weeks[0], grid.weeks.at(-1)];
  const rows = personRows(workspace, quarter, grid);
  const head = headWidth(workspace, grid, rows);
  const width = left(head, grid.weeks.length) + margin;
  const range = { from: first?.from, until: last?.until } as DateRange;
  const feasts = new Set<string>(feastsOf(workspace, range).map(({ day }) => day));
  const drawing = { workspace, grid, feasts, head, width };
  const shapes: Shape[] = [];
  let y = margin + titleHeight;
  const add = ({ shapes: more, height }: Table): void => {
    shapes.push(...more);
    y += height + between;
  };
  if (pivot !== 'rotations') add(peopleTable(drawing, rows, y));
  if (pivot !== 'people') add(dutiesTable(drawing, y));
  const title = `On call, ${quarterText(quarter)}`;
  const facts = `${workspace.about.name} · ${rangeText(range.from, addDays(range.until, -1))}`;
  const afterTitle = margin + Math.ceil(textWidth(title, 18)) + 12;
  return {
    width,
    height: y - between + margin,
    shapes: [
      text(margin, margin + 20, title, width / 2, { size: 18, weight: 600 }),
      text(afterTitle, margin + 20, facts, width - afterTitle - 420, { color: ink.muted, size: 12.5 }),
      ...legend(width - margin, margin + 20),
      ...shapes,
    ],
    label: `${title}: ${facts}`,
  };
}
