import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Dialogs, Pdf } from '../../../electron/ports.ts';
import { exportRunbooks } from '../../../electron/services/runbook-pdf.ts';
import { printDesk } from '../../../electron/services/print-job.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import type { RunbookId } from '../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const sample = sampleWorkspace();
const portsIn = (...given: Parameters<typeof testPorts>) => ({ ...testPorts(...given), desk: printDesk() });
const profit = 'runbook-profit' as RunbookId;
const growth = 'runbook-growth' as RunbookId;
const request = { runbooks: [profit], paper: 'A4', today: '2026-11-23' } as const;

/** A printer that makes a blank PDF and remembers what it was given. */
function aPrinter(): Pdf & { readonly printed: { html: string; options: Parameters<Pdf['print']>[1] }[] } {
  const printed: { html: string; options: Parameters<Pdf['print']>[1] }[] = [];
  return {
    printed,
    lanes: 2,
    expect: () => undefined,
    async print(html, options) {
      printed.push({ html, options });
      const pdf = await PDFDocument.create();
      pdf.addPage();
      pdf.addPage();
      return pdf.save();
    },
  };
}

/** Dialogs in which the lead always chooses this file, or cancels. */
function answering(file: string | null): Dialogs & { readonly suggested: string[] } {
  const suggested: string[] = [];
  return {
    suggested,
    chooseWorkspace: () => Promise.resolve(null),
    chooseFolder: async () => null,
    confirmLink: () => Promise.resolve(false),
    chooseDestination: ({ name }) => {
      suggested.push(name);
      return Promise.resolve(file);
    },
  };
}

test('a runbook is printed with its typefaces inside and written where the lead chose', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.pdf');
  const [pdf, dialogs] = [aPrinter(), answering(file)];
  const answer = await exportRunbooks(portsIn(folder, { pdf, dialogs }), sample, request);
  expect(answer).toEqual({ ok: true, value: { file, pages: 2 } });
  expect(dialogs.suggested).toEqual(['Profit runbook, 2026-11-23.pdf']);
  expect(pdf.printed[0]?.options).toMatchObject({
    paper: 'A4',
    footer: 'Profit runbook · printed Mon 23 Nov 2026',
  });
  const html = pdf.printed[0]?.html ?? '';
  expect(html).toContain('<title>Profit runbook</title>');
  expect(html).toMatch(/@font-face \{ font-family: 'Inter';[^}]*url\(data:font\/woff2;base64,[\w+/]{10000}/);
  expect(html).toMatch(/@font-face \{ font-family: 'JetBrains Mono';[^}]*url\(data:font\/woff2/);
  const kept = await PDFDocument.load(await readFile(file), { updateMetadata: false });
  expect(kept.getTitle()).toBe('Profit runbook');
  expect(await readdir(folder)).toEqual(['out.pdf']);
});

test('several runbooks come in the order they were asked for', async () => {
  const folder = await aFolder();
  const [pdf, dialogs] = [aPrinter(), answering(join(folder, 'all.pdf'))];
  await exportRunbooks(portsIn(folder, { pdf, dialogs }), sample, {
    ...request,
    runbooks: [growth, profit],
    paper: 'Letter',
  });
  const html = pdf.printed[0]?.html ?? '';
  expect(html.indexOf('id="runbook-growth"')).toBeLessThan(html.indexOf('id="runbook-profit"'));
  expect(html).toContain('@page { size: Letter;');
  expect(dialogs.suggested).toEqual(['Runbooks, 2026-11-23.pdf']);
});

test('a cancelled dialog prints and writes nothing', async () => {
  const folder = await aFolder();
  const pdf = aPrinter();
  const answer = await exportRunbooks(portsIn(folder, { pdf, dialogs: answering(null) }), sample, request);
  expect(answer).toEqual({ ok: true, value: null });
  expect(pdf.printed).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
});

test('a printer that fails leaves the file that was there, and says why', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.pdf');
  await writeFile(file, 'before');
  const pdf: Pdf = {
    lanes: 2,
    expect: () => undefined,
    print: () => Promise.reject(new Error('the printing page ended: crashed')),
  };
  const answer = await exportRunbooks(portsIn(folder, { pdf, dialogs: answering(file) }), sample, request);
  expect(answer).toEqual({
    ok: false,
    problem: { kind: 'pdf-failed', detail: 'the printing page ended: crashed' },
  });
  expect(await readFile(file, 'utf8')).toBe('before');
});

test('a full disk leaves the file that was there and no half of a new one', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.pdf');
  await writeFile(file, 'before');
  const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
  const files = {
    ...nodeFiles,
    create: async (path: string) => ({
      ...(await nodeFiles.create(path)),
      write: () => Promise.reject(full),
    }),
  };
  const answer = await exportRunbooks(
    portsIn(folder, { pdf: aPrinter(), dialogs: answering(file), files }),
    sample,
    request,
  );
  expect(answer).toEqual({
    ok: false,
    problem: { kind: 'disk', tried: 'write the PDF', file, code: 'ENOSPC' },
  });
  expect(await readFile(file, 'utf8')).toBe('before');
  expect(await readdir(folder)).toEqual(['out.pdf']);
});

test.each([
  ['a runbook that is not there', { ...request, runbooks: ['runbook-none' as RunbookId] }],
  ['no runbook at all', { ...request, runbooks: [] }],
  ['a day that does not exist', { ...request, today: '2026-02-30' }],
])('%s is a bad message, before anything is asked or printed', async (_what, bad) => {
  const folder = await aFolder();
  const [pdf, dialogs] = [aPrinter(), answering(join(folder, 'out.pdf'))];
  const answer = await exportRunbooks(portsIn(folder, { pdf, dialogs }), sample, bad);
  expect(answer).toMatchObject({ ok: false, problem: { kind: 'bad-message', channel: 'runbooks.pdf' } });
  expect([dialogs.suggested, pdf.printed]).toEqual([[], []]);
});

test('a host without printer says what to use instead', async () => {
  const folder = await aFolder();
  expect(await exportRunbooks(portsIn(folder), sample, request)).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
});

test('the printer makes ready while the lead chooses a file: for one page, and for all lanes of a book in parts', async () => {
  const folder = await aFolder();
  const expected: number[] = [];
  const pdf: Pdf = { ...aPrinter(), expect: (pages) => void expected.push(pages) };
  const dialogs = answering(null);
  const copies = Array.from({ length: 9 }, (_none, index) => `copy-${String(index)}` as RunbookId);
  const runbooks = Object.fromEntries(copies.map((id) => [id, { ...sample.runbooks[profit]!, id }]));
  const asked = { ...dialogs, chooseDestination: async () => (expect(expected).toHaveLength(1), null) };
  await exportRunbooks(portsIn(folder, { pdf, dialogs: asked }), sample, request);
  expect(expected.splice(0)).toEqual([1]);
  await exportRunbooks(
    portsIn(folder, { pdf, dialogs: asked }),
    { ...sample, runbooks },
    { ...request, runbooks: copies },
  );
  expect(expected).toEqual([2]);
});

test('a print that is called off leaves the file that was there, and is answered like a cancelled dialog', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.pdf');
  await writeFile(file, 'before');
  const ports = portsIn(folder, { dialogs: answering(file) });
  const states: unknown[] = [];
  const pdf: Pdf = {
    lanes: 2,
    expect: () => undefined,
    print: (_html, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('stopped')));
        states.push(ports.desk.state());
        ports.desk.cancel();
      }),
  };
  expect(await exportRunbooks({ ...ports, pdf }, sample, request)).toEqual({ ok: true, value: null });
  expect(states).toEqual([{ stage: 'print', done: 0, of: 1 }]);
  expect(ports.desk.state()).toBeNull();
  expect(await readFile(file, 'utf8')).toBe('before');
});

test('a book whose pages cannot be numbered by their own glyphs gets the foot of the host', async () => {
  const folder = await aFolder();
  const pdf = aPrinter();
  const answer = await exportRunbooks(
    portsIn(folder, { pdf, dialogs: answering(join(folder, 'all.pdf')) }),
    sample,
    { ...request, runbooks: [growth, profit] },
  );
  expect(answer).toMatchObject({ ok: true, value: { pages: 2 } });
  expect(pdf.printed.map(({ options }) => options.footer)).toEqual([
    '',
    'Investor data, runbooks · printed Mon 23 Nov 2026',
  ]);
});
