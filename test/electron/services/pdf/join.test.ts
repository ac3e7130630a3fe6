import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  type PDFPage,
} from 'pdf-lib';
import { expect, test } from 'vitest';
import { joinedPdf } from '../../../../electron/services/pdf/join.ts';
import { aPage } from './chromium-pdf.ts';

const now = new Date('2026-11-23T09:00:00Z');
const name = (text: string) => PDFName.of(text);
const signs = 'Book 0123456789/';

/** Three parts, taken in as they are printed, which is not their order. */
async function aBook(bookFoot: string | null): Promise<PDFDocument | null> {
  const joined = joinedPdf();
  await joined.add(2, aPage({ title: 'Last', place: 'last', leadsTo: 'first' }));
  await joined.add(0, aPage({ title: 'Contents', place: 'top', leadsTo: 'last', signs }));
  await joined.add(1, aPage({ title: 'First', place: 'first', leadsTo: 'last' }));
  const finished = await joined.finish({ title: 'Übersicht', bookFoot }, now);
  if (finished === null) return null;
  expect(finished.pages).toBe(3);
  return PDFDocument.load(finished.bytes, { updateMetadata: false });
}

async function theBook(): Promise<PDFDocument> {
  const book = await aBook(null);
  if (book === null) throw new Error('nothing was joined');
  return book;
}

/** What a page draws, one stream after the other. */
function drawnOn({ node }: PDFPage): string {
  const contents = node.Contents();
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_none, at) => contents.lookup(at))
      : [contents];
  return streams
    .map((it) =>
      it instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(it).decode()).toString('latin1') : '',
    )
    .join('\n');
}

test('parts become one document in their order, with title, language and date', async () => {
  const book = await theBook();
  expect(book.getPages().map(drawnOn)).toEqual([
    'BT (Contents) Tj ET',
    'BT (First) Tj ET',
    'BT (Last) Tj ET',
  ]);
  expect(book.getTitle()).toBe('Übersicht');
  expect(book.getCreationDate()?.toISOString()).toBe('2026-11-23T09:00:00.000Z');
  expect(book.catalog.lookup(name('Lang'))?.toString()).toBe('(en)');
  expect(
    book.catalog.lookup(name('ViewerPreferences'), PDFDict).get(name('DisplayDocTitle'))?.toString(),
  ).toBe('true');
});

test('links lead across parts to the page of their place', async () => {
  const book = await theBook();
  const pages = book.getPages();
  const places = book.catalog.lookup(name('Dests'), PDFDict);
  const ledTo = pages.map(({ node }) => {
    const link = node.Annots()?.lookup(0, PDFDict).lookup(name('Dest'), PDFName);
    const target = link === undefined ? undefined : places.lookup(link, PDFArray).get(0);
    return pages.findIndex(({ ref }) => ref === target);
  });
  expect(ledTo).toEqual([2, 2, 1]);
});

test('the outline goes on from part to part, every entry below its own parent', async () => {
  const book = await theBook();
  const ref = book.catalog.get(name('Outlines'));
  const outlines = book.catalog.lookup(name('Outlines'), PDFDict);
  expect(outlines.lookup(name('Count'), PDFNumber).asNumber()).toBe(3);
  const titles: string[] = [];
  let previous: PDFRef | undefined;
  for (let at = outlines.get(name('First')); at instanceof PDFRef;) {
    const entry = book.context.lookup(at, PDFDict);
    titles.push(entry.lookup(name('Title'), PDFString).decodeText());
    expect(entry.get(name('Parent'))).toBe(ref);
    expect(entry.get(name('Prev'))).toBe(previous);
    previous = at;
    at = entry.get(name('Next'));
  }
  expect(titles).toEqual(['Contents', 'First', 'Last']);
  expect(outlines.get(name('Last'))).toBe(previous);
});

test('tags stand below one document, each page knows its own, and a cell still names its heading', async () => {
  const book = await theBook();
  const tree = book.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const document = tree.lookup(name('K'), PDFDict);
  const tags = document.lookup(name('K'), PDFArray);
  expect(tags.size()).toBe(6);
  const pages = book.getPages();
  const byPage = tree.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
  for (const [index, page] of pages.entries()) {
    const heading = tags.lookup(index * 2, PDFDict);
    const cell = tags.lookup(index * 2 + 1, PDFDict);
    expect(heading.lookup(name('P'))).toBe(document);
    expect(heading.lookup(name('Alt'))?.toString()).toBe('(7 0 R and \\(1 0 R\\))');
    const key = page.node.lookup(name('StructParents'), PDFNumber).asNumber();
    const at = [0, 2, 4].find((it) => byPage.lookup(it, PDFNumber).asNumber() === key) ?? -1;
    expect(byPage.lookup(at + 1, PDFArray).lookup(0)).toBe(heading);
    const called = cell
      .lookup(name('A'), PDFArray)
      .lookup(0, PDFDict)
      .lookup(name('Headers'), PDFArray)
      .lookup(0)
      ?.toString();
    expect(called).toBe(heading.lookup(name('ID'))?.toString());
    expect(cell.has(name('ID')), 'a name that nobody calls').toBe(false);
  }
  const ids = tree.lookup(name('IDTree'), PDFDict).lookup(name('Kids'), PDFArray).lookup(0, PDFDict);
  expect(ids.lookup(name('Names'), PDFArray).size()).toBe(6);
});

test('a tag without meaning that stands around a run of text gives way to the tag that it stands in', async () => {
  const joined = joinedPdf();
  await joined.add(0, aPage({ title: 'First', place: 'first', leadsTo: 'first' }));
  await joined.add(1, aPage({ title: 'Last', place: 'last', leadsTo: 'last', wrapped: true }));
  const finished = await joined.finish({ title: 'Book', bookFoot: null }, now);
  if (finished === null) throw new Error('nothing was joined');
  const book = await PDFDocument.load(finished.bytes, { updateMetadata: false });
  const tree = book.catalog.lookup(name('StructTreeRoot'), PDFDict);
  const tags = tree.lookup(name('K'), PDFDict).lookup(name('K'), PDFArray);
  expect(tags.size()).toBe(4);
  const heading = tags.lookup(2, PDFDict);
  const mark = heading.lookup(name('K'), PDFArray).lookup(0, PDFDict);
  expect(mark.lookup(name('Type'))).toBe(name('MCR'));
  expect(mark.lookup(name('Pg'))).toBe(book.getPage(1).node);
  const byPage = tree.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
  expect(byPage.lookup(3, PDFArray).lookup(0)).toBe(heading);
});

test('page numbers are drawn at the foot of each page but the first, and in the list of contents, as artifacts', async () => {
  const joined = joinedPdf();
  await joined.add(0, aPage({ title: 'Cover', place: 'cover', leadsTo: 'cover', signs }));
  await joined.add(1, aPage({ title: 'Contents', place: 'x', leadsTo: 'x' }));
  const finished = await joined.finish({ title: 'Book', bookFoot: 'Book' }, now);
  if (finished === null) throw new Error('nothing was joined');
  const [cover, contents] = (await PDFDocument.load(finished.bytes)).getPages().map(drawnOn);
  expect(cover).toBe('BT (Cover) Tj ET');
  const hex = (text: string) =>
    [...text].map((it) => it.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  expect(contents).toContain(`<${hex('Book')}> Tj`);
  expect(contents).toContain(`<${hex('2 / 2')}> Tj`);
  expect(contents).toMatch(/^q\n[\s\S]*Q\n\/Artifact BMC\nq\n[\s\S]*Q\nEMC\n$/);
});

test('a book whose cover lacks a sign of its page numbers is not numbered', async () => {
  expect(await aBook('Zoo')).toBeNull();
});

test('a PDF that is written in another way is read all the same', async () => {
  const other = await PDFDocument.create();
  other.addPage([300, 400]);
  const joined = joinedPdf();
  await joined.add(0, await other.save({ useObjectStreams: true }));
  const finished = await joined.finish({ title: 'One', bookFoot: null }, now);
  const read = await PDFDocument.load(finished?.bytes ?? '', { updateMetadata: false });
  expect(read.getPages().map((page) => page.getSize())).toEqual([{ width: 300, height: 400 }]);
  expect(PDFHexString.fromText('One').decodeText()).toBe(read.getTitle());
});

test('what is no PDF is refused', async () => {
  await expect(joinedPdf().add(0, new TextEncoder().encode('<html>'))).rejects.toThrow();
});
