import { assertNever } from '../assert-never.ts';
import { occasionOf } from '../comp-time/earning.ts';
import type { Earning } from '../comp-time/earning.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayText, dayWithYearText, minutesText, rangeText } from './date-text.ts';
import { slotName } from './names.ts';

/** `+8 h`, `−3 h`: minutes with their sign. */
export const signedMinutesText = (minutes: number): string =>
  minutes > 0 ? `+${minutesText(minutes)}` : minutesText(minutes);

/** `Labor Day, Team primary W37`: what was served, whether it is in the ledger already or not. */
export function occasionText(
  workspace: Workspace,
  { source, date }: Pick<Earning | CompTimeEntry, 'source' | 'date'>,
): string {
  if (source.incident !== null) {
    const incident = recordOf(workspace, 'incidents', source.incident);
    if (incident === undefined) return 'Response to an incident';
    return `Response to ${incident.reference === '' ? incident.title : `${incident.reference}, ${incident.title}`}`;
  }
  const holiday = source.holiday === null ? undefined : recordOf(workspace, 'holidays', source.holiday);
  const what = holiday?.name ?? (source.holiday === null ? 'Weekend day' : 'Holiday');
  return source.shift === null
    ? what
    : `${what}${source.holiday === null ? ` ${dayText(date)}` : ''}, ${slotName(workspace, source.shift)}`;
}

const kinds: Readonly<Record<CompTimeEntry['kind'], string>> = {
  earn: 'Earned',
  take: 'Taken',
  expire: 'Expired',
  adjust: 'Adjusted',
  reverse: 'Taken back',
};

/** What a line of the ledger is called: `Earned`. */
export const entryKindText = (kind: CompTimeEntry['kind']): string => kinds[kind];

/** What a line is called on a day: what is taken off the balance of a later one is booked. */
export const lineKindText = (
  { kind, date }: Pick<CompTimeEntry, 'kind' | 'date'>,
  today: LocalDate,
): string => (kind === 'take' && date > today ? 'Booked' : entryKindText(kind));

/** What a line is about, without its note: `Labor Day, Team primary W37`, `Time off on 5 Mar`. */
export function entryText(workspace: Workspace, entry: CompTimeEntry): string {
  switch (entry.kind) {
    case 'earn':
      return occasionOf(entry) === null ? 'Credited by hand' : occasionText(workspace, entry);
    case 'take':
      return takenText(workspace, entry);
    case 'expire':
      return occasionOf(entry) === null
        ? 'Not taken in time'
        : `Beyond the cap: ${occasionText(workspace, entry)}`;
    case 'adjust':
      return 'Adjusted by hand';
    case 'reverse':
      return reversedText(workspace, entry);
    default:
      return assertNever(entry.kind);
  }
}

function takenText(workspace: Workspace, { source }: CompTimeEntry): string {
  const leave = source.leave === null ? undefined : recordOf(workspace, 'leave', source.leave);
  if (leave === undefined) return source.leave === null ? 'Taken or paid out' : 'Time off, cancelled since';
  const part = leave.part === 'day' ? '' : `, ${leave.part}`;
  return `Time off on ${rangeText(leave.from, leave.to)}${part}`;
}

function reversedText(workspace: Workspace, { reverses }: CompTimeEntry): string {
  const original = reverses === null ? undefined : recordOf(workspace, 'compTime', reverses);
  if (original === undefined) return 'A line that is gone';
  const kind = entryKindText(original.kind).toLowerCase();
  return `${dayWithYearText(original.date)}, ${kind}: ${entryText(workspace, original)}`;
}
