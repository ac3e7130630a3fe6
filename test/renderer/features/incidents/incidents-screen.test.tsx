import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IncidentsScreen } from '../../../../renderer/features/incidents/incidents-screen.tsx';
import { closeIncident } from '../../../../renderer/state/incident-view.ts';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import { toLocal } from '../../../../shared/calendar/zone.ts';
import type { Instant } from '../../../../shared/model/dates.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });
vi.stubGlobal('CSS', { escape: (text: string) => text });

async function show(workspace: Workspace = sampleWorkspace()): Promise<void> {
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(workspace));
  render(<IncidentsScreen />);
}

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T17:00:00Z'), toFake: ['Date'] });
});
afterEach(() => {
  cleanup();
  closeIncident();
  vi.useRealTimers();
});

const click = (name: string | RegExp) => user.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const newest = () =>
  Object.values(openWorkspace().incidents).find(({ title }) => title === 'Export is late')?.events ?? [];

const momentOf = (at?: Instant) => at && toLocal(at, openWorkspace().about.zone);

test('an incident is opened, acknowledged and resolved, and each step can be undone', async () => {
  await show();
  await click('Report incident…');
  type('What happened', 'Export is late');
  await click('Open incident');
  const sheet = screen.getByRole('dialog', { name: 'Export is late' });
  expect(within(sheet).getByText('Not acknowledged')).toBeTruthy();
  await click('Acknowledge');
  expect(newest().map(({ kind }) => kind)).toEqual(['opened', 'acknowledged']);
  expect(newest()[1]?.by).toMatch(/^person-engineer-/);
  await user.click(screen.getByRole('radio', { name: 'Resolve' }));
  type('What was done', 'Sent again');
  await click('Resolve');
  expect(newest().at(-1)).toMatchObject({ kind: 'resolved', reason: 'Sent again' });
  undo();
  expect(newest().map(({ kind }) => kind)).toEqual(['opened', 'acknowledged']);
});

test('a pause asks what it waits for, and a time before the last step is refused at the field', async () => {
  await show();
  await click('Report incident…');
  type('What happened', 'Export is late');
  await click('Open incident');
  await user.click(screen.getByRole('radio', { name: 'Resolve' }));
  type('at', '08:00');
  expect(screen.getByText(/It was opened Mon 23 Nov 2026, 12:00: give a later time/)).toBeTruthy();
  await click('Resolve');
  expect(newest()).toHaveLength(1);
  type('at', '12:00');
  await user.click(screen.getByRole('radio', { name: 'Pause' }));
  expect(screen.getByRole('button', { name: 'Pause' }).getAttribute('aria-disabled')).toBe('true');
  type('What it waits for', 'The billing team');
  await click('Pause');
  expect(newest().map(({ kind }) => kind)).toEqual(['opened', 'paused']);
});

test('the log shows goals and the report counts by quarter and pipeline', async () => {
  await show();
  const log = screen.getByRole('table', { name: 'Incidents' });
  expect(within(log).getAllByRole('row')).toHaveLength(4);
  expect(log.textContent).toContain('within 12 h');
  await user.click(screen.getByRole('tab', { name: 'Report' }));
  const report = screen.getByRole('table', { name: 'Incidents by quarter and pipeline' });
  expect(within(report).getAllByRole('row')).toHaveLength(4);
});

test('without incidents the screen says what one brings', async () => {
  await show({ ...sampleWorkspace(), incidents: {}, compTime: {}, runs: {} });
  expect(screen.getByText('No incidents')).toBeTruthy();
});

test('in the night in which clocks go back, what happens now is written down as now, and the first time can be meant', async () => {
  const workspace = sampleWorkspace();
  expect(workspace.about.zone).toBe('America/New_York');
  vi.setSystemTime(new Date('2026-11-01T06:30:00Z'));
  await show(workspace);
  await click('Report incident…');
  type('What happened', 'Export is late');
  await click('Open incident');
  expect(newest()[0]?.at).toBe('2026-11-01T06:30:00Z');
  await user.click(screen.getByRole('checkbox', { name: /^The second time/ }));
  expect(screen.getByText(/: give a later time\.$/)).toBeTruthy();
  await user.click(screen.getByRole('checkbox', { name: /^The second time/ }));
  await click('Acknowledge');
  expect(newest()[1]?.at).toBe('2026-11-01T06:30:00Z');
});

test('a time is typed on either clock', async () => {
  await show();
  await click('Report incident…');
  type('What happened', 'Export is late');
  type('at', '0:05 AM');
  expect(screen.getByText('As 14:30')).toBeTruthy();
  type('at', '12:05 am');
  await click('Open incident');
  expect(momentOf(newest()[0]?.at)).toBe('2026-11-23T00:05');
});
