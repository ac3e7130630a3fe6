import type { Json } from './json-fields.ts';

/**
 * Reads the part of Terraform's language (HCL) that plain declarations are written in: blocks, and values that are texts, numbers, lists and
 * maps. Nothing is worked out but products and sums of numbers; whatever else stands there, a reference above all, is kept as the text of
 * an interpolation, `${opsgenie_user.ann.id}`, however it was written.
 */

/** A block: `resource "opsgenie_user" "ann" { … }`. */
export interface TerraformBlock {
  readonly type: string;
  readonly labels: readonly string[];
  /** Values by name; the blocks inside it by their type, each a list. */
  readonly body: Readonly<Record<string, Json>>;
  readonly line: number;
}

/** Thrown where a text is no such file; `line` counts from 1. */
export class TerraformFault extends Error {
  readonly line: number;

  constructor(what: string, line: number) {
    super(what);
    this.line = line;
  }
}

/** Longest text, in characters: its signs are all taken apart before they are read. */
const MOST_CHARACTERS = 2_000_000;

/** Deepest nesting of blocks and values: a schedule has five. */
const MOST_LEVELS = 40;

type Token = readonly [
  kind: 'word' | 'text' | 'number' | 'sign' | 'line' | 'end',
  text: string,
  line: number,
];

const patterns = [
  ['space', /[ \t\r]+|#[^\n]*|\/\/[^\n]*/y],
  ['line', /\n/y],
  ['number', /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_][\w-]*/y],
  ['sign', /=>|==|!=|<=|>=|&&|\|\||\.\.\.|[{}[\]()=,:.*?+\-/%<>!]/y],
] as const;

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** The quoted text that begins at a place, and where it ends. Quotes inside an interpolation belong to it. */
function quoted(text: string, from: number, line: number): readonly [string, number] {
  let out = '';
  let depth = 0;
  for (let at = from + 1; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\n') break;
    if (sign === '"' && depth === 0) return [out, at + 1];
    if (sign === '$' && text[at + 1] === '{') depth += 1;
    if (sign === '}' && depth > 0) depth -= 1;
    if (sign === '\\') {
      at += 1;
      out += escapes[text.charAt(at)] ?? `\\${text.charAt(at)}`;
    } else out += sign;
  }
  throw new TerraformFault('a text in quotes has no end', line);
}

const heredocHead = /<<-?([A-Za-z_]\w*)[ \t\r]*\n/y;

/** The text between `<<MARK` and the line that is only its mark, and where that line ends; null where no such text begins. */
function heredoc(text: string, from: number, line: number): readonly [string, number] | null {
  heredocHead.lastIndex = from;
  const mark = heredocHead.exec(text)?.[1];
  if (mark === undefined) return null;
  const begun = heredocHead.lastIndex;
  for (let at = begun; at < text.length;) {
    const stop = text.indexOf('\n', at);
    const end = stop < 0 ? text.length : stop;
    if (text.slice(at, end).trim() === mark) return [text.slice(begun, at), end];
    at = end + 1;
  }
  throw new TerraformFault(`the text that begins with <<${mark} has no end`, line);
}

/** Where a comment of several lines ends; null where none begins. */
function commentEnd(text: string, from: number, line: number): number | null {
  if (!text.startsWith('/*', from)) return null;
  const end = text.indexOf('*/', from + 2);
  if (end < 0) throw new TerraformFault('a comment has no end', line);
  return end + 2;
}

const linesIn = (text: string): number => text.split('\n').length - 1;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let [at, line] = [0, 1];
  const goTo = (end: number): void => {
    line += linesIn(text.slice(at, end));
    at = end;
  };
  while (at < text.length) {
    const value = text[at] === '"' ? quoted(text, at, line) : heredoc(text, at, line);
    const comment = commentEnd(text, at, line);
    if (value !== null) {
      tokens.push(['text', value[0], line]);
      goTo(value[1]);
    } else if (comment !== null) goTo(comment);
    if (value !== null || comment !== null) continue;
    const begun = at;
    for (const [kind, pattern] of patterns) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (found === null) continue;
      if (kind !== 'space') tokens.push([kind, found[0], line]);
      goTo(at + found[0].length);
      break;
    }
    if (at === begun) throw new TerraformFault(`“${text.charAt(at)}” cannot stand there`, line);
  }
  tokens.push(['end', '', line]);
  return tokens;
}

/** A sum of products of plain numbers, as in `duration = 60 * 60 * 24`; null for anything else. */
function numberOf(expression: string): number | null {
  if (!/^-?[\d.]+( [*+-] -?[\d.]+)*$/.test(expression)) return null;
  const product = (text: string): number =>
    text.split(' * ').reduce((value, factor) => value * Number(factor), 1);
  const sum = expression.replaceAll(' - ', ' + -').split(' + ');
  const value = sum.reduce((total, term) => total + product(term.replace(/^--/, '')), 0);
  return Number.isFinite(value) ? value : null;
}

const literals: Readonly<Record<string, Json>> = { true: true, false: false, null: null };

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get #next(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? ['end', '', 1];
  }

  #is(sign: string): boolean {
    const [kind, text] = this.#next;
    return kind === 'sign' && text === sign;
  }

  #take(): Token {
    const token = this.#next;
    this.#at += 1;
    return token;
  }

  #lines(): void {
    while (this.#next[0] === 'line' || this.#is(',')) this.#at += 1;
  }

  #inside<Value>(read: () => Value): Value {
    if (this.#depth >= MOST_LEVELS)
      throw new TerraformFault('it is nested deeper than any schedule is', this.#next[2]);
    this.#depth += 1;
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** The blocks of a file, in order. Values outside of blocks are passed over, as in a file of variables. */
  file(): readonly TerraformBlock[] {
    const blocks: TerraformBlock[] = [];
    for (this.#lines(); this.#next[0] !== 'end'; this.#lines()) {
      const [kind, type, line] = this.#take();
      if (kind !== 'word')
        throw new TerraformFault(`a block was expected, and “${type.slice(0, 20)}” stands there`, line);
      if (this.#is('=')) {
        this.#at += 1;
        this.#value();
      } else blocks.push(this.#block(type, line));
    }
    return blocks;
  }

  #block(type: string, line: number): TerraformBlock {
    const labels: string[] = [];
    while (this.#next[0] === 'text' || this.#next[0] === 'word') labels.push(this.#take()[1]);
    if (!this.#is('{')) throw new TerraformFault(`“${type}” is followed by no block`, line);
    return { type, labels, body: this.#inside(() => this.#body()), line };
  }

  #body(): Readonly<Record<string, Json>> {
    const open = this.#take()[2];
    const body = new Map<string, Json>();
    for (this.#lines(); !this.#is('}'); this.#lines()) {
      const [kind, name, line] = this.#take();
      if (kind === 'end') throw new TerraformFault('a block has no end', open);
      if (kind !== 'word' && kind !== 'text')
        throw new TerraformFault(`a name was expected, and “${name}” stands there`, line);
      if (this.#is('=') || this.#is(':')) {
        this.#at += 1;
        body.set(name, this.#value());
      } else {
        const { body: inner } = this.#block(name, line);
        const known = body.get(name);
        if (Array.isArray(known)) known.push(inner);
        else body.set(name, [inner]);
      }
    }
    this.#at += 1;
    return Object.fromEntries(body);
  }

  #value(): Json {
    if (this.#is('[')) return this.#inside(() => this.#list());
    if (this.#is('{')) return this.#inside(() => this.#body());
    const [kind, text] = this.#next;
    const [after, sign] = this.#tokens[this.#at + 1] ?? ['end', ''];
    const isAlone =
      after === 'line' ||
      after === 'end' ||
      (after === 'sign' && (sign === ',' || sign === ']' || sign === '}'));
    if (isAlone && kind !== 'sign') {
      this.#at += 1;
      if (kind === 'text') return text;
      if (kind === 'number') return Number(text);
      if (Object.hasOwn(literals, text)) return literals[text];
      return `\${${text}}`;
    }
    return this.#expression();
  }

  #list(): Json {
    const open = this.#take()[2];
    const list: Json[] = [];
    for (this.#lines(); !this.#is(']'); this.#lines()) {
      if (this.#next[0] === 'end') throw new TerraformFault('a list has no end', open);
      list.push(this.#value());
    }
    this.#at += 1;
    return list;
  }

  /** Anything that is worked out: to the end of its line or of what it stands in, brackets and all. */
  #expression(): Json {
    const begun = this.#at;
    let [text, depth, last] = ['', 0, ''];
    for (; ; this.#at += 1) {
      const [kind, word] = this.#next;
      if (kind === 'end') break;
      if (depth === 0 && (kind === 'line' || (kind === 'sign' && [',', ']', '}'].includes(word)))) break;
      if (kind === 'line') continue;
      if (kind === 'sign' && '([{'.includes(word)) depth += 1;
      if (kind === 'sign' && ')]}'.includes(word)) depth -= 1;
      if (depth < 0) break;
      const tight = ['.', '[', ']', '(', ')', ''].includes(word) || ['.', '[', '(', ''].includes(last);
      text += `${tight ? '' : ' '}${kind === 'text' ? `"${word}"` : word}`;
      last = word;
    }
    if (this.#at === begun) throw new TerraformFault('a value was expected', this.#next[2]);
    return numberOf(text.replace(/^- (?=\d)/, '-')) ?? `\${${text}}`;
  }
}

/**
 * The blocks of a Terraform file.
 *
 * @throws TerraformFault where the text is no such file
 */
export function readTerraformText(text: string): readonly TerraformBlock[] {
  if (text.length > MOST_CHARACTERS) throw new TerraformFault('it is longer than 2 MB', 1);
  return new Parser(text).file();
}
