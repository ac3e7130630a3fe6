import { fireEvent, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { bindDrops } from '../../../renderer/state/dropped-files.ts';
import { setKeeper } from '../../../renderer/state/keeper.ts';
import { useToasts } from '../../../renderer/state/toast-store.ts';
import type { Bridge } from '../../../shared/contract/channels.ts';

const asked: unknown[] = [];
const answering = (offer?: Bridge['offer']): Bridge =>
  ({
    call: (_name: string, request: unknown) => {
      asked.push(request);
      return Promise.resolve({ ok: true, value: null });
    },
    on: () => () => undefined,
    ...(offer === undefined ? {} : { offer }),
  }) as unknown as Bridge;

const drop = (...files: readonly File[]) =>
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } });
const plan = (name = 'team.json') =>
  Object.assign(new File(['{}'], name), { text: () => Promise.resolve('{}') });

beforeAll(() => bindDrops(window));
beforeEach(() => {
  asked.length = 0;
  useToasts.setState({ toasts: [] });
});

test('a plan is opened where it lies on the desktop', async () => {
  setKeeper(answering(() => Promise.resolve('/plans/team.json')));
  drop(plan());
  await waitFor(() => expect(asked).toEqual([{ source: { kind: 'file', file: '/plans/team.json' } }]));
});

test('in a browser its text is opened', async () => {
  setKeeper(answering());
  drop(plan());
  await waitFor(() =>
    expect(asked).toEqual([{ source: { kind: 'content', name: 'team.json', text: '{}' } }]),
  );
});

test.each([
  ['team.CSV', /Import on People, Leave or Holidays/],
  ['leave.ics', /Import on Leave, Holidays or Exchange/],
  ['profit.md', /Import on Runbooks/],
  ['cat.png', /nothing that Evenwatch opens/],
])('of %s it is said where it goes, and nothing is opened', (name, text) => {
  setKeeper(answering());
  drop(plan(name));
  expect(useToasts.getState().toasts[0]?.text).toMatch(text);
  expect(asked).toEqual([]);
});

test('what is dragged within the window is left to whoever drags it', () => {
  setKeeper(answering());
  expect(fireEvent.drop(window, { dataTransfer: { types: ['text/plain'], files: [] } })).toBe(true);
  expect(asked).toEqual([]);
});
