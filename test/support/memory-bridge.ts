import type {
  Bridge,
  ChannelName,
  Channels,
  Events,
  Opened,
  OpenSource,
  Reply,
} from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import { digestOf } from '../../shared/editing/changes.ts';
import { edit } from '../../shared/editing/edit.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';

interface Kept {
  readonly file: string;
  readonly workspace: Workspace;
  readonly lines: readonly JournalLine[];
  readonly revision: number;
}

/** What a test can do to the keeper behind the bridge. */
export interface MemoryKeeper {
  /** What is "on the disk"; null while nothing is open. */
  kept(): Kept | null;
  /** The next calls of a channel are answered with this problem, until it is null again. */
  fail(channel: ChannelName, problem: Problem | null): void;
  send<Name extends keyof Events>(name: Name, payload: Events[Name]): void;
  readonly calls: readonly ChannelName[];
}

const ok = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
const problem = (kind: Problem): { readonly ok: false; readonly problem: Problem } => ({
  ok: false,
  problem: kind,
});

/** A keeper without disk or process: it runs the same edits as the real one and journals them in memory. */
export function memoryBridge(first: Workspace | null = null): Bridge & { readonly keeper: MemoryKeeper } {
  let kept: Kept | null = first ? { file: 'memory:first', workspace: first, lines: [], revision: 0 } : null;
  const calls: ChannelName[] = [];
  const failures = new Map<ChannelName, Problem>();
  const listeners = new Map<string, Set<(payload: never) => void>>();

  const opened = (one: Kept): Opened => ({
    file: one.file,
    workspace: one.workspace,
    revision: one.revision,
    readOnlyBecause: null,
    recentLines: one.lines,
    notices: [],
  });

  function open(source: OpenSource): Reply<Opened | null> {
    switch (source.kind) {
      case 'last':
        return ok(kept ? opened(kept) : null);
      case 'sample':
        kept = { file: 'memory:sample', workspace: sampleWorkspace(), lines: [], revision: 0 };
        return ok(opened(kept));
      case 'new':
        kept = {
          file: `memory:${source.workspace.about.id}`,
          workspace: source.workspace,
          lines: [],
          revision: 0,
        };
        return ok(opened(kept));
      case 'file':
        return kept?.file === source.file
          ? ok(opened(kept))
          : problem({ kind: 'not-found', file: source.file });
      case 'choose':
        return problem({ kind: 'cancelled' });
      case 'content':
        return problem({
          kind: 'not-a-workspace',
          file: source.name,
          detail: 'the memory keeper reads no files',
        });
    }
  }

  function apply({
    baseRevision,
    title,
    command,
  }: Channels['workspace.apply']['request']): Reply<Channels['workspace.apply']['reply']> {
    if (!kept) return problem({ kind: 'not-open' });
    if (baseRevision !== kept.revision)
      return problem({ kind: 'stale-base', sent: baseRevision, current: kept.revision });
    const edited = edit(kept.workspace, command);
    if (!edited.ok) return problem({ kind: 'refused-edit', refusal: edited.reason.kind });
    const { workspace, changes } = edited.value;
    const revision = kept.revision + 1;
    const line: JournalLine = { revision, time: '2026-11-23T09:00:00Z', by: 'lead', title, command, changes };
    kept = { ...kept, workspace, revision, lines: [...kept.lines, line] };
    return ok({ revision, digest: digestOf(changes) });
  }

  function answer(name: ChannelName, request: unknown): Reply<unknown> {
    switch (name) {
      case 'host.info':
        return ok({
          host: 'browser',
          makesPdf: false,
          version: '0.1.0',
          format: 4,
          engines: [{ name: 'Node', version: '20.20.0' }],
          dataFolder: '/home/lead/.local/share/evenwatch',
          user: 'lead',
        });
      case 'workspace.recent':
        return ok([]);
      case 'workspace.open':
        return open((request as Channels['workspace.open']['request']).source);
      case 'workspace.apply':
        return apply(request as Channels['workspace.apply']['request']);
      case 'workspace.saveCopy':
        return ok({
          file: null,
          text: JSON.stringify((request as Channels['workspace.saveCopy']['request']).workspace),
        });
      case 'workspace.close':
        kept = null;
        return ok(null);
      case 'drafts.read':
        return ok([]);
      case 'drafts.keep':
        return ok(null);
      default:
        return problem({ kind: 'unsupported', what: name, instead: 'use a real host' });
    }
  }

  return {
    async call(name, request) {
      calls.push(name);
      await Promise.resolve();
      const failure = failures.get(name);
      return (failure ? problem(failure) : answer(name, request)) as Reply<never>;
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    keeper: {
      kept: () => kept,
      fail: (channel, failure) => {
        if (failure) failures.set(channel, failure);
        else failures.delete(channel);
      },
      send: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
      calls,
    },
  };
}
