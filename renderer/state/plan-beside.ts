import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { PlannedSlot } from '../../shared/planner/plan.ts';
import { startPlanning } from '../workers/start-planning.ts';
import { useAnswer, type Answer, type Asked } from './use-answer.ts';

/** The planner's own first seed: the same question gets the same plan. */
const SEED = 1;

/** Plans a quarter of a workspace that is only thought of, without the proof: it is looked at, not accepted. */
function planBeside(
  workspace: Workspace,
  quarter: QuarterId,
  today: LocalDate,
): Asked<readonly PlannedSlot[]> {
  let stop = (): void => undefined;
  const answer = new Promise<readonly PlannedSlot[]>((resolve, reject) => {
    let best: readonly PlannedSlot[] = [];
    const handle = startPlanning(workspace, quarter, { seed: SEED, iterations: null, today }, (message) => {
      if (message.kind === 'progress') best = message.progress.assignments;
      else if (message.kind === 'failed') reject(new Error(message.reason));
      else if (message.kind === 'done') resolve(message.proposal.assignments);
      else if (message.kind === 'stage' && message.stage === 'prove') {
        stop();
        resolve(best);
      }
    });
    stop = () => handle.cancel();
  });
  return { answer, cancel: () => stop() };
}

/**
 * A plan of a quarter under other facts, found beside the window.
 *
 * @param workspace null asks nothing
 * @param today what has begun by then stays
 */
export const usePlanBeside = (
  workspace: Workspace | null,
  quarter: QuarterId,
  today: LocalDate,
): Answer<readonly PlannedSlot[]> =>
  useAnswer(workspace === null ? null : () => planBeside(workspace, quarter, today), [
    workspace,
    quarter,
    today,
  ]);
