import { expect, test } from 'vitest';
import { byDay as grouped } from '../../../renderer/state/by-day.ts';

interface Line {
  readonly revision: number;
  readonly time: string | null;
}
const byDay = (lines: readonly Line[]) => grouped(lines, ({ time }) => time);
const line = (revision: number, time: string | null): Line => ({ revision, time });

test('steps of one day stand together, newest day first as they come', () => {
  const days = byDay([
    line(3, '2026-11-23T12:00:00Z'),
    line(2, '2026-11-23T10:00:00Z'),
    line(1, '2026-11-20T12:00:00Z'),
  ]);
  expect(days.map(({ day, rows }) => [day, rows.map(({ revision }) => revision)])).toEqual([
    ['Mon 23 Nov 2026', [3, 2]],
    ['Fri 20 Nov 2026', [1]],
  ]);
});

test('a step whose time is not on record stays where it was made', () => {
  const days = byDay([line(2, '2026-11-23T12:00:00Z'), line(1, null), line(0, null)]);
  expect(days).toHaveLength(1);
  expect(byDay([line(1, null)])).toEqual([{ day: '', rows: [line(1, null)] }]);
});
