/** An on-call-rostering instance of the MiniZinc challenge. Staff and days count from 0 here, from 1 in files and answers. */
export interface Roster {
  readonly staff: number;
  readonly days: number;
  /** By staff: part-time share in per cent, 1 to 100. */
  readonly workLoad: readonly number[];
  /** By day: who may serve, in order. On a fixed day that is one person. */
  readonly candidates: readonly (readonly number[])[];
  /** By day: true where the data say who serves. */
  readonly isFixed: readonly boolean[];
  /** By day: Friday to Sunday taken as one. */
  readonly isWeekend: readonly boolean[];
  /** Price of serving two days in a row. */
  readonly adjacentPrice: number;
  /** Price of serving the Wednesday before one's own weekend. */
  readonly wednesdayPrice: number;
}

/** A week has Monday to Thursday and the weekend. */
export const DAYS_A_WEEK = 5;

export const weekendsOf = ({ isWeekend }: Roster): readonly number[] => isWeekend.flatMap((yes, day) => (yes ? [day] : []));
export const weekdaysOf = ({ isWeekend }: Roster): readonly number[] => isWeekend.flatMap((yes, day) => (yes ? [] : [day]));

/** Pairs of days that nobody may serve both: a weekend and its neighbours, and weekends that follow each other. */
export function apartPairs(roster: Roster): readonly (readonly [number, number])[] {
  const { days, isFixed } = roster;
  const fixed = (day: number): boolean => isFixed[day] === true;
  return weekendsOf(roster).flatMap((weekend) => {
    const beside = [weekend - 1, weekend + 1].filter((day) => day >= 0 && day < days);
    // What the data fix may break the rule: only where all days concerned are fixed is it waived.
    const nextTo = fixed(weekend) && beside.every(fixed) ? [] : beside;
    const next = weekend + DAYS_A_WEEK;
    const following = next < days && !(fixed(weekend) && fixed(next)) ? [next] : [];
    return [...nextTo, ...following].map((day) => [weekend, day] as const);
  });
}

/** First days of three in a row that nobody may serve all of. */
export const triples = ({ days, isFixed }: Roster): readonly number[] =>
  Array.from({ length: Math.max(0, days - 2) }, (_, day) => day).filter((day) => !(isFixed[day] && isFixed[day + 1] && isFixed[day + 2]));

/** First days of two in a row that cost when one person serves both; the last two days of the roster are free. */
export const adjacentDays = ({ days }: Roster): readonly number[] => Array.from({ length: Math.max(0, days - 2) }, (_, day) => day);

/** Weekends whose Wednesday is in the roster: it costs when one person serves both. */
export const weekendsAfterWednesday = (roster: Roster): readonly number[] => weekendsOf(roster).filter((day) => day >= 2);
