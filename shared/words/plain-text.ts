import { recordsOf, tablesInOrder } from '../model/tables.ts';
import { redacted, redactedRun } from '../runbooks/redact.ts';
import type { RecordOf, TableName, Workspace } from '../model/workspace.ts';
import { PlainNames } from './plain-names.ts';
import { fieldWords, saidFields, valueLine, valueLines } from './plain-values.ts';
import { tableName } from './recovery-text.ts';

type Plain = Readonly<Record<string, unknown>>;

/** Records that are one line each: there are many, and one of them is read at a glance. */
const oneLiners: ReadonlySet<TableName> = new Set([
  'leave',
  'holidays',
  'compTime',
  'deliveries',
  'published',
]);

/** Dated records stand by their day, so that a new one is a new line in one place; all others by their id, which no edit changes. */
const placeOf: Readonly<Partial<Record<TableName, (record: Plain) => unknown>>> = {
  shifts: ({ start }) => start,
  leave: ({ from }) => from,
  holidays: ({ actual }) => actual,
  compTime: ({ date }) => date,
  deliveries: ({ due }) => due,
  runs: ({ startedAt }) => startedAt,
};

const head = `A workspace of Evenwatch as plain text, to read and to compare. It is not read back.
Private reasons for being away and what runbooks mark for redaction are left out; pictures are told by their fingerprints.
`;

const each = <Id extends string, Value>(table: Readonly<Record<Id, Value>>, of: (value: Value) => Value) =>
  Object.fromEntries(Object.entries<Value>(table).map(([id, value]) => [id, of(value)])) as Record<Id, Value>;

/**
 * All of a workspace as text in a stable order: equal workspaces give equal text, and one edit changes few lines of it, whatever the order in which records
 * were made. Passages of runbooks that are marked for redaction are left out. People, tasks and everything else go by name; of two that are called alike each has its id behind.
 */
export function plainText(asItIs: Workspace): string {
  const workspace = {
    ...asItIs,
    runbooks: each(asItIs.runbooks, redacted),
    runs: each(asItIs.runs, redactedRun),
  };
  const names = new PlainNames(workspace);
  const parts = tablesInOrder.flatMap((table) => {
    const records = inOrder(table, recordsOf(workspace, table));
    if (records.length === 0) return [];
    return [
      ['', `== ${tableName(table)}`, ...records.flatMap((record) => recordLines(table, record, names))],
    ];
  });
  const about = ['', '== Team', ...fieldLines('about', workspace.about, names, '')];
  return `${[head.trimEnd(), ...about, ...parts.flat()].join('\n')}\n`;
}

function inOrder<Table extends TableName>(
  table: Table,
  records: readonly RecordOf<Table>[],
): readonly Plain[] {
  const place = placeOf[table] ?? (() => '');
  const keyed = (records as readonly Plain[]).map((record) => ({
    record,
    key: `${String(place(record))} ${String(record['id'])}`,
  }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ record }) => record);
}

function recordLines(table: TableName, record: Plain, names: PlainNames): readonly string[] {
  if (table === 'shifts') return [shiftLine(record, names)];
  const name = names.of(table, record['id']);
  if (!oneLiners.has(table)) return ['', name, ...fieldLines(table, record, names, '  ')];
  const said = saidFields(table, record).map(
    ([field, value]) => `${fieldWords(field)} ${valueLine(value, names)}`,
  );
  return [said.length === 0 ? name : `${name}: ${said.join(', ')}`];
}

/** `2027-01-04T09:00 to 2027-01-11T09:00, Team primary: Ann, planned`. */
function shiftLine(record: Plain, names: PlainNames): string {
  const { start, end, rotation, layer, person, origin, pinned, accepted, sequence, note, covers } = record;
  const more = [
    pinned === true ? 'pinned' : '',
    covers === null ? '' : `cover in ${names.of('shifts', covers)}`,
    (accepted as readonly string[]).length === 0 ? '' : `accepted ${valueLine(accepted, names)}`,
    sequence === 0 ? '' : `sequence ${String(sequence)}`,
    note === '' ? '' : `note ${valueLine(note, names)}`,
  ].filter((one) => one !== '');
  const duty = `${names.of('rotations', rotation)} ${String(layer)}`;
  const held = [names.of('people', person), String(origin), ...more].join(', ');
  return `${String(start)} to ${String(end)}, ${duty}: ${held}`;
}

function fieldLines(
  table: TableName | 'about',
  record: Plain,
  names: PlainNames,
  indent: string,
): readonly string[] {
  return saidFields(table, record).flatMap(([field, value]) => {
    const lines = valueLines(value, names);
    const isList = Array.isArray(value);
    if (!isList && lines.length === 1 && typeof value !== 'object')
      return [`${indent}${fieldWords(field)}: ${lines[0] ?? ''}`];
    return [
      `${indent}${fieldWords(field)}:`,
      ...lines.map((line) =>
        `${indent}  ${isList ? '- ' : typeof value === 'string' ? '| ' : ''}${line}`.trimEnd(),
      ),
    ];
  });
}
