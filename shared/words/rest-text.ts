import {
  ordinaryHours,
  REST_WEEKS,
  restLimits,
  type RestAdvice,
  type RestPreset,
} from '../comp-time/rest-advice.ts';
import type { Workspace } from '../model/workspace.ts';
import { dayWithYearText, minutesText, weekText } from './date-text.ts';
import { personName } from './names.ts';

/** What a way of looking at rest is called, and what it asks for. */
export interface RestPresetText {
  readonly id: RestPreset;
  readonly title: string;
  readonly asks: string;
}

export const restPresets: readonly RestPresetText[] = [
  {
    id: 'daily-rest',
    title: 'Daily rest, 11 h',
    asks: `Between one working day and the next, ${minutesText(restLimits['daily-rest'])} free in one piece.`,
  },
  {
    id: 'weekly-rest',
    title: 'Weekly rest, 35 h',
    asks: `In each week from Monday to Sunday, ${minutesText(restLimits['weekly-rest'])} free in one piece.`,
  },
  {
    id: 'average-hours',
    title: 'Average week, 48 h',
    asks: `Over ${REST_WEEKS} weeks, at most ${minutesText(restLimits['average-hours'])} a week on average.`,
  },
];

/** What the advice rests on, and what it is not. */
export const restBasis =
  `Looked at: the last ${REST_WEEKS} weeks and the incidents recorded in them. On call without being called counts as rest. ` +
  `Ordinary hours are taken as Monday to Friday, ${ordinaryHours.from} to ${ordinaryHours.to}, less leave. ` +
  'This is advice by name of a preset. What binds your team stands in its law, contracts and agreements.';

/** `The night to Tue 3 Nov 2026 left Engineer 3 3 h 30 min in one piece.` */
export function restAdviceText(workspace: Workspace, { preset, person, on, minutes }: RestAdvice): string {
  const name = personName(workspace, person);
  switch (preset) {
    case 'daily-rest':
      return `${name} had ${minutesText(minutes)} free in one piece in the night to ${dayWithYearText(on)}`;
    case 'weekly-rest':
      return `${name} had ${minutesText(minutes)} free in one piece in ${weekText(on)}, from ${dayWithYearText(on)}`;
    case 'average-hours':
      return `${name} worked ${minutesText(minutes)} a week on average until ${dayWithYearText(on)}`;
  }
}
