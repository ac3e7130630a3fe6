import type { MenuEntry } from '../../shared/contract/window-face.ts';
import { usePlan } from './plan-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

export type ActionGroup = MenuEntry['group'];

/** Something the lead can do anywhere in the window: menu, command menu, buttons, keys and the list of keys read it. */
export interface Action {
  readonly id: string;
  readonly group: ActionGroup;
  readonly title: string;
  /** As `Mod+Shift+Z`; several are alternatives, the first is shown. */
  readonly keys: readonly string[];
  /** True, or why not now. */
  readonly enabled: () => true | string;
  /** Of actions that set one of several states: whether this one is set. */
  readonly checked?: () => boolean;
  /** Stands apart from what is above it in a menu. */
  readonly apart?: true;
  /** The title with what it would do now: "Undo: Bram ↔ Chidi". */
  readonly now?: () => string;
  readonly run: () => void;
}

/** The menus, in their order. */
export const actionGroups: readonly ActionGroup[] = ['File', 'Edit', 'Plan', 'Go', 'View', 'Help'];

export const always = (): true => true;

export const whenOpen = (): true | string =>
  useWorkspaceStore.getState().phase === 'open' || 'Open a plan first';

export function whenEditable(): true | string {
  const { phase, readOnlyBecause } = useWorkspaceStore.getState();
  if (phase !== 'open') return 'Open a plan first';
  return readOnlyBecause === null || `Read only: ${readOnlyBecause}`;
}

/** The first reason why not, of several conditions. */
export const both =
  (...conditions: readonly (() => true | string)[]) =>
  (): true | string => {
    for (const condition of conditions) {
      const answer = condition();
      if (answer !== true) return answer;
    }
    return true;
  };

export const whenIdle = (): true | string =>
  usePlan.getState().phase !== 'planning' || 'A plan is being made';
export const whenProposed = (): true | string =>
  usePlan.getState().phase === 'proposed' || 'No plan is proposed';
export const whenPlanning = (): true | string =>
  usePlan.getState().phase === 'planning' || 'No plan is being made';
export const hasPeople = (): true | string =>
  Object.keys(useWorkspaceStore.getState().workspace?.people ?? {}).length > 0 ||
  'Nobody is in this plan yet';
