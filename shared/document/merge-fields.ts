import type { Change } from '../editing/command.ts';
import { canonicalJson, sameJson } from '../model/json.ts';
import { mergedList } from './merge-lists.ts';
import { together, unmixed } from './merge-terms.ts';

type Value = Change['before'];
type Plain = Readonly<Record<string, Value>>;

/** A field that both versions changed, and not alike. */
export interface FieldConflict {
  /** Null where the record is meant as a whole: one version removed what the other changed, or its fields are never mixed. */
  readonly field: string | null;
  /** In the state that both come from; null where it was not there. */
  readonly before: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** What becomes of a record that both versions changed. Without conflicts both values are the same. */
export interface SettledRecord {
  readonly conflicts: readonly FieldConflict[];
  /** With our values, and with theirs, where both changed one field; every other field is from the version that changed it. */
  readonly withOurs: Value;
  readonly withTheirs: Value;
}

/** One record in the three states; null where it is not there. */
export interface ThreeStates {
  readonly table: Change['table'];
  readonly before: Value;
  readonly ours: Value;
  readonly theirs: Value;
}

/** Merges a record that both versions changed, and not alike, field by field. */
export function settledRecord(record: ThreeStates): SettledRecord {
  const { table, before, ours, theirs } = record;
  if (table === 'published') {
    const told = lastTold(ours, theirs);
    return { conflicts: [], withOurs: told, withTheirs: told };
  }
  if (!isPlain(ours) || !isPlain(theirs) || unmixed.has(table))
    return { conflicts: [{ field: null, before, ours, theirs }], withOurs: ours, withTheirs: theirs };
  return settledFields(table, isPlain(before) ? before : {}, ours, theirs);
}

function settledFields(table: Change['table'], before: Plain, ours: Plain, theirs: Plain): SettledRecord {
  const conflicts: FieldConflict[] = [];
  const both: Record<string, Value> = {};
  const [withOurs, withTheirs]: Record<string, Value>[] = [{}, {}];
  for (const group of groupsOf(table, ours, theirs)) {
    const isSame = (one: Plain, other: Plain) =>
      group.every((field) => sameJson(one[field] ?? null, other[field] ?? null));
    const part = (of: Plain) =>
      Object.fromEntries(
        group.filter((field) => Object.hasOwn(of, field)).map((field) => [field, of[field] as Value]),
      );
    if (isSame(before, theirs) || isSame(ours, theirs)) Object.assign(both, part(ours));
    else if (isSame(before, ours)) Object.assign(both, part(theirs));
    else {
      const [first = ''] = group;
      const list =
        group.length === 1 ? mergedList(table, first, before[first], ours[first], theirs[first]) : null;
      if (list !== null) {
        both[first] = list;
        continue;
      }
      conflicts.push(...conflictsIn(group, before, ours, theirs));
      Object.assign(withOurs ?? {}, part(ours));
      Object.assign(withTheirs ?? {}, part(theirs));
    }
  }
  return {
    conflicts,
    withOurs: withSequence({ ...both, ...withOurs }, ours, theirs),
    withTheirs: withSequence({ ...both, ...withTheirs }, ours, theirs),
  };
}

const conflictsIn = (
  group: readonly string[],
  before: Plain,
  ours: Plain,
  theirs: Plain,
): readonly FieldConflict[] =>
  group
    .filter((field) => !sameJson(ours[field] ?? null, theirs[field] ?? null))
    .map((field) => ({
      field,
      before: before[field] ?? null,
      ours: ours[field] ?? null,
      theirs: theirs[field] ?? null,
    }));

/** Each field is in exactly one group, but for the sequence number, which is not merged but counted on. */
function groupsOf(table: Change['table'], ours: Plain, theirs: Plain): readonly (readonly string[])[] {
  const fields = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])]
    .filter((field) => field !== 'sequence')
    .sort();
  const groups = together[table] ?? [];
  const grouped = new Set(groups.flat());
  return [...groups, ...fields.filter((field) => !grouped.has(field)).map((field) => [field])];
}

/** What calendars show of a shift. */
const shown = ['start', 'end', 'person'] as const;

/**
 * Calendars take the highest SEQUENCE for the truth. The merged shift carries the higher of the two, and one more where the version that had it shows something
 * else: whoever saw that one must hear of the merge.
 */
function withSequence(merged: Plain, ours: Plain, theirs: Plain): Plain {
  const [our, their] = [ours['sequence'], theirs['sequence']];
  if (typeof our !== 'number' || typeof their !== 'number') return merged;
  const most = Math.max(our, their);
  const told = [ours, theirs].filter(({ sequence }) => sequence === most);
  const isNews = told.some((one) =>
    shown.some((field) => !sameJson(one[field] ?? null, merged[field] ?? null)),
  );
  return { ...merged, sequence: isNews ? most + 1 : most };
}

/** What the world was told last. Neither version can untell it, so it is never a question, and never removed by one of them alone. */
function lastTold(ours: Value, theirs: Value): Value {
  if (!isPlain(ours)) return theirs;
  if (!isPlain(theirs)) return ours;
  const order = (value: Plain): string =>
    `${String(Number(value['sequence'])).padStart(12, '0')} ${canonicalJson(value['at'])} ${canonicalJson(value)}`;
  return order(theirs) > order(ours) ? theirs : ours;
}

export const isPlain = (value: Value): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
