import { create } from 'zustand';
import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Image } from '../../../shared/model/image.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { showToast } from '../../state/toast-store.ts';
import { useUnwritten } from '../../state/unwritten.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';
import type { RunbookDraft } from './runbook-form-draft.ts';

/** What was written of a runbook and is not saved. */
export interface Unsaved {
  /** As it was saved when this was written, or as a new one began. */
  readonly base: Runbook;
  readonly draft: RunbookDraft;
  readonly pictures: readonly Image[];
  readonly isNew: boolean;
}

/** What it is called: as it is written, or as it was where its title is empty just now. */
export const titleOf = ({ base, draft }: Unsaved): string => draft.title.trim() || base.title;

/** What is being written, by runbook. Kept while other runbooks and screens are looked at; nobody loses a page to a click beside it. */
export const useUnsaved = create<{ readonly all: ReadonlyMap<RunbookId, Unsaved> }>(() => ({
  all: new Map(),
}));

export const unsavedOf = (id: RunbookId): Unsaved | undefined => useUnsaved.getState().all.get(id);

export const keepUnsaved = (unsaved: Unsaved): void =>
  useUnsaved.setState(({ all }) => ({ all: new Map(all).set(unsaved.base.id, unsaved) }));

export function dropUnsaved(id: RunbookId): void {
  if (unsavedOf(id) === undefined) return;
  useUnsaved.setState(({ all }) => ({ all: new Map([...all].filter(([one]) => one !== id)) }));
}

/** Throws away what was written, with a way back for as long as the sentence stands. */
export function discardUnsaved(id: RunbookId): void {
  const unsaved = unsavedOf(id);
  if (unsaved === undefined) return;
  dropUnsaved(id);
  const { isNew } = unsaved;
  showToast({
    text: isNew
      ? `The new runbook “${titleOf(unsaved)}” is discarded.`
      : `Your changes to ${titleOf(unsaved)} are discarded.`,
    action: { title: 'Get them back', run: () => keepUnsaved(unsaved) },
  });
}

useUnsaved.subscribe(({ all }) => useUnwritten.setState({ titles: [...all.values()].map(titleOf) }));

// Another file has other runbooks.
useWorkspaceStore.subscribe((now, before) => {
  if (now.file !== before.file) useUnsaved.setState({ all: new Map() });
});
