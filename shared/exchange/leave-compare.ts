import { addDays } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LeaveId, PersonId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import { leaveOf } from '../model/leave-of.ts';
import type { Person } from '../model/person.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { ImportProblem } from './import-report.ts';
import type { FileAbsence, LeaveFile } from './leave-file.ts';
import { entryOf, idsOf, isOfFile, restName, seriesNames, seriesIn, stemOf } from './leave-names.ts';

/** What taking a file over would do about one leave. */
export interface LeaveImportRow {
  readonly row: number | null;
  readonly sign: 'new' | 'changed' | 'same' | 'gone' | 'left-out';
  readonly leave: Leave;
  /** As it is now; null where it is not in the plan. */
  readonly before: Leave | null;
  /** Why it is left out, or what it is merged with. */
  readonly note: string;
  /** The entries that it comes of: without them it would not be there. Empty where nothing would be done. */
  readonly entries: readonly LeaveId[];
}

export interface LeaveDiff {
  readonly rows: readonly LeaveImportRow[];
  readonly problems: readonly ImportProblem[];
}

type Days = Pick<Leave, 'from' | 'to' | 'part'>;

/** Whether two leaves of one person share at least half a day. */
export const overlap = (one: Days, other: Days): boolean =>
  one.from <= other.to &&
  other.from <= one.to &&
  (one.part === 'day' || other.part === 'day' || one.part === other.part);

const sameDays = (one: Days, other: Days): boolean =>
  one.from === other.from && one.to === other.to && one.part === other.part;

const daysKey = ({ person, from, to, part }: Days & { readonly person: PersonId }): string =>
  `${person} ${from} ${to} ${part}`;

const daysText = ({ from, to }: Days): string => (from === to ? from : `${from} to ${to}`);

const notInFile = 'No longer in the calendar';

/** One leave over both. */
const widened = (leave: Leave, other: Leave): Leave => ({
  ...leave,
  from: other.from < leave.from ? other.from : leave.from,
  to: other.to > leave.to ? other.to : leave.to,
  part: sameDays(leave, other) ? leave.part : 'day',
  tentative: leave.tentative && other.tentative,
});

/** What of the days nobody else's leave takes. */
function restOf(leave: Leave, others: readonly Leave[]): readonly Days[] {
  const rest: { from: LocalDate; to: LocalDate; part: Leave['part'] }[] = [];
  for (let day = leave.from; day <= leave.to; day = addDays(day, 1)) {
    const free = (['morning', 'afternoon'] as const).filter((part) => {
      const half = { from: day, to: day, part };
      return overlap(leave, half) && !others.some((other) => overlap(other, half));
    });
    const [first] = free;
    if (first === undefined) continue;
    const part = free.length === 2 ? 'day' : first;
    const last = rest.at(-1);
    if (part === 'day' && last?.part === 'day' && addDays(last.to, 1) === day) last.to = day;
    else rest.push({ from: day, to: day, part });
  }
  return rest;
}

/** Leave that is booked against the ledger of comp time: a file does not touch it. */
function bookedLeave(workspace: Workspace): ReadonlySet<LeaveId> {
  const lines = recordsOf(workspace, 'compTime');
  const reversed = new Set(lines.map(({ reverses }) => reverses));
  return new Set(
    lines.flatMap(({ id, kind, source: { leave } }) =>
      leave === null || kind === 'reverse' || reversed.has(id) ? [] : [leave],
    ),
  );
}

/**
 * Compares a file with the plan. What a former version of it brought is set aside first: an entry that moves must not be kept out by
 * itself, nor by one that the same file moves or takes back.
 */
export class LeaveComparison {
  readonly #rows: LeaveImportRow[] = [];
  readonly #problems: ImportProblem[] = [];
  /** What the plan will hold, by person: what the file does not speak of, and what was compared so far. */
  readonly #there = new Map<PersonId, Map<LeaveId, Leave>>();
  /** What a former version of the file brought, and this one brings again, changes or takes back. */
  readonly #former = new Map<LeaveId, Leave>();
  /** Former leave whose entry has another name now, by its days. */
  readonly #unnamed = new Map<string, Leave>();
  /** What the file says no more, and the lead keeps. */
  readonly #kept: Leave[] = [];
  /** Places in the rows of what the file brings. */
  readonly #placed = new Map<LeaveId, number>();
  readonly #booked: ReadonlySet<LeaveId>;
  readonly #ids: readonly LeaveId[];
  readonly #workspace: Workspace;
  readonly #file: LeaveFile;
  readonly #merges: boolean;
  readonly #without: ReadonlySet<LeaveId>;
  /** The entry that is being added. */
  #entry: LeaveId | null = null;

  /** @param without entries that the lead leaves out: what the plan has of them stays as it is */
  constructor(
    workspace: Workspace,
    file: LeaveFile,
    merges: boolean,
    without: ReadonlySet<LeaveId> = new Set(),
  ) {
    this.#without = without;
    this.#workspace = workspace;
    this.#file = file;
    this.#merges = merges;
    this.#booked = bookedLeave(workspace);
    this.#ids = idsOf(file.absences);
    this.#setAside();
  }

  result(): LeaveDiff {
    this.#file.absences.forEach((absence, place) => {
      this.#entry = this.#ids[place] as LeaveId;
      this.#add(absence, this.#entry);
    });
    for (const leave of this.#former.values())
      if (!this.#placed.has(leave.id)) this.#put(null, 'gone', leave, notInFile, [entryOf(leave.id)]);
    for (const leave of this.#kept) this.#put(null, 'left-out', leave, notInFile, [entryOf(leave.id)]);
    return { rows: this.#rows, problems: this.#problems };
  }

  #setAside(): void {
    const { absences, window, series } = this.#file;
    const left = new Set(absences.flatMap((one, at) => (this.#isArchived(one) ? [this.#ids[at]] : [])));
    const named = new Set(this.#ids.map(stemOf));
    const spokenOf = seriesNames(series);
    const inFile = new Set(this.#ids);
    for (const leave of recordsOf(this.#workspace, 'leave')) {
      if (!isOfFile(leave.id) || this.#booked.has(leave.id) || left.has(leave.id)) continue;
      const own = named.has(stemOf(leave.id));
      const within = window !== null && leave.from >= window.from && leave.to < window.until;
      if (!own && !(within && spokenOf(leave.person).has(seriesIn(leave.id)))) continue;
      if (this.#without.has(entryOf(leave.id))) {
        if (!inFile.has(entryOf(leave.id))) this.#kept.push(leave);
        continue;
      }
      this.#former.set(leave.id, leave);
      if (!own) this.#unnamed.set(daysKey(leave), leave);
    }
  }

  #ofPerson(person: PersonId): Map<LeaveId, Leave> {
    let there = this.#there.get(person);
    if (there === undefined) {
      const stays = leaveOf(this.#workspace, person).filter(({ id }) => !this.#former.has(id));
      this.#there.set(person, (there = new Map(stays.map((leave) => [leave.id, leave]))));
    }
    return there;
  }

  #isArchived({ person, to }: FileAbsence): boolean {
    const { archivedOn } = recordOf(this.#workspace, 'people', person) as Person;
    return archivedOn !== null && to >= archivedOn;
  }

  #add(absence: FileAbsence, id: LeaveId): void {
    const { row, person, from, to, part, kind, tentative, reason } = absence;
    const wanted: Leave = { id, person, from, to, part, kind, tentative, reason };
    if (this.#isArchived(absence)) {
      const { name, archivedOn } = recordOf(this.#workspace, 'people', person) as Person;
      return this.#leaveOut(row, wanted, 'Archived by then', `${name} is archived since ${archivedOn ?? ''}`);
    }
    if (this.#without.has(id)) {
      const stays = recordOf(this.#workspace, 'leave', id) ?? wanted;
      return this.#put(row, 'left-out', stays, 'Not ticked', [id]);
    }
    const twin = this.#twinOf(wanted);
    if (this.#booked.has(twin?.id ?? id))
      return this.#leaveOut(
        row,
        twin ?? wanted,
        'Comp time',
        'is comp time that is booked against the ledger',
      );
    if (twin !== null) {
      const both = this.#placed.has(twin.id) && twin.tentative;
      return this.#settle(
        row,
        { ...twin, tentative: this.#placed.has(twin.id) ? both && tentative : tentative },
        '',
      );
    }
    // What the lead wrote down about it stays; a file brings the days.
    const own = this.#former.get(id);
    const leave = own === undefined ? wanted : { ...own, person, from, to, part, tentative };
    const others = this.#othersOf(leave);
    if (others.length > 0) return this.#overlapping(row, leave, others);
    const renamed = own === undefined ? this.#unnamed.get(daysKey(wanted)) : undefined;
    this.#settle(row, renamed === undefined ? leave : { ...renamed, tentative }, '');
  }

  #twinOf(wanted: Leave): Leave | null {
    for (const leave of this.#ofPerson(wanted.person).values()) if (sameDays(leave, wanted)) return leave;
    return null;
  }

  #othersOf(leave: Leave): readonly Leave[] {
    const others: Leave[] = [];
    for (const other of this.#ofPerson(leave.person).values())
      if (other.id !== leave.id && overlap(leave, other)) others.push(other);
    return others;
  }

  /** Leave on days that are booked already: one with it where that is wished, else left out and told. */
  #overlapping(row: number, leave: Leave, others: readonly Leave[]): void {
    const [other] = others;
    if (other === undefined) return this.#settle(row, leave, '');
    if (this.#merges && others.length === 1 && !this.#booked.has(other.id)) {
      const both = widened(other, leave);
      if (this.#othersOf(both).length === 0)
        return this.#settle(row, both, 'Merged with leave that is there');
    }
    // What the plan has of it, or of a file that says nothing of it any more, must not cost the days that are free.
    const brought = others.filter(({ id }) => isOfFile(id) && !this.#placed.has(id));
    const cuts = this.#former.has(leave.id) ? others : brought;
    const rest =
      cuts.length === 0 || (!this.#merges && cuts.length < others.length) ? [] : restOf(leave, cuts);
    if (rest.length === 0)
      return this.#leaveOut(
        row,
        leave,
        `Overlaps ${daysText(other)}`,
        `overlaps leave of ${daysText(other)} that is booked already`,
      );
    rest.forEach((days, place) => {
      const piece = { ...leave, ...days, id: restName(leave.id, place) };
      const meets = this.#othersOf(piece);
      if (meets.length === 0) this.#settle(row, piece, `Beside ${daysText(other)}`);
      else this.#overlapping(row, piece, meets);
    });
  }

  /** What the plan will hold of this leave, in its one row. */
  #settle(row: number, leave: Leave, note: string): void {
    this.#ofPerson(leave.person).set(leave.id, leave);
    const was = recordOf(this.#workspace, 'leave', leave.id);
    const same =
      was !== undefined &&
      was.person === leave.person &&
      sameDays(was, leave) &&
      was.tentative === leave.tentative;
    const sign = was === undefined ? 'new' : same ? 'same' : 'changed';
    const own = this.#entry === null ? [] : [this.#entry];
    const place = this.#placed.get(leave.id);
    if (place === undefined) {
      this.#placed.set(leave.id, this.#rows.length);
      this.#put(row, sign, leave, note, sign === 'same' ? [] : own);
      return;
    }
    const known = this.#rows[place] as LeaveImportRow;
    const entries = sign === 'same' ? [] : [...new Set([...known.entries, ...own])];
    this.#rows[place] = { ...known, sign, leave, entries, note: note === '' ? known.note : note };
  }

  #leaveOut(row: number, leave: Leave, note: string, what: string): void {
    this.#problems.push({ row, column: null, severity: 'loss', what });
    this.#put(row, 'left-out', leave, note, []);
  }

  #put(
    row: number | null,
    sign: LeaveImportRow['sign'],
    leave: Leave,
    note: string,
    entries: readonly LeaveId[],
  ): void {
    const before = recordOf(this.#workspace, 'leave', leave.id) ?? null;
    this.#rows.push({ row, sign, leave, before, note, entries });
  }
}
