/** How the bytes of a text file are to be read. */
export type Encoding = 'UTF-8' | 'UTF-8 with BOM' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';

type WideEncoding = Extract<Encoding, `UTF-16 ${string}`>;

export interface Decoded {
  /** Without byte-order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Why a file is not even decoded. */
export type FileFault = 'empty' | 'too-large' | 'workbook' | 'pdf' | 'web-page' | 'not-text';

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
 * The text of a file, by its byte-order mark, else as UTF-16 where the bytes are a text only when read so, else as UTF-8 where it is valid
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

/** What a link gives to somebody who is not signed in, most often. */
const isWebPage = (bytes: Uint8Array): boolean =>
  /^\s*<(!doctype\s+html|html|head|body)\b/i.test(
    decodeText(bytes.subarray(0, sampleBytes - (sampleBytes % 2))).text,
  );

/** What makes a file nothing that a table or a calendar could be read from; null for a text of bearable size. */
export function fileFault(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > mostBytes) return 'too-large';
  // Zip archives and the older compound files: xlsx, ods, numbers; xls.
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'workbook';
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (isWebPage(bytes)) return 'web-page';
  return wideEncoding(bytes) === null && bytes.subarray(0, 4096).includes(0) ? 'not-text' : null;
}

const strictUtf8 = (bytes: Uint8Array): string | null => strictly('utf-8', bytes);

function strictly(label: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null; // Not written so: that is the answer.
  }
}

/** Bytes that are looked at to guess how a text without a mark is written. */
const sampleBytes = 4096;

/** By its mark, else by which reading is a text with lines, cells or words in it; null where bytes are signs by themselves. */
function wideEncoding(bytes: Uint8Array): WideEncoding | null {
  if (startsWith(bytes, 0xff, 0xfe)) return 'UTF-16 LE';
  if (startsWith(bytes, 0xfe, 0xff)) return 'UTF-16 BE';
  const sample = bytes.subarray(0, sampleBytes);
  if (bytes.length < 4 || bytes.length % 2 !== 0 || !sample.some(isControl)) return null;
  const [little, big] = [plainSigns(sample, 'utf-16le'), plainSigns(sample, 'utf-16be')];
  if (little === big) return null;
  return little > big ? 'UTF-16 LE' : 'UTF-16 BE';
}

/** What no text of single bytes has: NUL and its like. Half of a wide sign often is one, such as 4 in all of Cyrillic. */
const isControl = (byte: number): boolean => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13;

/**
 * Signs that every table and calendar has, in whatever script its words are: ends of lines, separators, spaces, Latin letters and
 * figures. Zero where the bytes are no text when they are read so.
 */
function plainSigns(sample: Uint8Array, label: 'utf-16le' | 'utf-16be'): number {
  const text = strictly(label, sample) ?? strictly(label, sample.subarray(0, -2)); // The cut may go through a sign.
  if (text === null || /[^\P{Cc}\t\n\r]|\p{Cn}|\p{Co}/u.test(text)) return 0;
  return text.match(/[\t\n\r -~]/g)?.length ?? 0;
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
