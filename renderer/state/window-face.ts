import type { MenuEntry, WindowFace } from '../../shared/contract/window-face.ts';
import { actionGroups } from './action.ts';
import { actions } from './actions.ts';
import { keeper } from './keeper.ts';
import { usePlan } from './plan-store.ts';
import { usePreferences } from './preferences.ts';
import { useView } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** Long enough that a run of edits or of better plans draws the menu bar once. */
const PATIENCE = 120;

/** The menu bar as the actions are now, menu by menu. */
export const menuNow = (): readonly MenuEntry[] =>
  actionGroups.flatMap((group) =>
    actions
      .filter((action) => action.group === group)
      .map((action) => ({
        id: action.id,
        group,
        title: (action.now?.() ?? action.title).slice(0, 200),
        keys: action.keys[0] ?? null,
        enabled: action.enabled() === true,
        checked: action.checked?.() ?? null,
        apart: action.apart === true,
      })),
  );

const faceNow = (): WindowFace => ({
  edited: useWorkspaceStore.getState().saving.kind !== 'saved',
  menu: menuNow(),
});

/** Keeps the system's menu bar, and the mark of an edited window, as the window is. Called once, where the host has a menu bar. */
export function followFace(): void {
  let sent = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const send = (): void => {
    timer = undefined;
    const face = faceNow();
    const text = JSON.stringify(face);
    if (text === sent) return;
    sent = text;
    void keeper().call('window.show', face);
  };
  const soon = (): void => {
    timer ??= setTimeout(send, PATIENCE);
  };
  for (const store of [useWorkspaceStore, useView, usePlan, usePreferences]) store.subscribe(soon);
  send();
}
