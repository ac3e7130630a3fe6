import { ok, refused, type Result } from '../result.ts';

/** Deepest nesting that a document of ours can have is 8; more is an attack on whoever walks it by recursion. */
const deepest = 64;

/**
 * Reads JSON text, or says in words what is wrong and where: `the text ends in the middle, in line 3`. Never throws, also
 * not for hostile nesting.
 */
export function readJson(text: string): Result<unknown, string> {
  const shape = shapeFault(text);
  if (shape !== null) return refused(shape);
  try {
    const value: unknown = JSON.parse(text);
    return holdsPrototype(value)
      ? refused('it has a field called "__proto__", which no workspace has')
      : ok(value);
  } catch (error) {
    return refused(inWords(error, text));
  }
}

/** What of the overall shape is wrong: depth, a text that was cut off, a second value behind the first. */
function shapeFault(text: string): string | null {
  if (text.trim() === '') return 'it is empty';
  if (text.includes('\u0000'))
    return `it holds bytes of zero, from ${place(text, text.indexOf('\u0000'))} on`;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"') {
      at = endOfString(text, at);
      if (at === text.length) return cutOff(text);
    } else if (sign === '{' || sign === '[') {
      depth++;
      if (depth > deepest) return `it is nested deeper than ${deepest} levels, at ${place(text, at)}`;
    } else if (sign === '}' || sign === ']') {
      depth--;
      if (depth === 0) return behind(text, at + 1);
    }
  }
  return depth > 0 ? cutOff(text) : null;
}

const cutOff = (text: string): string =>
  `it ends in the middle, at ${place(text, text.length)}: the rest is missing`;

/** Index of the quotation mark that closes the string opened at `at`; the text's length if none does. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text[end - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return text.length;
}

function behind(text: string, at: number): string | null {
  const rest = text.slice(at).search(/\S/);
  if (rest === -1) return null;
  const start = at + rest;
  return text[start] === '{' || text[start] === '['
    ? `a second object begins behind the first, at ${place(text, start)}`
    : `something stands behind the end of the object, at ${place(text, start)}`;
}

function place(text: string, at: number): string {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`;
}

function inWords(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  return position === undefined ? 'it is no JSON' : `it is no JSON from ${place(text, Number(position))} on`;
}

/** `JSON.parse` makes `__proto__` an ordinary field, which turns into a prototype when somebody copies it carelessly. */
function holdsPrototype(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false;
  if (Array.isArray(value)) return value.some(holdsPrototype);
  if (Object.hasOwn(value, '__proto__')) return true;
  return Object.values(value).some(holdsPrototype);
}
