import { expect, test } from 'vitest';
import { pdfFileName } from '../../../electron/services/pdf-name.ts';

test.each([
  ['Profit runbook', 'Profit runbook, 2026-11-23.pdf'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j, 2026-11-23.pdf'],
  ['../../etc/passwd', 'etc passwd, 2026-11-23.pdf'],
  ['  .hidden.  ', 'hidden, 2026-11-23.pdf'],
  ['line\nbreak\u0000', 'line break, 2026-11-23.pdf'],
  ['???', 'Runbook, 2026-11-23.pdf'],
  ['Gewinn – Übersicht', 'Gewinn – Übersicht, 2026-11-23.pdf'],
])('%j is kept as %s', (title, name) => {
  expect(pdfFileName(title, '2026-11-23')).toBe(name);
});

test('a long title is cut to what a disk takes', () => {
  expect(pdfFileName('x'.repeat(300), '2026-11-23').length).toBeLessThan(200);
});
