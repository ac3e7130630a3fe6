/** What the score asks of one person. All figures in q, the holiday balance in quarter-holidays. */
export interface Standing {
  /** d: load held minus attainable share. */
  readonly difference: number;
  /** τ: how far off nobody notices. */
  readonly band: number;
  /** z: holidays held and carried, minus the share of them. */
  readonly holidayBalance: number;
}

/** ξ* and y*: the excess that even the fairest known plan cannot avoid, so that plan reads 100. */
export interface Allowance {
  readonly load: number;
  readonly holidays: number;
}

export const noAllowance: Allowance = { load: 0, holidays: 0 };

/** A whole plain primary week is 36 q: this much beyond the band costs half the score. */
const LOAD_SCALE = 36;
const LOAD_PART = 50;
/** A whole holiday is 4 quarter-holidays; one less than that is no excess. */
const HOLIDAY_SCALE = 4;
const HOLIDAY_PART = 25;

/** ξ: load beyond the dead-band, in q. */
export const loadExcess = ({ difference, band }: Standing): number => Math.max(0, Math.abs(difference) - band);

/** y: holidays more than one away from the mean, in quarter-holidays. */
export const holidayExcess = ({ holidayBalance }: Standing, mean: number): number =>
  Math.max(0, Math.abs(holidayBalance - mean) - HOLIDAY_SCALE);

/** True where nobody notices the difference, or where even the fairest plan known leaves somebody as far off. */
export const countsAsEven = ({ difference, band }: Pick<Standing, 'difference' | 'band'>, allowance: number): boolean =>
  Math.abs(difference) <= band + allowance;

const meanOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** P of a person by its two parts, each 0 and up. */
export interface PenaltyParts {
  readonly load: number;
  readonly holidays: number;
}

export interface Scores {
  /** P of each person: 0 and up, not clipped. */
  readonly penalties: readonly number[];
  /** The two parts of each P: they add up to it. */
  readonly parts: readonly PenaltyParts[];
  /** s of each person, 0 to 100. */
  readonly people: readonly number[];
  /** S of the team, 0 to 100; null where nobody may take a slot. */
  readonly team: number | null;
  readonly meanHolidayBalance: number;
}

/**
 * Scores of everybody who may take a slot (planning.md, section 4). Penalties are clipped only at the end, in the score:
 * clipping inside the mean would punish some moves that make a plan fairer.
 */
export function scores(standings: readonly Standing[], allowance: Allowance): Scores {
  const mean = meanOf(standings.map(({ holidayBalance }) => holidayBalance));
  const parts = standings.map((standing) => ({
    load: (LOAD_PART * Math.max(0, loadExcess(standing) - allowance.load)) / LOAD_SCALE,
    holidays: (HOLIDAY_PART * Math.max(0, holidayExcess(standing, mean) - allowance.holidays)) / HOLIDAY_SCALE,
  }));
  const penalties = parts.map(({ load, holidays }) => load + holidays);
  const worst = Math.max(0, ...penalties);
  return {
    penalties,
    parts,
    people: penalties.map((penalty) => Math.max(0, 100 - penalty)),
    team: standings.length === 0 ? null : Math.max(0, 100 - (worst + meanOf(penalties)) / 2),
    meanHolidayBalance: mean,
  };
}

/** A score as it is shown: cut off after one decimal, never rounded up, so 99.96 reads 99.9 and only 100 reads 100. */
export const shownScore = (score: number): number => Math.floor(score * 10 + 1e-9) / 10;
