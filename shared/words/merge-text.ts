import type { MergedRecord } from '../document/merge.ts';
import type { FieldConflict } from '../document/merge-fields.ts';
import type { Workspace } from '../model/workspace.ts';
import { BothNames, fromTo } from './version-diff.ts';
import { fieldWords, isPrivate } from './plain-values.ts';

/** A field that both versions changed, and not alike, in words. */
export interface ConflictTold {
  readonly table: MergedRecord['table'];
  readonly id: string;
  /** `shift Team primary 2027-01-04`. */
  readonly record: string;
  /** Null where the record is meant as a whole. */
  readonly field: string | null;
  /** What it was in the common ancestor, and what each version made of it. */
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

interface States {
  readonly ancestor: Workspace;
  readonly ours: Workspace;
  readonly theirs: Workspace;
}

/** Conflicts by record and field, in the order of the file. */
export function conflictsTold(
  records: readonly MergedRecord[],
  { ancestor, ours, theirs }: States,
): readonly ConflictTold[] {
  const [our, their] = [new BothNames(ancestor, ours), new BothNames(ancestor, theirs)];
  return records.flatMap((record) => {
    const { table, id } = record;
    const isGone = record.ours === null;
    const name = (isGone ? their : our).of({
      table,
      id,
      before: record.before,
      after: isGone ? record.theirs : record.ours,
    });
    return record.conflicts.map((conflict) => ({
      table,
      id,
      record: name,
      field: conflict.field === null ? null : fieldWords(conflict.field),
      ...(conflict.field !== null && isPrivate(table, conflict.field)
        ? { base: 'private', ours: 'private', theirs: 'private' }
        : valuesTold(record, conflict, our, their)),
    }));
  });
}

type Values = Pick<ConflictTold, 'base' | 'ours' | 'theirs'>;

function valuesTold(record: MergedRecord, conflict: FieldConflict, our: BothNames, their: BothNames): Values {
  if (conflict.field === null) {
    const effects = { same: 'as it was', added: 'added', changed: 'changed', removed: 'removed' } as const;
    return {
      base: conflict.before === null ? 'not there' : 'there',
      ours: effects[record.ourEffect],
      theirs: effects[record.theirEffect],
    };
  }
  const [one, other] = [
    fromTo(conflict.before, conflict.ours, our),
    fromTo(conflict.before, conflict.theirs, their),
  ];
  return { base: one.from, ours: one.to, theirs: other.to };
}

/** `shift Team primary 2027-01-04, person: was Ann, ours Bo, theirs Cy`. */
export const conflictLines = ({ record, field, base, ours, theirs }: ConflictTold): readonly string[] => [
  `! ${record}${field === null ? '' : `, ${field}`}: was ${base}, ours ${ours}, theirs ${theirs}`,
];
