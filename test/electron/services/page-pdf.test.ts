import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Dialogs, Pdf } from '../../../electron/ports.ts';
import { exportPage } from '../../../electron/services/page-pdf.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const sample = sampleWorkspace();
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
  expect(await exportPage(testPorts(folder, host), sample, request)).toEqual({
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
  expect(await exportPage(testPorts(folder, host), sample, bad)).toMatchObject({
    ok: false,
    problem: { kind: 'bad-message', channel: 'page.pdf' },
  });
  expect([host.asked, host.printed]).toEqual([[], []]);
});
