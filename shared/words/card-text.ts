import { roundToTotal } from '../fairness/fair-share.ts';
import type { DayCounts } from '../fairness/load.ts';
import { shownScore } from '../fairness/score.ts';
import type { BesideFairness, PersonFairness } from '../planner/judge.ts';
import { balanceText } from './fairness-text.ts';
import { exactPointsText, exactPointsWithUnit, hundredthsText, scoreText } from './points-text.ts';
import { counted } from './number-text.ts';

/** One line of a card: what is added or taken away, and why. */
export interface CardLine {
  readonly id:
    'equal' | 'carry' | 'tasks' | 'deadlines' | 'incidents' | 'structural' | 'share' | 'held' | 'difference';
  readonly name: string;
  /** In hundredths of a point, as it is shown: the lines above a sum add up to it exactly. */
  readonly hundredths: number;
  /** `58.5`, `+1.2`, `−3`; `0` where nothing is added or taken away. */
  readonly amount: string;
  readonly reason: string;
}

const signed = (hundredths: number): string =>
  hundredths > 0 ? `+${hundredthsText(hundredths)}` : hundredthsText(hundredths);

/** "13 weeks, full time"; "10.4 weeks at 80 % of full time". */
function presenceText({ weeksPresent, fullTime }: PersonFairness): string {
  const weeks = Math.round(weeksPresent * 10) / 10;
  return `${counted(weeks, 'week', 'weeks')} present, ${fullTime === 100 ? 'full time' : `at ${fullTime} % of full time`}`;
}

function carryReason({ carry }: PersonFairness): string {
  if (Math.abs(carry) < 0.005) return 'The quarter before left nothing over';
  return carry > 0
    ? 'Held more than the share before, so gets less now'
    : 'Held less than the share before, so gets more now';
}

function tasksReason({ ownTasks, taskLoad }: PersonFairness): string {
  if (ownTasks === 0 && taskLoad === 0) return 'Nobody owns a task';
  return `Owned tasks weigh ${exactPointsWithUnit(ownTasks)}; an even part of all would be ${exactPointsText(ownTasks - taskLoad)}`;
}

const againstEven = (own: number, beyond: number): string =>
  `${exactPointsWithUnit(own)}; an even part of all would be ${exactPointsText(own - beyond)}`;

const deadlinesReason = ({ own, deadlineLoad }: BesideFairness): string =>
  own.deadlines === 0 && deadlineLoad === 0
    ? 'Nobody delivers, or the policy counts no deadline days'
    : `Deadline days weigh ${againstEven(own.deadlines, deadlineLoad)}`;

const incidentsReason = ({ own, incidentLoad }: BesideFairness): string =>
  own.incidents === 0 && incidentLoad === 0
    ? 'Nobody responded, or the policy counts no incidents'
    : `Responding weighs ${own.capped ? 'the most that counts, ' : ''}${againstEven(own.incidents, incidentLoad)}`;

/** What the rules leave of somebody's share, without asking for its cause. */
function structuralReason({ structural }: Pick<PersonFairness, 'structural'>): string {
  // Shares are whole quarter-points: so little is rounding.
  if (Math.abs(structural) < 2) return 'Rotations, roles, leave and rest allow the whole share, rounded';
  return structural > 0
    ? 'Rotations, roles, leave or rest allow no more; it is nobody’s debt and not carried on'
    : 'The rotations, roles, leave and rest of the others leave nobody else; not carried on';
}

/** "5 weekdays, 2 weekend days"; "no day of one’s own" where covers took all. */
function daysText({ weekday, weekend, holiday }: DayCounts): string {
  const days = [
    weekday > 0 ? counted(weekday, 'weekday', 'weekdays') : '',
    weekend > 0 ? counted(weekend, 'weekend day', 'weekend days') : '',
    holiday > 0 ? counted(holiday, 'holiday', 'holidays') : '',
  ].filter((part) => part !== '');
  return days.length === 0 ? 'no day of one’s own' : days.join(', ');
}

/** What a turn's days have that those of a plain week have not: "1 holiday", "2 weekdays"; empty for a plain week. */
export function unusualDaysText(counts: DayCounts): string {
  const { weekday, weekend, holiday } = counts;
  if (weekday + weekend + holiday !== 7) return daysText(counts);
  return holiday === 0 ? (weekend === 2 ? '' : daysText(counts)) : counted(holiday, 'holiday', 'holidays');
}

const heldReason = ({ shifts, counts }: PersonFairness): string =>
  shifts.length === 0 ? 'No turn' : `${counted(shifts.length, 'turn', 'turns')}: ${daysText(counts)}`;

function differenceReason({ difference, band, allowance }: PersonFairness): string {
  if (difference === 0) return 'On share';
  const even = `Up to ${exactPointsText(band)} counts as even`;
  return allowance > 0 && Math.abs(difference) > band
    ? `${even}, and ${exactPointsText(allowance)} more is left by the fairest plan known`
    : even;
}

/**
 * A card as a sum: equal share, less carry, tasks, deadlines and incidents where the policy counts them, and what the rules do not allow, is the share; what is held, less the share, is
 * the difference. Shares are real numbers; they are rounded together, so that the amounts shown add up to the last digit.
 */
export function cardLines(card: PersonFairness): readonly CardLine[] {
  const { beside } = card;
  const own = [card.equalShare, -card.carry, -card.taskLoad, -card.structural];
  const terms = [...own, ...(beside === null ? [] : [-beside.deadlineLoad, -beside.incidentLoad])].map(
    (q) => q * 25,
  );
  const [equal = 0, carry = 0, tasks = 0, structural = 0, deadlines = 0, incidents = 0] = roundToTotal(
    terms,
    card.attainable * 25,
  );
  const line = (
    id: CardLine['id'],
    name: string,
    hundredths: number,
    amount: string,
    reason: string,
  ): CardLine => ({ id, name, hundredths, amount, reason });
  const share = card.attainable * 25;
  const held = card.load * 25;
  return [
    line('equal', 'Equal share', equal, hundredthsText(equal), presenceText(card)),
    line('carry', 'Carried in', carry, signed(carry), carryReason(card)),
    line('tasks', 'Tasks', tasks, signed(tasks), tasksReason(card)),
    ...(beside === null
      ? []
      : [
          line('deadlines', 'Deadlines', deadlines, signed(deadlines), deadlinesReason(beside)),
          line('incidents', 'Incidents', incidents, signed(incidents), incidentsReason(beside)),
        ]),
    line('structural', 'Structural', structural, signed(structural), structuralReason(card)),
    line('share', 'Share', share, hundredthsText(share), 'What the plan is held against'),
    line('held', 'Held', held, hundredthsText(held), heldReason(card)),
    line('difference', 'Difference', held - share, signed(held - share), differenceReason(card)),
  ];
}

/** The score as a sum: "Score 87.5: 100 less 12.5 for load". */
export function personScoreText({
  score,
  penalty,
  penalties,
}: Pick<PersonFairness, 'score' | 'penalty' | 'penalties'>): string {
  if (score === null) return 'No score yet';
  const shown = shownScore(score);
  if (penalty <= 0) return 'Score 100: nothing that could be helped';
  if (score === 0) return 'Score 0: 100 less more than 100';
  const tenths = Math.round((100 - shown) * 10);
  const [load = 0, holidays = 0] = roundToTotal([penalties.load * 10, penalties.holidays * 10], tenths);
  const parts = [
    load > 0 ? `${scoreText(load / 10)} for load` : '',
    holidays > 0 ? `${scoreText(holidays / 10)} for holidays` : '',
  ].filter((part) => part !== '');
  return `Score ${scoreText(score)}: 100 less ${parts.join(' and ')}`;
}

/** Quarter-holidays as holidays: 3 is `0.75`. */
export const holidaysText = (quarters: number): string => hundredthsText(Math.round(quarters * 25));

/**
 * Holidays as a sum: "Holidays: 0.5 carried in + 1 held − 0.75 share = 0.75; 0.25 above the mean, up to 1 counts as even". Empty
 * where there were none and nothing is owed.
 */
export function holidayText(
  card: Pick<PersonFairness, 'holidayBalance' | 'holidayCarry' | 'holidayShare'>,
  mean: number,
): string {
  const { holidayBalance, holidayCarry, holidayShare } = card;
  const held = holidayBalance - holidayCarry + holidayShare;
  if (held === 0 && holidayCarry === 0 && holidayShare === 0) return '';
  const sum = `${holidaysText(holidayCarry)} carried in + ${holidaysText(held)} held − ${holidaysText(holidayShare)} share = ${holidaysText(holidayBalance)}`;
  return `Holidays: ${sum}; ${balanceText(holidayBalance - mean)}, up to 1 counts as even`;
}
