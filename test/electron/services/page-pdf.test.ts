import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Dialogs, Pdf } from '../../../electron/ports.ts';
import type { PrintedPage } from '../../../shared/contract/channels.ts';
import { exportPage } from '../../../electron/services/page-pdf.ts';
import { printDesk } from '../../../electron/services/print-job.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const sample = sampleWorkspace();
const portsIn = (...given: Parameters<typeof testPorts>) => ({ ...testPorts(...given), desk: printDesk() });
const people = [1, 2].map((number) => `person-engineer-${number}` as PersonId);
const page = {
  kind: 'comp-statement',
  people,
  from: '2026-10-01' as LocalDate,
  to: '2026-12-31' as LocalDate,
} as const;
const request = { page, paper: 'A4', today: '2026-11-23' } as const;

interface Host {
  readonly pdf: Pdf;
  readonly dialogs: Dialogs;
  readonly printed: string[];
  readonly asked: string[];
}

/** A printer that makes a blank page of whatever it is given, and dialogs in which the lead always chooses this file. */
function aHost(file: string): Host {
  const [printed, asked]: [string[], string[]] = [[], []];
  return {
    printed,
    asked,
    pdf: {
      lanes: 2,
      expect: () => undefined,
      async print(html) {
        printed.push(html);
        const pdf = await PDFDocument.create();
        pdf.addPage();
        return pdf.save();
      },
    },
    dialogs: {
      chooseWorkspace: () => Promise.resolve(null),
      chooseFolder: async () => null,
      confirmLink: () => Promise.resolve(false),
      chooseDestination: async ({ name }) => {
        asked.push(name);
        return file;
      },
    },
  };
}

test('statements are made by the keeper from the plan it keeps, and written where the lead chose', async () => {
  const folder = await aFolder();
  const file = join(folder, 'out.pdf');
  const host = aHost(file);
  expect(await exportPage(portsIn(folder, host), sample, request, 7)).toEqual({
    ok: true,
    value: { file, pages: 1 },
  });
  expect(host.asked).toEqual(['Comp time statements, 2026-11-23.pdf']);
  const [html = ''] = host.printed;
  expect(html.indexOf('Comp time of Engineer 1')).toBeLessThan(html.indexOf('Comp time of Engineer 2'));
  expect((await PDFDocument.load(await readFile(file), { updateMetadata: false })).getTitle()).toBe(
    'Comp time statements',
  );
});

test.each([
  ['somebody who is not there', { ...request, page: { ...page, people: ['person-none' as PersonId] } }],
  ['days that end before they begin', { ...request, page: { ...page, to: '2026-01-01' as LocalDate } }],
  ['a day that does not exist', { ...request, today: '2026-02-30' }],
])('%s is a bad message, before anything is asked or printed', async (_what, bad) => {
  const folder = await aFolder();
  const host = aHost(join(folder, 'out.pdf'));
  expect(await exportPage(portsIn(folder, host), sample, bad, 7)).toMatchObject({
    ok: false,
    problem: { kind: 'bad-message', channel: 'page.pdf' },
  });
  expect([host.asked, host.printed]).toEqual([[], []]);
});

test('a quarter and a page for each person are printed with the revision and the seed at the foot', async () => {
  const folder = await aFolder();
  const host = aHost(join(folder, 'out.pdf'));
  const footers: string[] = [];
  const pdf: Pdf = {
    lanes: 2,
    expect: () => undefined,
    print: (html, options) => {
      footers.push(`${options.paper} ${options.footer}`);
      return host.pdf.print(html, options);
    },
  };
  const quarter = '2026-Q4' as QuarterId;
  const ports = portsIn(folder, { ...host, pdf });
  const print = (page: PrintedPage) =>
    exportPage(ports, sample, { page, paper: 'A3', today: '2026-11-23' }, 7);
  expect(await print({ kind: 'quarter', quarter })).toMatchObject({ ok: true });
  expect(await print({ kind: 'persons', quarter, people })).toMatchObject({ ok: true });
  expect(footers).toEqual(
    Array.from(
      { length: 2 },
      () => 'A3 Investor data, Q4 2026 · revision 7 · set by hand · printed Mon 23 Nov 2026',
    ),
  );
  const [poster, persons] = host.printed;
  expect(poster).toContain('size: A3 landscape');
  expect(poster).toContain('Team primary');
  expect(persons?.match(/<article/g)).toHaveLength(2);
  expect(`${poster}${persons}`).not.toContain('Moving house');
  expect(host.asked).toContain('Investor data, On call, Q4 2026, 2026-11-23.pdf');
});

test('a page for somebody who is not in the plan is no page', async () => {
  const folder = await aFolder();
  const page = {
    kind: 'persons',
    quarter: '2026-Q4' as QuarterId,
    people: ['person-x' as PersonId],
  } as const;
  expect(
    await exportPage(portsIn(folder, aHost(join(folder, 'out.pdf'))), sample, { ...request, page }, 7),
  ).toMatchObject({ ok: false, problem: { kind: 'bad-message' } });
});
