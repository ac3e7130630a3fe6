import type { Change } from '../editing/command.ts';
import { sameJson } from '../model/json.ts';
import { lists } from './merge-terms.ts';

type Value = Change['before'];
type Entry = Readonly<Record<string, Value>>;

/**
 * Merges a list entry by entry: what one version added or changed is as there, what one version removed is gone. Null where both did something else to one
 * entry, where the field is no such list, and where it was not there before.
 */
export function mergedList(
  table: Change['table'],
  field: string,
  before: Value | undefined,
  ours: Value | undefined,
  theirs: Value | undefined,
): Value | null {
  const keyOf = lists[table]?.[field];
  if (keyOf === undefined || !Array.isArray(before) || !Array.isArray(ours) || !Array.isArray(theirs))
    return null;
  const byKey = (list: readonly unknown[]): ReadonlyMap<string, Entry> =>
    new Map((list as readonly Entry[]).map((entry) => [String(keyOf(entry)), entry]));
  const [was, our, their] = [byKey(before), byKey(ours), byKey(theirs)];
  // Two entries under one key: the list is none of those.
  if (our.size !== ours.length || their.size !== theirs.length) return null;
  const merged: Entry[] = [];
  for (const key of [...new Set([...our.keys(), ...their.keys()])].sort()) {
    const [base, one, other] = [was.get(key) ?? null, our.get(key) ?? null, their.get(key) ?? null];
    const isOurs = !sameJson(base, one);
    if (isOurs && !sameJson(base, other) && !sameJson(one, other)) return null;
    const entry = isOurs ? one : other;
    if (entry !== null) merged.push(entry);
  }
  return merged;
}
