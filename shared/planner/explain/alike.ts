import type { ShiftId } from '../../model/ids.ts';
import { type Claim, keyOf } from './claims.ts';
import type { Conflict } from './conflict.ts';

/** Conflicts that differ only in the turn that somebody has to hold, as one. */
export interface AlikeConflicts {
  /** What they have in common; a conflict that is like no other, whole. */
  readonly conflict: Conflict;
  /** The turns that each of them leaves without anybody; empty where it is one conflict. */
  readonly turns: readonly ShiftId[];
}

const isHeld = (claim: Claim): boolean => claim.kind === 'held';

/** Equal for conflicts about one turn each that clash with the same rules and facts; null where it is about more than a turn. */
function commonKey({ claims }: Conflict): string | null {
  if (claims.filter(isHeld).length !== 1) return null;
  const others = claims.filter((claim) => !isHeld(claim)).map(keyOf);
  return others.length === 0 ? null : others.sort().join('\n');
}

function joined([first, ...others]: readonly [Conflict, ...Conflict[]]): AlikeConflicts {
  if (others.length === 0) return { conflict: first, turns: [] };
  const all = [first, ...others];
  const conflict = {
    claims: first.claims.filter((claim) => !isHeld(claim)),
    smallest: all.every(({ smallest }) => smallest),
    shifts: [...new Set(all.flatMap(({ shifts }) => shifts))],
    people: [...new Set(all.flatMap(({ people }) => people))].sort(),
  };
  const turns = all.flatMap(({ claims }) =>
    claims.flatMap((claim) => (claim.kind === 'held' ? [claim.shift] : [])),
  );
  return { conflict, turns };
}

/**
 * Tells conflicts together that differ only in their turn: a week in which everybody is away is one trouble, however many turns
 * begin in it. In the order of the first of each.
 */
export function alikeConflicts(conflicts: readonly Conflict[]): readonly AlikeConflicts[] {
  const groups = new Map<string, [Conflict, ...Conflict[]]>();
  for (const [place, conflict] of conflicts.entries()) {
    const key = commonKey(conflict) ?? `alone ${place}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [conflict]);
    else group.push(conflict);
  }
  return [...groups.values()].map(joined);
}
