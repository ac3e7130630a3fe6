import type { Hash } from '../../shared/document/envelope.ts';
import { readJournalLine, type ReadLine } from '../../shared/document/journal-line.ts';

/** What stands behind the last line end of a journal. */
export type Tail =
  /** A whole line without its line end: the edit is there. Behind its `length` bytes may be others that nobody wrote. */
  | { readonly kind: 'line'; readonly read: ReadLine; readonly length: number; readonly stray: number }
  /** The beginning of a line: the program was stopped while it wrote. */
  | { readonly kind: 'torn' }
  /** Such a beginning, or nothing, and then zeros: what a power cut leaves where data was not flushed. */
  | { readonly kind: 'zeros' }
  | { readonly kind: 'stray' };

const brace = 0x7d;
/** Stray bytes with more closing braces than this are no flipped line end. */
const mostTries = 8;

/**
 * @param bytes without a line end in them
 * @param before checksum of the line before; null where it is not known
 */
export function tailOf(bytes: Uint8Array, before: string | null, hash: Hash): Tail {
  let tries = 0;
  for (let end = bytes.length; end > 1 && tries < mostTries; end = bytes.lastIndexOf(brace, end - 2) + 1) {
    if (bytes[end - 1] !== brace) continue;
    tries += 1;
    const text = prefixText(bytes.subarray(0, end));
    const read = text === null ? null : readJournalLine(text, hash);
    if (read?.ok === true) return { kind: 'line', read: read.value, length: end, stray: bytes.length - end };
  }
  let written = bytes.length;
  while (written > 0 && bytes[written - 1] === 0) written -= 1;
  const text = prefixText(bytes.subarray(0, written));
  if (text === null || !isBeginning(text, before)) return { kind: 'stray' };
  return { kind: written === bytes.length ? 'torn' : 'zeros' };
}

/** As text, though its last letter may be cut in two; null where it is none. */
function prefixText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
  } catch {
    return null; // not UTF-8
  }
}

const hex = '[0-9a-f]{64}';
const head = new RegExp(`^\\{"checksum":"${hex}","previous":"(${hex})","line":(?=\\{|$)`);
const model = `{"checksum":"${'0'.repeat(64)}","previous":"${'0'.repeat(64)}","line":{`;

/** True where letters that follow could make a line of it. */
function isBeginning(text: string, before: string | null): boolean {
  if (text.length < model.length) return [...text].every((letter, at) => fits(letter, model[at] ?? ''));
  const [whole, previous] = head.exec(text) ?? [];
  if (whole === undefined || (before !== null && previous !== before)) return false;
  return isOpenJson(text);
}

const fits = (letter: string, place: string): boolean => (place === '0' ? /[0-9a-f]/.test(letter) : letter === place);

/** True where a piece of text begins an object that it does not end: strings and brackets are followed, and what may stand between them. */
function isOpenJson(text: string): boolean {
  const open: string[] = [];
  let isString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (isString) {
      if (letter < ' ') return false;
      if (letter === '\\') at += 1;
      else if (letter === '"') isString = false;
    } else if (letter === '"') isString = true;
    else if (letter === '{') open.push('}');
    else if (letter === '[') open.push(']');
    else if (letter === '}' || letter === ']') {
      if (open.pop() !== letter) return false;
      if (open.length === 0) return false;
    } else if (!/[-+.:,0-9a-zE]/.test(letter)) return false;
  }
  return open.length > 0;
}
