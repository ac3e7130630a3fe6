import { create } from 'zustand';
import type { RotationId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import type { RotationDraft } from './draft.ts';

/** What is being edited, kept while the lead looks at other screens. Nothing of it is part of the workspace until it is saved. */
interface DraftState {
  readonly selected: RotationId | null;
  readonly drafts: Readonly<Partial<Record<RotationId, RotationDraft>>>;
  /** A rotation that is not there yet. */
  readonly added: Rotation | null;
}

const nothing: DraftState = { selected: null, drafts: {}, added: null };
export const useDrafts = create<DraftState>(() => nothing);

export const selectRotation = (selected: RotationId): void => useDrafts.setState({ selected });

export const setDraft = (draft: RotationDraft): void =>
  useDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [draft.id]: draft } }));

/** Begins a rotation: shown at once, there when it is saved. */
export const beginRotation = (added: Rotation): void => useDrafts.setState({ added, selected: added.id });

/** Forgets what was drafted of a rotation; one that is not there yet goes with it. */
export function dropDraft(id: RotationId): void {
  useDrafts.setState(({ drafts, added, selected }) => {
    const rest = { ...drafts };
    delete rest[id];
    const gone = added?.id === id;
    return { drafts: rest, added: gone ? null : added, selected: gone ? null : selected };
  });
}

/** What was begun is there now: it stays selected. */
export function settled(id: RotationId, now: RotationId): void {
  dropDraft(id);
  selectRotation(now);
}

// Another file has other rotations.
useWorkspaceStore.subscribe((now, before) => {
  if (now.file !== before.file) useDrafts.setState(nothing);
});
