import { expect, test } from 'vitest';
import { moveCursor, settle, type Cursor } from '../../../../renderer/features/board/cursor.ts';
import { keepRows } from '../../../../renderer/features/board/keep-rows.ts';
import { columnsFor } from '../../../../renderer/features/board/layout.ts';
import { rowsOf, type BoardRow } from '../../../../renderer/features/board/rows.ts';
import { targetOf } from '../../../../renderer/features/board/target.ts';
import { weeksOf, holidayMarks } from '../../../../renderer/features/board/weeks.ts';
import { quarterRange } from '../../../../shared/calendar/days.ts';
import { edit } from '../../../../shared/editing/edit.ts';
import type { ViewFilter } from '../../../../shared/contract/preferences.ts';
import type { LocalDate, QuarterId } from '../../../../shared/model/dates.ts';
import type { LayerName, PersonId, RotationId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../../shared/planner/check.ts';
import { slotsOfQuarter } from '../../../../shared/rotation/expand.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { aLeave, aPerson, aRotation, aShift, aWorkspace } from '../../../builders/a-workspace.ts';

const today = '2026-11-23' as LocalDate;
const quarter = '2026-Q4' as QuarterId;

function boardOf(
  workspace: Workspace,
  of: QuarterId = quarter,
  pivot: 'people' | 'both' = 'both',
  filter: ViewFilter = { people: [], rotations: [] },
  paneWidth = 1100,
) {
  const slots = slotsOfQuarter(workspace, of);
  const weeks = weeksOf(quarterRange(of), slots, today, holidayMarks(workspace), []);
  const rows = rowsOf({
    workspace,
    slots,
    weeks,
    columns: columnsFor(paneWidth, weeks.length, 24),
    findings: checkQuarter(workspace, of),
    proposed: new Map(),
    pivot,
    filter,
    allGaps: true,
    scope: 'Q1 2027',
  });
  return { rows, weeks, slots };
}

test('every shift stands once with its person and once with its rotation, every gap once in the gaps', () => {
  const workspace = sampleWorkspace();
  for (const of of ['2026-Q4', '2027-Q1'] as QuarterId[]) {
    const { rows, slots } = boardOf(workspace, of);
    const shown = (kind: BoardRow['kind']) =>
      rows.filter((row) => row.kind === kind).flatMap(({ chips }) => chips.map(({ slot }) => slot.id));
    const held = slots.filter(({ id }) => workspace.shifts[id] !== undefined).map(({ id }) => id);
    const open = slots.filter(({ id }) => workspace.shifts[id] === undefined).map(({ id }) => id);
    expect(shown('person').sort()).toEqual([...held].sort());
    expect(shown('gaps').sort()).toEqual([...open].sort());
    expect(shown('rotation').sort()).toEqual(slots.map(({ id }) => id).sort());
  }
});

test('an open turn of a layer without duty stands with its rotation, and is no gap', () => {
  const shadow = { name: 'shadow' as LayerName, title: 'Shadow', weightPercent: 0 };
  const rotation = aRotation('Team', ['Ann'], { layers: [...aRotation().layers, shadow] });
  const { rows } = boardOf(
    aWorkspace({ people: [aPerson('Ann')], rotations: [rotation] }),
    '2027-Q1' as QuarterId,
  );
  const layersIn = (kind: BoardRow['kind']) =>
    new Set(
      rows.filter((row) => row.kind === kind).flatMap(({ chips }) => chips.map(({ slot }) => slot.layer)),
    );
  expect([...layersIn('gaps')]).toEqual(['primary', 'secondary']);
  expect([...layersIn('rotation')]).toEqual(['primary', 'secondary', 'shadow']);
});

test('a filter leaves the rows of its people and the duties of its rotations', () => {
  const workspace = sampleWorkspace();
  const [person] = Object.keys(workspace.people) as PersonId[];
  const [rotation] = Object.keys(workspace.rotations) as RotationId[];
  if (person === undefined || rotation === undefined) throw new Error('the sample has both');
  const { rows } = boardOf(workspace, quarter, 'both', { people: [person], rotations: [rotation] });
  expect(rows.flatMap((row) => (row.kind === 'person' ? [row.person] : []))).toEqual([person]);
  expect(new Set(rows.flatMap((row) => (row.kind === 'rotation' ? [row.rotation] : [])))).toEqual(
    new Set([rotation]),
  );
  const shown = rows.flatMap(({ chips }) => chips.map(({ slot }) => slot.rotation));
  expect(new Set(shown)).toEqual(new Set([rotation]));
});

test('weeks are whole, carry their ISO number, and tell past, present and to come apart', () => {
  const { weeks } = boardOf(sampleWorkspace());
  expect(weeks).toHaveLength(13);
  expect(weeks[0]).toMatchObject({ monday: '2026-10-05', number: 41, past: true });
  expect(weeks.filter(({ current }) => current).map(({ number }) => number)).toEqual([48]);
  expect(weeks[12]).toMatchObject({ monday: '2026-12-28', number: 53, past: false });
});

test('a bi-weekly turn is one chip over two weeks and is found from either', () => {
  const people = ['Ann', 'Bo', 'Cy', 'Di'].map((name, position) => aPerson(name, { position }));
  const { rows } = boardOf(
    aWorkspace({ people, rotations: [aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], { cadenceWeeks: 2 })] }),
    '2027-Q1' as QuarterId,
  );
  const primary = rows.find(({ kind }) => kind === 'rotation');
  expect(primary?.chips[0]).toMatchObject({ column: 0, span: 2 });
  expect(primary?.cells[0]).toEqual(primary?.cells[1]);
  if (primary?.kind === 'rotation') expect(primary.slots[1]).toBe(primary.slots[0]);
});

test('after an edit only the rows that it touches are new objects', () => {
  const workspace = sampleWorkspace();
  const before = boardOf(workspace);
  const shift = before.slots.find(({ id }) => id.startsWith('rotation-profit/primary/2026-12-07'));
  const to = Object.keys(workspace.people).find(
    (id) => id !== workspace.shifts[shift?.id ?? ('' as never)]?.person,
  ) as PersonId;
  if (shift === undefined) throw new Error('the sample has no such shift');
  const from = workspace.shifts[shift.id]?.person;
  const edited = edit(workspace, {
    kind: 'assign-shifts',
    assignments: [{ shift: shift.id, person: to }],
    accept: ['on-leave', 'not-eligible', 'two-roles-two-people', 'no-overlap', 'shift-cap'],
    today,
    reason: '',
  });
  if (!edited.ok) throw new Error(edited.reason.kind);
  const after = keepRows(before.rows, boardOf(edited.value.workspace).rows);
  const changed = after.filter((row, index) => row !== before.rows[index]).map(({ key }) => key);
  expect(changed).toContain(to);
  expect(changed).toContain(from);
  expect(changed).toContain('rotation-profit/primary');
  const untouched = before.rows.filter(
    ({ kind, key }) => kind === 'rotation' && !key.startsWith('rotation-profit'),
  ).length;
  expect(after.filter((row, index) => row === before.rows[index]).length).toBeGreaterThanOrEqual(untouched);
  expect(
    keepRows(before.rows, boardOf(workspace).rows).every((row, index) => row === before.rows[index]),
  ).toBe(true);
});

test('from any cell the arrow keys reach only cells that are there, and never a section title', () => {
  const { rows, weeks } = boardOf(sampleWorkspace());
  let cursor: Cursor = settle(rows, weeks.length, { row: 0, column: 0, chip: 0 });
  const steps = [
    [1, 0],
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
    [1, 0],
    [0, 1],
    [0, 1],
    [1, 0],
    [-1, 0],
  ] as const;
  const seen = new Set<string>();
  for (let round = 0; round < 60; round++) {
    for (const [down, right] of steps) {
      cursor = moveCursor(
        rows,
        weeks.length,
        cursor,
        { kind: 'go', rows: down, columns: right, extend: false },
        8,
      );
      const row = rows[cursor.row];
      expect(row?.kind).not.toBe('section');
      expect(cursor.column).toBeGreaterThanOrEqual(-1);
      expect(cursor.column).toBeLessThan(weeks.length);
      const count = row?.cells[cursor.column]?.length ?? 0;
      if (cursor.chip === null) expect(count).toBe(0);
      else expect(cursor.chip).toBeLessThan(count);
      seen.add(JSON.stringify(cursor));
    }
  }
  expect(seen.size).toBeGreaterThan(40);
});

test('a hit means: its person and week, the chip under it, the slot of a rotation, or the gaps', () => {
  const { rows, weeks } = boardOf(sampleWorkspace());
  const held = { kind: 'slot', slot: rows[1]?.chips[0]?.slot.id ?? ('' as never) } as const;
  const target = (row: number, column: number, chip: number | null = null) =>
    targetOf({ rows, weeks }, { row, column, chip, day: 0 }, held);
  expect(target(1, 3)).toEqual({ kind: 'person-week', person: rows[1]?.key, week: weeks[3]?.monday });
  expect(target(1, 0, 0)).toEqual({ kind: 'person-week', person: rows[1]?.key, week: weeks[0]?.monday });
  expect(target(2, 0, 0)).toEqual({ kind: 'slot', slot: rows[2]?.chips[0]?.slot.id });
  expect(target(2, -1)).toEqual({ kind: 'person', person: rows[2]?.key });
  expect(target(0, 3)).toBeNull();
  const gaps = rows.findIndex(({ kind }) => kind === 'gaps');
  expect(target(gaps, 3)).toEqual({ kind: 'gaps' });
  expect(target(gaps + 2, 3)).toMatchObject({ kind: 'slot' });
});

test('a chip too narrow for words keeps its height, whatever it breaks; a wider one makes room for the word', () => {
  const heightOf = (paneWidth: number, leave: readonly ReturnType<typeof aLeave>[]) => {
    const workspace = aWorkspace({
      people: [aPerson('Ann')],
      rotations: [aRotation('Team', ['Ann'])],
      shifts: [aShift('2027-01-04')],
      leave,
    });
    const all = { people: [], rotations: [] };
    return boardOf(workspace, '2027-Q1' as QuarterId, 'people', all, paneWidth).rows[0]?.height ?? 0;
  };
  const away = [aLeave('Ann', '2027-01-04', '2027-01-10')];
  expect(heightOf(400, away)).toBe(heightOf(400, []));
  expect(heightOf(1100, away)).toBeGreaterThan(heightOf(1100, []));
});
