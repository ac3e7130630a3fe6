import type { Recipe } from '../editing/repeat.ts';
import type { Workspace } from '../model/workspace.ts';
import { layerName, personName, rotationName } from './names.ts';
import { counted } from './number-text.ts';

/** How far something goes: "2 weeks later". */
export const weeksText = (days: number): string => {
  const weeks = Math.abs(days) / 7;
  const count = counted(weeks, 'week');
  return days > 0 ? `${count} later` : `${count} earlier`;
};

/** What would be done again: "give to Bo", "exchange 2 weeks later". Without a capital, to stand in a sentence. */
export function recipeText(workspace: Workspace, recipe: Recipe): string {
  switch (recipe.kind) {
    case 'give':
      return `give to ${personName(workspace, recipe.to)}`;
    case 'unassign':
      return 'unassign';
    case 'exchange':
      return recipe.days === 0
        ? `exchange with ${rotationName(workspace, recipe.rotation)} ${layerName(workspace, recipe.rotation, recipe.layer)}`
        : `exchange ${weeksText(recipe.days)}`;
    case 'give-and-trade':
      return `give to ${personName(workspace, recipe.to)}, ${weeksText(recipe.days)}`;
  }
}
