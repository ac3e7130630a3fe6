import { ok, refused, type Result } from '../../result.ts';

/** Where something stands in a text: line and column, both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A value of a data file, and where it begins. */
export type DznValue =
  | { readonly kind: 'number'; readonly value: number; readonly at: Place }
  | { readonly kind: 'set'; readonly items: readonly DznValue[]; readonly at: Place }
  | { readonly kind: 'array'; readonly items: readonly DznValue[]; readonly at: Place };

/** Why a text is no data file. */
export type DznFault =
  | { readonly kind: 'unexpected'; readonly found: string | null; readonly wanted: string; readonly at: Place }
  | { readonly kind: 'unclosed-comment'; readonly at: Place }
  | { readonly kind: 'too-long-range'; readonly at: Place }
  | { readonly kind: 'too-deep'; readonly at: Place }
  | { readonly kind: 'assigned-twice'; readonly name: string; readonly at: Place };

export interface DznAssignment {
  readonly value: DznValue;
  /** Where the name stands. */
  readonly at: Place;
}

interface Token {
  /** Empty at the end of the text. */
  readonly text: string;
  readonly at: Place;
}

/** Carries a fault from the depth of a value to the one function that returns it. */
class Unreadable extends Error {
  readonly fault: DznFault;
  constructor(fault: DznFault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** Longest range written `a..b` that is taken: a slip of the finger must not fill the memory. */
const LONGEST_RANGE = 100_000;

/** Arrays within arrays: an instance needs two, and each one costs a step of the machine's stack. */
const DEEPEST = 100;

/** Blank, comment to the end of the line, comment in the C way, number, name, `..`, any other single sign. */
const pieces = /(\s+|%[^\n]*)|(\/\*)|(-?\d+(?![\w]))|([A-Za-z_]\w*)|(\.\.)|([^])/gu;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let lineStart = 0;
  const pass = (from: number, piece: string): void => {
    for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', end + 1)) {
      line += 1;
      lineStart = from + end + 1;
    }
  };
  pieces.lastIndex = 0;
  for (let match = pieces.exec(text); match !== null; match = pieces.exec(text)) {
    const [piece, blank, comment] = match;
    const at = { line, column: match.index - lineStart + 1 };
    if (comment !== undefined) {
      const end = text.indexOf('*/', match.index + 2);
      if (end < 0) throw new Unreadable({ kind: 'unclosed-comment', at });
      pieces.lastIndex = end + 2;
      pass(match.index, text.slice(match.index, end + 2));
    } else if (blank !== undefined) pass(match.index, piece);
    else tokens.push({ text: piece, at });
  }
  return [...tokens, { text: '', at: { line, column: text.length - lineStart + 1 } }];
}

const isNumber = (text: string): boolean => /^-?\d+$/.test(text);
const isName = (text: string): boolean => /^[A-Za-z_]/.test(text);

/** Reads tokens one after the other; every step says what it wanted when it meets something else. */
class Reader {
  private readonly tokens: readonly Token[];
  private place = 0;
  private depth = 0;
  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get token(): Token {
    return this.tokens[this.place] as Token;
  }

  refuse(wanted: string): never {
    const { text, at } = this.token;
    throw new Unreadable({ kind: 'unexpected', found: text === '' ? null : text, wanted, at });
  }

  next(): Token {
    const { token } = this;
    if (token.text !== '') this.place += 1;
    return token;
  }

  expect(text: string): void {
    if (this.token.text !== text) this.refuse(`"${text}"`);
    this.next();
  }

  number(): DznValue & { kind: 'number' } {
    if (!isNumber(this.token.text)) this.refuse('a whole number');
    const { text, at } = this.next();
    return { kind: 'number', value: Number(text), at };
  }

  /** Items up to the closing sign, commas between them; one comma may stand behind the last. */
  items(close: string, read: () => DznValue): readonly DznValue[] {
    const items: DznValue[] = [];
    while (this.token.text !== close) {
      items.push(read());
      if (this.token.text === close) break;
      if (this.token.text !== ',') this.refuse(`"," or "${close}"`);
      this.next();
    }
    this.expect(close);
    return items;
  }

  value(): DznValue {
    const { text, at } = this.token;
    if (text === '{' || text === '[') {
      this.depth += 1;
      if (this.depth > DEEPEST) throw new Unreadable({ kind: 'too-deep', at });
      this.next();
      // A set holds numbers: a brace left open is told where the next set begins, not at the end of the file.
      const read: DznValue = text === '{' ? { kind: 'set', items: this.items('}', () => this.number()), at } : { kind: 'array', items: this.items(']', () => this.value()), at };
      this.depth -= 1;
      return read;
    }
    if (!isNumber(text)) this.refuse('a whole number, "[" or "{"');
    const first = this.number();
    if (this.token.text !== '..') return first;
    this.next();
    return rangeOf(first.value, this.number().value, at);
  }
}

function rangeOf(from: number, to: number, at: Place): DznValue {
  if (to - from >= LONGEST_RANGE) throw new Unreadable({ kind: 'too-long-range', at });
  const items = Array.from({ length: Math.max(0, to - from + 1) }, (_, step): DznValue => ({ kind: 'number', value: from + step, at }));
  return { kind: 'set', items, at };
}

/**
 * Reads a data file of MiniZinc: assignments `name = value;` of whole numbers, sets `{1, 3}` or `1..3`, and arrays `[…]` of
 * these. `%` begins a comment to the end of the line, `/*` one up to its end. The semicolon behind the last may be missing.
 *
 * @returns the values by name, or the first fault with its line and column
 */
export function readDzn(text: string): Result<ReadonlyMap<string, DznAssignment>, DznFault> {
  try {
    // Some editors begin a file with a mark of its encoding, which is no part of the text.
    const reader = new Reader(tokensOf(text.replace(/^\uFEFF/, '')));
    const assignments = new Map<string, DznAssignment>();
    while (reader.token.text !== '') {
      if (!isName(reader.token.text)) reader.refuse('a name');
      const name = reader.next();
      if (assignments.has(name.text)) throw new Unreadable({ kind: 'assigned-twice', name: name.text, at: name.at });
      reader.expect('=');
      assignments.set(name.text, { value: reader.value(), at: name.at });
      if (reader.token.text !== '') reader.expect(';');
    }
    return ok(assignments);
  } catch (error) {
    if (error instanceof Unreadable) return refused(error.fault);
    throw error;
  }
}
