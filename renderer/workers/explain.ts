import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { SwapWishes } from '../../shared/planner/explain/swaps.ts';
import type {
  AskedPlan,
  AskedShift,
  FromExplainer,
  QuestionKind,
  Questions,
  ToExplainer,
} from './explain-messages.ts';

/** A question that a worker is at. Its answer is rejected with a sentence where the worker fails or dies. */
export interface Asking<Answer> {
  readonly answer: Promise<Answer>;
  /** Ends the worker at once; the answer then never comes. */
  cancel(): void;
}

/** A worker that has answered and waits: the next question without the solver finds its code loaded and the quarter read. */
let spare: Worker | null = null;

const newWorker = (): Worker =>
  new Worker(new URL('./explain-worker.ts', import.meta.url), { type: 'module' });

/** A thread that ran out of memory may die without a word: longer than this nobody is kept waiting. */
const MOST_MILLISECONDS = 180_000;

function keepSpare(worker: Worker): void {
  spare?.terminate();
  spare = worker;
  // What dies while it waits is not asked again.
  worker.onerror = () => {
    worker.terminate();
    if (spare === worker) spare = null;
  };
}

/** Questions after which the worker goes: the solver's memory never shrinks. */
const needsSolver: readonly QuestionKind[] = ['why-not-exact', 'at-most', 'conflicts', 'cause'];

function ask<Kind extends QuestionKind>(
  kind: Kind,
  plan: AskedPlan,
  details: Questions[Kind]['details'],
): Asking<Questions[Kind]['answer']> {
  const exact = needsSolver.includes(kind);
  const worker = exact ? newWorker() : (spare ?? newWorker());
  if (!exact) spare = null;
  let ended = false;
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const end = (keep: boolean): void => {
    if (ended) return;
    ended = true;
    clearTimeout(deadline);
    worker.onmessage = worker.onerror = worker.onmessageerror = null;
    if (keep) keepSpare(worker);
    else worker.terminate();
  };
  const answer = new Promise<Questions[Kind]['answer']>((resolve, reject) => {
    const fail = (reason: string): void => {
      end(false);
      reject(new Error(reason));
    };
    deadline = setTimeout(() => {
      fail('the worker gave no answer in three minutes');
    }, MOST_MILLISECONDS);
    worker.onmessage = ({ data }: MessageEvent<FromExplainer>) => {
      if (data.kind === 'failed') {
        fail(data.reason);
        return;
      }
      end(!exact);
      // The worker answers the question that it was sent, and it was sent one alone.
      resolve(data.answer);
    };
    worker.onerror = (event) => {
      fail(event.message || 'the worker could not be started');
    };
    worker.onmessageerror = () => {
      fail('the worker sent what cannot be read');
    };
  });
  const message = { kind, plan, details } as ToExplainer;
  worker.postMessage(message);
  return {
    answer,
    cancel: () => {
      end(false);
    },
  };
}

/** Why a turn is held by whom it is, with everybody who could hold it instead. */
export const askWhy = (plan: AskedPlan, shift: ShiftId) => ask('why', plan, { shift });

/** Why somebody does not hold a turn: rules, or a price "at most", in some milliseconds. */
export const askWhyNot = (plan: AskedPlan, asked: AskedShift) => ask('why-not', plan, asked);

/** The same with the exact price, or the bounds that a proof reached in its time. */
export const askWhyNotExact = (plan: AskedPlan, asked: AskedShift) => ask('why-not-exact', plan, asked);

/** Exchanges between two people and round three, the best first of each. */
export const askSwaps = (plan: AskedPlan, wishes: SwapWishes) => ask('swaps', plan, wishes);

/** The smallest repair of gaps and of turns that their holders cannot take. */
export const askFixNow = (plan: AskedPlan) => ask('fix-now', plan, {});

/** The best plan with at most so many held turns changed; null where there is none. */
export const askAtMostChanges = (plan: AskedPlan, changes: number) => ask('at-most', plan, { changes });

/** Why there is no complete plan, with a priced way out of every rule and fact that clashes; empty where there is one. */
export const askConflicts = (plan: AskedPlan, asked: readonly AskedShift[] = []) =>
  ask('conflicts', plan, { asked });

/** What keeps somebody's attainable share from their target. */
export const askCause = (plan: AskedPlan, person: PersonId) => ask('cause', plan, { person });

/** Better owners of single holidays; a proposal that was not taken over yet is not asked about. */
export const askCovers = (plan: AskedPlan) => ask('covers', plan, {});
