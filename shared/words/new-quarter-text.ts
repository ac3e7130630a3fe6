import type { StepId } from '../contract/preferences.ts';
import type { Person } from '../model/person.ts';
import type { Readiness } from '../planner/readiness.ts';
import { regionText } from './holiday-text.ts';
import { counted } from './number-text.ts';

/** More names than this are a count. */
const MOST_NAMES = 4;

const namesOf = (people: readonly Person[]): string => {
  const names = people.slice(0, MOST_NAMES).map(({ name }) => name);
  const more = people.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
};

const withNames = (people: readonly Person[], before: string): readonly string[] =>
  people.length === 0 ? [] : [`${before}: ${namesOf(people)}.`];

export const stepTitles: Readonly<Record<StepId, string>> = {
  people: 'People',
  leave: 'Leave',
  holidays: 'Holidays',
  plan: 'Plan',
  review: 'Review',
  publish: 'Publish',
};

/** What somebody does at a step, in a sentence. */
export const stepTasks: Readonly<Record<StepId, string>> = {
  people: 'Is everybody here who takes turns in this quarter?',
  leave: 'Put down the leave that is known. The planner obeys it.',
  holidays: 'Look through the holidays that people keep, and lock the sets.',
  plan: 'Have the quarter planned, and take the plan over.',
  review: 'Look at who has what, and mend by hand what you know better.',
  publish: 'Give the plan out: a calendar file, paper, or PagerDuty.',
};

/** A step in a few words, for the list: `4 people`, `91 gaps`. */
export function stepSummary(step: StepId, ready: Readiness): string {
  const gaps = ready.turns - ready.held;
  switch (step) {
    case 'people':
      return counted(ready.people.length, 'person', 'people');
    case 'leave':
      return ready.leave.length === 0 ? 'none known' : counted(ready.leave.length, 'leave', 'leaves');
    case 'holidays':
      return ready.missingSets.length > 0
        ? counted(ready.missingSets.length, 'set missing', 'sets missing')
        : counted(ready.holidays.length, 'holiday', 'holidays');
    case 'plan':
      if (ready.turns === 0) return 'no turns';
      return gaps === 0 ? counted(ready.turns, 'turn held', 'turns held') : counted(gaps, 'gap', 'gaps');
    case 'review':
    case 'publish':
      return '';
  }
}

/** What is known at a step, and what is missing or open: sentences with counts and names. */
export interface StepFacts {
  readonly known: readonly string[];
  readonly open: readonly string[];
}

const noTurns = 'No rotation has turns in this quarter.';

export function stepFacts(step: 'people' | 'leave' | 'holidays' | 'plan', ready: Readiness): StepFacts {
  switch (step) {
    case 'people':
      return {
        known: [
          ...(ready.people.length === 0
            ? []
            : [`${counted(ready.people.length, 'person', 'people')} in the team.`]),
          ...withNames(ready.joining, 'Joining in the quarter'),
          ...withNames(ready.leaving, 'Leaving in the quarter'),
        ],
        open: [
          ...(ready.people.length === 0
            ? ['Nobody is in the team yet. Add people, or paste their names.']
            : []),
          ...(ready.turns === 0 ? [noTurns] : withNames(ready.withoutTurns, 'In no rotation')),
          ...withNames(ready.withoutRegion, 'Without a region, so without holidays'),
        ],
      };
    case 'leave':
      return {
        known: [
          ready.leave.length === 0
            ? 'No leave is known.'
            : `${counted(ready.leave.length, 'leave', 'leaves')} of ${counted(ready.people.length - ready.withoutLeave.length, 'person', 'people')}.`,
        ],
        open: [
          ...(ready.tentativeLeave.length === 0 ? [] : [`${ready.tentativeLeave.length} tentative.`]),
          ...withNames(ready.withoutLeave, 'Nothing known of'),
        ],
      };
    case 'holidays':
      return {
        known: [`${counted(ready.holidays.length, 'holiday', 'holidays')} in the quarter.`],
        open: [
          ...ready.missingSets.map(({ region, year }) => `${regionText(region)} ${year} has no set.`),
          ...ready.openSets.map(({ region, year }) => `${regionText(region)} ${year} is not locked.`),
          ...(ready.tentativeHolidays.length === 0 ? [] : [`${ready.tentativeHolidays.length} tentative.`]),
        ],
      };
    case 'plan':
      return {
        known: ready.turns === 0 ? [] : [`${ready.held} of ${counted(ready.turns, 'turn', 'turns')} held.`],
        open: ready.turns === 0 ? [noTurns] : [],
      };
  }
}
