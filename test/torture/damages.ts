/** The recipe of damage: what a disk, a cable, an editor or a sync program can do to a file. */
import type { Chance } from './support/chance.ts';

export interface Damage {
  readonly what: string;
  readonly apply: (bytes: Buffer) => Buffer;
}

const hundredMegabytes = 100 * 1024 * 1024;

/** Cut at every 1/256 of the length. */
export const cuts: readonly Damage[] = Array.from({ length: 256 }, (_none, part) => ({
  what: `cut at ${part}/256`,
  apply: (bytes) => bytes.subarray(0, Math.floor((bytes.length * part) / 256)),
}));

/** One bit, somewhere. */
export function bitFlip(chance: Chance): Damage {
  const part = chance.part();
  const bit = chance.below(8);
  return {
    what: `bit ${bit} flipped at ${part.toFixed(9)} of its length`,
    apply(bytes) {
      const copy = Buffer.from(bytes);
      const at = Math.floor(part * copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      return copy;
    },
  };
}

/** A bit of the first 160 bytes: where format, version, revision and checksum stand. */
export function headFlip(chance: Chance): Damage {
  const at = chance.below(160);
  const bit = chance.below(8);
  return {
    what: `bit ${bit} of byte ${at} flipped`,
    apply(bytes) {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = (copy[at] ?? 0) ^ (1 << bit);
      return copy;
    },
  };
}

/** A piece of zeros: what a file system shows of a block that never reached the disk. */
export function zeros(chance: Chance): Damage {
  const part = chance.part();
  const length = chance.pick([1, 16, 512, 4096]);
  return {
    what: `${length} NULs at ${part.toFixed(9)} of its length`,
    apply(bytes) {
      const copy = Buffer.from(bytes);
      const at = Math.floor(part * copy.length);
      copy.fill(0, at, Math.min(copy.length, at + length));
      return copy;
    },
  };
}

const whole = (what: string, apply: (bytes: Buffer) => Buffer): Damage => ({ what, apply });

/** Content that is something else altogether, or the same in another form. */
export const others: readonly Damage[] = [
  whole('empty', () => Buffer.alloc(0)),
  whole('null', () => Buffer.from('null')),
  whole('an array', () => Buffer.from('[]')),
  whole('a number', () => Buffer.from('12')),
  whole('NULs for all of it', (bytes) => Buffer.alloc(bytes.length)),
  whole('UTF-16, little end first', (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(bytes)])),
  whole('UTF-16, big end first', (bytes) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(bytes).swap16()])),
  whole('UTF-16 without a mark', utf16),
  whole('Latin-1', (bytes) => Buffer.from(`${bytes.toString('utf8')}ü`, 'latin1')),
  whole('two objects', (bytes) => Buffer.concat([bytes, bytes])),
  whole('a letter behind it', (bytes) => Buffer.concat([bytes, Buffer.from('x')])),
  whole('nested 10,000 deep', () => Buffer.from('['.repeat(10_000) + ']'.repeat(10_000))),
  whole('ours, nested 10,000 deep', () =>
    Buffer.from(`{"format":"evenwatch","version":2,"workspace":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`),
  ),
  whole('a prototype', (bytes) => Buffer.from(bytes.toString('utf8').replace('"about":{', '"about":{"__proto__":{},'))),
  whole('half of it twice', (bytes) => {
    const half = bytes.subarray(0, bytes.length / 2);
    return Buffer.concat([half, half]);
  }),
  whole('its first 4 KB gone', (bytes) => bytes.subarray(4096)),
  whole('HTML', () => Buffer.from('<!doctype html><title>Sign in</title>')),
  whole('a merge conflict', (bytes) => {
    const text = bytes.toString('utf8');
    return Buffer.from(`<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`);
  }),
  whole('100 MB', () => Buffer.alloc(hundredMegabytes, '{"format":"evenwatch","version":2,')),
];

/** Nothing is lost by these, and nothing needs to be mended: an editor or a sync program did them. */
export const harmless: readonly Damage[] = [
  whole('a byte order mark', (bytes) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])),
  whole('lines of Windows', (bytes) => Buffer.from(bytes.toString('utf8').replaceAll('\n', '\r\n'))),
];

function utf16(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('utf8'), 'utf16le');
}
