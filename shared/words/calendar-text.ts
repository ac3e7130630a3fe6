import type { ClockChange } from '../calendar/clock-changes.ts';
import { isoWeek, timeOf } from '../calendar/days.ts';
import type { LocalDate, ZoneName } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import { clockTimeText, dayText, minutesText } from './date-text.ts';
import { dutyName, personName } from './names.ts';
import { counted } from './number-text.ts';

const kinds: Readonly<Record<Leave['kind'], string>> = {
  leave: 'on leave',
  'comp-time': 'comp time',
  other: 'away',
};

const parts: Readonly<Record<Leave['part'], string>> = {
  day: '',
  morning: ' in the morning',
  afternoon: ' in the afternoon',
};

/** What stands on somebody's days away: "on leave", "comp time in the morning". Never the reason, which is private. */
export const leaveWord = ({ kind, part }: Pick<Leave, 'kind' | 'part'>): string =>
  `${kinds[kind]}${parts[part]}`;

/** `America/New York`: nobody reads underscores. */
export const zoneText = (zone: ZoneName): string => zone.replaceAll('_', ' ');

/** `Berlin`, of `Europe/Berlin`. */
export const placeOf = (zone: ZoneName): string => zoneText(zone).split('/').at(-1) ?? zone;

/** "Berlin puts clocks forward 1 h at 02:00". */
export const clockChangeText = ({ zone, at, byMinutes }: ClockChange): string =>
  `${placeOf(zone)} puts clocks ${byMinutes > 0 ? 'forward' : 'back'} ${minutesText(Math.abs(byMinutes))} at ${clockTimeText(timeOf(at))}`;

/** "12 more away: Bram de Vries, on leave; Dana Levi, comp time"; of many the first ones by name. */
export function moreLeaveText(names: readonly string[]): string {
  const named = names.slice(0, 12);
  const rest = names.length - named.length;
  return `${names.length} more away: ${named.join('; ')}${rest === 0 ? '' : `; and ${rest} more`}`;
}

/** "W3, 18 Jan: 2 gaps, 1 conflict, Martin Luther King Jr. Day"; the week alone where nothing is to be said of it. */
export function weekSignsText(signs: {
  readonly monday: LocalDate;
  readonly gaps: number;
  readonly conflicts: number;
  readonly holidays: readonly string[];
}): string {
  const { monday, gaps, conflicts, holidays } = signs;
  const said = [
    ...(gaps === 0 ? [] : [counted(gaps, 'gap')]),
    ...(conflicts === 0 ? [] : [counted(conflicts, 'conflict')]),
    ...holidays,
  ];
  const week = `W${isoWeek(monday)}, ${dayText(monday)}`;
  return said.length === 0 ? week : `${week}: ${said.join(', ')}`;
}

/** "Profit primary: Bram hands over to Chidi"; who begins, or that nobody follows, where there is no other. */
export function handoffText(
  workspace: Workspace,
  shift: ShiftId,
  from: PersonId | null,
  to: PersonId | null,
): string {
  const duty = dutyName(workspace, shift);
  if (to === null)
    return from === null ? `${duty}: nobody` : `${duty}: ${personName(workspace, from)} ends, nobody follows`;
  return from === null
    ? `${duty}: ${personName(workspace, to)} begins`
    : `${duty}: ${personName(workspace, from)} hands over to ${personName(workspace, to)}`;
}
