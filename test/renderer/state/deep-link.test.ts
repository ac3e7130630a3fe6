import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { bindLinks } from '../../../renderer/state/deep-link.ts';
import { setKeeper } from '../../../renderer/state/keeper.ts';
import { showReviewList, useReviewList } from '../../../renderer/state/runbook-review.ts';
import { useToasts } from '../../../renderer/state/toast-store.ts';
import { useView } from '../../../renderer/state/view-store.ts';
import { closedWorkspace, useWorkspaceStore } from '../../../renderer/state/workspace-store.ts';
import type { Bridge } from '../../../shared/contract/channels.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

let said: ((payload: { runbook: string }) => void) | null = null;

function bind(hash: string) {
  const shown: string[] = [];
  let onHash: () => void = () => undefined;
  const page = {
    location: { hash, pathname: '/', search: '' },
    history: {
      replaceState: (_state: unknown, _title: string, url: string) => {
        shown.push(url);
        page.location.hash = '';
      },
    },
    addEventListener: (_name: string, listener: () => void) => void (onHash = listener),
    removeEventListener: () => undefined,
  };
  onTestFinished(bindLinks(page as unknown as Window));
  return { page, shown, hashChanges: () => onHash() };
}

const openPlan = () => useWorkspaceStore.setState({ phase: 'open', workspace: sampleWorkspace() });
const view = () => [useView.getState().screen, useView.getState().runbook];

beforeEach(() => {
  setKeeper({
    call: () => Promise.resolve({ ok: true, value: null as never }),
    on(name: string, listener: (payload: never) => void) {
      if (name === 'runbook.open') said = listener as typeof said;
      return () => void (said = null);
    },
  } as unknown as Bridge);
  useWorkspaceStore.setState({ ...closedWorkspace });
  useView.setState({ screen: 'board', runbook: null });
  useToasts.setState({ toasts: [] });
});

test('a runbook in the address of the start is opened once the plan is, and leaves the address', () => {
  const { shown } = bind('#runbook=runbook-growth');
  expect(view()).toEqual(['board', null]);
  expect(shown).toEqual(['/']);
  openPlan();
  expect(view()).toEqual(['runbooks', 'runbook-growth']);
});

test('another address while the plan is open leads there at once, out of the list of reviews too', () => {
  openPlan();
  const { page, hashChanges } = bind('');
  showReviewList();
  page.location.hash = '#runbook=runbook-profit';
  hashChanges();
  expect(view()).toEqual(['runbooks', 'runbook-profit']);
  expect(useReviewList.getState().open).toBe(false);
});

test('what the system passes on is opened; what the plan does not know is said, and what is no id is nothing', () => {
  openPlan();
  bind('');
  said?.({ runbook: 'runbook-engagement' });
  expect(view()).toEqual(['runbooks', 'runbook-engagement']);
  said?.({ runbook: 'runbook-gone' });
  expect(view()).toEqual(['runbooks', 'runbook-engagement']);
  expect(useToasts.getState().toasts.map((it) => it.text)).toEqual([
    'This plan has no runbook “runbook-gone”. It may stand in another plan.',
  ]);
  said?.({ runbook: '../../x' });
  expect(useToasts.getState().toasts).toHaveLength(1);
});

test('a link that leads nowhere says so, and leaves the address', () => {
  const { shown } = bind('#link=unknown');
  expect(shown).toEqual(['/']);
  expect(useToasts.getState().toasts[0]?.text).toMatch(/leads to nothing/);
});
