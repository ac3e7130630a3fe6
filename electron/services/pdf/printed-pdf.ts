/** One object of a PDF: what it says, and the bytes of its stream where it has one. */
export interface PdfObject {
  /** Without `7 0 obj` and `endobj`; of a stream its dictionary. */
  readonly text: string;
  readonly data: Uint8Array | null;
}

/** A PDF as Chromium writes it: every object by itself, found by one plain table of offsets. */
export interface PrintedPdf {
  /** Number of the catalog. */
  readonly root: number;
  /** By their numbers. */
  readonly objects: ReadonlyMap<number, PdfObject>;
}

/** Longest tail in which the offset of the table stands. */
const TAIL = 256;

/** Bytes of an entry of the table: ten digits, five digits, a letter, and the end of the line. */
const ENTRY = 20;

/** Offsets of the objects by their numbers; null where this is no plain table. */
function offsetsOf(table: string): ReadonlyMap<number, number> | null {
  const offsets = new Map<number, number>();
  const section = /\s*(\d+) (\d+)\s*\n/y;
  section.lastIndex = 'xref'.length;
  if (!table.startsWith('xref')) return null;
  for (let found = section.exec(table); found !== null; found = section.exec(table)) {
    const [first, count] = [Number(found[1]), Number(found[2])];
    for (let index = 0, at = section.lastIndex; index < count; index++, at += ENTRY)
      if (table[at + 17] === 'n') offsets.set(first + index, Number(table.slice(at, at + 10)));
    section.lastIndex += count * ENTRY;
  }
  return offsets;
}

const ENDOBJ = 'endobj';

/** What stands before the stream of an object, and where the stream begins; null where it has none. */
function streamIn(
  signs: string,
  from: number,
  to: number,
): { readonly head: string; readonly begin: number } | null {
  if (!/endstream\s*$/.test(signs.slice(Math.max(from, to - 16), to))) return null;
  for (let at = signs.indexOf('stream', from); at >= 0 && at < to; at = signs.indexOf('stream', at + 6)) {
    const head = signs.slice(from, at);
    // Else it is a word of a text, such as `upstream`.
    if (/>>\s*$/.test(head)) return { head, begin: at + (signs[at + 6] === '\r' ? 8 : 7) };
  }
  return null;
}

const header = /\s*\d+ \d+ obj\s*/y;

/**
 * @param signs of the whole file, one for each byte: read once, since an object is a few dozen of them and a book has hundred thousands
 * @param to where the next object begins
 */
function objectAt(file: Buffer, signs: string, from: number, to: number): PdfObject | null {
  header.lastIndex = from;
  const end = signs.lastIndexOf(ENDOBJ, to - 1);
  if (!header.test(signs) || end < header.lastIndex || end < to - 16) return null;
  const begin = header.lastIndex;
  const stream = streamIn(signs, begin, end);
  if (stream === null) return { text: signs.slice(begin, end).trim(), data: null };
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(stream.head)?.[1] ?? Number.NaN);
  if (!(stream.begin + length <= end)) return null;
  return { text: stream.head.trim(), data: file.subarray(stream.begin, stream.begin + length) };
}

/** Reads a printed PDF; null where it is written in another way, or is none. */
export function readPrinted(bytes: Uint8Array): PrintedPdf | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signs = file.toString('latin1');
  const tail = signs.slice(-TAIL);
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(start < file.length)) return null;
  const table = signs.slice(start);
  const offsets = offsetsOf(table);
  const root = /\/Root (\d+) 0 R/.exec(table)?.[1];
  if (offsets === null || root === undefined) return null;
  const inOrder = [...offsets].sort(([, one], [, other]) => one - other);
  const objects = new Map<number, PdfObject>();
  for (const [index, [number, from]] of inOrder.entries()) {
    const object = objectAt(file, signs, from, inOrder[index + 1]?.[1] ?? start);
    if (object === null) return null;
    objects.set(number, object);
  }
  return { root: Number(root), objects };
}
