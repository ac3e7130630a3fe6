import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { ExportRunbooks } from '../../../../renderer/features/runbooks/export-runbooks.tsx';
import { showRunbooks, toasts } from './screen.tsx';

/** What is tested here, by name. */
export type Subject = typeof ExportRunbooks;

async function choose(item: string | RegExp): Promise<ReturnType<typeof userEvent.setup>> {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  await user.click(await screen.findByRole('menuitem', { name: item }));
  return user;
}

test('all runbooks go to the keeper as an archive that is named by its day', async () => {
  const { calls } = showRunbooks({ answers: { 'file.save': () => ({ ok: true, value: null }) } });
  await choose('All 3');
  await waitFor(() => expect(calls.map((it) => it.name)).toContain('file.save'));
  expect(calls.find((it) => it.name === 'file.save')?.request).toMatchObject({
    name: 'Runbooks, 2026-11-23.zip',
    kind: 'zip',
    base64: expect.stringMatching(/^UEsDB/) as unknown,
  });
});

test('into a folder they go by the keeper, and it is said how many files that changed', async () => {
  const { calls } = showRunbooks({
    answers: {
      'runbooks.folder': () => ({
        ok: true,
        value: { folder: '/home/lead/runbooks', written: 1, same: 2, unreadable: [] },
      }),
    },
  });
  await choose('All 3, into a folder…');
  await waitFor(() =>
    expect(toasts()).toEqual(['Wrote 1 file into /home/lead/runbooks; 2 files said the same already.']),
  );
  expect(calls.find((it) => it.name === 'runbooks.folder')?.request).toEqual({
    runbooks: expect.arrayContaining(['runbook-profit', 'runbook-growth']) as unknown,
  });
});

test('a kit is made of whoever is chosen, after it was said what is in it', async () => {
  const { calls } = showRunbooks({ answers: { 'page.pdf': () => ({ ok: true, value: null }) } });
  const user = await choose('On-call kit of a person…');
  await user.click(await screen.findByRole('button', { name: /Person/ }));
  await user.click(await screen.findByRole('option', { name: 'Engineer 3' }));
  expect(screen.getByText(/Runbooks: \w+/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save as PDF' }));
  await waitFor(() => expect(calls.map((it) => it.name)).toContain('page.pdf'));
  expect(calls.find((it) => it.name === 'page.pdf')?.request).toMatchObject({
    page: { kind: 'kit', person: 'person-engineer-3' },
    today: '2026-11-23',
  });
});

test('while a PDF is made it is told how far it is, and it can be called off', async () => {
  let answer: (value: { ok: true; value: null }) => void = () => undefined;
  const printed = new Promise<{ ok: true; value: null }>((resolve) => void (answer = resolve));
  const { calls } = showRunbooks({
    answers: {
      'runbooks.pdf': (() => printed) as never, // it answers once the print is called off
      'print.state': () => ({ ok: true, value: { stage: 'articles', done: 41, of: 300 } }),
      'print.cancel': () => {
        answer({ ok: true, value: null });
        return { ok: true, value: null };
      },
    },
  });
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Export PDF' }));
  await user.click(await screen.findByRole('menuitem', { name: 'All 3 runbooks' }));
  expect(await screen.findByText('Preparing 42 of 300…')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByText('Preparing 42 of 300…')).toBeNull());
  expect(calls.map((it) => it.name)).toContain('print.cancel');
});
