import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, safeFileName } from '../../../renderer/state/save-file.ts';

test('bytes come back as they were, however many', () => {
  for (const length of [0, 1, 2, 3, 0x8000 - 1, 0x8000, 0x8000 * 3 + 1]) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
    expect(Uint8Array.from(atob(base64Of(bytes)), (letter) => letter.charCodeAt(0))).toEqual(bytes);
  }
});

test('a name keeps its words and loses what a disk does not take', () => {
  expect(safeFileName('Time off, Ann Lee, 2026-11-23', 'csv')).toBe('Time off, Ann Lee, 2026-11-23.csv');
  expect(safeFileName('../../etc/pass\nwd', 'csv')).toBe('etc pass wd.csv');
  expect(safeFileName('...', 'xlsx')).toBe('Evenwatch.xlsx');
});

test('whatever the title, the name is one that the keeper takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      expect(safeFileName(title, 'csv')).toMatch(/^[^\\/:*?"<>|\p{Cc}]*[^\\/:*?"<>|\p{Cc}. ]$/u);
    }),
    { seed: 5, numRuns: 200 },
  );
});
