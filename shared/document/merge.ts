import { applyRecorded, diff } from '../editing/changes.ts';
import type { Change, Changes } from '../editing/command.ts';
import { sameJson } from '../model/json.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { isPlain, settledRecord, type FieldConflict } from './merge-fields.ts';
import { wayBack } from './way-back.ts';

type Value = Change['before'];
export type Side = 'ours' | 'theirs';
/** Where a record is taken from: one version, or both, field by field. */
export type Taken = Side | 'both';
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
  /** What both versions changed, and not alike: nobody but the lead can say which holds. */
  readonly conflicts: readonly FieldConflict[];
  /** Where it is taken from unless the lead says otherwise: from the version that changed it, or both where their fields fit; ours in a conflict. */
  readonly side: Taken;
  /** The record when it is taken from there. A conflict is settled from one side, and the fields that one version alone changed are from that one. */
  readonly taken: Readonly<Record<Taken, Value>>;
}

const placeOf = ({ table, id }: { readonly table: string; readonly id: string }): string => `${table}/${id}`;

/**
 * Compares two versions of a workspace by record and field, with the state that both come from: what one version alone changed is taken from that version, what
 * both changed differently is a conflict. The result may still contradict itself, where one version removed what the other refers to: `checkWorkspace` tells.
 *
 * @param ancestor null when no common state is known: then every field that differs is a conflict, and a record that only one
 *   version has counts as added there, so that nothing is lost
 */
export function compareVersions(
  ancestor: Workspace | null,
  ours: Workspace,
  theirs: Workspace,
): readonly MergedRecord[] {
  const before = new Map<string, Value>();
  if (ancestor !== null) {
    for (const change of diff(ancestor, ours)) before.set(placeOf(change), change.before);
    for (const change of diff(ancestor, theirs)) before.set(placeOf(change), change.before);
  }
  return diff(ours, theirs).map(({ table, id, before: our, after: their }) => {
    // A record that neither side changed is the same in both and not among these.
    const base = before.get(placeOf({ table, id })) ?? null;
    const [ourEffect, theirEffect] = [effectOf(base, our), effectOf(base, their)];
    const record = { table, id, before: base, ours: our, theirs: their, ourEffect, theirEffect };
    if (ourEffect === 'same' || theirEffect === 'same') {
      // Without a common state a record that one version alone has is kept, whichever it is.
      const side: Side = theirEffect === 'same' ? 'ours' : 'theirs';
      return {
        ...record,
        conflicts: [],
        side,
        taken: { ours: our, theirs: their, both: side === 'ours' ? our : their },
      };
    }
    const { conflicts, withOurs, withTheirs } = settledRecord(record);
    const taken =
      conflicts.length > 0
        ? { ours: withOurs, theirs: withTheirs, both: withOurs }
        : { ours: our, theirs: their, both: withOurs };
    return { ...record, conflicts, side: conflicts.length > 0 ? 'ours' : 'both', taken };
  });
}

function effectOf(before: Value, after: Value): SideEffect {
  if (sameJson(before, after)) return 'same';
  if (before === null) return 'added';
  return after === null ? 'removed' : 'changed';
}

/** The changes that lead from our version to the merged one. */
export const takenOver = (records: readonly MergedRecord[]): Changes =>
  records
    .map(({ table, id, ours, taken, side }) => ({ table, id, before: ours, after: taken[side] }))
    .filter(({ before, after }) => !sameJson(before, after));

/** The records with the lead's choices in place of what was proposed. */
export function withChoices(
  records: readonly MergedRecord[],
  choices: readonly { readonly table: string; readonly id: string; readonly side: Taken }[],
): readonly MergedRecord[] {
  const chosen = new Map(choices.map((choice) => [placeOf(choice), choice.side]));
  return records.map((record) => ({ ...record, side: chosen.get(placeOf(record)) ?? record.side }));
}

/** Every record whole from their version. */
export const allTheirs = (records: readonly MergedRecord[]): readonly MergedRecord[] =>
  records.map((record) => ({ ...record, side: 'theirs', taken: { ...record.taken, theirs: record.theirs } }));

export interface Ancestor {
  readonly workspace: Workspace;
  readonly revision: number;
}

/**
 * The newest state of our history that another version can come from. A field whose value there is one that we had and changed since shows that they lack that change: so
 * the ways parted before it. Values that we never had are their own edits and say nothing, unless the state found has their revision and differs from theirs: then they
 * come from an older one, and every edit of ours to what they have otherwise counts as one that they lack. Where they deliberately put an old value back, the state found is
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
  const apart = new Map(
    diff(ours.workspace, theirs).flatMap(({ table, id, before, after }) =>
      placeValues({ table, id, before: after, after: before }),
    ),
  );
  const unsure = new Map<string, number>();
  let revision = Math.min(ours.revision, mostRevision);
  for (const edit of edits) {
    if (apart.size === 0) break;
    for (const change of edit.changes)
      for (const [place, before] of placeValues(change)) {
        if (apart.has(place) && sameJson(before, apart.get(place))) {
          apart.delete(place);
          revision = Math.min(revision, edit.revision - 1);
        } else if (!unsure.has(placeOf(change))) unsure.set(placeOf(change), edit.revision);
      }
  }
  if (revision === mostRevision && apart.size > 0)
    for (const record of new Set([...apart.keys()].map((place) => place.split('.')[0] ?? place)))
      revision = Math.min(revision, (unsure.get(record) ?? Infinity) - 1);
  const since = edits.filter((edit) => edit.revision > revision);
  if (since.length !== ours.revision - revision) return null; // our history does not reach back so far
  return { workspace: applyRecorded(ours.workspace, wayBack(since)), revision };
}

/** What stood before a change in each place that it changed: in its fields, or in the whole where the record came or went. */
export function placeValues(change: Changes[number]): readonly (readonly [place: string, before: Value])[] {
  const place = placeOf(change);
  const { before, after } = change;
  if (!isPlain(before) || !isPlain(after)) return [[place, before]];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !sameJson(before[field] ?? null, after[field] ?? null))
    .map((field) => [`${place}.${field}`, before[field] ?? null]);
}
