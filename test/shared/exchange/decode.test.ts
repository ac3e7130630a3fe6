import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText, fileFault, mostBytes } from '../../../shared/exchange/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const after = (mark: readonly number[], bytes: Uint8Array): Uint8Array =>
  Uint8Array.from([...mark, ...bytes]);

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !big);
  return bytes;
}

const table = 'Name;Share\r\nJürgen Müller;80\r\nZoë;100\r\n';

test.each([
  ['UTF-8', utf8(table)],
  ['UTF-8 with BOM', after([0xef, 0xbb, 0xbf], utf8(table))],
  ['UTF-16 LE', after([0xff, 0xfe], utf16(table, false))],
  ['UTF-16 BE', after([0xfe, 0xff], utf16(table, true))],
  ['UTF-16 LE', utf16(table, false)],
  ['UTF-16 BE', utf16(table, true)],
  ['Windows-1252', Uint8Array.from(table, (letter) => letter.charCodeAt(0))],
])('%s is read by itself, its mark left out', (encoding, bytes) => {
  expect(decodeText(bytes)).toEqual({ text: table, encoding });
  expect(fileFault(bytes)).toBeNull();
});

test('the signs that Windows-1252 has beyond Latin-1 are read as they were typed', () => {
  const typed = Uint8Array.from([0x80, 0x20, 0x93, 0x4f, 0x92, 0x94, 0x96, 0x9f]);
  expect(decodeText(typed)).toEqual({ text: '€ “O’”–Ÿ', encoding: 'Windows-1252' });
});

test('names in any script come back whole from UTF-8 and UTF-16 with a mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.boolean(), (name, big) => {
      fc.pre(!name.startsWith('\ufeff'));
      expect(decodeText(after([0xef, 0xbb, 0xbf], utf8(name))).text).toBe(name);
      const mark = big ? [0xfe, 0xff] : [0xff, 0xfe];
      expect(decodeText(after(mark, utf16(name, big))).text).toBe(name);
    }),
  );
});

test('a file that no table could be in is named for what it is', () => {
  expect(fileFault(new Uint8Array(0))).toBe('empty');
  expect(fileFault(new Uint8Array(mostBytes + 1).fill(65))).toBe('too-large');
  expect(fileFault(new Uint8Array(mostBytes).fill(65))).toBeNull();
  expect(fileFault(after([0x50, 0x4b, 3, 4], utf8('xl/workbook.xml')))).toBe('workbook');
  expect(fileFault(utf8('%PDF-1.7'))).toBe('pdf');
  expect(fileFault(Uint8Array.from([1, 2, 0, 3, 4, 5]))).toBe('not-text');
});
