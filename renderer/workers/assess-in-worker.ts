import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { assessmentKey } from '../../shared/planner/assess.ts';
import type { Assessment } from '../../shared/planner/attainable.ts';
import { factsBehind } from '../../shared/planner/facts-behind.ts';
import { askShares, type Run, startPlannerBeside } from './ask.ts';
import type { ToPlanner } from './messages.ts';

/** Assessments kept, by what they rest on: undo brings an old one back. */
const MOST_KEPT = 12;
const kept = new Map<string, Assessment>();

let stopRunning: () => void = () => undefined;

function keep(key: string, assessment: Assessment): Assessment {
  if (kept.size >= MOST_KEPT) kept.delete([...kept.keys()][0] ?? key);
  kept.set(key, assessment);
  return assessment;
}

/** What is attainable, where it has been worked out already for just this input: then nobody waits for the solver again. */
export const knownShares = (workspace: Workspace, quarter: QuarterId): Assessment | null =>
  kept.get(assessmentKey(workspace, quarter)) ?? null;

/**
 * Works out what each person could attain in a quarter, and what nobody can avoid, beside the window. An answer known already
 * comes at once.
 *
 * @returns how to stop it: both workers end at once, and nothing is heard after it
 */
export function askAssessment(
  workspace: Workspace,
  quarter: QuarterId,
  found: (assessment: Assessment) => void,
  failed: (reason: string) => void,
): () => void {
  const key = assessmentKey(workspace, quarter);
  const known = kept.get(key);
  if (known !== undefined) {
    found(known);
    return () => undefined;
  }
  const question = { workspace: factsBehind(workspace, quarter), quarter };
  let planner: Run<ToPlanner> | null = null;
  const stopShares = askShares(
    question,
    (shares) => {
      planner = startPlannerBeside((message) => {
        if (message.kind === 'assessed') {
          planner?.release();
          planner = null;
          found(keep(key, message.assessment));
          return;
        }
        planner?.end();
        failed(message.kind === 'failed' ? message.reason : `the worker answered ${message.kind}`);
      });
      planner.send({ kind: 'assess', question, shares });
    },
    failed,
  );
  return () => {
    stopShares();
    planner?.end();
  };
}

/** The assessment of the quarter on view. One run at a time: a newer question ends the older, whose promise then never settles. */
export function assessInWorker(workspace: Workspace, quarter: QuarterId): Promise<Assessment> {
  stopRunning();
  stopRunning = () => undefined;
  return new Promise((resolve, reject) => {
    stopRunning = askAssessment(workspace, quarter, resolve, (reason) => { reject(new Error(reason)); });
  });
}
