import { findShares } from '../../shared/planner/assess.ts';
import { proposeCovers } from '../../shared/planner/covers/propose.ts';
import { structuralCause } from '../../shared/planner/explain/cause.ts';
import { alikeConflicts } from '../../shared/planner/explain/alike.ts';
import type { AskedPin } from '../../shared/planner/explain/conflict-program.ts';
import { conflictSets } from '../../shared/planner/explain/conflict.ts';
import { atMostChanges, whyNotExact } from '../../shared/planner/explain/exact.ts';
import { noPricesYet, pricedWaysOut } from '../../shared/planner/explain/price-ways.ts';
import { fixNow } from '../../shared/planner/explain/replan.ts';
import { situationOf, type Situation } from '../../shared/planner/explain/situation.ts';
import { bestSwaps } from '../../shared/planner/explain/swaps.ts';
import { whyNot } from '../../shared/planner/explain/why-not.ts';
import { whyThisPerson } from '../../shared/planner/explain/why.ts';
import { type Solver, solverOver } from '../../shared/planner/solver.ts';
import type {
  AskedPlan,
  AskedShift,
  ConflictAnswer,
  FromExplainer,
  Questions,
  QuestionKind,
  ToExplainer,
} from './explain-messages.ts';
import { serve } from './serve.ts';

/** How long one answer of the exact solver may take. What it knows by then is said as a bound. */
const SECONDS = 20;
/** Each way out is planned and proven by itself, and there may be ten of them. */
const SECONDS_A_WAY = 4;

/** The solver is loaded for the questions that need it alone: most do not. */
async function solver(): Promise<Solver> {
  const [{ default: loadHighs }, { default: wasmUrl }] = await Promise.all([
    import('highs'),
    import('highs/runtime?url'),
  ]);
  return solverOver(await loadHighs({ locateFile: () => wasmUrl }));
}

const situation = ({ workspace, quarter, today, shares, proposal }: AskedPlan): Situation =>
  situationOf(workspace, quarter, shares, today, proposal);

function pinsOf({ input }: Situation, asked: readonly AskedShift[]): readonly AskedPin[] {
  return asked.flatMap(({ shift, person }) => {
    const slot = input.problem.slotAt.get(shift);
    return slot === undefined ? [] : [{ slot, person }];
  });
}

async function conflicts(plan: AskedPlan, asked: readonly AskedShift[]): Promise<readonly ConflictAnswer[]> {
  const about = situation(plan);
  const pins = pinsOf(about, asked);
  const exact = await solver();
  const found = alikeConflicts(await conflictSets(about, exact, pins));
  const known = noPricesYet();
  const answers: ConflictAnswer[] = [];
  for (const alike of found) {
    answers.push({
      ...alike,
      ways: await pricedWaysOut(about, alike.conflict, pins, exact, { seconds: SECONDS_A_WAY }, known),
    });
  }
  return answers;
}

async function cause(
  { workspace, quarter, shares }: AskedPlan,
  details: Questions['cause']['details'],
): Promise<Questions['cause']['answer']> {
  const exact = await solver();
  return structuralCause(
    workspace,
    quarter,
    shares ?? (await findShares(workspace, quarter, exact)),
    details.person,
    exact,
  );
}

async function answer(message: ToExplainer): Promise<Questions[QuestionKind]['answer']> {
  const { plan } = message;
  switch (message.kind) {
    case 'why':
      return whyThisPerson(situation(plan), message.details.shift);
    case 'why-not':
      return whyNot(situation(plan), message.details.shift, message.details.person);
    case 'why-not-exact': {
      const { shift, person } = message.details;
      return whyNotExact(situation(plan), shift, person, await solver(), { seconds: SECONDS });
    }
    case 'swaps':
      return bestSwaps(situation(plan), message.details);
    case 'fix-now':
      return fixNow(situation(plan));
    case 'at-most':
      return atMostChanges(situation(plan), message.details.changes, await solver(), { seconds: SECONDS });
    case 'conflicts':
      return conflicts(plan, message.details.asked);
    case 'covers':
      return proposeCovers(plan.workspace, plan.quarter, plan.shares, plan.today);
    case 'cause':
      return cause(plan, message.details);
  }
}

serve<ToExplainer, FromExplainer>(async (message, post) => {
  post({ kind: 'answer', answer: await answer(message) });
});
