import { quarterText } from '../../../shared/words/date-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { elapsedText, gapSoFar, stageText } from '../../../shared/words/plan-text.ts';
import { stopPlanning } from '../../state/planning.ts';
import { usePlan, useProposedChanges } from '../../state/plan-store.ts';
import { useElapsed } from '../../state/use-elapsed.ts';
import { Button } from '../../ui/button.tsx';
import { handOnFocus, PLAN_QUARTER } from './hand-on-focus.ts';
import { Strip } from './strip.tsx';
import { TracePicture } from './trace-picture.tsx';

function cancel(): void {
  stopPlanning(false);
  handOnFocus(PLAN_QUARTER);
}

/** A run under way: what it is at, for how long, how good its best plan is so far, and the two ways to end it. */
export function Planning() {
  const { quarter, slow, best, run } = usePlan();
  const changes = useProposedChanges();
  const elapsed = useElapsed(run?.startedAt ?? 0);
  if (quarter === null || run === null) return null;
  const last = run.trace.at(-1);
  const sentence =
    best === null
      ? `Planning ${quarterText(quarter)}…`
      : `Improving the plan of ${quarterText(quarter)}: ${counted(changes.size, 'shift')} so far`;
  return (
    <Strip
      label="Proposal"
      tone="proposal"
      actions={
        <>
          <Button size="small" onPress={cancel}>
            Cancel
          </Button>
          {slow && best !== null ? (
            <Button size="small" onPress={() => stopPlanning(true)}>
              Use best so far
            </Button>
          ) : null}
        </>
      }
    >
      <p className="min-w-0 truncate">{sentence}</p>
      <p className="flex shrink-0 items-baseline gap-2 text-muted">
        <span>{stageText(run.stage)}</span>
        <span className="min-w-12 text-ink">{elapsedText(elapsed)}</span>
        {last === undefined ? null : <span>{gapSoFar(last.best, last.bound)}</span>}
      </p>
      {run.trace.length > 0 ? (
        <span className="@max-[880px]:hidden">
          <TracePicture trace={run.trace} until={elapsed} width={128} height={26} />
        </span>
      ) : null}
    </Strip>
  );
}
