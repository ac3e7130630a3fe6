import { fireEvent, waitFor } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { bindDrops } from '../../../renderer/state/dropped-files.ts';
import { useHanded } from '../../../renderer/state/handed-files.ts';
import { setKeeper } from '../../../renderer/state/keeper.ts';
// Fetched with the first drop; here beforehand, so that no test waits for it.
import '../../../renderer/state/take-dropped.ts';
import { useToasts } from '../../../renderer/state/toast-store.ts';
import { useView } from '../../../renderer/state/view-store.ts';
import { closedWorkspace, useWorkspaceStore } from '../../../renderer/state/workspace-store.ts';
import type { Bridge } from '../../../shared/contract/channels.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

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

const drop = (files: readonly File[], items?: readonly unknown[]) =>
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files, items } });

/** A file as a page sees it; jsdom's own cannot be read. */
function file(name: string, content = '{}'): File {
  const bytes = new TextEncoder().encode(content);
  return Object.assign(new File([content], name), {
    text: () => Promise.resolve(content),
    slice: () => ({ arrayBuffer: () => Promise.resolve(bytes.slice().buffer) }),
  });
}

const folder = (name: string, ...entries: readonly unknown[]) => {
  const left = [entries, []];
  return {
    name,
    isDirectory: true,
    isFile: false,
    createReader: () => ({ readEntries: (done: (all: unknown) => void) => done(left.shift()) }),
  };
};
const entryOf = (one: File, path: string) => ({
  name: one.name,
  isFile: true,
  isDirectory: false,
  fullPath: path,
  file: (done: (found: File) => void) => done(one),
});

const said = () => useToasts.getState().toasts.map(({ text }) => text);
const openPlan = (readOnlyBecause: string | null = null) =>
  useWorkspaceStore.setState({ phase: 'open', workspace: sampleWorkspace(), readOnlyBecause });

beforeAll(() => bindDrops(window));
beforeEach(() => {
  asked.length = 0;
  useToasts.setState({ toasts: [] });
  useHanded.setState({ handed: null, asked: null });
  useView.setState({ screen: 'board' });
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'start' });
  setKeeper(answering());
});

test('a plan is opened where it lies on the desktop', async () => {
  setKeeper(answering(() => Promise.resolve('/plans/team.json')));
  drop([file('team.json')]);
  await waitFor(() => expect(asked).toEqual([{ source: { kind: 'file', file: '/plans/team.json' } }]));
});

test('in a browser its text is opened', async () => {
  drop([file('team.json')]);
  await waitFor(() =>
    expect(asked).toEqual([{ source: { kind: 'content', name: 'team.json', text: '{}' } }]),
  );
});

test('a file goes straight to the screen that reads it', async () => {
  openPlan();
  const table = file('team.csv', 'name,email,share\nBram,b@x.example,100\n');
  drop([table]);
  await waitFor(() => expect(useView.getState().screen).toBe('people'));
  expect(useHanded.getState().handed).toEqual({ place: 'people', files: [table] });
});

test('of one that several screens read it is asked what it holds', async () => {
  openPlan();
  drop([file('feed.ics', 'BEGIN:VCALENDAR\r\n')]);
  await waitFor(() => expect(useHanded.getState().asked?.places).toEqual(['leave', 'holidays', 'schedule']));
  expect(useView.getState().screen).toBe('board');
});

test('a folder comes in by the runbooks that lie in it, each with its path', async () => {
  openPlan();
  const inner = folder('deep', entryOf(file('b.md', '# B'), '/ops/deep/b.md'));
  const outer = folder('ops', entryOf(file('a.csv', ''), '/ops/a.csv'), inner);
  drop([file('ops', '')], [{ kind: 'file', webkitGetAsEntry: () => outer }]);
  await waitFor(() =>
    expect(useHanded.getState().handed?.files.map((one) => one.webkitRelativePath)).toEqual([
      'ops/a.csv',
      'ops/deep/b.md',
    ]),
  );
  drop([file('none', '')], [{ kind: 'file', webkitGetAsEntry: () => folder('none') }]);
  await waitFor(() => expect(said()).toEqual([expect.stringContaining('The folder none holds no runbooks')]));
});

test.each([
  ['without a plan', () => undefined, 'Open one first'],
  ['into a plan that cannot be changed', () => openPlan('somebody else has it'), 'somebody else has it'],
])('nothing is imported %s', async (_when, prepare, why) => {
  prepare();
  drop([file('team.csv', 'name,email,share\n')]);
  await waitFor(() => expect(said()).toEqual([expect.stringContaining(why)]));
  expect(useHanded.getState().handed).toBeNull();
});

test('what is dragged within the window is left to whoever drags it', () => {
  expect(fireEvent.drop(window, { dataTransfer: { types: ['text/plain'], files: [] } })).toBe(true);
  expect(asked).toEqual([]);
});
