import { applyRecorded, diff } from '../editing/changes.ts';
import type { Change, Changes } from '../editing/command.ts';
import { sameJson } from '../model/json.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { wayBack } from './way-back.ts';

type Value = Change['before'];
export type Side = 'ours' | 'theirs';
export type SideEffect = 'same' | 'added' | 'changed' | 'removed';

/** One record that is not the same in both versions. */
export interface MergedRecord {
  readonly table: TableName | 'about';
  readonly id: string;
  /** In the state that both versions come from; null where it was not there, or where no such state is known. */
  readonly before: Value;
  readonly ours: Value;
  readonly theirs: Value;
  readonly ourEffect: SideEffect;
  readonly theirEffect: SideEffect;
  /** Both versions changed it, and not alike: nobody but the lead can say which holds. */
  readonly isConflict: boolean;
  /** Where it is taken from unless the lead says otherwise: from the side that changed it; ours in a conflict. */
  readonly side: Side;
}

const placeOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}/${id}`;

/**
 * Compares two versions of a workspace by record, with the state that both come from: a record that one side alone changed is taken from that
 * side, one that both changed differently is a conflict. Records are compared whole; fields of one record are never mixed.
 *
 * @param ancestor null when no common state is known: then every record that differs and is in both versions is a conflict, and one that only one
 *   version has counts as added there, so that nothing is lost
 */
export function compareVersions(ancestor: Workspace | null, ours: Workspace, theirs: Workspace): readonly MergedRecord[] {
  const before = new Map<string, Value>();
  if (ancestor !== null) {
    for (const change of diff(ancestor, ours)) before.set(placeOf(change), change.before);
    for (const change of diff(ancestor, theirs)) before.set(placeOf(change), change.before);
  }
  return diff(ours, theirs).map(({ table, id, before: our, after: their }) => {
    // A record that neither side changed is the same in both and not among these.
    const base = ancestor === null ? null : (before.get(placeOf({ table, id })) ?? null);
    const ourEffect = effectOf(base, our);
    const theirEffect = effectOf(base, their);
    const isConflict = ancestor === null ? our !== null && their !== null : ourEffect !== 'same' && theirEffect !== 'same';
    const side: Side = isConflict || theirEffect === 'same' || (ancestor === null && their === null) ? 'ours' : 'theirs';
    return { table, id, before: base, ours: our, theirs: their, ourEffect, theirEffect, isConflict, side };
  });
}

function effectOf(before: Value, after: Value): SideEffect {
  if (sameJson(before, after)) return 'same';
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** The changes that lead from our version to the merged one: of all records whose side is theirs. */
export const takenOver = (records: readonly (MergedRecord & { readonly side: Side })[]): Changes =>
  records.flatMap(({ table, id, ours, theirs, side }) => (side === 'ours' ? [] : [{ table, id, before: ours, after: theirs }]));

/** The records with the lead's choices in place of what was proposed. */
export function withChoices(
  records: readonly MergedRecord[],
  choices: readonly { readonly table: string; readonly id: string; readonly side: Side }[],
): readonly MergedRecord[] {
  const chosen = new Map(choices.map((choice) => [placeOf(choice), choice.side]));
  return records.map((record) => ({ ...record, side: chosen.get(placeOf(record)) ?? record.side }));
}

export interface Ancestor {
  readonly workspace: Workspace;
  readonly revision: number;
}

/**
 * The newest state of our history that another version can come from. A record whose value there is one that we had and changed since shows that they lack that change: so
 * the ways parted before it. Values that we never had are their own edits and say nothing. Where they deliberately put an old value back, the state found is
 * older than need be: then a merge asks more than it must, and loses nothing.
 *
 * @param edits our edits, the newest first, without a gap
 * @param mostRevision their revision: they cannot come from a state after it
 */
export function commonAncestor(
  ours: Ancestor,
  theirs: Workspace,
  edits: readonly { readonly revision: number; readonly changes: Changes }[],
  mostRevision: number,
): Ancestor | null {
  const apart = new Map(diff(ours.workspace, theirs).map((change) => [placeOf(change), change.after]));
  let revision = Math.min(ours.revision, mostRevision);
  for (const edit of edits) {
    if (apart.size === 0) break;
    for (const change of edit.changes) {
      const place = placeOf(change);
      if (!apart.has(place) || !sameJson(change.before, apart.get(place))) continue;
      apart.delete(place);
      revision = Math.min(revision, edit.revision - 1);
    }
  }
  const since = edits.filter((edit) => edit.revision > revision);
  if (since.length !== ours.revision - revision) return null; // our history does not reach back so far
  return { workspace: applyRecorded(ours.workspace, wayBack(since)), revision };
}
