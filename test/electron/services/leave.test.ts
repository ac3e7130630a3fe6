import { expect, test } from 'vitest';
import { leaveInOrder, noticingConsent, type LeavePorts } from '../../../electron/services/leave.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import { aClock } from '../support/test-ports.ts';

function aHost(changes: Partial<LeavePorts> = {}) {
  const clock = aClock();
  const events: string[] = [];
  const note = (event: string): void => void events.push(event);
  const leave = leaveInOrder({
    askWindow: () => (note('ask'), true),
    isResponsive: () => Promise.resolve(false),
    mayForce: () => (note('dialog'), Promise.resolve(false)),
    closeKeeper: () => (note('close'), Promise.resolve(null)),
    tell: ({ kind }) => (note(`tell ${kind}`), Promise.resolve()),
    end: () => note('end'),
    after: (milliseconds, action) => clock.after(milliseconds, action),
    patience: 5000,
    ...changes,
  });
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  };
  const pass = async (milliseconds: number): Promise<void> => {
    clock.pass(milliseconds);
    await settled();
  };
  return { leave, events, pass, settled };
}

test('the window is asked, and the program ends once it has closed the workspace', async () => {
  const { leave, events, pass } = aHost();
  leave.request();
  await pass(1000);
  expect(events).toEqual(['ask']);
  leave.windowConsents(null);
  await pass(20);
  expect(events).toEqual(['ask', 'close', 'end']);
});

test('without a window that could answer it ends at once, after the keeper closed', async () => {
  const { leave, events, settled } = aHost({ askWindow: () => false });
  leave.request();
  await settled();
  expect(events).toEqual(['close', 'end']);
});

test('a window that hangs is asked about, and may be waited for', async () => {
  const { leave, events, pass } = aHost();
  leave.request();
  await pass(5000);
  expect(events).toEqual(['ask', 'dialog']);
  await pass(600_000);
  expect(events).toEqual(['ask', 'dialog']);
  leave.windowConsents(null); // what it was waited for
  await pass(100);
  expect(events).toEqual(['ask', 'dialog', 'close', 'end']);
});

test('a window that hangs may be ended against its will', async () => {
  const { leave, events, pass } = aHost({ mayForce: () => Promise.resolve(true) });
  leave.request();
  await pass(5000);
  expect(events).toEqual(['ask', 'close', 'end']);
});

test('a window that talks with the lead about unsaved edits has time, and no second dialog over it', async () => {
  const { leave, events, pass } = aHost({ isResponsive: () => Promise.resolve(true) });
  leave.request();
  await pass(60_000);
  leave.windowConsents(null);
  await pass(20);
  expect(events).toEqual(['ask', 'close', 'end']);
});

test('who thinks long about unsaved edits and then leaves is let go', async () => {
  const { leave, events, pass } = aHost({ isResponsive: () => Promise.resolve(true) });
  leave.request();
  await pass(5000);
  await pass(600_000);
  leave.windowConsents(null);
  await pass(20);
  expect(events).toEqual(['ask', 'close', 'end']);
});

test('whoever stayed and wants to leave later is asked again, and a window that hangs by then is noticed', async () => {
  let responsive = true;
  const { leave, events, pass } = aHost({ isResponsive: () => Promise.resolve(responsive) });
  leave.request();
  await pass(5000);
  responsive = false;
  leave.request();
  await pass(5000);
  expect(events).toEqual(['ask', 'ask', 'dialog']);
});

test('who chose to stay may close the plan at once: only a close meant as leave ends the program', async () => {
  const { leave, events, pass } = aHost({ isResponsive: () => Promise.resolve(true) });
  const dispatch = noticingConsent(() => Promise.resolve({ ok: true, value: null }), () => {
    leave.windowConsents(null);
  });
  leave.request();
  await pass(10_000);
  await dispatch('workspace.close', { quitting: false });
  await pass(1000);
  expect(events).toEqual(['ask']);
  await dispatch('workspace.close', { quitting: true });
  await pass(20);
  expect(events).toEqual(['ask', 'close', 'end']);
});

test('a last checkpoint that failed is told before the program ends, whoever closed the workspace', async () => {
  const problem = { kind: 'disk', tried: 'write the last checkpoint of', file: '/p/team.json', code: 'ENOSPC' } as const;
  const consented = aHost();
  consented.leave.request();
  consented.leave.windowConsents(problem);
  await consented.pass(20);
  expect(consented.events).toEqual(['ask', 'close', 'tell disk', 'end']);
  const alone = aHost({ askWindow: () => false, closeKeeper: () => Promise.resolve(problem) });
  alone.leave.request();
  await alone.settled();
  expect(alone.events).toEqual(['tell disk', 'end']);
});

test('a workspace that was closed with a problem is closed: the wish to quit stands', async () => {
  const heard: unknown[] = [];
  const answer = (problem: Problem) => noticingConsent(() => Promise.resolve({ ok: false, problem }), (told) => heard.push(told));
  const full: Problem = { kind: 'disk', tried: 'write the last checkpoint of', file: '/p/team.json', code: 'ENOSPC' };
  await answer(full)('workspace.close', { quitting: true });
  await answer(full)('workspace.close', { quitting: false });
  await answer({ kind: 'bad-message', channel: 'workspace.close', detail: 'x' })('workspace.close', { quitting: true });
  expect(heard).toEqual([full]);
});
