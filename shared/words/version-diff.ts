import { diff } from '../editing/changes.ts';
import type { Change } from '../editing/command.ts';
import { sameJson } from '../model/json.ts';
import type { Workspace } from '../model/workspace.ts';
import { kindName } from './names.ts';
import { PlainNames } from './plain-names.ts';
import {
  fieldWords,
  isPlain,
  privateChange,
  saidFields,
  toldFields,
  valueLine,
  valueLines,
} from './plain-values.ts';

/** One field that is not the same, in words. Of lists and prose only the entries and lines that went and came. */
export interface FieldDiff {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface RecordDiff {
  readonly table: Change['table'];
  readonly id: string;
  /** `shift Team primary 2027-01-04`. */
  readonly record: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly fields: readonly FieldDiff[];
}

/** Names of two states: a record is called as in the state that has it, the later one first. */
export class BothNames {
  readonly before: PlainNames;
  readonly after: PlainNames;

  constructor(before: Workspace, after: Workspace) {
    this.before = new PlainNames(before);
    this.after = new PlainNames(after);
  }

  of({ table, id, before, after }: Pick<Change, 'table' | 'id' | 'before' | 'after'>): string {
    if (table === 'about') return 'the team';
    const names = after === null && before !== null ? this.before : this.after;
    return `${kindName(table)} ${names.of(table, id)}`;
  }
}

/** What differs between two versions of a workspace, record by record and field by field, in the order of the file. */
export function versionDiff(before: Workspace, after: Workspace): readonly RecordDiff[] {
  const names = new BothNames(before, after);
  return diff(before, after).map((change) => recordDiff(change, names));
}

function recordDiff(change: Change, names: BothNames): RecordDiff {
  const { table, id, before, after } = change;
  return {
    table,
    id,
    record: names.of(change),
    change: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: fieldsOf(change, names),
  };
}

function fieldsOf({ table, before, after }: Change, names: BothNames): readonly FieldDiff[] {
  if (!isPlain(before) || !isPlain(after)) {
    const [side, record] = isPlain(after) ? (['after', after] as const) : (['before', before] as const);
    if (!isPlain(record)) return [];
    return saidFields(table, record).map(([field, value]) => {
      const text = valueLine(value, names[side]);
      return {
        field: fieldWords(field),
        from: side === 'after' ? '' : text,
        to: side === 'after' ? text : '',
      };
    });
  }
  const was = new Map(toldFields(table, before));
  const told = toldFields(table, after)
    .filter(([field, value]) => !sameJson(was.get(field), value))
    .map(([field, value]) => ({ field: fieldWords(field), ...fromTo(was.get(field), value, names) }));
  return privateChange(table, before, after)
    ? [...told, { field: 'reason', from: 'private', to: 'private' }]
    : told;
}

/** From what to what: of lists and texts of several lines only what went and came, unless it is their order alone. */
export function fromTo(before: unknown, after: unknown, names: BothNames): Pick<FieldDiff, 'from' | 'to'> {
  const whole = { from: valueLine(before, names.before), to: valueLine(after, names.after) };
  const isLong = (value: unknown): boolean =>
    Array.isArray(value) || (typeof value === 'string' && value.includes('\n'));
  if (!isLong(before) && !isLong(after)) return whole;
  const [was, is] = [valueLines(before, names.before), valueLines(after, names.after)];
  const went = without(was, is);
  const came = without(is, was);
  return went.length + came.length === 0 ? whole : { from: listed(went), to: listed(came) };
}

/** Entries of one list beyond those that the other has, as often as it has them. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return all.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

const MOST_LISTED = 12;

function listed(entries: readonly string[]): string {
  if (entries.length === 0) return 'nothing';
  const more = entries.length - MOST_LISTED;
  return [...entries.slice(0, MOST_LISTED), ...(more > 0 ? [`${more} more`] : [])].join('; ');
}

/** One record's difference as lines: `shift Team primary 2027-01-04: person: Ann → Bo`. */
export function diffLines({ record, change, fields }: RecordDiff): readonly string[] {
  const sign = { added: '+', removed: '-', changed: '~' }[change];
  const said = fields.map(({ field, from, to }) =>
    change === 'changed'
      ? `    ${field}: ${from === to ? 'changed' : `${from} → ${to}`}`
      : `${field} ${from}${to}`,
  );
  if (change === 'changed') return [`${sign} ${record}`, ...said];
  return [`${sign} ${record}${said.length === 0 ? '' : `: ${said.join(', ')}`}`];
}
