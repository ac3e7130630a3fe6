import { ok, refused, type Result } from '../result.ts';
import type { Change } from '../editing/command.ts';
import { sameJson } from '../model/json.ts';
import { knownVersion } from './envelope.ts';
import type { ReadLine } from './journal-line.ts';
import type { PlainDocument } from './open.ts';
import { upgraded } from './upgrades/index.ts';
import { upgradedChanges } from './upgrades/upgrade-changes.ts';

/** Why edits could not be made again. */
export type ReplayFault =
  /** Found at this edit. */
  | { readonly kind: 'misfit'; readonly revision: number; readonly detail: string }
  /** A line of a format that we do not know, on a document that we do. */
  | { readonly kind: 'newer'; readonly format: number };

/**
 * The journal's edits made again on the plain JSON of a file, from the records that they changed and not by the rules of today. Each line is applied in the format
 * that it was written in: the document is led there first, so that records of an old journal meet records of the same old form. Every record must be as the line says
 * that it was: a journal that belongs to another file would otherwise be mixed into this one.
 */
export function replayed(document: PlainDocument, lines: readonly ReadLine[]): Result<PlainDocument, ReplayFault> {
  let state = new PlainState(document.workspace);
  let version = document.version;
  for (const { line, format } of lines) {
    const { revision } = line;
    let { changes } = line;
    if (format > version) {
      if (format > knownVersion) return refused({ kind: 'newer', format });
      const led = upgraded(state.value(), version, format);
      if (!led.ok) return refused({ kind: 'misfit', revision, detail: led.reason });
      state = new PlainState(led.value);
      version = format;
    } else if (format < version && version <= knownVersion) {
      const led = upgradedChanges(changes, format, version);
      if (!led.ok) return refused({ kind: 'misfit', revision, detail: led.reason });
      changes = led.value;
    }
    const misfit = changes.find((change) => !state.fits(change));
    if (misfit !== undefined)
      return refused({ kind: 'misfit', revision, detail: `edit ${revision} does not fit the file: ${misfit.table}/${misfit.id} is not as the edit found it` });
    for (const change of changes) state.make(change);
  }
  const revision = lines.at(-1)?.line.revision ?? document.revision;
  return ok({ ...document, version, revision, workspace: state.value() });
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plain JSON of a workspace under change: tables are copied once, when first written to; the given value stays as it is. */
class PlainState {
  readonly #start: Plain;
  readonly #tables = new Map<string, Map<string, unknown>>();
  #about: unknown;

  constructor(workspace: unknown) {
    this.#start = isPlain(workspace) ? workspace : {};
    this.#about = this.#start['about'];
  }

  fits({ table, id, before }: Change): boolean {
    if (table === 'about') return id === 'about' && sameJson(this.#about, before);
    return sameJson(this.#record(table, id), before);
  }

  make({ table, id, after }: Change): void {
    if (table === 'about') this.#about = after;
    else if (after === null) this.#open(table).delete(id);
    else this.#open(table).set(id, after);
  }

  value(): unknown {
    const tables = [...this.#tables].map(([name, records]) => [name, Object.fromEntries(records)] as const);
    return { ...this.#start, about: this.#about, ...Object.fromEntries(tables) };
  }

  #record(table: string, id: string): unknown {
    const opened = this.#tables.get(table);
    if (opened !== undefined) return opened.get(id) ?? null;
    const kept = this.#kept(table);
    return Object.hasOwn(kept, id) ? kept[id] : null;
  }

  #kept(table: string): Plain {
    const kept = Object.hasOwn(this.#start, table) ? this.#start[table] : null;
    return isPlain(kept) ? kept : {};
  }

  #open(table: string): Map<string, unknown> {
    let records = this.#tables.get(table);
    if (records === undefined) this.#tables.set(table, (records = new Map(Object.entries(this.#kept(table)))));
    return records;
  }
}
