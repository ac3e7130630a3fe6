import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FilterPanel } from '../../../../renderer/features/frame/filter-panel.tsx';
import { setFilter, showAll, useView } from '../../../../renderer/state/view-store.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import { aPerson, aRotation, aWorkspace, personIdOf } from '../../../builders/a-workspace.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });

function show(count: number): void {
  const people = Array.from({ length: count }, (_none, position) =>
    aPerson(`Person ${position}`, { position }),
  );
  const first = people.slice(0, 2).map(({ name }) => name);
  useWorkspaceStore.setState({
    workspace: aWorkspace({ people, rotations: [aRotation('Team', first)] }),
    phase: 'open',
  });
  render(<FilterPanel />);
}

beforeEach(() => act(() => setFilter(showAll)));
afterEach(cleanup);

test('one of many people is found by a part of the name, and chosen beside those chosen before', async () => {
  show(20);
  await user.click(screen.getByLabelText('Person 3'));
  await user.type(screen.getByLabelText('Find in people'), '19');
  expect(screen.getAllByLabelText(/^Person/)).toHaveLength(1);
  await user.click(screen.getByLabelText('Person 19'));
  expect(useView.getState().filter.people).toEqual(['Person 3', 'Person 19'].map(personIdOf));
  expect(screen.getByText('People, 2 chosen')).toBeTruthy();
  await user.type(screen.getByLabelText('Find in people'), 'x');
  expect(screen.getByText('No match.')).toBeTruthy();
});

test('a few people need no search', () => {
  show(4);
  expect(screen.queryByRole('searchbox')).toBeNull();
});
