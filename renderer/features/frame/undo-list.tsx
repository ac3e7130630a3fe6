import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useFollowedWorkspaceStore } from '../../state/followed.ts';
import { go } from '../../state/step-trail.ts';
import { showScreen } from '../../state/view-store.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';

/** More steps than this are looked up in History. */
const MOST_LISTED = 12;

/** The last steps by name, to take back several at once; all others are in History. */
export function UndoList() {
  const { undo, redo } = useFollowedWorkspaceStore((state) => state.history);
  const readOnly = useFollowedWorkspaceStore((state) => state.readOnlyBecause);
  const why = readOnly === null ? {} : { disabledReason: `Read only: ${readOnly}` };
  const back = undo
    .slice(-MOST_LISTED)
    .toReversed()
    .map(({ revision, title }, index): MenuEntry => ({
      id: `undo-${revision}-${index}`,
      title,
      run: () => go(-index - 1),
      ...why,
    }));
  const forth = redo
    .slice(-MOST_LISTED)
    .toReversed()
    .map(({ revision, title }, index): MenuEntry => ({
      id: `redo-${revision}-${index}`,
      title,
      run: () => go(index + 1),
      ...why,
    }));
  const groups = [
    { id: 'undo', title: 'Undo back to and with', entries: back },
    { id: 'redo', title: 'Make again up to', entries: forth },
  ].filter(({ entries }) => entries.length > 0);
  const all = { id: 'all', title: 'All changes in History', run: () => showScreen('history') };
  const trigger = (
    <Button
      aria-label="Steps that can be undone"
      className="inline-flex h-7 w-6 items-center justify-center rounded-md text-muted data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <ChevronDown size={12} aria-hidden />
    </Button>
  );
  return (
    <LazyMenu
      label="Steps that can be undone"
      trigger={trigger}
      placement="bottom end"
      groups={[...groups, { id: 'history', entries: [all] }]}
    />
  );
}
