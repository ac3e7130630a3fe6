import { expect, test } from 'vitest';
import { fileFault } from '../../../shared/exchange/decode.ts';
import {
  fileFactsText,
  fileFaultText,
  importedText,
  importTitle,
} from '../../../shared/words/import-text.ts';

test('a file that is not read says what it is and what to do', () => {
  const told = (bytes: readonly number[]): string => {
    const fault = fileFault(Uint8Array.from(bytes));
    return fault === null ? '' : fileFaultText('team.csv', fault);
  };
  expect(told([])).toBe('team.csv is empty.');
  expect(told([0x50, 0x4b, 3, 4])).toContain('Save it as CSV there');
  expect(told([0x25, 0x50, 0x44, 0x46])).toContain('is a PDF');
  expect(told([7, 0, 7])).toContain('holds no text');
  expect(fileFaultText('a.csv', 'too-large')).toContain('larger than 10 MB');
});

test('a file is named with its encoding and its rows; what was pasted has no encoding', () => {
  expect(fileFactsText('team.csv', 'UTF-8', 10_000)).toBe('team.csv, UTF-8, 10,000 rows');
  expect(fileFactsText('Pasted', null, 1)).toBe('Pasted, 1 row');
});

test('one and many are told apart on the button and after it', () => {
  expect(importTitle(1, 'person', 'people')).toBe('Import 1 person');
  expect(importedText(12, 'person', 'people')).toBe('Imported 12 people.');
});
