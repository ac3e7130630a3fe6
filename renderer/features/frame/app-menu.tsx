import { Menu as MenuIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { actionGroups } from '../../state/action.ts';
import { actions, perform } from '../../state/actions.ts';
import { useFollowedWorkspaceStore } from '../../state/followed.ts';
import { usePlan } from '../../state/plan-store.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useView } from '../../state/view-store.ts';
import { LazyMenu } from '../../ui/lazy-menu.tsx';
import type { MenuGroup } from '../../ui/menu.tsx';
import { shownKeys } from '../../state/keys.ts';

/** The application menu as a button: the browser host has no menu bar, and on the desktop it is a second way. */
export function AppMenu() {
  useFollowedWorkspaceStore();
  usePlan((plan) => plan.phase);
  useView((view) => view.quarter);
  useView((view) => view.theme);
  useView((view) => view.contrast);
  usePreferences((kept) => kept.letterKeys);
  const shown = actionGroups.map((group): MenuGroup => ({
    id: group,
    title: group,
    entries: actions
      .filter((action) => action.group === group)
      .map((action) => {
        const answer = action.enabled();
        const checked = action.checked === undefined ? {} : { checked: action.checked() };
        return {
          id: action.id,
          title: action.title,
          keys: shownKeys(action.keys),
          disabledReason: answer === true ? undefined : answer,
          run: () => perform(action.id),
          ...checked,
        };
      }),
  }));
  const trigger = (
    <Button
      aria-label="Menu"
      className="inline-flex size-7 items-center justify-center rounded-md data-hovered:bg-hover data-pressed:bg-pressed"
    >
      <MenuIcon size={16} aria-hidden />
    </Button>
  );
  return <LazyMenu label="Application menu" trigger={trigger} groups={shown} />;
}
