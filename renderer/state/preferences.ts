import {
  defaultPreferences,
  mostViews,
  type Preferences,
  type QuarterUnderway,
  type Reminders,
  type SavedView,
} from '../../shared/contract/preferences.ts';
import type { Reply } from '../../shared/contract/channels.ts';
import { chosenConventions, conventionsOf, type Conventions } from '../../shared/words/conventions.ts';
import { writeBy } from '../../shared/words/writing.ts';
import { create } from 'zustand';
import { keeper } from './keeper.ts';
import { useView } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** What the host keeps of how somebody likes to look at plans. */
export const usePreferences = create<Preferences>(() => defaultPreferences);

/** Takes over what the host has kept, and lets it keep what is chosen from then on. Called once, when the host has answered. */
export function followPreferences(reply: Reply<Preferences>): void {
  if (reply.ok) {
    const { theme, contrast } = reply.value;
    usePreferences.setState(reply.value);
    writeAs(reply.value);
    useView.setState({ theme, contrast });
  }
  useView.subscribe(({ theme, contrast }) => {
    const kept = usePreferences.getState();
    if (theme !== kept.theme || contrast !== kept.contrast) void change({ theme, contrast });
  });
}

async function change(part: Partial<Preferences>): Promise<boolean> {
  usePreferences.setState(part);
  return (await keeper().call('preferences.save', usePreferences.getState())).ok;
}

/** Has dates, times and numbers written as somebody likes them, else as the system does. */
const writeAs = (preferences: Preferences): void =>
  writeBy(chosenConventions(systemConventions(), preferences));

/** How the system writes dates, times and numbers; a page knows the language of its browser at least. */
export const systemConventions = (): Conventions =>
  conventionsOf(useWorkspaceStore.getState().host?.locale ?? navigator.language);

/** Changes how dates, times and numbers are written. Whoever shows any draws them anew: `useWriting`. */
export async function setWriting(
  part: Partial<Pick<Preferences, 'order' | 'clock' | 'weekStart' | 'numbers'>>,
): Promise<boolean> {
  writeAs({ ...usePreferences.getState(), ...part });
  return change(part);
}

/** Another text whenever dates, times and numbers are written in another way. */
export const useWriting = (): string =>
  usePreferences(({ order, clock, weekStart, numbers }) => `${order} ${clock} ${weekStart} ${numbers}`);

export const setReminders = (remind: Reminders): Promise<boolean> => change({ remind });

export const setLetterKeys = (letterKeys: boolean): Promise<boolean> => change({ letterKeys });

export const keepUnderway = (quarterUnderway: QuarterUnderway | null): Promise<boolean> =>
  change({ quarterUnderway });

export const setTourSeen = (): Promise<boolean> => change({ tourSeen: true });

/** Keeps a view under its name, in place of one of that name. False when the host could not write it. */
export function saveView(view: SavedView): Promise<boolean> {
  const others = usePreferences
    .getState()
    .views.filter(({ name, workspace }) => name !== view.name || workspace !== view.workspace);
  return change({ views: [...others, view].slice(-mostViews) });
}

export const forgetView = (view: SavedView): Promise<boolean> =>
  change({ views: usePreferences.getState().views.filter((other) => other !== view) });
