import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { expect, test } from 'vitest';
import type { Dialogs, Pdf } from '../../../electron/ports.ts';
import { printDesk } from '../../../electron/services/print-job.ts';
import { runSite, siteFolder } from '../../../electron/services/site.ts';
import type { SiteOptions } from '../../../shared/contract/site.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const options: SiteOptions = {
  quarters: ['2026-Q4' as QuarterId],
  audience: 'investor',
  parts: ['runbooks', 'calendars', 'pdf'],
};
const request = { options, paper: 'A4', today: '2026-11-23', publish: true } as const;

/** A desktop whose lead chooses this folder, and whose printer counts its pages. */
async function aDesktop() {
  const folder = join(await aFolder(), 'site');
  await mkdir(folder);
  const printed: string[] = [];
  const pdf: Pdf = {
    lanes: 1,
    expect: () => undefined,
    async print(html) {
      printed.push(html);
      const document = await PDFDocument.create();
      document.addPage();
      return document.save();
    },
  };
  const dialogs = { chooseFolder: () => Promise.resolve(folder) } as unknown as Dialogs;
  const ports = { ...testPorts(await aFolder(), { dialogs, pdf }), desk: printDesk() };
  await siteFolder({ choose: true }, sampleWorkspace(), ports);
  return { folder, printed, ports };
}

test('the desktop remembers the folder, prints each runbook once, and writes nothing when nothing has changed', async () => {
  const { folder, printed, ports } = await aDesktop();
  expect(await runSite(request, sampleWorkspace(), ports)).toMatchObject({ ok: true });
  const runbooks = await readdir(join(folder, 'runbooks'));
  const pdfs = runbooks.filter((name) => name.endsWith('.pdf'));
  expect(pdfs.length).toBeGreaterThan(0);
  expect(printed).toHaveLength(pdfs.length);
  // What a page is printed from names no day of printing.
  for (const html of printed) expect(html).not.toContain('printed');
  const again = await runSite(request, sampleWorkspace(), ports);
  if (!again.ok) throw new Error('it was published before');
  expect(new Set(again.value?.preview.entries.map(({ state }) => state))).toEqual(new Set(['same']));
  expect(printed).toHaveLength(pdfs.length);
  expect(await siteFolder({ choose: false }, sampleWorkspace(), ports)).toEqual({
    ok: true,
    value: { folder, options },
  });
});

test('a folder that has vanished is told, and not made again', async () => {
  const { folder, ports } = await aDesktop();
  await rm(folder, { recursive: true });
  expect(await runSite(request, sampleWorkspace(), ports)).toMatchObject({
    ok: false,
    problem: { kind: 'disk', code: 'ENOENT', file: folder },
  });
  await expect(readdir(folder)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('called off while it is made, it leaves nothing', async () => {
  const { folder, ports } = await aDesktop();
  const running = runSite(request, sampleWorkspace(), ports);
  ports.desk.cancel();
  expect(await running).toEqual({ ok: true, value: null });
  expect(await readdir(folder)).toEqual([]);
  expect(ports.desk.state()).toBeNull();
});

test('a host without dialogs gives the site out as an archive, without PDF', async () => {
  const ports = { ...testPorts(await aFolder()), desk: printDesk() };
  const reply = await runSite(request, sampleWorkspace(), ports);
  if (!reply.ok) throw new Error('an archive was expected');
  expect(reply.value?.archive?.name).toBe('Investor data, site.zip');
  const paths = reply.value?.preview.entries.map(({ path }) => path) ?? [];
  expect(paths).toContain('index.html');
  expect(paths.filter((path) => path.endsWith('.pdf'))).toEqual([]);
});
