import type { QuarterId } from '../../shared/model/dates.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Assessment } from '../../shared/planner/attainable.ts';
import { askAssessment } from '../workers/assess-in-worker.ts';
import type { Asking } from '../workers/explain.ts';
import { useAnswer } from './use-answer.ts';

interface Job {
  begin(): void;
}

/** Two plans side by side ask two questions, a policy four: one after the other, or they would slow each other down. */
const waiting: Job[] = [];
let running: Job | null = null;

function next(): void {
  running = waiting.shift() ?? null;
  running?.begin();
}

/** Begins the next one later: a screen that is left takes back all its questions, one by one, and none of them is to begin meanwhile. */
function nextSoon(): void {
  running = null;
  setTimeout(() => {
    if (running === null) next();
  }, 0);
}

/** What is attainable in a quarter of a workspace that is only thought of. Waits its turn; cancelling takes it out of the line. */
function assessBeside(workspace: Workspace, quarter: QuarterId): Asking<Assessment> {
  let stop = (): void => undefined;
  let job: Job | null = null;
  const end = (): void => {
    const mine = job;
    job = null;
    if (mine === null) return;
    if (running === mine) nextSoon();
    else waiting.splice(waiting.indexOf(mine), 1);
  };
  const answer = new Promise<Assessment>((resolve, reject) => {
    job = {
      begin: () => {
        stop = askAssessment(
          workspace,
          quarter,
          (assessment) => {
            resolve(assessment);
            end();
          },
          (reason) => {
            reject(new Error(reason));
            end();
          },
        );
      },
    };
    waiting.push(job);
    if (running === null) next();
  });
  return {
    answer,
    cancel: () => {
      stop();
      end();
    },
  };
}

export interface Beside {
  /** Of the workspace asked about, or of the one before while it is worked out: its digest tells. */
  readonly assessment: Assessment | null;
  readonly failed: string | null;
}

/**
 * What is attainable under a plan that is not the workspace: a scenario, or another policy.
 *
 * @param workspace null asks nothing
 */
export function useAssessmentBeside(workspace: Workspace | null, quarter: QuarterId): Beside {
  const answer = useAnswer(workspace === null ? null : () => assessBeside(workspace, quarter), [
    workspace,
    quarter,
  ]);
  return {
    assessment: answer.kind === 'answered' ? answer.value : null,
    failed: answer.kind === 'failed' ? answer.reason : null,
  };
}
