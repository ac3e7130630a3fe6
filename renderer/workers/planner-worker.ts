import { completeAssessment, type SharesFound } from '../../shared/planner/assess.ts';
import { planInput, planMoves, type PlanProgress, planQuarter } from '../../shared/planner/plan.ts';
import type { LocalDate } from '../../shared/model/dates.ts';
import type { FromPlanner, Question, ToPlanner } from './messages.ts';
import { serve } from './serve.ts';

/** At most ten messages a second: the window paints no faster, and each carries a whole plan. */
const QUIET = 100;
/** Whatever it draws is thrown away. */
const WARM_SEED = 1;

type Begin = Extract<ToPlanner, { kind: 'begin' }>;
let begun: Begin | null = null;

function firstPlan({ workspace, quarter }: Question, seed: number, today: LocalDate): PlanProgress | null {
  const first = planQuarter(planInput(workspace, quarter, null, today), { seed, iterations: 0 }).next();
  return first.done === true ? null : first.value;
}

function begin(message: Begin, post: (message: FromPlanner) => void): void {
  begun = message;
  const { question, seed, today } = message;
  const progress = firstPlan(question, seed, today);
  if (progress !== null) post({ kind: 'progress', progress });
}

function search(shares: SharesFound | null, iterations: number | null, post: (message: FromPlanner) => void): void {
  if (begun === null) throw new Error('the search was asked for before its quarter');
  const { question, seed, today } = begun;
  const input = planInput(question.workspace, question.quarter, shares, today);
  const run = planQuarter(input, { seed, iterations: iterations ?? planMoves(input.problem) });
  let sentAt = performance.now();
  for (let step = run.next(); ; step = run.next()) {
    if (step.done === true) {
      post({ kind: 'done', proposal: step.value });
      return;
    }
    const progress: PlanProgress = step.value;
    if (performance.now() - sentAt < QUIET) continue;
    sentAt = performance.now();
    post({ kind: 'progress', progress });
  }
}

function assess({ workspace, quarter }: Question, shares: SharesFound, post: (message: FromPlanner) => void): void {
  const run = completeAssessment(workspace, quarter, shares);
  let step = run.next();
  while (step.done !== true) step = run.next();
  post({ kind: 'assessed', assessment: step.value });
}

serve<ToPlanner, FromPlanner>((message, post) => {
  if (message.kind === 'warm') firstPlan(message.question, WARM_SEED, message.today);
  else if (message.kind === 'begin') begin(message, post);
  else if (message.kind === 'search') search(message.shares, message.iterations, post);
  else assess(message.question, message.shares, post);
});
