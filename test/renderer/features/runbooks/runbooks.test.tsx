import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Runbooks } from '../../../../renderer/features/runbooks/runbooks.tsx';
import { undo } from '../../../../renderer/state/run-command.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { RunbookId } from '../../../../shared/model/ids.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { showRunbooks, toasts } from './screen.tsx';

/** What is tested here, by name. */
export type Subject = typeof Runbooks;

const titles = () =>
  screen.getAllByRole('option').map((it) => it.querySelector('.runbook-row-title')?.textContent);
const reader = () => screen.getByRole('article');
const runbook = (id: string) => useWorkspaceStore.getState().workspace?.runbooks[id as RunbookId];

function withBody(body: string): Workspace {
  const sample = sampleWorkspace();
  const profit = sample.runbooks['runbook-profit' as RunbookId];
  if (!profit) throw new Error('the sample has no Profit runbook');
  return { ...sample, runbooks: { ...sample.runbooks, [profit.id]: { ...profit, body } } };
}

test('the list names every runbook with audience and owners, and what needs the lead', () => {
  showRunbooks();
  expect(titles()).toEqual(['Profit', 'Growth', 'Engagement']);
  const [profit, growth] = screen.getAllByRole('option');
  expect(profit?.textContent).toContain('Investor-facing');
  expect(profit?.textContent).toContain('Engineer 2');
  expect(profit?.textContent).toContain('owner differs from task');
  expect(growth?.textContent).toContain('Reviewed Wed 4 Nov 2026');
});

test('search finds by words of the text, shows them, and says so when nothing does', async () => {
  const user = userEvent.setup();
  showRunbooks();
  await user.keyboard('/');
  const search = screen.getByRole('searchbox', { name: 'Search runbooks' });
  expect(document.activeElement).toBe(search);
  await user.type(search, 'accountant');
  await waitFor(() => expect(titles()).toEqual(['Profit']));
  expect(screen.getByRole('option').querySelector('mark')?.textContent).toBe('accountant');
  await user.clear(search);
  await user.type(search, 'zebra');
  expect(
    await screen.findByText('No investor-facing runbook says “zebra”. All searches the others too.'),
  ).toBeDefined();
});

test('arrows walk from the search field through the list, and the reader follows', async () => {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('searchbox', { name: 'Search runbooks' }));
  await user.keyboard('{ArrowDown}{ArrowDown}');
  expect(within(reader()).getByRole('heading', { level: 2 }).textContent).toBe('Growth');
  await user.keyboard('{ArrowUp}');
  expect(within(reader()).getByRole('heading', { level: 2 }).textContent).toBe('Profit');
});

test('the filter leaves those that need something', async () => {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('radio', { name: 'To do' }));
  expect(titles()).toEqual(['Profit', 'Engagement']);
});

test('the reader gives, for each symptom, the first safe action, and all steps below', async () => {
  const user = userEvent.setup();
  showRunbooks();
  const { issues } = runbook('runbook-profit') ?? { issues: [] };
  const first = within(screen.getByRole('table', { name: 'First symptoms, first safe action' }))
    .getAllByRole('row')
    .slice(1);
  expect(first.map((row) => within(row).getByRole('rowheader').textContent)).toEqual(
    issues.map((it) => it.symptom),
  );
  expect(first.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(
    issues.map((it) => it.steps[0]?.replaceAll('`', '')),
  );
  const heading = screen.getByRole('heading', { level: 4, name: issues[1]?.symptom ?? '' });
  heading.scrollIntoView = () => undefined;
  await user.click(screen.getByRole('button', { name: `All steps: ${issues[1]?.symptom ?? ''}` }));
  expect(document.activeElement).toBe(heading);
  const steps = [...(heading.closest('.runbook-issue')?.querySelectorAll('li') ?? [])].map(
    (it) => it.textContent,
  );
  expect(steps).toEqual(issues[1]?.steps.map((it) => it.replaceAll('`', '')));
});

test('who is on call now, and next, is read from the shifts', () => {
  showRunbooks();
  const duties = [...reader().querySelectorAll('.runbook-strip .runbook-duty')].map((it) => it.textContent);
  expect(duties).toHaveLength(3);
  const { shifts, people } = sampleWorkspace();
  const holder = (id: string) =>
    people[shifts[id as keyof typeof shifts]?.person as keyof typeof people]?.name ?? '';
  expect(duties[0]).toContain(`Profit, primary`);
  expect(duties[0]).toContain(holder('rotation-profit/primary/2026-11-23'));
  expect(duties[2]).toContain(holder('rotation-team/primary/2026-11-23'));
  expect(duties[2]).toContain(holder('rotation-team/primary/2026-11-30'));
  expect(duties[2]).toContain('From Mon 30 Nov 09:00');
});

test('an owner unlike the task’s is taken over by one command, and one undo brings the difference back', async () => {
  const user = userEvent.setup();
  const { kept } = showRunbooks();
  const difference = screen.getByRole('group', { name: 'Secondary owner differs from task B' });
  expect(difference.textContent).toContain('Differs from task B: Engineer 3');
  await user.click(within(difference).getByRole('button', { name: 'Use task owner' }));
  expect(runbook('runbook-profit')?.ownerSecondary).toBe('person-engineer-3');
  expect(toasts()).toEqual(['Engineer 3 is now secondary owner of Profit.']);
  expect(screen.queryByRole('group', { name: /differs/ })).toBe(null);
  await waitFor(() =>
    expect(kept().runbooks['runbook-profit' as RunbookId]?.ownerSecondary).toBe('person-engineer-3'),
  );
  undo();
  expect(await screen.findByRole('group', { name: 'Secondary owner differs from task B' })).toBeDefined();
});

test('a kept owner stays kept, and says so', async () => {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('button', { name: 'Keep' }));
  expect(runbook('runbook-profit')?.ownersKept).toHaveLength(1);
  expect(reader().textContent).toContain('Kept, though task B names Engineer 3');
});

test('a confirmed review counts from today, once a day, and can be undone', async () => {
  const user = userEvent.setup();
  showRunbooks();
  await user.click(screen.getByRole('option', { name: /Engagement/ }));
  expect(reader().textContent).toContain('review overdue since');
  await user.click(screen.getByRole('button', { name: 'Reviewed, no change' }));
  expect(runbook('runbook-engagement')?.lastReviewedOn).toBe('2026-11-23');
  expect(screen.getByRole('button', { name: 'Reviewed, no change' }).getAttribute('aria-disabled')).toBe(
    'true',
  );
  undo();
  await waitFor(() => expect(reader().textContent).toContain('review overdue since'));
});

test('the notes are shown as Markdown and nothing of them runs or loads', () => {
  showRunbooks({
    workspace: withBody(
      '# Head\n\n<img src=x onerror="window.hit = 1"> [bad](javascript:alert(1)) ![pic](https://e.example/i.png)\n\n<script>window.hit = 1</script>',
    ),
  });
  const prose = reader().querySelector('.runbook-prose');
  expect(prose?.querySelector('h4')?.textContent).toBe('Head');
  expect(prose?.querySelectorAll('script, img, iframe')).toHaveLength(0);
  expect(
    [...(prose?.querySelectorAll('a') ?? [])].map((it) => [it.getAttribute('href'), it.rel, it.target]),
  ).toEqual([['https://e.example/i.png', 'noreferrer noopener', '_blank']]);
  expect('hit' in window).toBe(false);
});

test('on the desktop a link is given to the keeper, not followed', async () => {
  const user = userEvent.setup();
  const { calls } = showRunbooks();
  await user.click(screen.getByRole('link', { name: 'Profit dashboard' }));
  expect(calls).toContainEqual({
    name: 'shell.openLink',
    request: { url: 'https://dashboards.example.com/profit' },
  });
});

test('a read-only workspace is read, and says why nothing can be changed', async () => {
  const user = userEvent.setup();
  showRunbooks({ readOnlyBecause: 'the file was written by a newer version' });
  for (const name of ['Reviewed, no change', 'Edit', 'Use task owner', 'Keep']) {
    const button = screen.getByRole('button', { name });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.click(button);
  }
  expect(useWorkspaceStore.getState().revision).toBe(0);
  expect(screen.queryByRole('form')).toBe(null);
});

test('without runbooks there is one thing to do: write the first', async () => {
  const user = userEvent.setup();
  showRunbooks({ workspace: { ...sampleWorkspace(), runbooks: {} } });
  expect(screen.getByText('No runbooks yet')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Write the first runbook' }));
  await user.click(screen.getByRole('button', { name: 'Add runbook' }));
  expect(titles()).toEqual(['Profit']);
  expect(toasts()).toEqual(['Profit is added.']);
  const [added] = Object.values(useWorkspaceStore.getState().workspace?.runbooks ?? {});
  expect(added).toMatchObject({
    pipeline: 'pipeline-profit',
    ownerPrimary: 'person-engineer-1',
    ownerSecondary: 'person-engineer-2',
    lastReviewedOn: null,
  });
});
