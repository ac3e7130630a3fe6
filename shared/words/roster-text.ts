import { assertNever } from '../assert-never.ts';
import type { Place } from '../planner/on-call-rostering/dzn.ts';
import type { RosterFault } from '../planner/on-call-rostering/read-roster.ts';

const where = ({ line, column }: Place): string => `line ${line}, column ${column}`;

const kindText = { number: 'a whole number', numbers: 'an array of whole numbers, one per staff member', sets: 'an array of sets of days, one per staff member' };

/** What is wrong in an on-call-rostering file, where, and what belongs there: without the file's name and the full stop. */
export function rosterFaultText(fault: RosterFault): string {
  switch (fault.kind) {
    case 'unexpected':
      return `${where(fault.at)}: ${fault.wanted} belongs here, not ${fault.found === null ? 'the end of the file' : `"${fault.found}"`}`;
    case 'unclosed-comment':
      return `${where(fault.at)}: this comment has no end; close it with "*/"`;
    case 'too-long-range':
      return `${where(fault.at)}: this range has too many numbers`;
    case 'too-deep':
      return `${where(fault.at)}: arrays lie too deep in one another here`;
    case 'assigned-twice':
      return `${where(fault.at)}: "${fault.name}" has a value already; remove one of the two`;
    case 'missing':
      return `"${fault.name}" is missing; add "${fault.name} = …;"`;
    case 'unknown':
      return `${where(fault.at)}: "${fault.name}" is no part of an on-call-rostering instance; remove it`;
    case 'wrong-kind':
      return `${where(fault.at)}: "${fault.name}" needs ${kindText[fault.wanted]} here`;
    case 'wrong-length':
      return `${where(fault.at)}: "${fault.name}" has ${fault.found} entries for ${fault.wanted} staff; there must be one for each`;
    case 'out-of-range':
      return `${where(fault.at)}: ${fault.value} in "${fault.name}" is out of range; it goes from ${fault.least} to ${fault.most}`;
    case 'fixed-for-two':
      return `${where(fault.at)}: day ${fault.day} is fixed for staff ${fault.staff[0]} and for staff ${fault.staff[1]}; only one can serve it`;
    case 'fixed-but-unavailable':
      return `${where(fault.at)}: day ${fault.day} is fixed for staff ${fault.staff}, who is unavailable then`;
    case 'nobody-available':
      return `nobody is available on day ${fault.day}; take it out of somebody's "unavailable"`;
    default:
      return assertNever(fault);
  }
}
