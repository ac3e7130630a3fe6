import type { Restriction, StructuralCause } from '../planner/explain/cause.ts';
import type { Workspace } from '../model/workspace.ts';
import { personName, rotationName } from './names.ts';
import { exactPointsText } from './points-text.ts';
import { counted } from './number-text.ts';

/** A restriction of one person: `takes only some roles of Profit`, `leave`, `rest between turns`. */
function restrictionText(workspace: Workspace, restriction: Restriction): string {
  switch (restriction.kind) {
    case 'layers':
      return `takes only some roles of ${rotationName(workspace, restriction.rotation)}`;
    case 'rotation':
      return `takes no part in ${rotationName(workspace, restriction.rotation)}`;
    case 'leave':
      return 'leave';
    case 'rest':
      return 'rest between turns';
    case 'cap':
      return `the cap of ${counted(restriction.cap, 'turn', 'turns')} a quarter`;
  }
}

/**
 * What keeps somebody's attainable share from the target, in a sentence: "Mostly rest between turns, 7.5 of it; at most 5 turns
 * under the rules."
 */
export function causeText(workspace: Workspace, cause: StructuralCause): string {
  const { structural, mostTurns, others } = cause;
  if (structural < 0) {
    const names = others.slice(0, 3).map((person) => personName(workspace, person));
    return names.length === 0
      ? 'The rules leave nobody else for it'
      : `Rules keep ${names.join(', ')}${others.length > 3 ? ` and ${others.length - 3} others` : ''} from taking it`;
  }
  const most = `at most ${counted(mostTurns, 'turn', 'turns')} under the rules`;
  if (cause.cause === null) return `No single rule of this person’s does it; ${most}`;
  const { restriction, closes } = cause.cause;
  const part = closes >= structural - 0.5 ? 'all of it' : `${exactPointsText(closes)} of it`;
  return `Mostly ${restrictionText(workspace, restriction)}, ${part}; ${most}`;
}
