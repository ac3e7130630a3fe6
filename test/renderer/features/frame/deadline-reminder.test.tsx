import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DeadlineReminder } from '../../../../renderer/features/frame/deadline-reminder.tsx';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import { closedWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

async function showAt(moment: string): Promise<void> {
  vi.useFakeTimers({ now: new Date(moment), toFake: ['Date'] });
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(sampleWorkspace()));
  render(<DeadlineReminder />);
}

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('nothing is said while nothing waits', async () => {
  await showAt('2026-11-23T17:00:00Z');
  expect(screen.queryByRole('button')).toBeNull();
});

test('what is late and what is due soon is counted, a click away from its list', async () => {
  // Reports were due on the 3rd, data on Friday the 4th.
  await showAt('2026-12-04T17:00:00Z');
  await userEvent
    .setup({ pointerEventsCheck: 0 })
    .click(screen.getByRole('button', { name: '2 deadlines late, 3 due soon' }));
  expect(useView.getState().screen).toBe('deadlines');
});
