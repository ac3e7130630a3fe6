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
  file: Buffer,
  from: number,
  to: number,
): { readonly head: string; readonly begin: number } | null {
  if (!/endstream\s*$/.test(file.toString('latin1', Math.max(from, to - 16), to))) return null;
  for (let at = file.indexOf('stream', from); at >= 0 && at < to; at = file.indexOf('stream', at + 6)) {
    const head = file.toString('latin1', from, at);
    // Else it is a word of a text, such as `upstream`.
    if (/>>\s*$/.test(head)) return { head, begin: at + (file[at + 6] === 13 ? 8 : 7) };
  }
  return null;
}

/** @param to where the next object begins */
function objectAt(file: Buffer, from: number, to: number): PdfObject | null {
  const tail = file.toString('latin1', Math.max(from, to - 16), to).lastIndexOf(ENDOBJ);
  const head = /^\s*\d+ \d+ obj\s*/.exec(file.toString('latin1', from, from + 40))?.[0];
  if (head === undefined || tail < 0) return null;
  const begin = from + head.length;
  const end = Math.max(from, to - 16) + tail;
  const stream = streamIn(file, begin, end);
  if (stream === null) return { text: file.toString('latin1', begin, end).trim(), data: null };
  const length = Number(/\/Length (\d+)(?! \d+ R)/.exec(stream.head)?.[1] ?? Number.NaN);
  if (!(stream.begin + length <= end)) return null;
  return { text: stream.head.trim(), data: file.subarray(stream.begin, stream.begin + length) };
}

/** Reads a printed PDF; null where it is written in another way, or is none. */
export function readPrinted(bytes: Uint8Array): PrintedPdf | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tail = file.toString('latin1', Math.max(0, file.length - TAIL));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN);
  if (!(start < file.length)) return null;
  const table = file.toString('latin1', start);
  const offsets = offsetsOf(table);
  const root = /\/Root (\d+) 0 R/.exec(table)?.[1];
  if (offsets === null || root === undefined) return null;
  const inOrder = [...offsets].sort(([, one], [, other]) => one - other);
  const objects = new Map<number, PdfObject>();
  for (const [index, [number, from]] of inOrder.entries()) {
    const object = objectAt(file, from, inOrder[index + 1]?.[1] ?? start);
    if (object === null) return null;
    objects.set(number, object);
  }
  return { root: Number(root), objects };
}
