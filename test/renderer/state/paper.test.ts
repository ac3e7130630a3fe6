import { afterEach, expect, test, vi } from 'vitest';
import { paperFor, usualPaper } from '../../../renderer/state/paper.ts';
import { useWorkspaceStore } from '../../../renderer/state/workspace-store.ts';
import type { HostInfo } from '../../../shared/contract/channels.ts';

test.each([
  ['en-US', 'Letter'],
  ['en', 'Letter'],
  ['es-MX', 'Letter'],
  ['fr-CA', 'Letter'],
  ['en-GB', 'A4'],
  ['de', 'A4'],
  ['de-DE', 'A4'],
  ['pt-BR', 'A4'],
  ['ja', 'A4'],
])('%s prints on %s', (language, paper) => {
  expect(paperFor(language)).toBe(paper);
});

afterEach(() => {
  vi.unstubAllGlobals();
  useWorkspaceStore.setState({ host: null });
});

test('the system’s region counts before the language of the page', () => {
  vi.stubGlobal('navigator', { language: 'en-US' });
  expect(usualPaper()).toBe('Letter');
  useWorkspaceStore.setState({ host: { locale: 'de-DE' } as HostInfo });
  expect(usualPaper()).toBe('A4');
  useWorkspaceStore.setState({ host: { locale: '' } as HostInfo });
  expect(usualPaper()).toBe('Letter');
});
