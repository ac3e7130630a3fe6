import { useEffect } from 'react';
import type { Health } from '../../shared/exchange/health.ts';
import { loadSeenHealth, useHealth } from './health-store.ts';
import { useWorkspace } from './workspace-store.ts';

/** What was seen last for the open workspace; null before anything was, and while it is looked up. */
export function useSeenHealth(): Health | null {
  const { id } = useWorkspace().about;
  useEffect(() => void loadSeenHealth(id), [id]);
  return useHealth((state) => (state.workspace === id ? state.health : null));
}
