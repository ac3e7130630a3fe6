import type { LocalDate } from '../../shared/model/dates.ts';
import type { FromPlanner, FromProver, Question, ToPlanner, ToProver } from './messages.ts';
import type { SharesFound } from '../../shared/planner/assess.ts';
import { factsBehind } from '../../shared/planner/facts-behind.ts';

/** A worker that was started for one run. After `end` nothing of it is heard any more, and its thread is gone. */
export interface Run<In> {
  send(message: In): void;
  end(): void;
  /** Ends the run like `end`, but keeps its idle thread for the next one: only after the answer has come. */
  release(): void;
}

type Failed = { readonly kind: 'failed'; readonly reason: string };

/** A worker at work that says nothing for so long is taken for dead: a proof ends after a minute, all else in seconds. */
const MOST_SILENCE = 90_000;

/** Starts a worker for one run. A worker that dies, falls silent, or sends what cannot be read, is told as `failed`. */
function start<In, Out extends { readonly kind: string }>(
  worker: Worker,
  hear: (message: Out | Failed) => void,
  keep: (worker: Worker) => void,
): Run<In> {
  let ended = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const died = (reason: string): void => {
    if (!ended) hear({ kind: 'failed', reason });
  };
  const listen = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => { died(`the worker has not answered for ${MOST_SILENCE / 1000} seconds`); }, MOST_SILENCE);
  };
  const stopListening = (): boolean => {
    if (ended) return false;
    ended = true;
    clearTimeout(silence);
    return true;
  };
  worker.onmessage = (event: MessageEvent<Out>) => {
    if (ended) return;
    listen();
    hear(event.data);
  };
  worker.onerror = (event) => { died(event.message || 'the worker could not be started'); };
  worker.onmessageerror = () => { died('the worker sent what cannot be read'); };
  return {
    send: (message) => {
      listen();
      worker.postMessage(message);
    },
    end: () => {
      // A released thread is no longer this run's: to end it would take it from the next one.
      if (stopListening()) worker.terminate();
    },
    release: () => {
      if (stopListening()) keep(worker);
    },
  };
}

/** A planner that has answered and waits: its code is loaded and compiled, so the next first plan comes at once. */
let spare: Worker | null = null;

/** A spare that dies while it waits is none: a run that took it would wait for nothing. */
function keepSpare(worker: Worker): void {
  spare?.terminate();
  spare = worker;
  worker.onmessage = null;
  worker.onerror = () => {
    if (spare === worker) spare = null;
  };
}

const newPlanner = (): Worker => new Worker(new URL('./planner-worker.ts', import.meta.url), { type: 'module' });

/** Has a planner ready that has worked on this quarter once, so that a first plan of it waits for no start and no cold code. */
export function warmPlanner({ workspace, quarter }: Question, today: LocalDate): void {
  if (spare !== null) return;
  const question = { workspace: factsBehind(workspace, quarter), quarter };
  const worker = newPlanner();
  keepSpare(worker);
  const warm: ToPlanner = { kind: 'warm', question, today };
  worker.postMessage(warm);
}

/** A planner for a run that is waited for: the one that is ready, else a new one. */
export function startPlanner(hear: (message: FromPlanner) => void): Run<ToPlanner> {
  const worker = spare ?? newPlanner();
  spare = null;
  return start<ToPlanner, FromPlanner>(worker, hear, keepSpare);
}

/** A planner for a run that nobody waits for: it leaves the ready one alone, which a click may want meanwhile. */
export const startPlannerBeside = (hear: (message: FromPlanner) => void): Run<ToPlanner> =>
  start<ToPlanner, FromPlanner>(newPlanner(), hear, keepSpare);

/** A prover for one proof: the solver's memory never shrinks, so it ends with its answer. It loads the solver at once. */
export const startProver = (hear: (message: FromProver) => void): Run<ToProver> =>
  start<ToProver, FromProver>(new Worker(new URL('./prover-worker.ts', import.meta.url), { type: 'module' }), hear, (worker) => {
    worker.terminate();
  });

/**
 * Asks the prover for attainable shares. Its worker lives for this one answer, since the solver's memory never shrinks.
 *
 * @returns how to stop it
 */
export function askShares(question: Question, found: (shares: SharesFound) => void, failed: (reason: string) => void): () => void {
  const prover = startProver((message) => {
    prover.end();
    if (message.kind === 'shares') found(message.shares);
    else failed(message.kind === 'failed' ? message.reason : `the worker answered ${message.kind}`);
  });
  prover.send({ kind: 'shares', question });
  return () => { prover.end(); };
}
