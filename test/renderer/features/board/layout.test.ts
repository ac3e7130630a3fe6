import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hitTest } from '../../../../renderer/features/board/hit-test.ts';
import {
  chipBox,
  columnsFor,
  columnsInView,
  prefixSums,
  rowAt,
  rowsInView,
  stack,
} from '../../../../renderer/features/board/layout.ts';
import { sizes } from '../../../../renderer/features/board/sizes.ts';

describe('columns', () => {
  test('thirteen weeks fit beside rail and open panel at 1440 px', () => {
    const pane = 1440 - 72 - 268;
    const { head, week } = columnsFor(pane, 13);
    expect(week).toBeGreaterThanOrEqual(sizes.leastWeek);
    expect(head + week * 13).toBe(pane);
  });
  test('a wide pane gives names more room, a narrow one and a year keep it for the weeks', () => {
    expect(columnsFor(1100, 13).head).toBeLessThan(sizes.headColumn + 13);
    expect(columnsFor(1496, 13).head).toBeGreaterThanOrEqual(239);
    expect(columnsFor(3500, 13).head).toBeLessThan(sizes.mostHeadColumn + 13);
    expect(columnsFor(1450, 52, sizes.leastYearWeek).week).toBe(sizes.leastYearWeek);
    expect(columnsFor(1450, 52, sizes.leastYearWeek).head).toBe(1450 - 52 * sizes.leastYearWeek);
  });
  test('what weeks leave over goes to the head, and weeks never get narrower than the least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 4000 }), fc.integer({ min: 1, max: 53 }), (pane, count) => {
        const { head, week } = columnsFor(pane, count);
        expect(week).toBeGreaterThanOrEqual(sizes.leastWeek);
        expect(head).toBeGreaterThanOrEqual(sizes.headColumn);
        if (week > sizes.leastWeek) expect(head + week * count).toBe(pane);
      }),
    );
  });
});

test('stacked chips never overlap, lie inside their row, and keep one height over all their weeks', () => {
  const block = fc.record({
    column: fc.nat(12),
    span: fc.constantFrom(1, 1, 1, 2),
    height: fc.constantFrom(sizes.chip, sizes.chipWithConflict),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
      const { tops, height } = stack(blocks);
      blocks.forEach((one, i) => {
        const top = tops[i] ?? 0;
        expect(top + one.height).toBeLessThanOrEqual(height - sizes.rowPadding);
        blocks.slice(0, i).forEach((other, j) => {
          const besides = other.column + other.span <= one.column || one.column + one.span <= other.column;
          const otherTop = tops[j] ?? 0;
          expect(besides || otherTop + other.height <= top || top + one.height <= otherTop).toBe(true);
        });
      });
    }),
  );
});

const heights = fc.array(fc.integer({ min: 22, max: 200 }), { minLength: 1, maxLength: 70 });

test('the row at a height is the one whose band holds it', () => {
  fc.assert(
    fc.property(heights, fc.integer({ min: -50, max: 15_000 }), (list, y) => {
      const tops = prefixSums(list);
      const expected = list.findIndex((_, row) => y >= (tops[row] ?? 0) && y < (tops[row + 1] ?? 0));
      expect(rowAt(tops, y)).toBe(expected);
    }),
  );
});

test('every row that shows in the pane is drawn, and far ones are not', () => {
  fc.assert(
    fc.property(heights, fc.nat(6000), (list, scroll) => {
      const tops = prefixSums(list);
      const all = tops[list.length] ?? 0;
      const top = Math.min(scroll, Math.max(0, all - 700));
      const { first, end } = rowsInView(tops, top, 700);
      list.forEach((height, row) => {
        const from = tops[row] ?? 0;
        if (from < top + 700 && from + height > top) expect(row >= first && row < end).toBe(true);
        if (from > top + 700 + sizes.overscanRows + 200) expect(row >= end).toBe(true);
      });
    }),
  );
});

test('every week that shows is drawn, at most three more on either side', () => {
  const columns = columnsFor(1100, 52);
  for (let left = 0; left < 52 * columns.week - (1100 - columns.head); left += 37) {
    const { first, end } = columnsInView(columns, left, 1100);
    expect(first * columns.week).toBeLessThanOrEqual(left);
    expect(end * columns.week >= left + 1100 - columns.head || end === 52).toBe(true);
    expect(end - first).toBeLessThanOrEqual(Math.ceil((1100 - columns.head) / columns.week) + 8);
  }
});

describe('hit test', () => {
  const columns = columnsFor(1100, 13);
  const tops = prefixSums([32, 90]);
  const chips = [
    [],
    [
      { column: 2, span: 1, days: null, top: 4, height: 24 },
      { column: 4, span: 2, days: null, top: 4, height: 24 },
      { column: 7, span: 1, days: [4, 7] as const, top: 4, height: 24 },
    ],
  ];
  const at = (x: number, y: number, scroll = 0) =>
    hitTest(x, y, scroll, columns, tops, (row) => chips[row] ?? []);

  test('finds chip, free ground, head, and nothing outside', () => {
    expect(at(columns.head + columns.week * 2.5, 32 + 10)).toEqual({ row: 1, column: 2, chip: 0, day: 3 });
    expect(at(columns.head + columns.week * 2.5, 32 + 60)).toEqual({ row: 1, column: 2, chip: null, day: 3 });
    expect(at(columns.head + columns.week * 5.5, 32 + 10)).toEqual({ row: 1, column: 5, chip: 1, day: 3 });
    expect(at(20, 10)).toEqual({ row: 0, column: -1, chip: null, day: 0 });
    expect(at(20, -1)).toBeNull();
    expect(at(20, 122)).toBeNull();
    expect(at(columns.head + columns.week * 13, 10)).toBeNull();
  });
  test('single days lie where they are in their week, and are hit there alone', () => {
    expect(at(columns.head + columns.week * 7.8, 32 + 10)).toMatchObject({ column: 7, chip: 2, day: 5 });
    expect(at(columns.head + columns.week * 7.2, 32 + 10)).toMatchObject({ column: 7, chip: null });
    const { left, width } = chipBox({ span: 1, days: [4, 7] }, columns);
    expect(left).toBeGreaterThan((columns.week * 4) / 7 - 3);
    expect(left + width).toBeLessThanOrEqual(columns.week - 3);
  });
  test('a single day is wide enough to be hit and stays in its week', () => {
    for (let day = 0; day < 7; day++) {
      const { left, width } = chipBox({ span: 1, days: [day, day + 1] }, columns);
      expect(width).toBeGreaterThanOrEqual(24);
      expect(left).toBeGreaterThanOrEqual(3);
      expect(left + width).toBeLessThanOrEqual(columns.week - 3);
    }
  });
  test('counts what is scrolled away beneath the sticky head', () => {
    expect(at(columns.head + 1, 40, columns.week * 2)).toEqual({ row: 1, column: 2, chip: 0, day: 0 });
    expect(at(columns.head - 1, 40, columns.week * 2)).toEqual({ row: 1, column: -1, chip: null, day: 0 });
  });
});
