import { EditorView } from '@codemirror/view';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { RunbookForm } from '../../../../renderer/features/runbooks/runbook-form.tsx';
import { runCommand } from '../../../../renderer/state/run-command.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks, toasts } from './screen.tsx';

// A whole form, typed into letter by letter, takes jsdom its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** What is tested here, by name. */
export type Subject = typeof RunbookForm;

const profit = () => useWorkspaceStore.getState().workspace?.runbooks['runbook-profit' as RunbookId];

/** The editor of the notes: it stands in a shadow root, which roles do not look into. */
const notesField = () =>
  waitFor(() => {
    const content = document.querySelector('.runbook-source')?.shadowRoot?.querySelector('[role=textbox]');
    const view = content instanceof HTMLElement ? EditorView.findFromDOM(content) : null;
    if (view === null) throw new Error('the editor is not there yet');
    expect(content?.getAttribute('aria-label')).toBe('Notes');
    return view;
  });

async function edit(answers: NonNullable<Parameters<typeof showRunbooks>[0]>['answers'] = {}) {
  const user = userEvent.setup();
  showRunbooks({ answers });
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  return user;
}

test('a change underneath is taken over where nobody had typed, and told', async () => {
  const user = await edit();
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'x');
  const before = profit();
  if (before === undefined) throw new Error('the sample has no such runbook');
  act(() => {
    runCommand(
      { kind: 'save-runbook', runbook: { ...before, title: 'Other', reviewEveryMonths: 3 } },
      'Change',
    );
  });
  expect(screen.getByText(/Taken over, since you had not touched it: review interval\./)).toBeDefined();
  expect(screen.getByText(/saving puts it over the newer one: title\./)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Save runbook' }));
  expect(profit()).toMatchObject({ title: 'Profitx', reviewEveryMonths: 3 });
});

test('an older version is looked at and restored as one step', async () => {
  const before = sampleWorkspace().runbooks['runbook-profit' as RunbookId];
  if (before === undefined) throw new Error('the sample has no such runbook');
  const version = { revision: 4, time: '2026-11-20T10:00:00Z', by: 'lead', title: 'Change it' };
  const older = { ...before, body: 'qqqq' };
  const user = await edit({
    'runbook.versions': () => ({
      ok: true,
      value: {
        versions: [
          { ...version, revision: 5, runbook: before },
          { ...version, runbook: older },
        ],
        hasEarlier: false,
      },
    }),
  });
  await user.click(screen.getByRole('button', { name: 'Versions…' }));
  const versions = await screen.findByRole('listbox', { name: 'Versions' });
  await user.click(within(versions).getAllByRole('option')[1] ?? versions);
  const removed = [...document.querySelectorAll('del')].map((it) => it.textContent);
  expect(removed.join('')).toContain('qqqq');
  await user.click(screen.getByRole('button', { name: 'Restore this version' }));
  expect(profit()).toEqual(older);
  expect(useWorkspaceStore.getState().revision).toBe(1);
});

test('fields and notes are saved as one step; what the form does not show stays', async () => {
  const user = await edit();
  const title = screen.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'Profit and loss ');
  const types = screen.getByRole('textbox', { name: 'Types of data' });
  await user.type(types, '\n\n  Margins  ');
  const notes = await notesField();
  notes.dispatch({ changes: { from: 0, to: notes.state.doc.length, insert: '## Short' } });
  await user.click(screen.getByRole('button', { name: 'Save runbook' }));
  const before = sampleWorkspace().runbooks['runbook-profit' as RunbookId];
  expect(profit()).toEqual({
    ...before,
    title: 'Profit and loss',
    dataTypes: [...(before?.dataTypes ?? []), 'Margins'],
    body: '## Short',
  });
  expect(useWorkspaceStore.getState().revision).toBe(1);
  expect(toasts()).toEqual(['Profit and loss is changed.']);
  expect(within(screen.getByRole('article')).getByRole('heading', { level: 2 }).textContent).toBe(
    'Profit and loss',
  );
});

test('an empty title is refused at its field, and nothing is saved', async () => {
  const user = await edit();
  await user.clear(screen.getByRole('textbox', { name: 'Title' }));
  await user.click(screen.getByRole('button', { name: 'Save runbook' }));
  expect(screen.getByText('Give it a title, such as the name of its pipeline.')).toBeDefined();
  expect(useWorkspaceStore.getState().revision).toBe(0);
});

test('one person cannot own it twice', async () => {
  const user = await edit();
  await user.click(screen.getByRole('button', { name: /Secondary owner/ }));
  await user.click(await screen.findByRole('option', { name: 'Engineer 2' }));
  await user.click(screen.getByRole('button', { name: 'Save runbook' }));
  expect(screen.getByRole('alert').textContent).toContain('the same person');
  expect(profit()?.ownerSecondary).toBe('person-engineer-1');
});

test('Cancel leaves everything as it was', async () => {
  const user = await edit();
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'xyz');
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(profit()?.title).toBe('Profit');
  expect(screen.getByRole('article')).toBeDefined();
});

test('a removed runbook is gone from the list, and its pipeline asks for one', async () => {
  const user = await edit();
  await user.click(screen.getByRole('button', { name: 'Remove runbook' }));
  expect(profit()).toBe(undefined);
  expect(toasts()).toEqual(['Profit is removed.']);
  expect(screen.getByText('Profit has no runbook.')).toBeDefined();
});
