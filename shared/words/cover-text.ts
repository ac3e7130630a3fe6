import type { CoverAdvice, CoverProposal, HolidayHandedOn } from '../planner/covers/propose.ts';
import type { Price } from '../planner/explain/price.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import { addDays } from '../calendar/days.ts';
import { holidaysText } from './card-text.ts';
import { dayWithWeekdayText, rangeText } from './date-text.ts';
import { balanceText } from './fairness-text.ts';
import { dutyName, personName } from './names.ts';
import { counted } from './number-text.ts';

const daysText = (from: LocalDate, until: LocalDate): string => {
  const last = addDays(until, -1);
  return last === from ? dayWithWeekdayText(from) : rangeText(from, last);
};

/** `Memorial Day, Mon 31 May`. */
export const feastText = ({
  names,
  from,
  until,
}: Pick<HolidayHandedOn, 'names' | 'from' | 'until'>): string =>
  `${names.join(' and ')}, ${daysText(from, until)}`;

/** "Bo covers Memorial Day, Mon 31 May, Team primary, for Ann". */
export const handedOnText = (workspace: Workspace, day: HolidayHandedOn): string =>
  `${personName(workspace, day.to)} covers ${feastText(day)}, ${dutyName(workspace, day.turn)}, for ${personName(workspace, day.person)}`;

/** What a step of accepting it is called. */
export function adviceTitle(workspace: Workspace, days: readonly HolidayHandedOn[]): string {
  const [first] = days;
  if (first === undefined) return 'No holidays handed on';
  return days.length === 1
    ? handedOnText(workspace, first)
    : `${days.length} holidays covered by ${[...new Set(days.map(({ to }) => personName(workspace, to)))].join(', ')}`;
}

const inWishes = (cost: number): string => {
  const wishes = (Math.round(Math.abs(cost) / 8) / 10).toString();
  return `${wishes} ${wishes === '1' ? 'wish' : 'wishes'}`;
};

const terms: readonly { readonly term: keyof Price; readonly title: string }[] = [
  { term: 'holidays', title: 'more even holidays' },
  { term: 'sameHoliday', title: 'the same holiday again' },
  { term: 'load', title: 'load' },
  { term: 'wishes', title: 'wishes and stand-ins' },
  { term: 'rest', title: 'rest' },
  { term: 'changed', title: 'change of hands' },
];

/** "Better by 2.4 wishes: more even holidays −3, load 0.1, change of hands 0.5". */
export function gainText(price: Price): string {
  const parts = terms
    .filter(({ term }) => Math.round(price[term] / 8) !== 0)
    .map(
      ({ term, title }) =>
        `${title} ${price[term] < 0 ? '−' : '+'}${inWishes(price[term]).replace(/ wish(es)?$/, '')}`,
    );
  return `Better by ${inWishes(price.total)}: ${parts.join(', ')}`;
}

/** "Ann: 1.25 above the mean, was 2"; holidays against the share of them. */
export const standChangeText = (
  workspace: Workspace,
  { person, before, after }: CoverProposal['people'][number],
): string =>
  `${personName(workspace, person)}: ${holidaysText(before)} → ${holidaysText(after)} against share`;

/** What the list of proposals is about, as a sentence. */
export function adviceText({ considered, proposals }: CoverAdvice): string {
  if (considered === 0)
    return 'No holiday is left to hand on: none is planned, or all have begun, are covered, or lie in pinned shifts.';
  const duties = counted(considered, 'duty on a holiday', 'duties on holidays');
  if (proposals.length === 0) return `Of ${duties}, none is better held by somebody else.`;
  const changes = counted(proposals.length, 'change makes', 'changes make');
  return `Of ${duties}, ${changes} who covers what more even. Everything else of the turns stays.`;
}

/** How somebody's holidays stand to the mean, to choose whom to give one: "0.5 below the mean". */
export const nearMeanText = (balance: number, mean: number): string => balanceText(balance - mean);
