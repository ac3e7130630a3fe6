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

test.each([
  ['Cyrillic', 'Имя;Доля\r\nАнна Петрова;80\r\n'],
  ['Greek, without a line end', 'Όνομα;Μερίδιο'],
  ['Japanese', '名前,割合\n山田太郎,80\n一二三,100\n'],
  ['Chinese with rare signs', '姓名\t比例\n𠮷野家\t80\n'],
  ['Arabic', 'الاسم;الحصة\nليلى;100\n'],
  ['a calendar with a Hebrew title', 'BEGIN:VCALENDAR\nSUMMARY:חופשה של דנה\nEND:VCALENDAR\n'],
])('%s in UTF-16 is known without a mark', (_, text) => {
  expect(decodeText(utf16(text, false))).toEqual({ text, encoding: 'UTF-16 LE' });
  expect(decodeText(utf16(text, true))).toEqual({ text, encoding: 'UTF-16 BE' });
  expect(fileFault(utf16(text, false))).toBeNull();
});

test('a table in any script that is longer than what is looked at is read whole', () => {
  const text = `Имя;Доля\n${'Анна 𠮷 Петрова;80\n'.repeat(2_000)}`;
  expect(decodeText(utf16(text, false)).text).toBe(text);
  expect(decodeText(utf16(text, true)).text).toBe(text);
});

test('bytes of one sign each are never taken for half of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aä,;\n\t 1ßЖ山'), minLength: 1 }), (text) => {
      expect(decodeText(utf8(text))).toEqual({ text, encoding: 'UTF-8' });
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
  const png = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0];
  expect(fileFault(Uint8Array.from(png))).toBe('not-text');
});
