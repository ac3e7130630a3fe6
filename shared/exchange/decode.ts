/** How the bytes of a text file are to be read. */
export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

export interface Decoded {
  /** Without byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Why a file is not even decoded. */
export type FileFault = 'empty' | 'too-large' | 'workbook' | 'pdf' | 'not-text';

/** Largest file that is read, in bytes: 10 MB. */
export const mostBytes = 10_000_000;

/** The platform's own decoder; windows, workers and Node all have it, but shared/ is compiled with the types of none. */
declare const TextDecoder: new (
  label: 'utf-8' | 'utf-16le' | 'utf-16be',
  options: { readonly fatal: boolean },
) => { decode(bytes: Uint8Array): string };

/** What Windows-1252 has where Latin-1 has control characters, from 0x80; the five unused places stay as they are. */
const windowsExtras =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f' +
  '\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

const startsWith = (bytes: Uint8Array, ...mark: readonly number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte);

/**
 * The text of a file, by its byte-order mark, else as UTF-16 where every other byte is zero, else as UTF-8 where it is valid
 * UTF-8, else as Windows-1252, which holds all of Latin-1. Never fails; ask `fileFault` first what is no text at all.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const text = strictUtf8(bytes);
    if (text !== null) return { text, encoding: 'UTF-8 with BOM' };
  }
  const wide = wideEncoding(bytes);
  if (wide !== null) {
    const label = wide === 'UTF-16 LE' ? 'utf-16le' : 'utf-16be';
    return { text: new TextDecoder(label, { fatal: false }).decode(bytes), encoding: wide };
  }
  const text = strictUtf8(bytes);
  return text === null
    ? { text: fromWindows1252(bytes), encoding: 'Windows-1252' }
    : { text, encoding: 'UTF-8' };
}

/** What makes a file nothing that a table or a calendar could be read from; null for a text of bearable size. */
export function fileFault(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > mostBytes) return 'too-large';
  // Zip archives and the older compound files: xlsx, ods, numbers; xls.
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return wideEncoding(bytes) === null && bytes.subarray(0, 4096).includes(0) ? 'not-text' : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // Not UTF-8: that is the answer.
  }
}

/** By its mark, else by where the zero bytes stand: Western text in UTF-16 has one in nearly every pair. */
function wideEncoding(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'UTF-16 LE';
  if (startsWith(bytes, 0xfe, 0xff)) return 'UTF-16 BE';
  const sample = Math.min(bytes.length - (bytes.length % 2), 1024);
  const zeros = [0, 0];
  for (let at = 0; at < sample; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  const pairs = sample / 2;
  if (pairs >= 2 && second > pairs * 0.7 && first < pairs * 0.1) return 'UTF-16 LE';
  return pairs >= 2 && first > pairs * 0.7 && second < pairs * 0.1 ? 'UTF-16 BE' : null;
}

/** Widened to UTF-16 and decoded as that: building the text sign by sign took seconds for 10 MB. */
function fromWindows1252(bytes: Uint8Array): string {
  const wide = new Uint8Array(bytes.length * 2);
  for (const [at, byte] of bytes.entries()) {
    const code = byte >= 0x80 && byte < 0xa0 ? windowsExtras.charCodeAt(byte - 0x80) : byte;
    wide[at * 2] = code & 0xff;
    wide[at * 2 + 1] = code >> 8;
  }
  return new TextDecoder('utf-16le', { fatal: false }).decode(wide);
}
