import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StepsPanel } from '../../../../renderer/features/new-quarter/steps-panel.tsx';
import { hideSteps, prepareQuarter, useNewQuarter } from '../../../../renderer/state/new-quarter.ts';
import { keepUnderway, usePreferences } from '../../../../renderer/state/preferences.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });

beforeEach(async () => {
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(sampleWorkspace()));
  await keepUnderway(null);
  hideSteps();
  act(prepareQuarter);
  render(<StepsPanel />);
});
afterEach(cleanup);

const steps = () => within(screen.getByRole('complementary', { name: 'New quarter' }));
const at = () => useNewQuarter.getState().underway?.at;

test('it begins with the people, on their screen, with the way on in focus', () => {
  expect(steps().getByText('Prepare Q1 2027')).toBeDefined();
  expect(steps().getByText('4 people in the team.')).toBeDefined();
  expect(useView.getState()).toMatchObject({ screen: 'people', quarter: '2027-Q1' });
  expect(document.activeElement?.textContent).toBe('Next');
});

test('each step shows its screen, and is marked as done or skipped', async () => {
  await user.keyboard('{Enter}');
  expect(useView.getState().screen).toBe('leave');
  await user.click(steps().getByRole('button', { name: 'Skip' }));
  expect(useView.getState().screen).toBe('holidays');
  expect(steps().getByRole('button', { name: /^People, done/ })).toBeDefined();
  expect(steps().getByRole('button', { name: /^Leave, skipped/ })).toBeDefined();
});

test('leave is put down in the step itself, as one step that undo takes back', async () => {
  await user.keyboard('{Enter}');
  const before = Object.keys(openWorkspace().leave).length;
  const form = within(screen.getByRole('form', { name: 'Add leave' }));
  await user.click(form.getByRole('button', { name: 'Add leave' }));
  expect(form.getByText('The first day is missing.')).toBeDefined();
  await user.type(form.getByLabelText('First day'), '2027-02-22');
  await user.type(form.getByLabelText('Last day'), '2027-02-24');
  await user.click(form.getByRole('button', { name: 'Add leave' }));
  expect(Object.keys(openWorkspace().leave)).toHaveLength(before + 1);
  act(() => void undo());
  expect(Object.keys(openWorkspace().leave)).toHaveLength(before);
});

test('put away and opened again, it goes on where it was', async () => {
  await user.keyboard('{Enter}{Enter}');
  expect(at()).toBe('holidays');
  await user.click(steps().getByRole('button', { name: 'Put the steps away' }));
  expect(screen.queryByRole('complementary')).toBeNull();
  expect(usePreferences.getState().quarterUnderway?.done).toEqual(['people', 'leave']);
  act(prepareQuarter);
  await waitFor(() => expect(at()).toBe('holidays'));
});

test('skipped to its end it is over, and the next time it begins anew', async () => {
  for (const step of ['leave', 'holidays', 'plan', 'review', 'publish', undefined]) {
    await user.click(steps().getByRole('button', { name: 'Skip' }));
    expect(at()).toBe(step);
  }
  expect(usePreferences.getState().quarterUnderway).toBeNull();
});

test('on another quarter it says which one it is about, and leads back', async () => {
  act(() => useView.setState({ quarter: '2026-Q4' as never }));
  await user.click(steps().getByRole('button', { name: 'Back to Q1 2027' }));
  expect(useView.getState().quarter).toBe('2027-Q1');
});
