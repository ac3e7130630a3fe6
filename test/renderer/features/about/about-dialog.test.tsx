import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AboutDialog } from '../../../../renderer/features/about/about-dialog.tsx';
import { start } from '../../../../renderer/state/session.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

beforeEach(async () => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  await start(memoryBridge(sampleWorkspace()));
  render(<AboutDialog />);
});

afterEach(cleanup);

const textsOf = (selector: string): readonly (string | null)[] =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

const find = (query: string): void => {
  const [field] = document.querySelectorAll('input');
  if (field) fireEvent.change(field, { target: { value: query } });
};

test('says which versions run, its data format among them, and what holidays and fonts ask to be named', () => {
  expect(textsOf('dl > div')).toEqual(['Evenwatch0.1.0', 'Data format4', 'Node20.20.0']);
  expect(screen.getByText(/Attribution-ShareAlike 3\.0.*SIL Open Font License/)).toBeDefined();
});

test('shows the licence of any component in full, found by name or by licence', async () => {
  expect(textsOf('li').length).toBeGreaterThan(100);
  find('MPL-2');
  expect(textsOf('li')).toEqual([expect.stringContaining('ical.js')]);
  const entry = document.querySelector('details');
  if (entry) entry.open = true; // jsdom opens none by a click
  expect(await screen.findByText(/Mozilla Public License Version 2\.0/)).toBeDefined();
  find('no such thing');
  expect(screen.getByText(/No component is called/)).toBeDefined();
});
