import type { Change, Changes } from '../editing/command.ts';

const placeOf = ({ table, id }: Change): string => `${table}/${id}`;

/**
 * The changes that lead back over several edits at once: one for each record, however often it was edited.
 *
 * @param edits the newest first, without a gap
 */
export function wayBack(edits: Iterable<{ readonly changes: Changes }>): Changes {
  const back = new Map<string, Change>();
  for (const { changes } of edits) {
    for (const change of changes) {
      const place = placeOf(change);
      const known = back.get(place);
      back.set(place, { ...change, before: known === undefined ? change.after : known.before, after: change.before });
    }
  }
  return [...back.values()];
}
