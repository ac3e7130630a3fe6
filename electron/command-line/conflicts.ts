import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import { type Conflict, conflictSets } from '../../shared/planner/explain/conflict.ts';
import { noPricesYet, type PricedWayOut, pricedWaysOut } from '../../shared/planner/explain/price-ways.ts';
import { waysOut } from '../../shared/planner/explain/relax.ts';
import { situationOf } from '../../shared/planner/explain/situation.ts';
import { claimText, wayPriceText, wayText } from '../../shared/words/ask-text.ts';
import { dutyName, slotWithDays } from '../../shared/words/names.ts';
import { loadSolver } from './load-solver.ts';
import { wishesOf } from './price-json.ts';

/** Why a quarter has no complete plan, with the ways out; priced only where that was asked for. */
export interface ConflictTold {
  readonly conflict: Conflict;
  readonly ways: readonly (Omit<PricedWayOut, 'exact'> & { readonly exact: boolean | null })[];
}

/** Each way out is planned and proven by itself: a conflict has some five, and a quarter may have a dozen conflicts. */
const SECONDS_A_WAY = 2;
const MOST_PRICED = 3;

/** The conflicts of a plan, none where it is complete. @param priced whether the ways out are planned, some seconds each */
export async function conflictsHere(
  workspace: Workspace,
  quarter: QuarterId,
  shares: SharesFound,
  today: LocalDate,
  priced: boolean,
): Promise<readonly ConflictTold[]> {
  const situation = situationOf(workspace, quarter, shares, today);
  const solver = await loadSolver();
  const conflicts = await conflictSets(situation, solver);
  const known = noPricesYet();
  const told: ConflictTold[] = [];
  for (const [place, conflict] of conflicts.entries()) {
    const ways =
      priced && place < MOST_PRICED
        ? await pricedWaysOut(situation, conflict, [], solver, { seconds: SECONDS_A_WAY }, known)
        : waysOut(situation, conflict).map((way) => ({
            ...way,
            price: null,
            gaps: 0,
            gapsBefore: 0,
            exact: null,
            assignments: [],
          }));
    told.push({ conflict, ways });
  }
  return told;
}

/** What `--json` prints of conflicts: each rule or fact in words, with the way out of it; `wishes` where it was priced. */
export const conflictsJson = (workspace: Workspace, conflicts: readonly ConflictTold[]) =>
  conflicts.map(({ conflict, ways }) => ({
    smallest: conflict.smallest,
    turns: conflict.shifts.map((shift) => slotWithDays(workspace, shift)),
    claims: conflict.claims.map((claim) => {
      const way = ways.find((one) => one.claim === claim);
      return {
        kind: claim.kind,
        message: claimText(workspace, claim),
        wayOut: way === undefined ? null : wayText(workspace, way),
        wishes: way === undefined || way.price === null ? null : wishesOf(way.price.total),
        gaps: way === undefined || way.price === null ? null : way.gaps,
      };
    }),
  }));

/** Most conflicts that are told in words; the rest are counted. */
const MOST_TOLD = 3;

/** The same for people. */
export function conflictsText(workspace: Workspace, conflicts: readonly ConflictTold[]): readonly string[] {
  const told = conflicts.slice(0, MOST_TOLD).map(({ conflict, ways }) => {
    const duties = new Set(conflict.shifts.map((shift) => dutyName(workspace, shift)));
    const what = conflict.smallest ? 'The fewest that cannot all hold' : 'A conflict: these cannot all hold';
    const lines = conflict.claims.map((claim) => {
      const way = ways.find((one) => one.claim === claim);
      const price =
        way === undefined || way.exact === null ? '' : `, ${wayPriceText({ ...way, exact: way.exact })}`;
      return `  ${claimText(workspace, claim)}.${way === undefined ? '' : ` ${wayText(workspace, way)}${price}.`}`;
    });
    return [`${what} (${[...duties].join(', ')}), each with a way out:`, ...lines].join('\n');
  });
  const rest = conflicts.length - told.length;
  return rest > 0
    ? [...told, `and ${rest} more such ${rest === 1 ? 'set' : 'sets'}; --json has all of them.`]
    : told;
}
