import { dateOf } from '../calendar/days.ts';
import type { PastEffect, QuarterChange } from '../editing/rotation-change.ts';
import type { LocalDate, LocalDateTime } from '../model/dates.ts';
import type { Layer, Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Foretold } from '../rotation/turn-order.ts';
import { firstHandoff, lastDay } from '../rotation/terms.ts';
import { clockTimeText, dayWithWeekdayText, dayWithYearText, quarterText, weekText } from './date-text.ts';
import { layerName, personName } from './names.ts';
import { counted } from './number-text.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Monday`; 1 is Monday, 7 is Sunday. */
export const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? '';

/** `Every week, Monday 09:00`. */
export const termsText = ({ cadenceWeeks, handoff }: Pick<Rotation, 'cadenceWeeks' | 'handoff'>): string =>
  `Every ${cadenceWeeks === 1 ? 'week' : 'two weeks'}, ${weekdayName(handoff.weekday)} ${clockTimeText(handoff.time)}`;

/** Where a rotation stands on a day. */
export type RotationState = 'running' | 'coming' | 'ended';

export function stateOf(rotation: Rotation, today: LocalDate): RotationState {
  const ends = lastDay(rotation);
  if (ends !== null && (ends <= today || ends <= firstHandoff(rotation))) return 'ended';
  return rotation.startsOn > today ? 'coming' : 'running';
}

/** `ends Mon 1 Feb 2027`, `from Mon 4 Jan 2027`; empty where there is nothing to say. */
export function stateText(rotation: Rotation, today: LocalDate): string {
  const ends = lastDay(rotation);
  const state = stateOf(rotation, today);
  if (state === 'ended')
    return ends !== null && ends <= firstHandoff(rotation)
      ? 'never had a turn'
      : `ended ${dayWithYearText(ends ?? today)}`;
  const parts = [
    state === 'coming' ? `from ${dayWithYearText(rotation.startsOn)}` : '',
    ends === null ? '' : `ends ${dayWithYearText(ends)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What a layer weighs, in words: `counts in full`, `counts 50 %`, `looks on, carries no duty`. */
export const weightText = ({ weightPercent }: Pick<Layer, 'weightPercent'>): string =>
  weightPercent === 0
    ? 'looks on, carries no duty'
    : weightPercent === 100
      ? 'counts in full'
      : `counts ${weightPercent} %`;

/** Who takes turns: `4 people`. */
export const peopleText = (rotation: Pick<Rotation, 'participants'>): string =>
  counted(rotation.participants.length, 'person', 'people');

const effects: Readonly<Record<PastEffect, string>> = {
  times: 'its hand-offs',
  weight: 'what it counts',
  people: 'who may have held it',
  rules: 'the rules it is judged by',
};

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/**
 * Why new terms begin on a day: `Applied to all turns, this would change what has been worked: its hand-offs.`
 *
 * @param stranded planned turns whose holder takes none under the new terms
 */
export function pastText(past: readonly PastEffect[], stranded: number): string {
  const left = `${counted(stranded, 'planned turn is', 'planned turns are')} with somebody who takes none under the new terms`;
  if (past.length > 0)
    return `Applied to all turns, this would change what has been worked: ${listed(past.map((effect) => effects[effect]))}.${stranded === 0 ? '' : ` And ${left}.`}`;
  return stranded > 0
    ? `${left}. From a day on these are open; applied to all turns they stay where they are, as conflicts.`
    : 'Planned turns would have no place under the new terms, so these begin on a day.';
}

/** One person in two layers, and when: `In W17 (Mon 26 Apr) the list has Bo as primary and secondary.` */
export function foretoldText(workspace: Workspace, rotation: Rotation, found: readonly Foretold[]): string {
  const [first] = found;
  if (first === undefined) return '';
  const own: Workspace = { ...workspace, rotations: { ...workspace.rotations, [rotation.id]: rotation } };
  const [one, other] = first.layers.map((layer) => layerName(own, rotation.id, layer));
  const week = `${weekText(first.on)} (${dayWithWeekdayText(first.on)})`;
  const more =
    found.length === 1
      ? ''
      : `, and ${counted(found.length - 1, 'more turn', 'more turns')} like it in each round`;
  return `In ${week} the list has ${personName(own, first.person)} as ${one} and ${other}${more}. The planner keeps them apart; a rota that follows the list would not.`;
}

/** Too few people for the layers at once; empty where there are enough. */
export function shortText({ layers, participants }: Pick<Rotation, 'layers' | 'participants'>): string {
  const duties = layers.filter(({ weightPercent }) => weightPercent > 0);
  const without = duties.find(({ name }) => !participants.some((one) => one.layers.includes(name)));
  if (without !== undefined)
    return `Nobody takes turns as ${without.title.toLowerCase()}: its turns stay open.`;
  const able = participants.filter((one) => duties.some(({ name }) => one.layers.includes(name)));
  return able.length < duties.length
    ? `${counted(duties.length, 'layer needs', 'layers need')} as many people at once; ${able.length === 1 ? 'one is' : `${able.length} are`} here, so a turn stays open each time.`
    : '';
}

/** Rest that cannot be had with so few people; empty where it can. */
export function restText({ layers, participants, restWeeks, kind, cadenceWeeks }: Rotation): string {
  if (kind === 'watch' || restWeeks === 0) return '';
  const duties = layers.filter(({ weightPercent }) => weightPercent > 0).length;
  const needed = duties * (1 + Math.ceil(restWeeks / cadenceWeeks));
  return participants.length >= needed || participants.length < duties
    ? ''
    : `${counted(restWeeks, 'week', 'weeks')} of rest after each turn ${restWeeks === 1 ? 'takes' : 'take'} ${needed} people; with ${participants.length} it is cut short.`;
}

/** What a change does to the turns of a quarter, a line each. */
export function changeLines({ quarter, duty, moved, opened }: QuarterChange): readonly string[] {
  const { before, after } = duty;
  const name = quarterText(quarter);
  const turns =
    before.turns === after.turns
      ? `${counted(after.turns, 'turn', 'turns')} in ${name}, as before`
      : `${counted(after.turns, 'turn', 'turns')} in ${name} instead of ${before.turns}`;
  const gaps = after.gaps.length;
  return [
    turns,
    ...(moved === 0
      ? []
      : [`${counted(moved, 'turn keeps its holder', 'turns keep their holder')} under the new terms`]),
    ...(opened.length === 0
      ? []
      : [
          `${counted(opened.length, 'turn is', 'turns are')} open after it: nobody had most of its days, or may hold it`,
        ]),
    gaps === 0
      ? 'No gap in it'
      : `${counted(gaps, 'gap', 'gaps')} to fill${before.gaps.length === gaps ? ', as before' : ''}: plan the quarter after the change`,
  ];
}

/** What was done, for the toast: `Team goes on under new terms from Mon 4 Jan.` */
export const changedText = (name: string, on: LocalDate): string =>
  `${name} goes on under new terms from ${dayWithYearText(on)}.`;

/** `Team ends: its last turn is handed off on Mon 1 Feb 2027.` */
export const endedText = (name: string, on: LocalDate): string =>
  `${name} begins no turn from ${dayWithYearText(on)} on.`;

/** What ending a rotation on a day does to planned turns. */
export const endingText = (held: number, on: LocalDate): string =>
  held === 0
    ? `No turn is planned from ${dayWithYearText(on)} on. The one before runs to its hand-off.`
    : `${counted(held, 'planned turn', 'planned turns')} from ${dayWithYearText(on)} on ${held === 1 ? 'is' : 'are'} taken out. The turn before runs to its hand-off; what was worked stays.`;

/** The days of a turn, hand-off to hand-off: `Mon 4 Jan to Mon 18 Jan`. */
export const turnSpanText = (start: LocalDateTime, end: LocalDateTime): string =>
  `${dayWithWeekdayText(dateOf(start))} to ${dayWithWeekdayText(dateOf(end))}`;
