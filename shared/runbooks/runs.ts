import type { Instant } from '../model/dates.ts';
import type { RunbookId, RunId } from '../model/ids.ts';
import type { Run, RunStep } from '../model/run.ts';
import type { Runbook } from '../model/runbook.ts';
import type { Workspace } from '../model/workspace.ts';

/** Steps of a runbook that can be worked through one after the other, and what they are for. */
export interface Checklist {
  readonly title: string;
  readonly steps: readonly string[];
}

/** As the schema of a run has it. */
const mostSteps = 200;
const longestStep = 2000;
const longestName = 200;

const worth = (steps: readonly string[]): readonly string[] =>
  steps
    .map((step) => step.trim().slice(0, longestStep))
    .filter((step) => step !== '')
    .slice(0, mostSteps);

/** The boxes of the notes (`- [ ] text`), in their order, those within code left out. */
function boxesOf(body: string): string[] {
  const boxes: string[] = [];
  let fence: string | null = null;
  for (const line of body.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      continue;
    }
    const box = fence === null ? /^\s*(?:[-*+]|\d+[.)])\s+\[[ xX]\]\s+(\S.*)$/.exec(line)?.[1] : undefined;
    if (box !== undefined) boxes.push(box);
  }
  return boxes;
}

/** What a runbook lets one work through: the steps of each issue, then the boxes of its notes. Without steps, nothing. */
export function checklistsOf(runbook: Runbook): readonly Checklist[] {
  const ofIssues = runbook.issues.map(({ symptom, steps }) => ({ title: symptom, steps: worth(steps) }));
  const ofNotes = { title: runbook.title, steps: worth(boxesOf(runbook.body)) };
  return [...ofIssues, ofNotes].filter(({ steps }) => steps.length > 0);
}

interface Start {
  readonly id: RunId;
  readonly at: Instant;
  readonly by: string;
}

/** A run that has just begun: the steps as they stand in the runbook now, none of them ticked. */
export const begun = (runbook: RunbookId, { title, steps }: Checklist, { id, at, by }: Start): Run => ({
  id,
  runbook,
  incident: null,
  title,
  startedAt: at,
  startedBy: by.slice(0, longestName),
  steps: steps.map((text) => ({ text, tickedAt: null, tickedBy: '' })),
  notes: '',
  finishedAt: null,
});

/** The run with one step ticked by somebody at a moment, or with its tick taken away. */
export function withTick(run: Run, index: number, tick: { at: Instant; by: string } | null): Run {
  const steps = run.steps.map((step, at): RunStep => {
    if (at !== index) return step;
    return tick === null
      ? { ...step, tickedAt: null, tickedBy: '' }
      : { ...step, tickedAt: tick.at, tickedBy: tick.by.slice(0, longestName) };
  });
  return { ...run, steps };
}

/** The run brought to its end; never before it began, should the clock of the computer have been put back. */
export const finished = (run: Run, at: Instant): Run => ({
  ...run,
  finishedAt: Date.parse(at) < Date.parse(run.startedAt) ? run.startedAt : at,
});

export const tickedCount = (run: Run): number => run.steps.filter(({ tickedAt }) => tickedAt !== null).length;

/** The runs of a runbook, the newest first. */
export const runsOf = (workspace: Workspace, runbook: RunbookId): readonly Run[] =>
  Object.values(workspace.runs)
    .filter((run) => run.runbook === runbook)
    .sort((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt) || (a.id < b.id ? -1 : 1));
