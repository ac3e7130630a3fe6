import { faceOf } from './page-face.ts';
import { pageNumbers, type Drawn } from './page-numbers.ts';
import { packedPdf } from './packed-pdf.ts';
import { OWN, plainPdf, readPart, refOf, type Part } from './part.ts';

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

interface Finish {
  readonly title: string;
  /** Of a book: what stands at the foot of its pages, which have no foot yet. */
  readonly bookFoot: string | null;
}

interface Page {
  readonly number: number;
  readonly text: string;
  readonly part: Part;
}

/** Objects that the joined PDF still changes. */
const isAmended = (text: string): boolean => /^<<\s*\/Type \/Pages?\b|\/SE \d+ 0 R/.test(text);

/** Pages below a node of the tree, in the order in which they are read. */
function pagesBelow(part: Part, node: number): readonly Page[] {
  const text = part.objects.get(node)?.text ?? '';
  if (!/\/Type \/Pages\b/.test(text)) return [{ number: node, text, part }];
  const kids = /\/Kids \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => pagesBelow(part, Number(kid)));
}

/** A page with what is drawn on it last. What Chromium draws leaves its axes turned: it is wrapped, so that these lines begin afresh. */
function withFoot(text: string, drawn: Drawn, before: number, after: number): string {
  const fonts = [...drawn.fonts].map(([name, font]) => `/${name} ${String(font)} 0 R`).join('\n');
  const contents = text.replace(
    /\/Contents (?:(\d+ 0 R)|\[([^\]]*)\])/,
    (_all, one: string | undefined, many: string | undefined) =>
      `/Contents [${String(before)} 0 R ${one ?? many ?? ''} ${String(after)} 0 R]`,
  );
  return /\/Font <</.test(contents)
    ? contents.replace('/Font <<', `/Font <<${fonts}\n`)
    : contents.replace('/Resources <<', `/Resources <</Font <<${fonts}>>\n`);
}

/** A text as PDF writes one, whatever its script. */
const hexText = (text: string): string => {
  const units = Array.from({ length: text.length }, (_none, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `<feff${units.join('')}>`;
};

/** `D:20261123140215Z` */
const dateText = (date: Date): string => `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;

const ref = (number: number): string => `${String(number)} 0 R`;

/** Entries of the outline of a part, each with the one it stands below: Chromium 130 writes there that each stands below itself. */
function outlineOf(part: Part): ReadonlyMap<number, string> {
  const entries = new Map<number, string>();
  const visit = (first: number | null, parent: number): void => {
    for (let at = first; at !== null && !entries.has(at);) {
      const text = part.objects.get(at)?.text ?? '';
      entries.set(at, text.replace(/\/Parent \d+ 0 R/, `/Parent ${ref(parent)}`));
      visit(refOf(text, 'First'), at);
      at = refOf(text, 'Next');
    }
  };
  visit(part.outline?.first ?? null, OWN.outlines);
  return entries;
}

/** PDFs that are printed one after the other, or several at a time, and become one. */
export interface JoinedPdf {
  /** Takes in a part; `at` is its place among the others. Its objects are packed while others are printed. */
  readonly add: (at: number, printed: Uint8Array) => Promise<void>;
  /** @returns null where the pages of a book cannot be numbered with the glyphs that they hold */
  readonly finish: (finish: Finish, now: Date) => Promise<FinishedPdf | null>;
}

/**
 * Joins what Chromium printed in parts to one PDF fit to pass on: pages, tags, outline, and links across the parts; title and language set,
 * page numbers written, and its objects packed into streams, which takes a tagged file to a third of its size.
 */
export function joinedPdf(): JoinedPdf {
  const file = packedPdf(OWN.firstFree);
  const parts: { readonly at: number; readonly part: Part }[] = [];
  let tagsBefore = 0;
  let taken = 0;

  const putOutline = (inOrder: readonly Part[]): string => {
    const outlined = inOrder.filter(({ outline }) => outline !== null);
    for (const [index, part] of outlined.entries()) {
      const [before, after] = [outlined[index - 1]?.outline, outlined[index + 1]?.outline];
      for (const [number, text] of outlineOf(part)) {
        const previous = number === part.outline?.first && before ? `\n/Prev ${ref(before.last)}` : '';
        const next = number === part.outline?.last && after ? `\n/Next ${ref(after.first)}` : '';
        file.put(number, text.replace(/>>$/, `${previous}${next}>>`));
      }
    }
    const [first, last] = [outlined[0]?.outline, outlined.at(-1)?.outline];
    if (!first || !last) return '';
    const count = outlined.reduce((sum, { outline }) => sum + (outline?.count ?? 0), 0);
    file.put(
      OWN.outlines,
      `<</Type /Outlines\n/First ${ref(first.first)}\n/Last ${ref(last.last)}\n/Count ${String(count)}>>`,
    );
    return `\n/Outlines ${ref(OWN.outlines)}`;
  };

  const putTags = (inOrder: readonly Part[]): string => {
    const byPage = inOrder.flatMap((part) => part.tagsByPage);
    if (byPage.length === 0) return '';
    const ids = inOrder.flatMap((part) => part.ids).sort();
    const [first, last] = [ids[0], ids.at(-1)].map((it) => it?.replace(/ \d+ 0 R$/, ''));
    file.put(
      OWN.document,
      `<</Type /StructElem\n/S /Document\n/Lang (en)\n/P ${ref(OWN.tree)}\n/K [${inOrder.map(({ tags }) => tags).join(' ')}]>>`,
    );
    // The numbers of the parts were given out as they came, which need not be their order.
    const sorted = byPage.sort((one, other) => parseInt(one, 10) - parseInt(other, 10));
    file.put(OWN.parentTree, `<</Type /ParentTree\n/Nums [${sorted.join(' ')}]>>`);
    const named = first === undefined ? '' : `\n/IDTree ${ref(OWN.ids)}`;
    if (first !== undefined)
      file.put(OWN.ids, `<</Kids [<</Limits [${first} ${last ?? first}]\n/Names [${ids.join(' ')}]>>]>>`);
    file.put(
      OWN.tree,
      `<</Type /StructTreeRoot\n/K ${ref(OWN.document)}\n/ParentTreeNextKey ${String(tagsBefore)}\n/ParentTree ${ref(OWN.parentTree)}${named}>>`,
    );
    return `\n/MarkInfo <</Type /MarkInfo\n/Marked true>>\n/StructTreeRoot ${ref(OWN.tree)}`;
  };

  const putPages = (
    inOrder: readonly Part[],
    pages: readonly Page[],
    drawn: readonly (Drawn | null)[],
  ): void => {
    for (const { objects, pages: root } of inOrder)
      for (const [number, { text }] of objects) {
        if (!/^<<\s*\/Type \/Pages\b/.test(text)) continue;
        file.put(number, number === root ? text.replace(/>>$/, `\n/Parent ${ref(OWN.pages)}>>`) : text);
      }
    const before = file.next();
    if (drawn.some((it) => it !== null)) file.put(before, '<<>>', Buffer.from('q\n'));
    for (const [index, { number, text }] of pages.entries()) {
      const one = drawn[index];
      if (!one) {
        file.put(number, text);
        continue;
      }
      const after = file.next();
      file.put(after, '<<>>', Buffer.from(one.content, 'latin1'));
      file.put(number, withFoot(text, one, before, after));
    }
    const kids = inOrder.map((part) => ref(part.pages)).join(' ');
    file.put(OWN.pages, `<</Type /Pages\n/Count ${String(pages.length)}\n/Kids [${kids}]>>`);
  };

  return {
    async add(at, printed) {
      const plain = await plainPdf(printed);
      const mark = String((taken += 1)).padStart(4, '0');
      const part = readPart(plain, { mark, next: file.next, tagsBefore });
      parts.push({ at, part });
      tagsBefore += part.tagsByPage.length;
      for (const [number, { text, data }] of part.objects) {
        if (data !== null) file.put(number, text, data);
        else if (!isAmended(text)) file.put(number, text);
      }
    },
    async finish({ title, bookFoot }, now) {
      const inOrder = parts.sort((one, other) => one.at - other.at).map(({ part }) => part);
      const pages = inOrder.flatMap((part) => pagesBelow(part, part.pages));
      const pageOf = new Map(pages.map(({ number }, index) => [number, index + 1]));
      const places = new Map(inOrder.flatMap((part) => [...part.places]));
      let drawn: readonly (Drawn | null)[] | null = [];
      if (bookFoot !== null) {
        const cover = pages[0];
        const face = cover === undefined ? new Map() : faceOf(cover.part.objects, cover.text);
        const led = [...places].map(
          ([name, place]) => [name, pageOf.get(parseInt(place.slice(1), 10)) ?? 0] as const,
        );
        const toNumber = pages.map(({ text, part }) => ({
          text,
          links: [...(/\/Annots \[([^\]]*)\]/.exec(text)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(
            ([, link]) => part.objects.get(Number(link))?.text ?? '',
          ),
        }));
        drawn = pageNumbers(toNumber, bookFoot, face, new Map(led));
      }
      if (drawn === null) return null;
      putPages(inOrder, pages, drawn);
      const outlines = putOutline(inOrder);
      const tags = putTags(inOrder);
      const named = [...places].map(([name, place]) => `/${name} ${place}`).join('\n');
      if (places.size > 0) file.put(OWN.places, `<<${named}>>`);
      file.put(
        OWN.catalog,
        `<</Type /Catalog\n/Pages ${ref(OWN.pages)}${places.size > 0 ? `\n/Dests ${ref(OWN.places)}` : ''}${tags}${outlines}` +
          `\n/ViewerPreferences <</Type /ViewerPreferences\n/DisplayDocTitle true>>\n/Lang (en)>>`,
      );
      const when = dateText(now);
      file.put(
        OWN.info,
        `<</Title ${hexText(title)}\n/Creator (Evenwatch)\n/Producer (Evenwatch)\n/CreationDate ${when}\n/ModDate ${when}>>`,
      );
      return { bytes: await file.bytes(OWN.catalog, OWN.info), pages: pages.length };
    },
  };
}
