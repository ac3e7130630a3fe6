import { plainTable, tablesInOrder } from '../model/tables.ts';
import type { TableName, Workspace } from '../model/workspace.ts';

type Plain = Readonly<Record<string, unknown>>;

/** What a record is called by itself, where its form has a name. */
const ownNames: Readonly<Partial<Record<TableName, string>>> = {
  people: 'name',
  pipelines: 'name',
  tasks: 'name',
  rotations: 'name',
  deadlines: 'title',
  incidents: 'title',
  runbooks: 'title',
  images: 'name',
  scenarios: 'name',
  connections: 'name',
};

/** What a record without a name is known by: what it says of whom, and the day. */
const described: Readonly<Partial<Record<TableName, (record: Plain, names: PlainNames) => string>>> = {
  leave: ({ person, from, to }, names) =>
    `${names.of('people', person)}, ${String(from)}${from === to ? '' : ` to ${String(to)}`}`,
  holidaySets: ({ region, year }) => `${String(region)} ${String(year)}`,
  holidays: ({ set, name, actual }, names) =>
    `${names.of('holidaySets', set)}, ${String(name)}, ${String(actual)}`,
  compTime: ({ kind, person, date }, names) =>
    `${String(kind)}, ${names.of('people', person)}, ${String(date)}`,
  policies: ({ version }) => `version ${String(version)}`,
  deliveries: ({ deadline, due }, names) => `${names.of('deadlines', deadline)}, ${String(due)}`,
  runs: ({ title, startedAt }) => `${String(title)}, ${String(startedAt)}`,
};

const inDescription: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  shifts: ['rotation', 'layer', 'start'],
  leave: ['person', 'from', 'to'],
  holidaySets: ['region', 'year'],
  holidays: ['set', 'name', 'actual'],
  compTime: ['kind', 'person', 'date'],
  policies: ['version'],
  deliveries: ['deadline', 'due'],
  runs: ['title', 'startedAt'],
};

/** The fields that the name of a record says already. */
export const saidByName = (table: TableName): readonly string[] =>
  inDescription[table] ?? [ownNames[table] ?? ''];

/**
 * Names for records that hold for one state of a workspace alone and are the same each time: of two that would be called alike, each carries
 * its id.
 */
export class PlainNames {
  readonly #workspace: Workspace;
  readonly #known = new Map<TableName, ReadonlyMap<string, string>>();

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  /** The id itself where there is no such record, or it has no name. */
  of(table: TableName, id: unknown): string {
    const text = String(id);
    if (table === 'shifts') return this.#slot(text);
    if (table === 'published') return this.published(text);
    return this.#all(table).get(text) ?? text;
  }

  /** An event is named by what it stands for, with the part of it behind. */
  published(id: string): string {
    if (/^rotation-/.test(id)) return this.#slot(id);
    const [first = '', ...rest] = id.split('/');
    return [this.meant(first) ?? first, ...rest].join(', ');
  }

  /** The name of whatever record has this id; null where none has. */
  meant(id: string): string | null {
    if (/^rotation-[^/]+\//.test(id)) return this.#slot(id);
    for (const table of tablesInOrder)
      if (
        table !== 'shifts' &&
        table !== 'published' &&
        Object.hasOwn(plainTable(this.#workspace, table), id)
      )
        return this.of(table, id);
    return null;
  }

  /** `Team primary 2027-01-04`; of a cover also its first day. */
  #slot(id: string): string {
    const [rotation = '', layer = '', day = '', ...rest] = id.split('/');
    return [
      `${this.of('rotations', rotation)} ${layer} ${day}`,
      ...(rest.length === 0 ? [] : [`cover from ${rest.at(-1) ?? ''}`]),
    ].join(', ');
  }

  #all(table: TableName): ReadonlyMap<string, string> {
    const known = this.#known.get(table);
    if (known !== undefined) return known;
    const names = Object.entries(plainTable(this.#workspace, table)).map(
      ([id, record]) => [id, this.#name(table, record)] as const,
    );
    const counts = new Map<string, number>();
    for (const [, name] of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const all = new Map(names.map(([id, name]) => [id, counts.get(name) === 1 ? name : `${name} [${id}]`]));
    this.#known.set(table, all);
    return all;
  }

  #name(table: TableName, record: Plain): string {
    const field = ownNames[table];
    const own = field === undefined ? described[table]?.(record, this) : record[field];
    return typeof own === 'string' ? own.replace(/\s+/g, ' ').trim() : String(record['id']);
  }
}
