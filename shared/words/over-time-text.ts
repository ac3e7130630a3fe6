import type { Debt } from '../fairness/over-time.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PersonStanding } from '../planner/over-time.ts';
import { personName } from './names.ts';
import { counted } from './number-text.ts';
import { exactPointsText, exactPointsWithUnit } from './points-text.ts';

/** Quarter-points with their sign: `+1.25`, `−0.5`, `0`. */
export function signedText(q: number): string {
  const text = exactPointsText(Math.abs(q));
  return text === '0' ? '0' : `${q > 0 ? '+' : '−'}${text}`;
}

/** A quarter of somebody in words: "Ann: held 18 points, share 17.25: 0.75 over". */
export function standingSentence(name: string, { load, share, difference }: PersonStanding): string {
  const off = exactPointsText(Math.abs(difference));
  const how = off === '0' ? 'on share' : `${off} ${difference > 0 ? 'over' : 'below'}`;
  return `${name}: held ${exactPointsWithUnit(load)}, share ${exactPointsText(share)}: ${how}`;
}

/** "Engineer 2 owes Engineer 4 1.5 points." */
export const debtText = (workspace: Workspace, { from, to, load }: Debt): string =>
  `${personName(workspace, from)} owes ${personName(workspace, to)} ${exactPointsWithUnit(load)}.`;

/** How much of a difference goes on: what the policy says of it. */
export function carryRule({ carryPercent, carryLimit }: Pick<Policy, 'carryPercent' | 'carryLimit'>): string {
  if (carryPercent === 0) return 'By the policy nothing is carried on: each quarter begins at nothing.';
  const part = carryPercent === 100 ? 'The whole difference' : `${carryPercent} % of the difference`;
  return `${part} goes on to the next quarter, up to ${exactPointsWithUnit(carryLimit)} a person; what is beyond that is forgiven. Whoever owes is given more next time, whoever is owed less.`;
}

/** How much a bar is of the largest: for its length, in per cent of half the room. */
export const barLength = (q: number, largest: number): number =>
  largest === 0 ? 0 : Math.min(100, (Math.abs(q) / largest) * 100);

/** The total over quarters: "+2.25 over 4 quarters". */
export const totalText = (q: number, quarters: number): string =>
  `${signedText(q)} over ${counted(quarters, 'quarter')}`;

/** What the limit of the policy cut off: "16.5 forgiven"; empty where nothing. */
export const forgivenText = (q: number): string =>
  q === 0 ? '' : `${exactPointsText(Math.abs(q))} forgiven`;
