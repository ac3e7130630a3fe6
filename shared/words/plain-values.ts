import { digestOfText } from '../planner/digest.ts';
import type { TableName } from '../model/workspace.ts';
import { type PlainNames, saidByName } from './plain-names.ts';

type Plain = Readonly<Record<string, unknown>>;

/** `fullTimePercent` as `full time percent`. */
export const fieldWords = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** Why somebody is away is nobody's business but theirs and the lead's: it is in no text that leaves the app. */
export const isPrivate = (table: TableName | 'about', field: string): boolean =>
  table === 'leave' && field === 'reason';

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const anId = /^[a-z]+-[A-Za-z0-9][A-Za-z0-9/-]*$/;

/** One value on one line: ids as names; of a record its parts that are there, the entries of a list with a plus between. */
export function valueLine(value: unknown, names: PlainNames): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? 'empty' : textLine(value, names);
  if (Array.isArray(value))
    return value.length === 0 ? 'none' : value.map((one) => valueLine(one, names)).join(' + ');
  if (isPlain(value))
    return Object.keys(value)
      .filter((key) => value[key] !== null)
      .sort()
      .map((key) => `${fieldWords(key)} ${valueLine(value[key], names)}`)
      .join(', ');
  return JSON.stringify(value);
}

function textLine(text: string, names: PlainNames): string {
  const meant = anId.test(text) ? names.meant(text) : null;
  return meant ?? text.replaceAll('\\', '\\\\').replace(/\r/g, '\\r').replace(/\n/g, '\\n');
}

/** Values of a field as lines: an entry of a list each, a line of prose each. */
export function valueLines(value: unknown, names: PlainNames): readonly string[] {
  if (Array.isArray(value)) return value.map((one) => valueLine(one, names));
  if (typeof value === 'string' && value.includes('\n'))
    return value.split('\n').map((line) => line.replace(/\r$/, '\\r'));
  if (isPlain(value))
    return Object.keys(value)
      .sort()
      .map((key) => `${fieldWords(key)}: ${valueLine(value[key], names)}`);
  return [valueLine(value, names)];
}

/**
 * The fields of a record that are told, with their values as they are told: without its id, without private reasons, and a picture by its
 * fingerprint.
 */
export function toldFields(
  table: TableName | 'about',
  record: Plain,
): readonly (readonly [field: string, value: unknown])[] {
  return Object.keys(record)
    .sort()
    .filter((field) => field !== 'id' && !isPrivate(table, field))
    .map((field) => [
      field,
      table === 'images' && field === 'base64' ? fingerprint(record[field]) : record[field],
    ]);
}

const fingerprint = (base64: unknown): string =>
  `${Math.floor((String(base64).length * 3) / 4)} bytes, fingerprint ${digestOfText(String(base64))}`;

/** True where a record without the field would say the same: a shift that nobody has touched is at 0. */
const isUnsaid = (field: string, value: unknown): boolean =>
  (field === 'sequence' && value === 0) ||
  value === null ||
  value === '' ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What a record says beside its name. */
export const saidFields: typeof toldFields = (table, record) =>
  toldFields(table, record).filter(
    ([field, value]) => !isUnsaid(field, value) && (table === 'about' || !saidByName(table).includes(field)),
  );

/** Whether two records differ in a field that is not told. */
export const privateChange = (table: TableName | 'about', before: Plain, after: Plain): boolean =>
  Object.keys(after).some((field) => isPrivate(table, field) && before[field] !== after[field]);
