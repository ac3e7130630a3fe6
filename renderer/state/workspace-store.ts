import { create } from 'zustand';
import type { HostInfo, RecoveryNotice } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { History } from '../../shared/editing/history.ts';
import type { Workspace } from '../../shared/model/workspace.ts';

/** How far the keeper is. *Saved* is only ever said after its acknowledgement with a matching digest. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving'; readonly waiting: number }
  | { readonly kind: 'not-saved'; readonly waiting: number; readonly problem: Problem };

export interface WorkspaceState {
  /** `starting` until the keeper has answered, `start` on the start screen, `open` with a workspace. */
  readonly phase: 'starting' | 'start' | 'open';
  readonly workspace: Workspace | null;
  /** The file that the keeper writes, as it names it. */
  readonly file: string | null;
  /** Revision of `workspace`, edits not yet acknowledged included. */
  readonly revision: number;
  readonly readOnlyBecause: string | null;
  readonly history: History;
  readonly saving: SaveState;
  readonly notices: readonly RecoveryNotice[];
  readonly host: HostInfo | null;
  /** Why the last opening failed; shown on the start screen. */
  readonly problem: Problem | null;
}

export const closedWorkspace = {
  workspace: null,
  file: null,
  revision: 0,
  readOnlyBecause: null,
  history: { undo: [], redo: [] },
  saving: { kind: 'saved' },
  notices: [],
} as const satisfies Partial<WorkspaceState>;

export const useWorkspaceStore = create<WorkspaceState>(() => ({
  ...closedWorkspace,
  phase: 'starting',
  host: null,
  problem: null,
}));

/** The workspace as the lead sees it, outside React; throws where none is open. */
export function openWorkspace(): Workspace {
  const { workspace } = useWorkspaceStore.getState();
  if (!workspace) throw new Error('no workspace is open');
  return workspace;
}

/** The workspace as the lead sees it; throws where none is open. */
export function useWorkspace(): Workspace {
  const workspace = useWorkspaceStore((state) => state.workspace);
  if (!workspace) throw new Error('no workspace is open');
  return workspace;
}
