import { useEffect, useState } from 'react';
import { elapsedText, gapSoFar, wishesText } from '../../../shared/words/plan-text.ts';
import { milliseconds } from '../../state/clock.ts';
import { cancelBranch, useScenarios } from '../../state/scenario-store.ts';
import { Button } from '../../ui/button.tsx';

function useElapsed(startedAt: number): number {
  const [now, setNow] = useState(milliseconds);
  useEffect(() => {
    const timer = setInterval(() => setNow(milliseconds()), 100);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - startedAt);
}

function Running({ startedAt }: { readonly startedAt: number }) {
  return <span className="min-w-12 text-ink">{elapsedText(useElapsed(startedAt))}</span>;
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
  const { best } = run;
  return (
    <div
      role="group"
      aria-label="Planning a branch"
      className="flex items-center gap-3 rounded-md border border-dashed border-border px-3 py-1.5"
    >
      <p className="min-w-0 flex-1 truncate">Planning {run.name}…</p>
      <p className="flex shrink-0 items-baseline gap-3 text-muted">
        {best === null ? null : <span>best plan costs {wishesText(best.cost, 'up')} wishes</span>}
        {best === null ? null : <span>{gapSoFar(best.cost, best.bound)}</span>}
        <Running startedAt={run.startedAt} />
      </p>
      <Button size="small" onPress={cancelBranch}>
        Cancel
      </Button>
    </div>
  );
}
