import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { useKeptDrafts } from '../../../../renderer/features/runbooks/kept-drafts.ts';
import { closeWorkspace } from '../../../../renderer/state/session.ts';
import { unwritten, useUnwritten } from '../../../../renderer/state/unwritten.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import { keptDraftSchema, type KeptDraft } from '../../../../shared/contract/drafts.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { showRunbooks, toasts } from './screen.tsx';

vi.setConfig({ testTimeout: 60_000 });

/** What is tested here, by name. */
export type Subject = typeof useKeptDrafts;

const title = () => screen.getByLabelText<HTMLInputElement>('Title');
const press = (name: string) => userEvent.click(screen.getByText(name));
const kept = () => useUnwritten.getState().keep();

/** Writes into the runbook that is shown first, and gives what the keeper was given last. */
async function written(calls: ReturnType<typeof showRunbooks>['calls']): Promise<readonly KeptDraft[]> {
  expect(await kept()).toBe(true);
  const last = calls.filter(({ name }) => name === 'drafts.keep').at(-1);
  return (last?.request as { readonly drafts: readonly KeptDraft[] }).drafts;
}

async function writeOfProfit(): Promise<readonly KeptDraft[]> {
  const { calls } = showRunbooks();
  await press('Edit');
  await press('Add service level');
  fireEvent.change(title(), { target: { value: '' } });
  const drafts = await written(calls);
  cleanup();
  return drafts;
}

test('what was written is offered after a crash as it was typed, and forgotten once it is saved', async () => {
  const drafts = await writeOfProfit();
  expect(drafts).toEqual([keptDraftSchema.parse(drafts[0])]);
  const { calls, kept: plan } = showRunbooks({
    answers: { 'drafts.read': () => ({ ok: true, value: drafts }) },
  });
  await screen.findByText('Your changes to this runbook are not saved.');
  expect(toasts().join()).toContain(
    'What you wrote of Profit before Evenwatch ended is kept, and is not saved yet.',
  );
  await press('Go on writing');
  expect(title().value).toBe('');
  expect(screen.getAllByLabelText<HTMLInputElement>('Promise').at(-1)?.value).toBe('');
  fireEvent.change(title(), { target: { value: 'Profit at night' } });
  await press('Save runbook');
  expect(Object.values(plan().runbooks).map((one) => one.title)).toContain('Profit at night');
  expect(await written(calls)).toEqual([]);
});

test('what was saved right before the crash is not offered again, and what is gone becomes a new runbook', async () => {
  const [draft] = await writeOfProfit();
  if (draft === undefined) throw new Error('nothing was kept');
  const typed = { ...draft.typed, title: 'Profit', slas: draft.typed.slas.slice(0, -1) };
  const gone = { ...draft, base: { ...draft.base, id: 'runbook-gone' as RunbookId } };
  showRunbooks({
    answers: {
      'drafts.read': () => ({
        ok: true,
        value: [
          { ...draft, typed },
          { ...gone, typed: { ...typed, id: gone.base.id, title: 'Billing' } },
        ],
      }),
    },
  });
  await screen.findByText('“Billing” is not saved.');
  expect(unwritten()).toEqual(['Billing']);
});

test('a disk that keeps nothing is told once, and nothing is written over what it could not give out', async () => {
  const { calls } = showRunbooks({
    answers: {
      'drafts.read': () => ({
        ok: false,
        problem: { kind: 'disk', tried: 'read', file: '/data/drafts.json', code: 'EIO' },
      }),
    },
  });
  await press('Edit');
  fireEvent.change(title(), { target: { value: 'Profit at night' } });
  expect(await kept()).toBe(false);
  expect(toasts().filter((text) => text.includes('lost in a crash'))).toHaveLength(1);
  expect(calls.map(({ name }) => name)).not.toContain('drafts.keep');
});

test('what was discarded right before the plan is closed is not kept', async () => {
  const { calls } = showRunbooks();
  await press('Edit');
  fireEvent.change(title(), { target: { value: 'Profit at night' } });
  expect(await written(calls)).toHaveLength(1);
  await press('Cancel');
  cleanup();
  await closeWorkspace();
  const names = calls.map(({ name }) => name);
  expect(names.lastIndexOf('drafts.keep')).toBeLessThan(names.indexOf('workspace.close'));
  expect(calls.filter(({ name }) => name === 'drafts.keep').at(-1)?.request).toMatchObject({ drafts: [] });
});

test('of a plan that could only be looked at, drafts are read once it can be written', async () => {
  const { calls } = showRunbooks({ readOnlyBecause: 'another program has it open' });
  const reads = () => calls.filter(({ name }) => name === 'drafts.read').length;
  await waitFor(() => expect(reads()).toBe(1));
  act(() => useWorkspaceStore.setState({ readOnlyBecause: null }));
  await waitFor(() => expect(reads()).toBe(2));
});
