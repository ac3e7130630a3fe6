import { fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { UnsavedNote } from '../../../../renderer/features/runbooks/unsaved-note.tsx';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import { showRunbooks, toasts } from './screen.tsx';

vi.setConfig({ testTimeout: 60_000 });

/** What is tested here, by name. */
export type Subject = typeof UnsavedNote;

// A form of this size is asked for by its words: by role, jsdom takes seconds for each.
const title = () => screen.getByLabelText<HTMLInputElement>('Title');
const press = (name: string) => userEvent.click(screen.getByText(name));
const open = (name: string) => userEvent.click(screen.getByText(name, { selector: '.runbook-row-title' }));
const goesOn = () => screen.queryByText('Go on writing');

test('what is written outlives a look at another runbook, and a discard can be taken back', async () => {
  const { kept } = showRunbooks();
  await press('Edit');
  fireEvent.change(title(), { target: { value: 'Profit at night' } });
  await open('Growth');
  expect(goesOn()).toBeNull();
  await open('Profit');
  await press('Go on writing');
  expect(title().value).toBe('Profit at night');
  await press('Cancel');
  expect(goesOn()).toBeNull();
  expect(toasts()).toEqual(['Your changes to Profit at night are discarded.']);
  const back = useToasts.getState().toasts[0]?.action;
  back?.run();
  await screen.findByText('Go on writing');
  await press('Go on writing');
  await press('Save runbook');
  expect(Object.values(kept().runbooks).map((one) => one.title)).toContain('Profit at night');
  expect(goesOn()).toBeNull();
});

test('a new runbook is begun from the list, stays in the house, and is gone on with', async () => {
  const { kept } = showRunbooks();
  await press('New runbook');
  fireEvent.change(title(), { target: { value: 'Billing' } });
  await open('Growth');
  expect(screen.getByText('“Billing” is not saved.')).toBeDefined();
  await press('Go on writing');
  expect(title().value).toBe('Billing');
  await press('Add runbook');
  expect(Object.values(kept().runbooks).find((one) => one.title === 'Billing')).toMatchObject({
    audience: 'internal',
    pipeline: null,
  });
  expect(screen.queryByText('“Billing” is not saved.')).toBeNull();
});
