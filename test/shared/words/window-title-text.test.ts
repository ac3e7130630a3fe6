import { expect, test } from 'vitest';
import { windowTitle } from '../../../shared/words/window-title-text.ts';

const parts = { plan: 'Team', dataFolder: '/data', screen: 'Board', state: 'saved' } as const;

test.each([
  [{ file: '/data/workspaces/team/workspace.json' }, 'Team · Board · Evenwatch'],
  [{ file: '/plans/q1.json' }, 'q1.json · Board · Evenwatch'],
  [{ file: 'C:\\plans\\q1.json', state: 'saving' }, 'q1.json (saving…) · Board · Evenwatch'],
  [{ file: '/plans/q1.json', state: 'not-saved' }, 'q1.json (not saved) · Board · Evenwatch'],
  [{ file: null, state: 'read-only' }, 'Team (read only) · Board · Evenwatch'],
] as const)('%j is titled %j', (changes, title) => {
  expect(windowTitle({ ...parts, ...changes })).toBe(title);
});
