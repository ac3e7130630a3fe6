import type { LocalDate } from '../model/dates.ts';
import type { PipelineId, RunbookId } from '../model/ids.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';
import { ownerDifferences, type OwnerDifference } from './owners.ts';
import { reviewOf, type Review } from './review.ts';

/** What the lead should look at in one runbook. */
export interface RunbookState {
  readonly runbook: RunbookId;
  readonly review: Review;
  /** Differences that nobody has settled. */
  readonly differences: readonly OwnerDifference[];
  /** An owner who has left the team, or a role without owner. */
  readonly ownerMissing: boolean;
  readonly slaMissing: boolean;
}

export interface Coverage {
  readonly runbooks: readonly RunbookState[];
  /** Pipelines that no runbook explains, in list order. */
  readonly pipelinesWithout: readonly PipelineId[];
}

/** Runbooks in list order. */
export const runbooksInOrder = (workspace: Workspace): readonly Runbook[] =>
  Object.values(workspace.runbooks).sort((a, b) => a.position - b.position || (a.title < b.title ? -1 : 1));

function hasLeft(workspace: Workspace, runbook: Runbook, today: LocalDate): boolean {
  return [runbook.ownerPrimary, runbook.ownerSecondary].some((id) => {
    const person = id === null ? undefined : workspace.people[id];
    if (person === undefined) return true;
    return person.archivedOn !== null || (person.leavesOn !== null && person.leavesOn < today);
  });
}

/** How well the runbooks cover the pipelines, and which of them have grown stale or disagree with the ownership of tasks. */
export function coverageOf(workspace: Workspace, today: LocalDate): Coverage {
  const runbooks = runbooksInOrder(workspace);
  const explained = new Set(runbooks.map((it) => it.pipeline));
  return {
    runbooks: runbooks.map((runbook) => ({
      runbook: runbook.id,
      review: reviewOf(runbook, today),
      differences: ownerDifferences(workspace, runbook, today).filter((it) => !it.kept),
      ownerMissing: hasLeft(workspace, runbook, today),
      slaMissing: runbook.slas.length === 0,
    })),
    pipelinesWithout: Object.values(workspace.pipelines)
      .filter((pipeline) => !explained.has(pipeline.id))
      .sort((a, b) => a.position - b.position)
      .map((pipeline) => pipeline.id),
  };
}
