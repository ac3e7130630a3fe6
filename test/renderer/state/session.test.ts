import { expect, test, vi } from 'vitest';
import { quarterToShow } from '../../../renderer/state/session.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { thirtyByThirteen } from '../../builders/large-workspace.ts';

const on = (day: string, workspace: Workspace): string => {
  vi.useFakeTimers({ now: new Date(`${day}T12:00:00Z`) });
  try {
    return quarterToShow(workspace);
  } finally {
    vi.useRealTimers();
  }
};

test('from the middle of a planned quarter on the next one is shown, which is to be planned', () => {
  expect(on('2026-10-20', sampleWorkspace())).toBe('2026-Q4');
  expect(on('2026-11-23', sampleWorkspace())).toBe('2027-Q1');
});

test('a plan whose turns begin later opens where they begin, not on an empty quarter', () => {
  expect(on('2026-06-01', thirtyByThirteen())).toBe('2027-Q1');
});

test('a plan without turns opens on the present quarter', () => {
  expect(on('2026-06-01', { ...thirtyByThirteen(), rotations: {}, shifts: {} })).toBe('2026-Q2');
});
