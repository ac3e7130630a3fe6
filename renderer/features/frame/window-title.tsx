import { useEffect } from 'react';
import { windowTitle } from '../../../shared/words/window-title-text.ts';
import { afterPaint } from '../../state/paint-first.ts';
import { useWorkspaceStore } from '../../state/workspace-store.ts';

/** Gives the window its title: the plan, how far it is saved, and the screen. Apart from the screens, so that saving draws none anew. */
export function WindowTitle({ screen }: { readonly screen: string }) {
  const plan = useWorkspaceStore(({ workspace }) => workspace?.about.name ?? '');
  const file = useWorkspaceStore((state) => state.file);
  const dataFolder = useWorkspaceStore(({ host }) => host?.dataFolder ?? null);
  const saving = useWorkspaceStore((state) => state.saving.kind);
  const isReadOnly = useWorkspaceStore(({ readOnlyBecause }) => readOnlyBecause !== null);
  const state = saving === 'saved' && isReadOnly ? 'read-only' : saving;
  useEffect(() => {
    const title = windowTitle({ plan, file, dataFolder, screen, state });
    // The system's window is told of it, which takes longer than drawing a shift.
    afterPaint(() => (document.title = title));
  }, [plan, file, dataFolder, screen, state]);
  return null;
}
