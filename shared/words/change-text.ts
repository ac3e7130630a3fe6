import type { Change } from '../editing/command.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf, tablesInOrder } from '../model/tables.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { dayWithYearText, momentText } from './date-text.ts';
import { personName, recordName } from './names.ts';
import { ruleTitle } from './rule-text.ts';

/** One field of a record, before and after an edit, as people read it. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What an edit did to one record. */
export interface RecordChange {
  readonly table: Change['table'];
  readonly id: string;
  readonly name: string;
  readonly effect: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldChange[];
}

type Value = Change['before'];
type Plain = Readonly<Record<string, Value>>;

const isPlain = (value: Value | undefined): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Said by the record's name already, or of no use to a reader. */
const unsaid: readonly string[] = ['id', 'sequence', 'rotation', 'layer', 'start', 'end', 'covers'];

/** `fullTimePercent` as `full time percent`. */
const fieldText = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/**
 * What a change did, field by field. A record that came or went shows what it says; one that changed, what differs. Names are
 * those of `workspace`, which has the record as it is now, or had it.
 */
export function recordChange(change: Change, workspace: Workspace): RecordChange {
  const { table, id, before, after } = change;
  const was = isPlain(before) ? before : {};
  const is = isPlain(after) ? after : {};
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => !unsaid.includes(name),
  );
  return {
    table,
    id,
    name: changedName(change, workspace),
    effect: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: names
      .filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
      .map((name) => ({
        field: fieldText(name),
        before: before === null ? '' : valueText(was[name], workspace),
        after: after === null ? '' : valueText(is[name], workspace),
      }))
      .filter((field) => field.before !== field.after),
  };
}

/** A record that is gone has its name in the change alone. */
function changedName({ table, id, before, after }: Change, workspace: Workspace): string {
  if (table === 'about') return 'the team';
  if (table === 'shifts' || recordOf(workspace, table, id) !== undefined)
    return recordName(workspace, table, id);
  const record = after ?? before;
  const holder = { ...workspace, [table]: { ...workspace[table], [id]: record } } as Workspace;
  return recordName(holder, table, id);
}

const kindOfId: Readonly<Record<string, TableName>> = {
  person: 'people',
  pipeline: 'pipelines',
  task: 'tasks',
  rotation: 'rotations',
  leave: 'leave',
  holiday: 'holidays',
  holidays: 'holidaySets',
  policy: 'policies',
  deadline: 'deadlines',
  incident: 'incidents',
  runbook: 'runbooks',
  scenario: 'scenarios',
  connection: 'connections',
};

const MOST_SHOWN = 160;
const short = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN - 1)}…` : text;

function valueText(value: Value | undefined, workspace: Workspace): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return short(textOf(value, workspace));
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : short(value.map((one) => valueText(one, workspace)).join(', '));
  return short(
    Object.entries(value)
      .map(([name, one]) => `${fieldText(name)} ${valueText(one ?? null, workspace)}`)
      .join(', '),
  );
}

/** An id is read as the name of what it stands for, a rule as the policy calls it, a date as a day. */
function textOf(text: string, workspace: Workspace): string {
  if (text === '') return 'empty';
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return dayWithYearText(text as LocalDate);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return momentText(text as LocalDateTime);
  if (!text.includes('-')) return text;
  const table = kindOfId[text.split('-')[0] ?? ''];
  if (table === undefined) return ruleTitle(text) ?? text;
  if (text.includes('/')) return recordName(workspace, 'shifts', text);
  if (table === 'people') return personName(workspace, text as PersonId);
  return recordOf(workspace, table, text) === undefined ? text : recordName(workspace, table, text);
}

/** The people that a change is about: whose shift, leave or ledger it is, and whoever it names. */
export function peopleOf({ table, id, before, after }: Change): readonly PersonId[] {
  if (table === 'people') return [id as PersonId];
  const found = JSON.stringify([before, after]).match(/person-[A-Za-z0-9-]+/g) ?? [];
  return [...new Set(found)] as PersonId[];
}

/** The tables in the order of the file, for a filter; what stands for the team itself comes first. */
export const changedTables: readonly Change['table'][] = ['about', ...tablesInOrder];
