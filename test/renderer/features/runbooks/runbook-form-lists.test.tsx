import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { IssuesField } from '../../../../renderer/features/runbooks/runbook-form-issues.tsx';
import type { LinksField } from '../../../../renderer/features/runbooks/runbook-form-links.tsx';
import type { PromisesField } from '../../../../renderer/features/runbooks/runbook-form-promises.tsx';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks } from './screen.tsx';

// A whole form, typed into letter by letter, takes jsdom its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** What is tested here, by name. */
export type Subject = typeof IssuesField | typeof LinksField | typeof PromisesField;

const profit = () => useWorkspaceStore.getState().workspace?.runbooks['runbook-profit' as RunbookId];
const before = sampleWorkspace().runbooks['runbook-profit' as RunbookId];

async function edit() {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  return user;
}
const save = (user: Awaited<ReturnType<typeof edit>>) =>
  user.click(screen.getByRole('button', { name: 'Save runbook' }));

test('an issue is added with its steps, and blank steps are left out', async () => {
  const user = await edit();
  await user.click(screen.getByRole('button', { name: 'Add issue' }));
  await user.type(screen.getByRole('textbox', { name: 'Symptom' }), 'Late');
  await user.type(screen.getByRole('textbox', { name: 'Step 1' }), 'Look');
  await user.click(screen.getByRole('button', { name: 'Add step' }));
  await save(user);
  expect(profit()?.issues).toEqual([
    ...(before?.issues ?? []),
    { symptom: 'Late', cause: '', steps: ['Look'], escalation: '' },
  ]);
  expect(useWorkspaceStore.getState().revision).toBe(1);
});

test('issues move by their buttons and keep every word', async () => {
  const user = await edit();
  const [first, second, ...rest] = before?.issues ?? [];
  await user.click(screen.getByRole('button', { name: `Move ${second?.symptom ?? ''} up` }));
  await save(user);
  expect(profit()?.issues).toEqual([second, first, ...rest]);
});

test('an issue without symptom is refused at its field, with the way to mend it', async () => {
  const user = await edit();
  await user.click(screen.getByRole('button', { name: 'Add issue' }));
  await user.type(screen.getByRole('textbox', { name: 'Escalation' }), 'Lead');
  await save(user);
  expect(screen.getByText('Say what somebody sees when it happens.')).toBeDefined();
  expect(screen.getByText('One field needs a change before this is saved.')).toBeDefined();
  expect(useWorkspaceStore.getState().revision).toBe(0);
});

test('a service level takes words, a day, a clock and a severity', async () => {
  const user = await edit();
  await user.click(screen.getByRole('button', { name: 'Add service level' }));
  const number = String((before?.slas.length ?? 0) + 1);
  const row = within(screen.getByRole('group', { name: `Service level ${number}` }));
  await user.type(row.getByRole('textbox', { name: 'Promise' }), 'Fast');
  await user.type(row.getByRole('textbox', { name: 'Clock, hours' }), '12x');
  await save(user);
  expect(screen.getByText('Whole hours from 1 to 1,000, or nothing.')).toBeDefined();
  await user.type(row.getByRole('textbox', { name: 'Clock, hours' }), '{Backspace}');
  await save(user);
  expect(profit()?.slas.at(-1)).toEqual({
    text: 'Fast',
    dayOfMonth: null,
    resolveWithinHours: 12,
    severity: null,
  });
});

test('a link that would run something is refused at its field', async () => {
  const user = await edit();
  await user.click(screen.getByRole('button', { name: 'Add link' }));
  const number = String((before?.links.length ?? 0) + 1);
  const row = within(screen.getByRole('group', { name: `Link ${number}` }));
  await user.type(row.getByRole('textbox', { name: 'Name' }), 'Dashboard');
  await user.clear(row.getByRole('textbox', { name: 'Address' }));
  await user.type(row.getByRole('textbox', { name: 'Address' }), 'javascript:alert(1)');
  await save(user);
  expect(screen.getByText('An address that begins with https:// or http://.')).toBeDefined();
  expect(profit()).toEqual(before);
});

test('what nobody wrote anything into is not saved', async () => {
  const user = await edit();
  for (const name of ['Add issue', 'Add service level', 'Add link'])
    await user.click(screen.getByRole('button', { name }));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), ' x');
  await save(user);
  expect(profit()).toEqual({ ...before, title: 'Profit x' });
});
