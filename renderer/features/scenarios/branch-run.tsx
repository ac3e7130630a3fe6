import { useEffect, useState } from 'react';
import { elapsedText, gapSoFar, stageText, wishesText } from '../../../shared/words/plan-text.ts';
import { milliseconds } from '../../state/clock.ts';
import {
  cancelBranch,
  keepBestSoFar,
  useScenarios,
  type BranchRun as Run,
} from '../../state/scenario-store.ts';
import { Button } from '../../ui/button.tsx';

function useElapsed(startedAt: number): number {
  const [now, setNow] = useState(milliseconds);
  useEffect(() => {
    const timer = setInterval(() => setNow(milliseconds()), 100);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - startedAt);
}

/** After this long a run is slow enough to be ended with the best plan so far. */
const SLOW_AFTER = 2000;

function Running({ run }: { readonly run: Run }) {
  const { name, best, bound, stage, startedAt } = run;
  const elapsed = useElapsed(startedAt);
  return (
    <div
      role="group"
      aria-label="Planning a branch"
      className="flex items-center gap-3 rounded-md border border-dashed border-border px-3 py-1.5"
    >
      <p className="min-w-0 flex-1 wrap-anywhere">Planning {name}…</p>
      <p className="flex shrink-0 items-baseline gap-3 text-muted">
        <span>{stageText(stage)}</span>
        {best === null ? null : <span>{wishesText(best.cost, 'up')} wishes</span>}
        {best === null ? null : <span>{gapSoFar(best.cost, bound)}</span>}
        <span className="min-w-12 text-ink">{elapsedText(elapsed)}</span>
      </p>
      <Button size="small" onPress={cancelBranch}>
        Cancel
      </Button>
      {best !== null && elapsed > SLOW_AFTER ? (
        <Button size="small" onPress={keepBestSoFar}>
          Use best so far
        </Button>
      ) : null}
    </div>
  );
}

/** A branch that is being planned: for how long, how good its best plan is so far, and the way to end it. Or why the last was not. */
export function BranchRun() {
  const { run, failure } = useScenarios();
  if (run === null)
    return failure === null ? null : (
      <p role="alert" className="rounded-md bg-error-ground px-3 py-2 text-error">
        {failure}
      </p>
    );
  return <Running run={run} />;
}
