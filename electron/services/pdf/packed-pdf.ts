import { quicklyDeflated } from '../../storage/deflate.ts';

/** So many objects stand in one stream: a reader unpacks all of them for the first that it asks for. */
const TOGETHER = 400;

const latin1 = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'latin1');

/** Where an object lies: in a stream of objects, or by itself. */
type Place = { readonly stream: number; readonly index: number } | { readonly piece: number };

interface Piece {
  readonly number: number;
  readonly bytes: Promise<Buffer>;
}

/** A PDF that is being written: objects are packed into streams, off the thread, while others are still being made. */
export interface PackedPdf {
  /** Puts an object in; a text of its own, or the dictionary of a stream without its length. */
  readonly put: (number: number, text: string, data?: Uint8Array) => void;
  /** A number that no object has. */
  readonly next: () => number;
  /** The whole file. Nothing can be put in any more. */
  readonly bytes: (root: number, info: number) => Promise<Uint8Array>;
}

const streamBytes = (number: number, dictionary: string, data: Uint8Array): Buffer =>
  Buffer.concat([
    latin1(`${String(number)} 0 obj\n${dictionary} stream\n`),
    data,
    latin1('\nendstream\nendobj\n'),
  ]);

/** An object with its length set anew. */
const withLength = (dictionary: string, length: number): string =>
  dictionary.replace(/\s*\/Length \d+/, '').replace(/>>\s*$/, `\n/Length ${String(length)}>>`);

/** Several objects as one: their numbers and offsets, then what they say. */
async function objectStream(
  number: number,
  objects: readonly (readonly [number, string])[],
): Promise<Buffer> {
  let at = 0;
  const offsets = objects.map(([one, text]) => {
    const entry = `${String(one)} ${String(at)}`;
    at += text.length + 1;
    return entry;
  });
  const head = `${offsets.join(' ')}\n`;
  const data = await quicklyDeflated(latin1(head + objects.map(([, text]) => text).join('\n')));
  const count = `/N ${String(objects.length)}\n/First ${String(head.length)}`;
  return streamBytes(
    number,
    `<</Type /ObjStm\n${count}\n/Filter /FlateDecode\n/Length ${String(data.length)}>>`,
    data,
  );
}

/** The table of where objects lie: a byte for how, four for where, two for the place in a stream. */
function tableOf(
  places: ReadonlyMap<number, Place>,
  offsets: readonly number[],
  size: number,
): Buffer<ArrayBuffer> {
  const table = Buffer.alloc(size * 7);
  for (const [number, place] of places) {
    const inStream = 'stream' in place;
    table.writeUInt8(inStream ? 2 : 1, number * 7);
    table.writeUInt32BE(inStream ? place.stream : (offsets[place.piece] ?? 0), number * 7 + 1);
    table.writeUInt16BE(inStream ? place.index : 0, number * 7 + 5);
  }
  table.writeUInt16BE(65535, 5);
  return table;
}

/** @param first the lowest number that `next` gives out */
export function packedPdf(first: number): PackedPdf {
  const places = new Map<number, Place>();
  const pieces: Piece[] = [];
  let waiting: (readonly [number, string])[] = [];
  let free = first;
  const next = (): number => free++;
  const flush = (): void => {
    if (waiting.length === 0) return;
    const number = next();
    const objects = waiting;
    waiting = [];
    for (const [index, [one]] of objects.entries()) places.set(one, { stream: number, index });
    places.set(number, { piece: pieces.length });
    pieces.push({ number, bytes: objectStream(number, objects) });
  };
  return {
    next,
    put(number, text, data) {
      if (data === undefined) {
        waiting.push([number, text]);
        if (waiting.length >= TOGETHER) flush();
        return;
      }
      places.set(number, { piece: pieces.length });
      pieces.push({
        number,
        bytes: Promise.resolve(streamBytes(number, withLength(text, data.length), data)),
      });
    },
    async bytes(root, info) {
      flush();
      const parts = [
        latin1('%PDF-1.5\n%\xd3\xeb\xe9\xe1\n'),
        ...(await Promise.all(pieces.map((it) => it.bytes))),
      ];
      const offsets: number[] = [];
      let at = parts[0]?.length ?? 0;
      for (const part of parts.slice(1)) {
        offsets.push(at);
        at += part.length;
      }
      const number = next();
      places.set(number, { piece: offsets.length });
      offsets.push(at);
      const table = await quicklyDeflated(tableOf(places, offsets, free));
      const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(table));
      const id = Buffer.from(digest).toString('hex').slice(0, 32);
      const dictionary =
        `<</Type /XRef\n/Size ${String(free)}\n/W [1 4 2]\n/Root ${String(root)} 0 R\n/Info ${String(info)} 0 R\n` +
        `/ID [<${id}> <${id}>]\n/Filter /FlateDecode\n/Length ${String(table.length)}>>`;
      return Buffer.concat([
        ...parts,
        streamBytes(number, dictionary, table),
        latin1(`startxref\n${String(at)}\n%%EOF\n`),
      ]);
    },
  };
}
