import { create } from 'zustand';
import type { Gesture } from '../../shared/editing/gesture.ts';
import { recipeOf, type Recipe } from '../../shared/editing/repeat.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { slotsInView } from './in-view.ts';

/** What the hand did last, as far as it can be done again. */
export const useRepeat = create<{ readonly recipe: Recipe | null }>(() => ({ recipe: null }));

/** Remembers a gesture that was just made; `workspace` is the one before it. One that cannot be repeated leaves the last that can. */
export function noteGesture(workspace: Workspace, gesture: Gesture): void {
  const recipe = recipeOf(workspace, slotsInView(workspace), gesture);
  if (recipe !== null) useRepeat.setState({ recipe });
}
