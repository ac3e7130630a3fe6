import { daysFrom } from '../../../shared/calendar/days.ts';
import { carryOn } from '../../../shared/fairness/carry.ts';
import { noAllowance, scores, type Standing } from '../../../shared/fairness/score.ts';
import { slotLoad } from '../../../shared/fairness/load.ts';
import { defaultPolicy } from '../../../shared/model/default-policy.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { HolidayId, PolicyId } from '../../../shared/model/ids.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import {
  exactPointsText,
  exactPointsWithUnit,
  hundredthsText,
  scoreText,
} from '../../../shared/words/points-text.ts';
import { wishesText } from '../../../shared/words/plan-text.ts';
import { cardTable, scoresOf, shareTable, splitTable, splitTerms } from './worked.ts';
import { countText } from '../../../shared/words/number-text.ts';

/** The policy that a new plan begins with: what the help counts with. */
const policy = defaultPolicy('policy-1' as PolicyId, '2027-01-01' as LocalDate);

const monday = '2027-01-04' as LocalDate;
const week = daysFrom(monday, '2027-01-10' as LocalDate);
const feast: Parameters<typeof slotLoad>[1] = [
  { holiday: 'holiday-example' as HolidayId, name: 'Holiday', date: monday, weightPercent: 100 },
];
const weekAs = (layer: number, factor: number, holidays: Parameters<typeof slotLoad>[1] = []): string =>
  exactPointsText(slotLoad(week, holidays, policy, layer, factor));

const wishes = (units: number): string => `${wishesText(units, 'up')} ${units === 80 ? 'wish' : 'wishes'}`;

/**
 * What is decided where this part of the program does not reach, or would load too much: the keeper's copies, the limits of imports.
 * A test holds each to the number that decides.
 */
export const elsewhere = {
  hourly: 24,
  daily: 14,
  beforeLargeSteps: 5,
  bytes: 10_000_000,
  rows: 10_000,
} as const;

const standing = (difference: number, holidayBalance: number): Standing => ({
  difference,
  band: 0,
  holidayBalance,
});
const scoreOf = (difference: number): number => scores([standing(difference, 0)], noAllowance).people[0] ?? 0;

/** What is full, what is least, what one plain week as primary takes off, and what one holiday beyond the first does. */
const [perfect, worst, oneWeekOff] = [0, 10_000, slotLoad(week, [], policy, 100, 100)].map(scoreOf) as [
  number,
  number,
  number,
];
/** Two people, each two holidays from the mean: one of them counts. */
const { parts } = scores([standing(0, 8), standing(0, -8)], noAllowance);

/** Every number that stands in the help, by the name that the articles use, worked out by the code that plans and judges. */
export function figures(): ReadonlyMap<string, string> {
  const { compTime } = policy;
  const split = splitTerms();
  const limited = carryOn(policy.carryLimit + 12, 0, policy);
  return new Map(
    Object.entries({
      weekday: exactPointsWithUnit(policy.weekdayLoad),
      'weekend day': exactPointsWithUnit(policy.weekendLoad),
      holiday: exactPointsWithUnit(policy.holidayLoad),
      'primary week': weekAs(100, 100),
      'secondary week': weekAs(50, 100),
      'holiday week': weekAs(100, 100, feast),
      'heavy week': weekAs(100, 150),
      'watch week': weekAs(100, 50),
      'wanted week': wishes(policy.wantedWeek),
      'avoided week': wishes(policy.avoidedWeek),
      'stand-in': wishes(policy.standIn),
      'changed turn': wishes(policy.changedSlot),
      'rest breach': wishes(policy.restBreach),
      'point beyond': wishes(policy.loadBeyondBand * 4 * 4),
      'two points beyond': wishes(policy.loadBeyondBand * 8 * 8),
      'holiday off': wishes(policy.holidayBalance * 4 * 4),
      'same holiday': wishes(policy.sameHoliday),
      'carry limit': exactPointsWithUnit(policy.carryLimit),
      'carry example': exactPointsText(policy.carryLimit + 12),
      'carry kept': exactPointsText(limited.load),
      'carry forgiven': exactPointsText(limited.forgiven),
      'holiday carry limit': hundredthsText(policy.holidayCarryLimit * 25),
      'holiday time': minutesText(compTime.minutesPerHoliday),
      'secondary holiday time': minutesText((compTime.minutesPerHoliday * compTime.secondaryPercent) / 100),
      expiry: `${String(compTime.expiresAfterMonths)} months`,
      'expiry warning': `${compTime.warnDaysBefore} days`,
      'hourly copies': String(elsewhere.hourly),
      'daily copies': String(elsewhere.daily),
      'copies before': String(elsewhere.beforeLargeSteps),
      'largest file': `${elsewhere.bytes / 1_000_000} MB`,
      'most rows': countText(elsewhere.rows),
      'full score': scoreText(perfect),
      'least score': scoreText(worst),
      'week off score': scoreText(perfect - oneWeekOff),
      'holiday off score': scoreText(parts[0]?.holidays ?? null),
      'nearly full': '99.96',
      'nearly full shown': scoreText(99.96),
      'split share': split.share,
      'split band': split.band,
      'split unavoidable': split.unavoidable,
      'even score': scoreText(scoresOf('even').team),
      'uneven score': scoreText(scoresOf('uneven').team),
      'idle score': scoreText(scoresOf('idle').team),
      'table: share': shareTable(),
      'table: Dana': cardTable('Dana'),
      'table: even': splitTable('even'),
      'table: uneven': splitTable('uneven'),
      'table: idle': splitTable('idle'),
    }),
  );
}

/** An article with its numbers in place of their names; a name without a number stays as it is, which a test looks for. */
export const withFigures = (text: string, numbers: ReadonlyMap<string, string>): string =>
  text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => numbers.get(name) ?? whole);
