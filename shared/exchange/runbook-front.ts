import { isMap, isNode, isScalar, parseDocument, stringify } from 'yaml';

/** A Markdown file in its two parts, whose joining gives the file back byte for byte. */
export interface MarkdownFile {
  /** The front matter with the lines that fence it; empty where there is none. */
  readonly front: string;
  readonly body: string;
}

/** Front matter as it was understood. */
export interface Front {
  /** Null where it says nothing that could be read. */
  readonly values: Readonly<Record<string, unknown>> | null;
  /** Why it is kept as text only; null where it was read. */
  readonly fault: string | null;
}

/** Longest front matter that is kept, in characters; `shared/model/runbook.ts` takes no more. */
export const mostFront = 200_000;

const nothing: Front = { values: null, fault: null };

/**
 * Parts a Markdown file. Only three dashes and nothing more open front matter: `---js` and its kind are text, and stay text.
 */
export function partMarkdown(text: string): MarkdownFile {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (opening === null) return { front: '', body: text };
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening[0].length;
  const found = closing.exec(text);
  if (found === null) return { front: '', body: text };
  const end = found.index + found[0].length;
  return { front: text.slice(0, end), body: text.slice(end) };
}

/** Why a text that begins as with front matter has none; null where it does not begin so. */
export function frontLacking(text: string): string | null {
  const [, language] = /^---([ \t]*|[a-z]+)\r?\n/i.exec(text) ?? [];
  if (language === undefined || partMarkdown(text).front !== '') return null;
  return language.trim() === ''
    ? 'it begins with --- as front matter does, and no second --- closes it: all of it is read as text'
    : `its front matter is written in ${language.slice(0, 20)}; only YAML is read and nothing runs, so all of it stays text`;
}

/** How deep brackets nest, at most; whoever writes more means the parser's stack. */
const mostDepth = 50;

function nestsTooDeep(source: string): boolean {
  let depth = 0;
  for (const sign of source) {
    if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth = Math.max(depth - 1, 0);
    if (depth > mostDepth) return true;
  }
  return /^(?:[ \t]*- ?){50}|^ {200,}\S/m.test(source);
}

/**
 * What front matter says, read as YAML 1.2. Nothing of it runs: no tag makes anything but text, and no alias is followed, so that a
 * small file cannot unfold into a large one. Never throws.
 */
export function readFront(front: string): Front {
  if (front === '') return nothing;
  if (front.length > mostFront) return { values: null, fault: 'is longer than 200,000 characters' };
  const source = front.replace(/^---[ \t]*\r?\n/, '').replace(/(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/, '');
  if (nestsTooDeep(source)) return { values: null, fault: 'nests too deep to be read' };
  try {
    const document = parseDocument(source, {
      logLevel: 'silent',
      resolveKnownTags: false,
      prettyErrors: false,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = source.slice(0, error.pos[0]).split('\n').length + 1; // The fence is the first.
      return {
        values: null,
        fault: `is no YAML that can be read, in line ${String(line)}: ${error.message}`,
      };
    }
    if (document.contents === null) return nothing;
    if (!isMap(document.contents)) return { values: null, fault: 'is no list of keys and values' };
    const odd = document.contents.items.some(({ key }) => !isScalar(key) || typeof key.value !== 'string');
    if (odd) return { values: null, fault: 'has a key that is no word' };
    const values = document.toJS({ maxAliasCount: 0 }) as Record<string, unknown>;
    return { values: Object.assign(Object.create(null) as Record<string, unknown>, values), fault: null };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (/\balias/i.test(why))
      return { values: null, fault: 'repeats parts of itself by aliases (*name), which are not followed' };
    return { values: null, fault: `is no YAML that can be read: ${why.slice(0, 200)}` };
  }
}

const yamlOf = (key: string, value: unknown, lineEnd: string): string =>
  stringify({ [key]: value }, { lineWidth: 0, aliasDuplicateObjects: false })
    .replace(/\n$/, '')
    .replaceAll('\n', lineEnd);

/** Front matter that says these keys, in this order, with the lines that fence it. */
export const frontOf = (entries: readonly (readonly [string, unknown])[], lineEnd: string): string =>
  ['---', ...entries.map(([key, value]) => yamlOf(key, value, lineEnd)), '---', ''].join(lineEnd);

/** Links may stand under three keys; once they are written under one, the others say none. */
const otherLinks = ['monitors', 'dashboards'];

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Front matter in which some keys say something else, and all the rest stays byte for byte: comments, order, and keys that are none of ours.
 *
 * @param values what the keys say
 * @param changed the keys to write anew; one that is not there is added at the end
 * @returns null where the text has no block of keys to write in
 */
export function spliceFront(
  front: string,
  values: ReadonlyMap<string, unknown>,
  changed: readonly string[],
): string | null {
  const [opening = ''] = /^---[ \t]*\r?\n/.exec(front) ?? [];
  const [closing = ''] = /(?:---|\.\.\.)[ \t]*(?:\r?\n)?$/.exec(front) ?? [];
  const source = front.slice(opening.length, front.length - closing.length);
  const lineEnd = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const { contents } = parseDocument(source, { logLevel: 'silent', resolveKnownTags: false });
  if (!isMap(contents) || contents.flow === true) return null;
  const wanted = new Map(changed.map((key) => [key, values.get(key)]));
  const pieces: Piece[] = [];
  const found = new Set<string>();
  for (const { key, value } of contents.items) {
    if (!isScalar(key) || typeof key.value !== 'string' || !key.range) return null;
    const isOther = changed.includes('links') && otherLinks.includes(key.value);
    if (!wanted.has(key.value) && !isOther) continue;
    found.add(key.value);
    const end = isNode(value) && value.range ? value.range[1] : key.range[1] + 1;
    const before = source.slice(key.range[0], end);
    const text = yamlOf(key.value, isOther ? [] : wanted.get(key.value), lineEnd);
    pieces.push({ from: key.range[0], to: end, text: before.endsWith('\n') ? text + lineEnd : text });
  }
  const mended = pieces.reduceRight(
    (text, { from, to, text: piece }) => text.slice(0, from) + piece + text.slice(to),
    source,
  );
  const added = [...wanted].filter(([key]) => !found.has(key));
  const gap = mended === '' || mended.endsWith('\n') ? '' : lineEnd;
  return `${opening}${mended}${gap}${added.map(([key, value]) => yamlOf(key, value, lineEnd) + lineEnd).join('')}${closing}`;
}
