import type { LeaveId, PersonId } from '../model/ids.ts';
import { digestOfText } from '../planner/digest.ts';
import type { FileAbsence } from './leave-file.ts';

/** Leave that a file brought has a name that its next version finds again: the series, then the entry in it. */
const named = /^leave-file-([0-9a-f]{16})-[0-9a-f]{16}/;

const idOf = ({ person, series, source }: FileAbsence): LeaveId =>
  `leave-file-${digestOfText(`${person} ${series}`)}-${digestOfText(source)}` as LeaveId;

/** Names for all entries of a file; where two would have the same, the later one gets a number. */
export function idsOf(absences: readonly FileAbsence[]): readonly LeaveId[] {
  const counts = new Map<LeaveId, number>();
  return absences.map((absence) => {
    const id = idOf(absence);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count === 1 ? id : (`${id}-${count}` as LeaveId);
  });
}

export const isOfFile = (id: LeaveId): boolean => named.test(id);

/** The name of the entry, without the number of a part of it. */
export const stemOf = (id: LeaveId): string => named.exec(id)?.[0] ?? id;

/** The entry that a leave is of: its own name, or that of which it is what was free. */
export const entryOf = (id: LeaveId): LeaveId => id.replace(/(?:-\d+-rest)+$/, '') as LeaveId;

/** The name of a piece of an entry, beside leave that was there. */
export const restName = (id: LeaveId, place: number): LeaveId =>
  place === 0 ? id : (`${id}-${place + 1}-rest` as LeaveId);

/** The name of its series; empty where no file brought it. */
export const seriesIn = (id: LeaveId): string => named.exec(id)?.[1] ?? '';

/** The names that the series of a file have in the leave of somebody. */
export function seriesNames(series: ReadonlySet<string>): (person: PersonId) => ReadonlySet<string> {
  const known = new Map<PersonId, ReadonlySet<string>>();
  return (person) => {
    const names = known.get(person) ?? new Set([...series].map((one) => digestOfText(`${person} ${one}`)));
    known.set(person, names);
    return names;
  };
}
