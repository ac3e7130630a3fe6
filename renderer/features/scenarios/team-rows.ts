import type { Comparison, TeamFigures } from '../../../shared/scenarios/compare.ts';
import { provenBy, standingBadge } from '../../../shared/words/plan-text.ts';
import { pointsText, scoreText } from '../../../shared/words/points-text.ts';
import { counted } from '../../../shared/words/number-text.ts';

/** One figure of both plans. */
export interface TeamRow {
  readonly name: string;
  /** What it counts, where its name does not say. */
  readonly about: string;
  readonly before: string;
  readonly after: string;
  /** Which way it changes; null where neither way is better, or nothing changes. */
  readonly turn: 'better' | 'worse' | null;
}

/** A score is shown once it is against what is attainable: before that it would jump. */
const shownScore = ({ fairness }: TeamFigures): string =>
  fairness.held === 0 ? 'nobody planned' : fairness.assessed ? scoreText(fairness.score) : '…';

const openText = ({ fairness: { gaps, conflicts } }: TeamFigures): string =>
  [
    gaps > 0 ? counted(gaps, 'gap', 'gaps') : '',
    conflicts > 0 ? counted(conflicts, 'conflict', 'conflicts') : '',
  ]
    .filter((part) => part !== '')
    .join(', ') || 'none';

/** The same words as the plan's header: what was proven of a plan is not claimed of what became of it. */
function distanceText({ plan, current }: TeamFigures): string {
  const proven = plan === null ? null : provenBy(plan.cost, plan.bound);
  return proven === null ? 'nothing is proven' : standingBadge(proven, current);
}

function turnOf(before: number | null, after: number | null, moreIsBetter: boolean): TeamRow['turn'] {
  if (before === null || after === null || Math.abs(before - after) < 0.05) return null;
  return after > before === moreIsBetter ? 'better' : 'worse';
}

/** The largest distance from a share that anybody would notice, in points: within the band nobody is worse off. */
const beyondNotice = ({ fairness }: TeamFigures): number | null =>
  !fairness.assessed
    ? null
    : Math.max(0, ...fairness.people.map(({ difference, band }) => Math.abs(difference) - band)) / 4;

const scoreOf = ({ fairness }: TeamFigures): number | null => (fairness.assessed ? fairness.score : null);

/** Both plans as a whole, figure by figure; rows that say nothing of this team, such as wishes where there are none, are left out. */
export function teamRows({ before, after }: Comparison): readonly TeamRow[] {
  const row = (
    name: string,
    about: string,
    text: (side: TeamFigures) => string,
    figure: (side: TeamFigures) => number | null,
    moreIsBetter: boolean,
  ): TeamRow => ({
    name,
    about,
    before: text(before),
    after: text(after),
    turn: turnOf(figure(before), figure(after), moreIsBetter),
  });
  const either = (figure: (side: TeamFigures) => number): boolean => figure(before) > 0 || figure(after) > 0;
  const rows: readonly (TeamRow | false)[] = [
    row('Fairness', 'of 100, the fairest plan known under the same terms', shownScore, scoreOf, true),
    row('Gaps and conflicts', '', openText, ({ fairness }) => fairness.gaps + fairness.conflicts, false),
    row('Distance from the best', 'as it was planned', distanceText, () => null, false),
    row(
      'Furthest from a share',
      'points over or below',
      ({ furthest }) => (furthest === null ? '…' : pointsText(furthest)),
      beyondNotice,
      false,
    ),
    either(({ wishes }) => wishes.wanted) &&
      row(
        'Wanted weeks given',
        '',
        ({ wishes }) => `${wishes.granted} of ${wishes.wanted}`,
        // What was refused: somebody who is not in one of the plans takes their wishes along.
        ({ wishes }) => wishes.wanted - wishes.granted,
        false,
      ),
    either(({ wishes }) => wishes.avoided) &&
      row(
        'Avoided weeks kept free',
        '',
        ({ wishes }) => `${wishes.kept} of ${wishes.avoided}`,
        ({ wishes }) => wishes.avoided - wishes.kept,
        false,
      ),
    row(
      'Rest cut short',
      'weeks of rest that are missing',
      ({ restBreaches }) => String(restBreaches),
      ({ restBreaches }) => restBreaches,
      false,
    ),
    either(({ standIns }) => standIns) &&
      row(
        'Stand-ins on watches',
        'turns',
        ({ standIns }) => String(standIns),
        ({ standIns }) => standIns,
        false,
      ),
  ];
  return rows.filter((one) => one !== false);
}
