import { useEffect, useState } from 'react';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { assessmentKey, type SharesFound } from '../../shared/planner/assess.ts';
import { askShares } from '../workers/ask.ts';
import { knownShares } from '../workers/assess-in-worker.ts';

/** Answers kept, by what they rest on: ten years of quarters. */
const MOST_KEPT = 40;
const kept = new Map<string, SharesFound>();

function keep(key: string, shares: SharesFound): SharesFound {
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0] ?? key);
  kept.set(key, shares);
  return shares;
}

/** What each person could reach in quarters gone by; a quarter is missing until its answer has come. */
export interface PastShares {
  readonly workspace: Workspace | null;
  readonly byQuarter: ReadonlyMap<QuarterId, SharesFound>;
  /** Why the rest does not come, as a sentence. */
  readonly failed: string | null;
}

const nothing: PastShares = { workspace: null, byQuarter: new Map(), failed: null };

/** Asks the solver for one quarter after the other, the newest first, beside the window; what it has answered before comes at once. */
export function usePastShares(workspace: Workspace, quarters: readonly QuarterId[]): PastShares {
  const [found, setFound] = useState<PastShares>(nothing);
  useEffect(() => {
    let stop = (): void => undefined;
    let byQuarter: ReadonlyMap<QuarterId, SharesFound> = new Map();
    const left = [...quarters];
    const next = (): void => {
      const quarter = left.pop();
      if (quarter === undefined) return;
      const key = assessmentKey(workspace, quarter);
      const known = kept.get(key) ?? knownShares(workspace, quarter);
      const take = (shares: SharesFound): void => {
        byQuarter = new Map([...byQuarter, [quarter, keep(key, shares)]]);
        setFound({ workspace, byQuarter, failed: null });
        later();
      };
      if (known !== null) take(known);
      else
        stop = askShares({ workspace, quarter }, take, (failed) =>
          setFound({ workspace, byQuarter, failed }),
        );
    };
    // Between two quarters the window gets its turn: reading one of sixty people takes a moment.
    const later = (): void => {
      const timer = setTimeout(next, 0);
      stop = () => clearTimeout(timer);
    };
    later();
    return () => stop();
  }, [workspace, quarters]);
  return found.workspace === workspace ? found : nothing;
}
