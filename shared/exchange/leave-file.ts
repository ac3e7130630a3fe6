import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { ImportProblem } from './import-report.ts';

/** Whole or half days of absence as a file has them, of somebody who is known. */
export interface FileAbsence {
  /** Row of the table, or line of the calendar. */
  readonly row: number;
  readonly person: PersonId;
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
  readonly part: Leave['part'];
  readonly kind: Leave['kind'];
  readonly tentative: boolean;
  readonly reason: string;
  /** What the file knows it by: the same from one version of the file to the next, and in no other entry. */
  readonly source: string;
  /** What all occurrences of one series share; for a single entry its own. */
  readonly series: string;
}

/** Somebody whom the file names and nobody in the plan is called so. */
export interface UnknownPerson {
  /** As the file writes it. */
  readonly said: string;
  /** A name or an address may be remembered as another name of somebody; the title of an event must not. */
  readonly kind: 'name' | 'email' | 'title';
  /** Entries that say so. */
  readonly count: number;
}

/** What may be kept as another name of somebody: not an address, and not what an event is called. */
export const rememberable = (unknown: readonly UnknownPerson[]): readonly string[] =>
  unknown.filter(({ kind }) => kind === 'name').map(({ said }) => said);

/** Whom the lead says is meant, by what the file says; null leaves these entries out. */
export type Mapping = ReadonlyMap<string, PersonId | null>;

/** A file of leave, whatever its format. */
export interface LeaveFile {
  readonly absences: readonly FileAbsence[];
  readonly unknown: readonly UnknownPerson[];
  /** Series that the file speaks of: what was imported of them before and is not in it any more has gone. */
  readonly series: ReadonlySet<string>;
  /** The days that the file was read for; leave outside them is not compared. Null for all days. */
  readonly window: { readonly from: LocalDate; readonly until: LocalDate } | null;
  readonly problems: readonly ImportProblem[];
}

/** Counts who is named and not known, in the order of the file. */
export class UnknownPeople {
  readonly #found = new Map<string, UnknownPerson>();

  add(said: string, kind: UnknownPerson['kind']): void {
    const known = this.#found.get(said);
    this.#found.set(said, { said, kind: known?.kind ?? kind, count: (known?.count ?? 0) + 1 });
  }

  get list(): readonly UnknownPerson[] {
    return [...this.#found.values()];
  }
}
