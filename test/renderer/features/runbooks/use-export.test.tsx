import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { useExport } from '../../../../renderer/features/runbooks/use-export.ts';
import { showRunbooks, toasts } from './screen.tsx';

/** What is tested here, by name. */
export type Subject = typeof useExport;

async function choose(button: string, item: string | RegExp): Promise<void> {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: button }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
}

test('one runbook is exported by the keeper, and the file is named with its pages', async () => {
  const { calls } = showRunbooks({
    answers: {
      'runbooks.pdf': () => ({
        ok: true,
        value: { file: '/home/lead/Profit runbook, 2026-11-23.pdf', pages: 3 },
      }),
    },
  });
  await choose('Export PDF', 'Profit alone');
  await waitFor(() => expect(toasts()).toEqual(['Profit runbook, 2026-11-23.pdf was written, 3 pages.']));
  expect(calls.find((it) => it.name === 'runbooks.pdf')?.request).toEqual({
    runbooks: ['runbook-profit'],
    paper: 'Letter',
    today: '2026-11-23',
  });
});

test('all are exported in list order, on the paper that was chosen', async () => {
  const { calls } = showRunbooks({ answers: { 'runbooks.pdf': () => ({ ok: true, value: null }) } });
  await choose('Export PDF', 'A4');
  await choose('Export PDF', 'All 3 runbooks');
  await waitFor(() => expect(calls.map((it) => it.name)).toContain('runbooks.pdf'));
  expect(calls.find((it) => it.name === 'runbooks.pdf')?.request).toMatchObject({
    runbooks: ['runbook-profit', 'runbook-growth', 'runbook-engagement'],
    paper: 'A4',
  });
  expect(toasts()).toEqual([]);
});

test('a failure is said as a sentence, and the button is there again', async () => {
  showRunbooks({
    answers: {
      'runbooks.pdf': () => ({
        ok: false,
        problem: { kind: 'pdf-failed', detail: 'the printing page ended: crashed' },
      }),
    },
  });
  await choose('Export PDF', 'Profit alone');
  await waitFor(() => expect(toasts()).toHaveLength(1));
  expect(toasts()[0]).toContain('the printing page ended: crashed');
  expect(await screen.findByRole('button', { name: 'Export PDF' })).toBeDefined();
});

test('in the browser the same page goes to its print dialog, and is gone afterwards', async () => {
  const adopted: unknown[] = [];
  class Sheet {
    text = '';
    replaceSync(text: string): void {
      this.text = text;
    }
  }
  vi.stubGlobal('CSSStyleSheet', Sheet);
  Object.assign(document, { adoptedStyleSheets: adopted, fonts: { ready: Promise.resolve() } });
  const seen: { text: string; title: string; style: string }[] = [];
  vi.stubGlobal('print', () => {
    const [sheet] = document.adoptedStyleSheets as unknown as Sheet[];
    seen.push({
      text: document.querySelector('.print-only')?.textContent ?? '',
      title: document.title,
      style: sheet?.text ?? '',
    });
    window.dispatchEvent(new Event('afterprint'));
  });
  onTestFinished(() => {
    vi.stubGlobal('print', undefined);
  });
  document.title = 'Runbooks · Evenwatch';

  const { calls } = showRunbooks({ host: 'browser' });
  await choose('Print', 'Profit alone');
  await waitFor(() => expect(seen).toHaveLength(1));
  expect(seen[0]?.title).toBe('Profit runbook');
  expect(seen[0]?.text).toContain('Differs: Task B names Engineer 3');
  expect(seen[0]?.text).not.toContain('Growth pipeline');
  expect(seen[0]?.style).toContain('@page { size: Letter;');
  await waitFor(() => expect(document.querySelector('.print-only')).toBe(null));
  expect(document.title).toBe('Runbooks · Evenwatch');
  expect(document.adoptedStyleSheets).toEqual([]);
  expect(calls.map((it) => it.name)).not.toContain('runbooks.pdf');
  expect(toasts()).toEqual([]);
  await choose('Print', 'All 3 runbooks');
  await waitFor(() => expect(seen).toHaveLength(2));
  expect(toasts()).toEqual([expect.stringContaining('the contents name no page numbers')]);
});
