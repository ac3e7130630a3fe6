import { cleanup, render } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import { Runbooks } from '../../../../renderer/features/runbooks/runbooks.tsx';
import { useUnsaved } from '../../../../renderer/features/runbooks/unsaved.ts';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { useToasts } from '../../../../renderer/state/toast-store.ts';
import { useView } from '../../../../renderer/state/view-store.ts';
import { closedWorkspace, useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import type { Channels, ChannelName, HostInfo, Reply } from '../../../../shared/contract/channels.ts';
import { digestOf } from '../../../../shared/editing/changes.ts';
import { edit } from '../../../../shared/editing/edit.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';

// jsdom has none; ids here are letters, digits and hyphens, which need no escaping but at the start.
vi.stubGlobal('CSS', { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) });
// Nor does it lay anything out.
Element.prototype.scrollTo = () => undefined;
Range.prototype.getClientRects = () => document.createElement('p').getClientRects();

type Answers = {
  readonly [Name in ChannelName]?: (request: Channels[Name]['request']) => Reply<Channels[Name]['reply']>;
};

interface Given {
  readonly workspace?: Workspace;
  readonly host?: HostInfo['host'];
  readonly readOnlyBecause?: string | null;
  readonly answers?: Answers;
}

/**
 * The runbook screen over a keeper in memory that makes every edit as the real one does, on Monday 23 November 2026 at
 * 12:00 in New York. `calls` tells what else was asked of the keeper.
 */
export function showRunbooks({
  workspace = sampleWorkspace(),
  host = 'desktop',
  readOnlyBecause = null,
  answers = {},
}: Given = {}) {
  vi.useFakeTimers({ now: new Date('2026-11-23T17:00:00Z'), toFake: ['Date'] });
  let kept = workspace;
  let revision = 0;
  const calls: { readonly name: ChannelName; readonly request: unknown }[] = [];
  setKeeper({
    on: () => () => undefined,
    call(name, request) {
      calls.push({ name, request });
      const answer = answers[name];
      if (answer) return Promise.resolve(answer(request));
      if (name === 'drafts.read') return Promise.resolve({ ok: true, value: [] as never });
      if (name !== 'workspace.apply') return Promise.resolve({ ok: true, value: null as never });
      const edited = edit(kept, (request as Channels['workspace.apply']['request']).command);
      if (!edited.ok) throw new Error(`the keeper refused: ${JSON.stringify(edited.reason)}`);
      kept = edited.value.workspace;
      revision += 1;
      return Promise.resolve({
        ok: true,
        value: { revision, digest: digestOf(edited.value.changes) } as never,
      });
    },
  });
  const info = {
    host,
    makesPdf: host === 'desktop',
    version: '0',
    format: 4,
    engines: [],
    locale: null,
    dataFolder: '/data',
    user: 'lead',
  } as const;
  // Another file each time: whatever a test before left behind belongs to that.
  useWorkspaceStore.setState(closedWorkspace);
  useWorkspaceStore.setState({
    ...closedWorkspace,
    phase: 'open',
    workspace,
    file: '/data/workspace.json',
    readOnlyBecause,
    host: info,
    problem: null,
  });
  useView.setState({ screen: 'runbooks', runbook: null });
  useToasts.setState({ toasts: [] });
  useUnsaved.setState({ all: new Map() });
  onTestFinished(() => {
    cleanup();
    vi.useRealTimers();
  });
  return { ...render(<Runbooks />), calls, kept: () => kept };
}

export const toasts = (): readonly string[] => useToasts.getState().toasts.map((it) => it.text);
