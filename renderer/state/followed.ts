/**
 * What accompanies the plan rather than shows it, such as figures, counts, the undo button and toasts, draws from these: after a drop
 * they follow one frame behind the shift itself. Acts never read them: what is so stands in the stores themselves.
 */
import type { Workspace } from '../../shared/model/workspace.ts';
import { useDrag } from './drag-store.ts';
import { followed } from './paint-first.ts';
import { useShownOver } from './plan-store.ts';
import { useToasts } from './toast-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

export const useFollowedWorkspaceStore = followed(useWorkspaceStore);
export const useFollowedToasts = followed(useToasts);
export const useFollowedDrag = followed(useDrag);

/** The workspace as the window draws it, one frame behind a drop; throws where none is open. */
export const useFollowedShown = (): Workspace =>
  useShownOver(useFollowedWorkspaceStore((state) => state.workspace));
