import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { undo } from '../../../../renderer/state/run-command.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks, toasts } from './screen.tsx';

const runs = () => Object.values(useWorkspaceStore.getState().workspace?.runs ?? {});
const profit = sampleWorkspace().runbooks['runbook-profit' as RunbookId];
const [issue] = profit?.issues ?? [];
const symptom = issue?.symptom ?? '';
Element.prototype.scrollIntoView = () => undefined;

async function begin() {
  const user = userEvent.setup();
  const shown = showRunbooks();
  await user.click(screen.getByRole('button', { name: `Work through: ${symptom}` }));
  return { user, ...shown, list: screen.getByRole('region', { name: `Checklist: ${symptom}` }) };
}

test('a checklist keeps who ticked what and when, the notes, and the end; then it stands among the records', async () => {
  const { user, list, kept } = await begin();
  expect(toasts()).toEqual([`You work through “${symptom}”. Every tick is kept.`]);
  const boxes = within(list).getAllByRole('checkbox');
  expect(boxes).toHaveLength(issue?.steps.length ?? 0);
  await user.click(boxes[0] as HTMLElement);
  expect(runs()[0]).toMatchObject({ title: symptom, startedBy: 'lead', runbook: 'runbook-profit' });
  expect(runs()[0]?.steps[0]).toMatchObject({ tickedAt: '2026-11-23T17:00:00.000Z', tickedBy: 'lead' });
  expect(runs()[0]?.steps[1]?.tickedAt).toBe(null);
  await user.type(within(list).getByRole('textbox', { name: 'Notes' }), 'Feed was late');
  await user.click(within(list).getByRole('button', { name: 'Finish' }));
  await waitFor(() => expect(runs()[0]).toMatchObject({ notes: 'Feed was late' }));
  expect(runs()[0]?.finishedAt).toBe('2026-11-23T17:00:00.000Z');
  expect(screen.queryByRole('region', { name: `Checklist: ${symptom}` })).toBe(null);
  const records = screen.getByRole('heading', { name: 'Checklist records' }).parentElement as HTMLElement;
  expect(records.textContent).toContain(`lead · 1 of ${String(issue?.steps.length)} done`);
  expect(records.textContent).toContain('Feed was late');
  await waitFor(() => expect(Object.values(kept().runs)).toEqual(runs()));
});

test('ticks are written down for whoever is named, and a step of undo takes one back', async () => {
  const { user, list } = await begin();
  await user.click(within(list).getByRole('button', { name: /written down for/ }));
  await user.click(await screen.findByRole('option', { name: 'Engineer 3' }));
  const [box] = within(list).getAllByRole<HTMLInputElement>('checkbox');
  await user.click(box as HTMLElement);
  expect(runs()[0]?.steps[0]?.tickedBy).toBe('Engineer 3');
  undo();
  await waitFor(() => expect(box?.checked).toBe(false));
});

test('a step is copied as it stands in the runbook, and a system without clipboard is told', async () => {
  const user = userEvent.setup();
  showRunbooks();
  const heading = screen.getByRole('heading', { level: 4, name: symptom });
  const part = heading.closest('.runbook-issue') as HTMLElement;
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce(undefined);
  await user.click(within(part).getByRole('button', { name: 'Copy step 1' }));
  expect(write).toHaveBeenCalledWith(issue?.steps[0]);
  write.mockRejectedValueOnce(new Error('denied'));
  await user.click(within(part).getByRole('button', { name: 'Copy step 2' }));
  await waitFor(() =>
    expect(toasts()).toContain('Not copied: the system gave no clipboard. Select the text to copy it.'),
  );
});

test('a record can be gone on with and removed', async () => {
  const { user, list } = await begin();
  await user.click(within(list).getByRole('button', { name: 'Finish' }));
  await user.click(screen.getByRole('button', { name: 'Go on with it' }));
  expect(runs()[0]?.finishedAt).toBe(null);
  await user.click(screen.getByRole('button', { name: 'Finish' }));
  await user.click(screen.getByRole('button', { name: 'Remove record' }));
  expect(runs()).toEqual([]);
});
