import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { RunbookForm } from '../../../../renderer/features/runbooks/runbook-form.tsx';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks, toasts } from './screen.tsx';

/** What is tested here, by name. */
export type Subject = typeof RunbookForm;

const profit = () => useWorkspaceStore.getState().workspace?.runbooks['runbook-profit' as RunbookId];

async function edit() {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  return user;
}

test('fields and notes are saved as one step; what the form does not show stays', async () => {
  const user = await edit();
  const title = screen.getByRole('textbox', { name: 'Title' });
  await user.clear(title);
  await user.type(title, 'Profit and loss ');
  const types = screen.getByRole('textbox', { name: 'Types of data' });
  await user.type(types, '\n\n  Margins  ');
  const notes = screen.getByRole('textbox', { name: 'Notes' });
  await user.clear(notes);
  await user.type(notes, '## Short');
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
