/** Runbooks: read, found, and on paper. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, story } from './support/story.ts';
import { exportPdf, openSample } from './support/work.ts';

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8' });

const titles = ['Profit', 'Growth', 'Engagement'] as const;

async function openRunbooks(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Runbooks' }).click();
  await expect(page.getByRole('listbox', { name: 'Runbooks' }).getByRole('option')).toHaveCount(3);
}

story(
  'a runbook opens beside its list and shows owners, service level and what to do',
  async ({ host: { page } }) => {
    await openRunbooks(page);
    await page.getByRole('option', { name: /Growth/ }).click();
    const reader = page.getByRole('main', { name: 'Runbook' });
    await expect(reader.getByRole('heading', { level: 2 }).first()).toContainText('Growth');
    await expect(reader.getByText('Engineer 3').first()).toBeVisible();
    await expect(reader.getByText(/12 h/).first()).toBeVisible();
  },
);

story('a runbook is found by a word of its text', async ({ host: { page } }) => {
  await openRunbooks(page);
  await page.getByRole('searchbox', { name: 'Search runbooks' }).fill('accountant');
  await expect(page.getByRole('listbox', { name: 'Runbooks' }).getByRole('option').first()).toContainText(
    'Profit',
  );
});

story(
  'the PDF of one runbook is tagged, titled and holds that runbook only @desktop-only',
  async ({ host }) => {
    story.skip(!process.env['EVENWATCH_PDF_TOOLS'], 'no PDF tools');
    await openRunbooks(host.page);
    await host.page.getByRole('option', { name: /Profit/ }).click();
    const file = join(host.dataFolder, 'one.pdf');
    await host.answerSaveDialog(file);
    await exportPdf(host.page, 'this');
    await expect.poll(() => existsSync(file) && statSync(file).size > 0).toBe(true);
    const info = run('pdfinfo', file);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Title:\s+\S*.*Profit/);
    expect(info).toMatch(/Page size:\s+59\d(\.\d+)? x 84\d(\.\d+)? pts \(A4\)/);
    const text = run('pdftotext', '-layout', file, '-');
    expect(text).toContain('Engineer 2');
    expect(text).not.toContain('Growth runbook');
    expect(run('qpdf', '--check', file)).toContain('No syntax or stream encoding errors');
  },
);

story(
  'the PDF of all runbooks has a cover, contents that name the right pages, an outline, page numbers and embedded type @desktop-only',
  async ({ host }) => {
    story.skip(!process.env['EVENWATCH_PDF_TOOLS'], 'no PDF tools');
    await openRunbooks(host.page);
    const file = join(host.dataFolder, 'all.pdf');
    await host.answerSaveDialog(file);
    await exportPdf(host.page, 'all');
    await expect.poll(() => existsSync(file) && statSync(file).size > 0).toBe(true);
    const pages = Number(/Pages:\s+(\d+)/.exec(run('pdfinfo', file))?.[1]);
    expect(pages).toBeGreaterThanOrEqual(3);
    const text = run('pdftotext', '-layout', file, '-');
    for (const title of titles) expect(text).toContain(title);
    const textOf = (page: number): string =>
      run('pdftotext', '-layout', '-f', String(page), '-l', String(page), file, '-');
    expect(textOf(1)).toContain('3 runbooks');
    for (const title of titles) {
      const named = Number(new RegExp(`^\\s*${title}\\b.*\\s(\\d+)\\s*$`, 'm').exec(textOf(2))?.[1]);
      expect(textOf(named), `${title} begins on the page that the contents name`).toMatch(
        new RegExp(`^\\s*${title}\\s*\\n[^]*pipeline`),
      );
    }
    for (let page = 2; page <= pages; page++) {
      const foot = textOf(page);
      expect(foot, `page ${String(page)}`).toMatch(
        new RegExp(`${String(page)}\\s*(/|of)\\s*${String(pages)}`),
      );
    }
    const structure = run('pdfinfo', '-struct', file);
    expect(structure.match(/\bH1\b/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
    const fonts = run('pdffonts', file).split('\n').slice(2).filter(Boolean);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font, 'embedded and readable').toMatch(/\byes\s+(yes|no)\s+yes\b/);
    expect(run('qpdf', '--json', '--json-key=outlines', file)).toContain('Profit');
  },
);

story(
  'the browser host offers the same runbook to the print dialog @browser-only',
  async ({ host: { page } }) => {
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset['printed'] = document.querySelector('.paper')?.textContent ?? '';
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await page.reload();
    await openRunbooks(page);
    await page.getByRole('option', { name: /Profit/ }).click();
    await exportPdf(page, 'this');
    await expect(page.locator('html')).toHaveAttribute('data-printed', /Profit/);
    await expect(page.locator('.paper')).toBeHidden();
  },
);
