import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { setIncidentMode } from '../../../../renderer/features/runbooks/incident-mode.ts';
import { closeReviewList, showReviewList } from '../../../../renderer/state/runbook-review.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks } from './screen.tsx';

beforeEach(() => {
  closeReviewList();
  setIncidentMode(false);
});

const engagement = 'runbook-engagement' as RunbookId;
function internalEngagement(): Workspace {
  const sample = sampleWorkspace();
  const record = sample.runbooks[engagement];
  if (record === undefined) throw new Error('the sample has it');
  return { ...sample, runbooks: { ...sample.runbooks, [engagement]: { ...record, audience: 'internal' } } };
}
const titles = () =>
  screen.getAllByRole('option').map((it) => it.querySelector('.runbook-row-title')?.textContent);

test('the list of reviews shows what is due, and “no change” settles it in place', async () => {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('button', { name: 'Reviews and gaps' }));
  const due = screen.getByRole('table', { name: 'Runbooks due for review' });
  const rows = within(due).getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(['Engagement']);
  await user.click(within(due).getByRole('button', { name: 'Reviewed, no change: Engagement' }));
  expect(useWorkspaceStore.getState().workspace?.runbooks[engagement]?.lastReviewedOn).toBe('2026-11-23');
  expect(screen.queryByRole('table', { name: 'Runbooks due for review' })).toBe(null);
  expect(screen.getByText('No review is due within the next 30 days.')).toBeDefined();
});

test('each gap leads to its runbook, and a pipeline without one asks for it', async () => {
  const user = userEvent.setup();
  const sample = sampleWorkspace();
  const { [engagement]: _gone, ...runbooks } = sample.runbooks;
  showRunbooks({ workspace: { ...sample, runbooks } });
  showReviewList();
  const report = await screen.findByRole('region', { name: 'Reviews and gaps' });
  expect(within(report).getByRole('button', { name: /^Write one\s+for Engagement$/ })).toBeDefined();
  expect(report.textContent).toContain('task B names Engineer 3');
  await user.click(within(report).getByRole('button', { name: 'Profit' }));
  expect(screen.getByRole('region', { name: 'Profit' })).toBeDefined();
});

test('what is internal stands in no list by itself, but is found once asked for', async () => {
  const user = userEvent.setup();
  showRunbooks({ workspace: internalEngagement() });
  expect(titles()).toEqual(['Profit', 'Growth']);
  await user.click(screen.getByRole('radio', { name: 'All' }));
  expect(titles()).toEqual(['Profit', 'Growth', 'Engagement']);
  await user.click(screen.getByRole('option', { name: /Engagement/ }));
  await user.click(screen.getByRole('radio', { name: 'Investor-facing' }));
  expect(titles()).toEqual(['Profit', 'Growth', 'Engagement']);
  await user.click(screen.getByRole('button', { name: 'Export PDF' }));
  expect(screen.getAllByRole('menuitem').map((it) => it.textContent)).toEqual(
    expect.arrayContaining([
      'Engagement alone',
      'All 2 investor-facing',
      'All 3 runbooks, internal ones too',
    ]),
  );
});

test('incident mode leaves one runbook on the screen, and Escape leaves incident mode', async () => {
  const user = userEvent.setup();
  showRunbooks();
  const frame = document.querySelector('.runbooks');
  await user.click(screen.getByRole('button', { name: 'Incident mode' }));
  expect(frame?.hasAttribute('data-incident')).toBe(true);
  expect(screen.queryByRole('button', { name: 'Edit' })).toBe(null);
  await user.keyboard('{Escape}');
  await waitFor(() => expect(frame?.hasAttribute('data-incident')).toBe(false));
  expect(screen.getByRole('button', { name: 'Edit' })).toBeDefined();
});

test('of very many runbooks the first hundred are drawn, the others when asked for or searched', async () => {
  const user = userEvent.setup();
  const sample = sampleWorkspace();
  const [pattern] = Object.values(sample.runbooks);
  if (pattern === undefined) throw new Error('the sample has runbooks');
  const many = Array.from({ length: 130 }, (_, index) => {
    const id = `runbook-n${String(index)}` as RunbookId;
    return [id, { ...pattern, id, title: `Number ${String(index)}`, position: index }] as const;
  });
  showRunbooks({ workspace: { ...sample, runbooks: Object.fromEntries(many) } });
  expect(titles()).toHaveLength(100);
  await user.click(screen.getByRole('button', { name: 'Show 30 of them' }));
  expect(titles()).toHaveLength(130);
});
