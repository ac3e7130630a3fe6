import type { OutTable } from '../exchange/csv-out.ts';
import type { QuarterId } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import type { TeamFairness } from '../planner/judge.ts';
import { shownScore } from '../fairness/score.ts';
import { nameAlone } from './names.ts';

/** Quarter-points as points. */
const points = (q: number): number => q / 4;
const rounded = (q: number): number => Math.round(q * 25) / 100;

/**
 * What each person carries in a quarter, in points: one point is a weekday as primary. *Share* is what they could attain at best; the
 * difference is load less share.
 */
export const loadTable = (workspace: Workspace, quarter: QuarterId, { people }: TeamFairness): OutTable => ({
  name: `Load ${quarter}`,
  columns: [
    'Person',
    'Quarter',
    'Score',
    'Load points',
    'Share points',
    'Difference points',
    'Carried in points',
    'Own tasks points',
    'Full time %',
    'Weeks there',
    'Holidays',
  ],
  rows: people.map((card) => [
    nameAlone(workspace, card.person),
    quarter,
    card.score === null ? null : shownScore(card.score),
    points(card.load),
    rounded(card.attainable),
    rounded(card.difference),
    rounded(card.carry),
    rounded(card.ownTasks),
    card.fullTime,
    card.weeksPresent,
    card.holidays.length,
  ]),
});
