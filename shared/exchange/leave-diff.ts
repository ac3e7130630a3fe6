import type { Command } from '../editing/command.ts';
import { ledgerLineOf } from '../editing/leave-edits.ts';
import type { LeaveId, PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import { leaveOf } from '../model/leave-of.ts';
import type { Person } from '../model/person.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { digestOfText } from '../planner/digest.ts';
import type { ImportProblem } from './import-report.ts';
import type { FileAbsence, LeaveFile, Mapping } from './leave-file.ts';

/** What taking a file over would do about one leave. */
export interface LeaveImportRow {
  readonly row: number | null;
  readonly sign: 'new' | 'changed' | 'same' | 'gone' | 'left-out';
  readonly leave: Leave;
  /** As it is now; null where it is not in the plan. */
  readonly before: Leave | null;
  /** Why it is left out, or what it is merged with. */
  readonly note: string;
}

export interface LeaveDiff {
  readonly rows: readonly LeaveImportRow[];
  readonly problems: readonly ImportProblem[];
}

/** Most edits of one step, as the command has it. */
const MOST_TOGETHER = 500;

/** Leave that a file brought has a name that its next version finds again: the series, then the entry in it. */
const idOf = ({ person, series, source }: FileAbsence): LeaveId =>
  `leave-file-${digestOfText(`${person} ${series}`)}-${digestOfText(source)}` as LeaveId;

const seriesIn = (id: LeaveId): string | null => /^leave-file-([0-9a-f]{16})-/.exec(id)?.[1] ?? null;

const overlap = (one: Leave, other: Leave): boolean =>
  one.person === other.person &&
  one.from <= other.to &&
  other.from <= one.to &&
  (one.part === 'day' || other.part === 'day' || one.part === other.part);

const sameDays = (one: Leave, other: Leave): boolean =>
  one.from === other.from && one.to === other.to && one.part === other.part;

const leaveOfAbsence = (
  { person, from, to, part, kind, tentative, reason }: FileAbsence,
  id: LeaveId,
): Leave => ({
  id,
  person,
  from,
  to,
  part,
  kind,
  tentative,
  reason,
});

/** One leave over both. */
const widened = (leave: Leave, other: Leave): Leave => ({
  ...leave,
  from: other.from < leave.from ? other.from : leave.from,
  to: other.to > leave.to ? other.to : leave.to,
  part: sameDays(leave, other) ? leave.part : 'day',
  tentative: leave.tentative && other.tentative,
});

const daysText = ({ from, to }: Leave): string => (from === to ? from : `${from} to ${to}`);

class Comparison {
  readonly rows: LeaveImportRow[] = [];
  readonly problems: ImportProblem[] = [];
  /** What the plan will hold, by person: what is there, changed by what was compared so far. */
  readonly #there = new Map<PersonId, Map<LeaveId, Leave>>();
  readonly #workspace: Workspace;
  readonly #merges: boolean;

  constructor(workspace: Workspace, merges: boolean) {
    this.#workspace = workspace;
    this.#merges = merges;
  }

  #ofPerson(person: PersonId): Map<LeaveId, Leave> {
    let there = this.#there.get(person);
    if (there === undefined)
      this.#there.set(
        person,
        (there = new Map(leaveOf(this.#workspace, person).map((leave) => [leave.id, leave]))),
      );
    return there;
  }

  add(absence: FileAbsence): void {
    const id = idOf(absence);
    const there = this.#ofPerson(absence.person);
    const own = there.get(id);
    const known = own ?? [...there.values()].find((leave) => sameDays(leave, absence as unknown as Leave));
    const before = known === undefined ? null : (recordOf(this.#workspace, 'leave', known.id) ?? null);
    const wanted = leaveOfAbsence(absence, known?.id ?? id);
    // What the lead wrote down about it stays; a file brings the days.
    const leave =
      known === undefined
        ? wanted
        : { ...known, from: wanted.from, to: wanted.to, part: wanted.part, tentative: wanted.tentative };
    const left = this.#whyLeftOut(absence, leave);
    if (left !== null) return this.#put(absence.row, 'left-out', leave, before, left);
    if (known !== undefined && sameDays(known, leave) && known.tentative === leave.tentative)
      return this.#put(absence.row, 'same', leave, before, '');
    const others = [...there.values()].filter((other) => other.id !== leave.id && overlap(leave, other));
    if (others.length > 0) return this.#overlapping(absence, leave, before, others);
    there.set(leave.id, leave);
    this.#put(absence.row, before === null ? 'new' : 'changed', leave, before, '');
  }

  /** Leave on days that are booked already: one with it where that is wished, else left out and told. */
  #overlapping(absence: FileAbsence, leave: Leave, before: Leave | null, others: readonly Leave[]): void {
    const [other] = others;
    if (other === undefined) return;
    const booked = ledgerLineOf(this.#workspace, other.id) !== null;
    if (!this.#merges || others.length > 1 || booked || before !== null) {
      const what = `overlaps leave of ${daysText(other)} that is booked already`;
      this.problems.push({ row: absence.row, column: null, severity: 'loss', what });
      return this.#put(absence.row, 'left-out', leave, before, `Overlaps ${daysText(other)}`);
    }
    const both = widened(other, leave);
    const there = this.#ofPerson(absence.person);
    const meets = [...there.values()].some((one) => one.id !== other.id && overlap(both, one));
    if (meets) {
      this.problems.push({
        row: absence.row,
        column: null,
        severity: 'loss',
        what: 'merged, it would reach into other leave',
      });
      return this.#put(absence.row, 'left-out', leave, before, 'Would reach into other leave');
    }
    there.set(other.id, both);
    const place = this.rows.findIndex((row) => row.leave.id === other.id && row.sign !== 'left-out');
    const was = recordOf(this.#workspace, 'leave', other.id) ?? null;
    const merged: LeaveImportRow = {
      row: absence.row,
      sign:
        was === null ? 'new' : sameDays(was, both) && was.tentative === both.tentative ? 'same' : 'changed',
      leave: both,
      before: was,
      note: 'Merged with leave that is there',
    };
    if (place < 0) this.rows.push(merged);
    else this.rows[place] = merged;
  }

  #whyLeftOut({ row, person }: FileAbsence, leave: Leave): string | null {
    const { archivedOn, name } = recordOf(this.#workspace, 'people', person) as Person;
    if (archivedOn !== null && leave.to >= archivedOn) {
      this.problems.push({
        row,
        column: null,
        severity: 'loss',
        what: `${name} is archived since ${archivedOn}`,
      });
      return 'Archived by then';
    }
    if (ledgerLineOf(this.#workspace, leave.id) === null) return null;
    this.problems.push({
      row,
      column: null,
      severity: 'loss',
      what: 'is comp time that is booked against the ledger',
    });
    return 'Comp time';
  }

  /** What a former version of the file brought and this one takes back. */
  takeBack({ series, window }: LeaveFile): void {
    if (window === null || series.size === 0) return;
    const kept = new Set(this.rows.map(({ leave }) => leave.id));
    const named = new Map<PersonId, ReadonlySet<string>>();
    const seriesOf = (person: PersonId): ReadonlySet<string> => {
      const known = named.get(person) ?? new Set([...series].map((one) => digestOfText(`${person} ${one}`)));
      named.set(person, known);
      return known;
    };
    for (const leave of recordsOf(this.#workspace, 'leave')) {
      const own = seriesIn(leave.id);
      if (own === null || kept.has(leave.id) || !seriesOf(leave.person).has(own)) continue;
      if (leave.from < window.from || leave.to >= window.until) continue;
      this.#put(null, 'gone', leave, leave, 'No longer in the calendar');
    }
  }

  #put(
    row: number | null,
    sign: LeaveImportRow['sign'],
    leave: Leave,
    before: Leave | null,
    note: string,
  ): void {
    this.rows.push({ row, sign, leave, before, note });
  }
}

/**
 * What taking a file over would do, entry by entry. Leave on days that are booked already is left out and told, or becomes one with what
 * is there.
 *
 * @param merges whether overlapping leave becomes one
 */
export function diffLeave(workspace: Workspace, file: LeaveFile, merges: boolean): LeaveDiff {
  const comparison = new Comparison(workspace, merges);
  for (const absence of file.absences) comparison.add(absence);
  comparison.takeBack(file);
  return { rows: comparison.rows, problems: comparison.problems };
}

/** People with the names that the lead said are theirs among their other names, as far as there is room for them. */
export function remembered(
  workspace: Workspace,
  mapping: Mapping,
  names: readonly string[],
): readonly Person[] {
  const added = new Map<PersonId, Person>();
  for (const said of names) {
    const id = mapping.get(said) ?? null;
    const person = id === null ? undefined : (added.get(id) ?? recordOf(workspace, 'people', id));
    if (
      person === undefined ||
      person.aliases.includes(said) ||
      person.aliases.length >= 20 ||
      said.length > 200
    )
      continue;
    added.set(person.id, { ...person, aliases: [...person.aliases, said] });
  }
  return [...added.values()];
}

/** The edit that takes a file over, as one step; null where it would change nothing, or more at once than one step takes. */
export function leaveImportCommand(
  rows: readonly LeaveImportRow[],
  people: readonly Person[],
  { title, source }: { readonly title: string; readonly source: string },
): Command | null {
  const saved = rows.filter(({ sign }) => sign === 'new' || sign === 'changed').map(({ leave }) => leave);
  const gone = rows.filter(({ sign }) => sign === 'gone').map(({ leave }) => leave.id);
  if (saved.length + gone.length === 0) return null;
  if (gone.length === 0)
    return {
      kind: 'import-records',
      title,
      source,
      records: [
        ...people.map((record) => ({ table: 'people', record }) as const),
        ...saved.map((record) => ({ table: 'leave', record }) as const),
      ],
    };
  if (saved.length + gone.length + people.length > MOST_TOGETHER) return null;
  return {
    kind: 'together',
    title,
    commands: [
      ...gone.map((leave) => ({ kind: 'remove-leave', leave }) as const),
      ...people.map((person) => ({ kind: 'save-person', person }) as const),
      ...saved.map((leave) => ({ kind: 'save-leave', leave }) as const),
    ],
  };
}
