import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf, pdfFileName } from '../../../electron/services/pdf-file.ts';

/** A PDF of so many pages with a structure tree and an outline, as Chromium writes them: objects one by one. */
async function aPrinted(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page < pages; page++) pdf.addPage();
  const { context, catalog } = pdf;
  const elements = Array.from({ length: 200 }, (_none, index) =>
    context.register(context.obj({ Type: 'StructElem', S: 'P', Lang: PDFHexString.fromText(String(index)) })),
  );
  catalog.set(
    PDFName.of('StructTreeRoot'),
    context.register(context.obj({ Type: 'StructTreeRoot', K: elements })),
  );
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('Outlines'), context.register(context.obj({ Type: 'Outlines', Count: 0 })));
  return pdf.save({ useObjectStreams: false });
}

test('title and language are set, tags and outline stay, pages are counted, and the file shrinks', async () => {
  const printed = await aPrinted(3);
  const finished = await finishPdf(printed, { title: 'Profit runbook', bookFoot: null });
  if (finished === null) throw new Error('it was not finished');
  const { bytes, pages } = finished;
  expect(pages).toBe(3);
  expect(bytes.length).toBeLessThan(printed.length / 2);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(pdf.getTitle()).toBe('Profit runbook');
  expect(pdf.catalog.lookup(PDFName.of('Lang'))?.toString()).toContain('en');
  expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe(
    'true',
  );
  expect(pdf.catalog.has(PDFName.of('StructTreeRoot'))).toBe(true);
  expect(pdf.catalog.has(PDFName.of('Outlines'))).toBe(true);
});

test('what is no PDF is refused', async () => {
  await expect(
    finishPdf(new TextEncoder().encode('<html>'), { title: 'x', bookFoot: null }),
  ).rejects.toThrow();
});

test.each([
  ['Profit runbook', 'Profit runbook, 2026-11-23.pdf'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j, 2026-11-23.pdf'],
  ['../../etc/passwd', 'etc passwd, 2026-11-23.pdf'],
  ['  .hidden.  ', 'hidden, 2026-11-23.pdf'],
  ['line\nbreak\u0000', 'line break, 2026-11-23.pdf'],
  ['???', 'Runbook, 2026-11-23.pdf'],
  ['Gewinn – Übersicht', 'Gewinn – Übersicht, 2026-11-23.pdf'],
])('%j is kept as %s', (title, name) => {
  expect(pdfFileName(title, '2026-11-23')).toBe(name);
});

test('a long title is cut to what a disk takes', () => {
  expect(pdfFileName('x'.repeat(300), '2026-11-23').length).toBeLessThan(200);
});
