import type { RecordEffect, RestorePreview, TableEffect } from '../../shared/contract/recovery.ts';
import { diff } from '../../shared/editing/changes.ts';
import type { Change, Changes } from '../../shared/editing/command.ts';
import { tableNames, type Workspace } from '../../shared/model/workspace.ts';
import { recordName } from '../../shared/words/names.ts';

/** Records that a preview names; more would not be read. */
const mostNamed = 200;

const effectOf = ({ before, after }: Change): RecordEffect['effect'] => {
  if (before === null) return 'comes-back';
  return after === null ? 'goes' : 'changes';
};

/** A record as people know it, by the version that has it. */
export function nameOf({ table, id, after }: Pick<Change, 'table' | 'id' | 'after'>, before: Workspace, then: Workspace): string {
  if (table === 'about') return 'the name and place of the workspace';
  return recordName(after === null ? before : then, table, id);
}

/**
 * What taking a state back does to what is open: by table, and record by record.
 *
 * @param now null where nothing is open: then everything comes back
 */
export function effectsOf(now: Workspace | null, then: Workspace): Omit<RestorePreview, 'point'> {
  const changes = now === null ? allOf(then) : diff(now, then);
  const records = changes.slice(0, mostNamed).map((change) => ({
    table: change.table,
    id: change.id,
    name: nameOf(change, now ?? then, then),
    effect: effectOf(change),
  }));
  return {
    workspaceName: then.about.name,
    tables: tableEffects(now, then, changes),
    records,
    more: changes.length - records.length,
  };
}

const allOf = (workspace: Workspace): Changes =>
  tableNames.flatMap((table) =>
    Object.entries(workspace[table]).map(([id, after]) => ({ table, id, before: null, after: after as Change['after'] })),
  );

function tableEffects(now: Workspace | null, then: Workspace, changes: Changes): readonly TableEffect[] {
  const count = (workspace: Workspace | null, table: TableEffect['table']): number => {
    if (workspace === null) return 0;
    return table === 'about' ? 1 : Object.keys(workspace[table]).length;
  };
  return (['about', ...tableNames] as const).flatMap((table) => {
    const effects = changes.filter((change) => change.table === table).map(effectOf);
    const [before, after] = [count(now, table), count(then, table)];
    if (before === 0 && after === 0) return [];
    const of = (effect: RecordEffect['effect']): number => effects.filter((one) => one === effect).length;
    return [{ table, now: before, then: after, comeBack: of('comes-back'), go: of('goes'), change: of('changes') }];
  });
}
