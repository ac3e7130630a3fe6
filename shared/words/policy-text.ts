import type { PolicyTerms } from '../fairness/next-policy.ts';
import type { CompTimeTerms } from '../model/policy.ts';
import { pointsText, pointsWithUnit } from './points-text.ts';
import { timeOffGroup } from './policy-time-off.ts';
import { decimalText } from './number-text.ts';

/** What a figure of the policy is counted in. */
export type PolicyUnit =
  | 'points'
  | 'wishes'
  | 'wishes a point²'
  | 'wishes a holiday²'
  | 'per cent'
  | 'holidays'
  | 'weeks'
  | 'minutes'
  | 'hours'
  | 'days'
  | 'months';

/** The terms of time off that are chosen, not counted; policy-choices.ts has them. */
export type ChosenTimeOff = 'counting' | 'roundToMinutes' | 'approval';
export type TimeOffField = Exclude<keyof CompTimeTerms, ChosenTimeOff>;
export type NumberField = Exclude<
  {
    readonly [Field in keyof PolicyTerms]: PolicyTerms[Field] extends number ? Field : never;
  }[keyof PolicyTerms],
  never
>;

/** One figure of the policy: what it is called, in what it is counted, and where it may lie. */
export interface PolicyTerm {
  readonly id: NumberField | `compTime.${TimeOffField}`;
  readonly title: string;
  readonly unit: PolicyUnit;
  /** In the policy's own whole units, both included. */
  readonly least: number;
  readonly most: number;
  /** How many of the policy's own units one shown unit is: 4 q are a point, 80 cost units a wish. */
  readonly per: number;
  readonly meaning: string;
  /** What no figure means, where there may be none: `never`. */
  readonly empty?: string;
  /** A worked example with the figures as they stand. */
  readonly example: (policy: PolicyTerms) => string;
}

export interface PolicyGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly terms: readonly PolicyTerm[];
}

const WISH = 80;

/** Cost units as wishes: `25 wishes`, `1 wish`, `0.5 wishes`. */
const wishes = (units: number): string =>
  `${decimalText(units / WISH, 2)} ${units === WISH ? 'wish' : 'wishes'}`;

const week = (policy: PolicyTerms): number => 5 * policy.weekdayLoad + 2 * policy.weekendLoad;

const oneHoliday = (policy: PolicyTerms): number =>
  Math.max(policy.holidayLoad, policy.weekdayLoad) - policy.weekdayLoad;

const dayGroup: PolicyGroup = {
  id: 'days',
  title: 'What a day of duty counts',
  about:
    'Each day counts once, by the largest that applies. A secondary counts half, a watch as its rotation says.',
  terms: [
    {
      id: 'weekdayLoad',
      title: 'A weekday',
      unit: 'points',
      least: 0,
      most: 400,
      per: 4,
      meaning: 'What Monday to Friday count as primary.',
      example: (policy) =>
        `A plain week as primary: 5 × ${pointsText(policy.weekdayLoad)} + 2 × ${pointsText(policy.weekendLoad)} = ${pointsWithUnit(week(policy))}.`,
    },
    {
      id: 'weekendLoad',
      title: 'A weekend day',
      unit: 'points',
      least: 0,
      most: 400,
      per: 4,
      meaning: 'What Saturday and Sunday count as primary.',
      example: (policy) =>
        `The weekend is ${pointsWithUnit(2 * policy.weekendLoad)} of the ${pointsText(week(policy))} of a plain week.`,
    },
    {
      id: 'holidayLoad',
      title: 'A holiday',
      unit: 'points',
      least: 0,
      most: 400,
      per: 4,
      meaning: 'What a public holiday counts, on whichever day it falls.',
      example: (policy) =>
        `A week with one holiday on a weekday: ${pointsText(week(policy))} + ${pointsText(oneHoliday(policy))} = ${pointsWithUnit(week(policy) + oneHoliday(policy))}.`,
    },
  ],
};

const besideGroup: PolicyGroup = {
  id: 'beside',
  title: 'What else counts',
  about:
    'Work beside duty lowers the share of on-call, as owned tasks do: whoever does more of it than an even part gets less. 0 counts none.',
  terms: [
    {
      id: 'deadlineLoad',
      title: 'A deadline day',
      unit: 'points',
      least: 0,
      most: 400,
      per: 4,
      meaning: 'For each day on which somebody delivers as the owner of a task; several on one day are one.',
      example: (policy) =>
        policy.deadlineLoad === 0
          ? 'Deadlines change nobody’s share.'
          : `Somebody who delivers on 6 days of the quarter counts ${pointsWithUnit(6 * policy.deadlineLoad)}.`,
    },
    {
      id: 'incidentHourLoad',
      title: 'An hour of response',
      unit: 'points',
      least: 0,
      most: 400,
      per: 4,
      meaning:
        'From acknowledging an incident to resolving it, without pauses, for whoever worked on it. What still runs is not counted yet.',
      example: (policy) =>
        policy.incidentHourLoad === 0
          ? 'Incidents change nobody’s share.'
          : `4 hours of response count ${pointsWithUnit(Math.min(4 * policy.incidentHourLoad, policy.incidentLoadLimit))}.`,
    },
    {
      id: 'incidentLoadLimit',
      title: 'Most that incidents add',
      unit: 'points',
      least: 0,
      most: 10_000,
      per: 4,
      meaning: 'For one person in one quarter, so that a single bad night does not empty the rota for them.',
      example: (policy) =>
        policy.incidentHourLoad === 0
          ? 'Without points for an hour of response there is nothing to limit.'
          : `40 hours of response count ${pointsWithUnit(Math.min(40 * policy.incidentHourLoad, policy.incidentLoadLimit))}.`,
    },
  ],
};

const priceGroup: PolicyGroup = {
  id: 'prices',
  title: 'What the planner pays for',
  about:
    'Prices, in wishes: one wish is what granting a wanted week is worth by default. The planner looks for the plan that costs least.',
  terms: [
    {
      id: 'loadBeyondBand',
      title: 'Uneven load',
      unit: 'wishes a point²',
      least: 0,
      most: 100,
      per: 5,
      meaning:
        'For load further from somebody’s share than half their lightest turn, squared: one person far off costs more than two a little off.',
      example: (policy) =>
        `2 points too far costs 2² = ${wishes(policy.loadBeyondBand * 64)}; 4 points costs ${wishes(policy.loadBeyondBand * 256)}.`,
    },
    {
      id: 'holidayBalance',
      title: 'Uneven holidays',
      unit: 'wishes a holiday²',
      least: 0,
      most: 1000,
      per: 5,
      meaning: 'For holiday duties above or below the share, those carried in from earlier quarters counted.',
      example: (policy) =>
        `One holiday too many costs ${wishes(policy.holidayBalance * 16)}; two cost ${wishes(policy.holidayBalance * 64)}.`,
    },
    {
      id: 'sameHoliday',
      title: 'The same holiday again',
      unit: 'wishes',
      least: 0,
      most: 100_000,
      per: WISH,
      meaning: 'For somebody who has the holiday of the same name two years running.',
      example: (policy) =>
        `Christmas this year after Christmas last year costs ${wishes(policy.sameHoliday)} as primary both times.`,
    },
    {
      id: 'restBreach',
      title: 'Rest cut short',
      unit: 'wishes',
      least: 0,
      most: 100_000,
      per: WISH,
      meaning: 'For each week by which two turns of one person stand closer than their rotation’s rest.',
      example: (policy) =>
        `With one week of rest, turns in W5 and W6 cost ${wishes(policy.restBreach)}: ${policy.restBreach >= WISH ? 'as many wishes go before one week of rest does.' : 'rest gives way before a wish does.'}`,
    },
    {
      id: 'avoidedWeek',
      title: 'A week taken that was to be free',
      unit: 'wishes',
      least: 0,
      most: 100_000,
      per: WISH,
      meaning:
        'For each week that somebody asked not to be on call, and is. Leave that is not settled counts like it.',
      example: (policy) => `Two such weeks cost ${wishes(2 * policy.avoidedWeek)}.`,
    },
    {
      id: 'wantedWeek',
      title: 'A wanted week given',
      unit: 'wishes',
      least: 0,
      most: 100_000,
      per: WISH,
      meaning: 'Earned for each week that somebody asked for and gets. It is taken off the price of a plan.',
      example: (policy) => `A plan with three of them is cheaper by ${wishes(3 * policy.wantedWeek)}.`,
    },
    {
      id: 'standIn',
      title: 'A stand-in on a watch',
      unit: 'wishes',
      least: 0,
      most: 100_000,
      per: WISH,
      meaning: 'For each week in which somebody else than the regular pair holds a watch.',
      example: (policy) => `Two weeks of leave, covered by stand-ins, cost ${wishes(2 * policy.standIn)}.`,
    },
    {
      id: 'changedSlot',
      title: 'A changed shift',
      unit: 'wishes',
      least: 0,
      most: 100_000,
      per: WISH,
      meaning:
        'For each shift that a new plan takes from whoever holds it now, so that people can rely on what was said.',
      example: (policy) =>
        `A new plan with ten changes has to be better by ${wishes(10 * policy.changedSlot)} to be worth them.`,
    },
  ],
};

const carryGroup: PolicyGroup = {
  id: 'carry',
  title: 'From quarter to quarter',
  about:
    'Who held more than their share gets less next time. What nobody could have reached is never carried.',
  terms: [
    {
      id: 'carryPercent',
      title: 'Difference carried on',
      unit: 'per cent',
      least: 0,
      most: 100,
      per: 1,
      meaning: 'How much of the distance from the share goes into the next quarter.',
      example: (policy) =>
        `6 points over the share become ${pointsWithUnit(Math.min(policy.carryLimit, Math.round((24 * policy.carryPercent) / 100)))} less next quarter.`,
    },
    {
      id: 'carryLimit',
      title: 'Most that is carried',
      unit: 'points',
      least: 0,
      most: 1000,
      per: 4,
      meaning: 'What goes beyond is forgiven, so that no quarter has to make up for a year.',
      example: (policy) =>
        `Of 30 points over the share, ${pointsWithUnit(Math.max(0, Math.round((120 * policy.carryPercent) / 100) - policy.carryLimit))} are forgiven.`,
    },
    {
      id: 'holidayCarryLimit',
      title: 'Most holidays carried',
      unit: 'holidays',
      least: 0,
      most: 100,
      per: 4,
      meaning: 'How many holiday duties above or below the share are remembered.',
      example: (policy) =>
        `Of 3 holidays too many, ${decimalText(Math.min(12, policy.holidayCarryLimit) / 4, 2)} are remembered.`,
    },
    {
      id: 'leaveAllowanceWeeks',
      title: 'Leave that counts as present',
      unit: 'weeks',
      least: 0,
      most: 13,
      per: 1,
      meaning: 'First weeks of leave in a quarter that do not make the share smaller.',
      example: (policy) =>
        `Three weeks away make the share smaller by ${Math.max(0, 3 - policy.leaveAllowanceWeeks)} of 13 weeks.`,
    },
  ],
};

/** Every figure of the policy, by what it is about. */
export const policyGroups: readonly PolicyGroup[] = [
  dayGroup,
  besideGroup,
  priceGroup,
  carryGroup,
  timeOffGroup,
];
