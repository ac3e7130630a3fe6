// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setKeeper } from '../../../renderer/state/keeper.ts';
import { takeHealthFiles, useHealth } from '../../../renderer/state/health-store.ts';
import { useWorkspaceStore } from '../../../renderer/state/workspace-store.ts';
import type { Bridge } from '../../../shared/contract/channels.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const call = vi.fn(() => Promise.resolve({ ok: true, value: null }));

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-23T10:00:00Z') });
  setKeeper({ call } as unknown as Bridge);
  useWorkspaceStore.setState({ workspace: sampleWorkspace() });
});

afterEach(() => {
  vi.useRealTimers();
  call.mockClear();
  useHealth.setState({ workspace: null, health: null, problem: null });
});

const monitors = JSON.stringify([{ id: 1, name: 'Profit file is late', overall_state: 'Alert', tags: [] }]);
const objectives = JSON.stringify({ data: [{ id: 's', name: 'By 06:00', thresholds: [{ target: 99.5 }] }] });
const saved = (name: string, text: string, savedAt = '2026-11-20T10:00:00.000Z') => ({ name, text, savedAt });

test('monitors and objectives of two files stand together, seen when the older one was saved', async () => {
  await takeHealthFiles([
    saved('monitors.json', monitors),
    saved('slos.json', objectives, '2026-11-21T10:00:00.000Z'),
  ]);
  const { health } = useHealth.getState();
  expect(health?.monitors.map(({ name }) => name)).toEqual(['Profit file is late']);
  expect(health?.objectives?.map(({ name }) => name)).toEqual(['By 06:00']);
  expect(health?.readAt).toBe('2026-11-20T10:00:00.000Z');
  expect(call).toHaveBeenCalledWith('health.keep', expect.objectContaining({ health }));
});

test('a file of the future was seen now, and a clock that is wrong makes nothing newer', async () => {
  await takeHealthFiles([saved('monitors.json', monitors, '2030-01-01T00:00:00.000Z')]);
  expect(useHealth.getState().health?.readAt).toBe('2026-11-23T10:00:00.000Z');
});

test('one file that is none of Datadog’s is named, and what was seen before stays', async () => {
  await takeHealthFiles([saved('monitors.json', monitors)]);
  const before = useHealth.getState().health;
  await takeHealthFiles([saved('slos.json', objectives), saved('page.json', '<html>')]);
  expect(useHealth.getState().problem).toMatch(/^page\.json holds no monitors of Datadog/);
  expect(useHealth.getState().health).toBe(before);
});
