import { PDFDocument } from 'pdf-lib';
import { readPrinted, type PdfObject, type PrintedPdf } from './printed-pdf.ts';

/** Numbers of the objects that a joined PDF has once; those of its parts follow. */
export const OWN = {
  catalog: 1,
  info: 2,
  pages: 3,
  tree: 4,
  document: 5,
  parentTree: 6,
  ids: 7,
  outlines: 8,
  places: 9,
  firstFree: 10,
} as const;

/** What a part says, in the numbers of the joined PDF. */
export interface Part {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Root of its pages. */
  readonly pages: number;
  /** What stands below the root of its tags, as references. */
  readonly tags: string;
  /** Of its tags by page, each as `12 345 0 R`; the first number is counted on from those of the parts before. */
  readonly tagsByPage: readonly string[];
  /** Names that tags are called by, each as `(name) 345 0 R`. */
  readonly ids: readonly string[];
  /** First and last entry of its outline, and how many there are. */
  readonly outline: { readonly first: number; readonly last: number; readonly count: number } | null;
  /** Where links lead, by name: `[12 0 R /XYZ 0 841 0]`. */
  readonly places: ReadonlyMap<string, string>;
}

/** What was given out to the parts before. */
export interface Given {
  /** Tells one part's names from another's. */
  readonly mark: string;
  readonly next: () => number;
  readonly tagsBefore: number;
}

const AT_A_TIME = 1000;

/** The file as plain objects; where it is not written so, a library that reads any PDF writes it anew. */
export async function plainPdf(bytes: Uint8Array): Promise<PrintedPdf> {
  const printed = readPrinted(bytes);
  if (printed !== null) return printed;
  const any = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: AT_A_TIME });
  const anew = readPrinted(await any.save({ useObjectStreams: false, objectsPerTick: AT_A_TIME }));
  if (anew === null) throw new Error('the pages could not be read');
  return anew;
}

/** Number that an entry of a dictionary refers to. */
export const refOf = (text: string, key: string): number | null => {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(text)?.[1];
  return number === undefined ? null : Number(number);
};

/** A tag's own name, strings, which may hold anything, references, and places among the tags by page: all that changes, in one go. */
const tokens = /\s*\/ID (\(\w+\))|\((?:[^\\()]|\\[\s\S])*\)|\b(\d+) 0 R\b|\/(StructParents?) (\d+)/g;

/** Objects of a part that the joined PDF has its own of, and what stands for them there. */
function ownOf({ root, objects }: PrintedPdf): ReadonlyMap<number, number> {
  const own = new Map<number, number>([[root, OWN.catalog]]);
  const put = (from: number | null, to: number): void => {
    if (from !== null) own.set(from, to);
  };
  const catalog = objects.get(root)?.text ?? '';
  const tree = refOf(catalog, 'StructTreeRoot');
  put(tree, OWN.tree);
  put(refOf(catalog, 'Outlines'), OWN.outlines);
  put(refOf(catalog, 'Dests'), OWN.places);
  const treeText = tree === null ? '' : (objects.get(tree)?.text ?? '');
  const document = /\/K \[?(\d+) 0 R(?: ?\]|\s*[/>])/.exec(treeText)?.[1];
  if (tree !== null && document === undefined) throw new Error('the tags of the pages could not be read');
  put(document === undefined ? null : Number(document), OWN.document);
  put(refOf(treeText, 'ParentTree'), OWN.parentTree);
  const ids = refOf(treeText, 'IDTree');
  put(ids, OWN.ids);
  for (const [, kid] of (ids === null ? '' : (objects.get(ids)?.text ?? '')).matchAll(/(\d+) 0 R/g))
    put(Number(kid), OWN.ids);
  return own;
}

/** Names of tags that other tags call: the cells of a table name their headings. Chromium gives every tag a name. */
function calledIn({ objects }: PrintedPdf): ReadonlySet<string> {
  const called = new Set<string>();
  for (const { text } of objects.values()) {
    if (!text.includes('/Headers [')) continue;
    for (const [, list = ''] of text.matchAll(/\/Headers \[([^\]]*)\]/g))
      for (const [name] of list.matchAll(/\(\w+\)/g)) called.add(name);
  }
  return called;
}

/** A tag that only stands around marks of a page, and the tag it stands in. */
interface Wrap {
  readonly parent: number;
  readonly marks: string;
}

const aroundMarks =
  /^<<\/Type \/StructElem\n\/S \/NonStruct\n\/P (\d+) 0 R\n\/K \[((?:<<\/Type \/MCR\n\/Pg \d+ 0 R\n\/MCID \d+>> ?)+)\](?:\n\/ID \(\w+\))?>>$/;

/**
 * Chromium puts a tag without meaning around every run of text, which is half of all tags. The joined PDF has its marks in the tag that means
 * something: less to write, and less to go through for whoever reads it by ear.
 */
function wrapsIn({ objects }: PrintedPdf): ReadonlyMap<number, Wrap> {
  const wraps = new Map<number, Wrap>();
  for (const [number, { text }] of objects) {
    const [, parent, marks] = aroundMarks.exec(text) ?? [];
    if (marks !== undefined) wraps.set(number, { parent: Number(parent), marks });
  }
  return wraps;
}

const inner = (text: string, key: string): string =>
  new RegExp(`/${key} \\[([^\\]]*)\\]`).exec(text)?.[1] ?? '';

/** Reads a part, and renumbers it so that it can stand beside others. */
export function readPart(printed: PrintedPdf, { mark, next, tagsBefore }: Given): Part {
  const own = ownOf(printed);
  const called = calledIn(printed);
  const wraps = wrapsIn(printed);
  const numbers = new Map<number, number>(own);
  for (const number of printed.objects.keys())
    if (!own.has(number) && !wraps.has(number)) numbers.set(number, next());
  // Of the tags by page, marks now belong to the tag around.
  for (const [number, { parent }] of wraps) numbers.set(number, numbers.get(parent) ?? 0);
  const ids: string[] = [];
  /** @param of the object whose text it is, by its new number; of one that the joined PDF has its own of, names do not count */
  const translated = (text: string, of: number | null): string => {
    const isTag = text.startsWith('<</Type /StructElem');
    return text.replace(tokens, (token, name?: string, number?: string, parents?: string, at?: string) => {
      if (number !== undefined) {
        const wrap = isTag ? wraps.get(Number(number)) : undefined;
        return wrap === undefined
          ? `${String(numbers.get(Number(number)) ?? 0)} 0 R`
          : translated(wrap.marks, of);
      }
      if (at !== undefined) return `/${parents ?? ''} ${String(Number(at) + tagsBefore)}`;
      if (name === undefined) return called.has(token) ? `(${mark}${token.slice(1)}` : token;
      if (!called.has(name)) return of === null ? token : '';
      if (of !== null) ids.push(`(${mark}${name.slice(1)} ${String(of)} 0 R`);
      return token.replace('(', `(${mark}`);
    });
  };
  const objects = new Map<number, PdfObject>();
  for (const [from, { text, data }] of printed.objects) {
    const number = numbers.get(from);
    if (number === undefined || own.has(from) || wraps.has(from)) continue;
    objects.set(number, { text: translated(text, number), data });
  }
  /** Of what the joined PDF has its own of, in its numbers. */
  const ownText = (key: number): string => {
    const from = [...own].find(([, to]) => to === key)?.[0];
    return from === undefined ? '' : translated(printed.objects.get(from)?.text ?? '', null);
  };
  const outlines = ownText(OWN.outlines);
  const [first, last] = [refOf(outlines, 'First'), refOf(outlines, 'Last')];
  const count = Number(/\/Count (\d+)/.exec(outlines)?.[1] ?? 0);
  return {
    objects,
    pages: refOf(ownText(OWN.catalog), 'Pages') ?? 0,
    tags: inner(ownText(OWN.document), 'K'),
    tagsByPage: [...inner(ownText(OWN.parentTree), 'Nums').matchAll(/(\d+) (\d+ 0 R)/g)].map(
      ([, at, tag = '']) => `${String(Number(at) + tagsBefore)} ${tag}`,
    ),
    ids,
    outline: first === null || last === null ? null : { first, last, count },
    places: new Map(
      [...ownText(OWN.places).matchAll(/\/([^\s/<>[\]()]+)\s*(\[[^\]]*\])/g)].map(
        ([, name = '', place = '']) => [name, place],
      ),
    ),
  };
}
