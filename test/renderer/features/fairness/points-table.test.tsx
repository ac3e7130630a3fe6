import { cleanup, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Points } from '../../../../renderer/features/fairness/points-table.tsx';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import { judge } from '../../../../shared/planner/judge.ts';
import { largeWorkspace } from '../../../builders/large-workspace.ts';
import { stubResizeObserver } from '../../stub-resize-observer.ts';

beforeEach(() => {
  stubResizeObserver();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** The rows of the people, and how many rows the table says that it has. */
function shown(count: number): { readonly names: readonly (string | null)[]; readonly said: string | null } {
  const workspace = largeWorkspace({ people: count, weeks: 13, rotations: 2 });
  useWorkspaceStore.setState({ workspace, phase: 'open' });
  const now = judge(workspace, '2027-Q1' as QuarterId, null);
  const { container } = render(<Points people={now.people} now={now} before={null} />);
  return {
    names: [...container.querySelectorAll('tbody th')].map(({ textContent }) => textContent),
    said: container.querySelector('table')?.getAttribute('aria-rowcount') ?? null,
  };
}

test('a team that fits is drawn whole', () => {
  expect(shown(30)).toMatchObject({ names: { length: 30 }, said: null });
});

test('of two hundred people those in sight are drawn, and the table says how many there are', () => {
  const { names, said } = shown(200);
  expect(names[0]).toBe('Person 01');
  expect(names.length).toBeLessThan(60);
  expect(said).toBe('202');
});
