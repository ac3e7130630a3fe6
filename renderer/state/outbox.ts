import type { Acknowledged, Reply } from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import type { Command } from '../../shared/editing/command.ts';
import type { SaveState } from './workspace-store.ts';

/** One edit on its way to the keeper. */
export interface Letter {
  readonly baseRevision: number;
  readonly title: string;
  readonly command: Command;
  /** Digest of the changes that the window made for it; the keeper's must be the same. */
  readonly digest: string;
}

export interface OutboxPorts {
  send(letter: Letter): Promise<Reply<Acknowledged>>;
  /** True when the keeper has this letter already, though its answer was lost on the way. */
  alreadyKept(letter: Letter): Promise<boolean>;
  onState(state: SaveState): void;
  /** The keeper made other changes than the window: a bug, and the kept copy wins. */
  onDiverged(letter: Letter, kept: Acknowledged): void;
}

export interface Outbox {
  enqueue(letter: Letter): void;
  /** Sends again after a problem; what has been acknowledged is never sent twice. */
  readonly retry: () => void;
  /** Forgets what waits: after the kept copy was loaded, or another workspace opened. */
  clear(): void;
  waiting(): number;
  /** What waits, in order, as the keeper would get it: edits that are not on the disk yet. */
  pending(): readonly Pick<Letter, 'baseRevision' | 'title' | 'command'>[];
  /** Resolves when nothing waits any more: `saved`, or `not-saved` when a problem stopped it. */
  settled(): Promise<'saved' | 'not-saved'>;
}

/**
 * Sends edits one after the other, in order; the next leaves only after the one before was acknowledged. A problem stops
 * the queue with everything still in it.
 */
export function createOutbox(ports: OutboxPorts): Outbox {
  let queue: readonly Letter[] = [];
  let sending = false;
  let problem: Problem | null = null;
  /** Raised by `clear`, so that an answer to a forgotten letter is ignored. */
  let round = 0;
  let listeners: ((outcome: 'saved' | 'not-saved') => void)[] = [];

  const publish = (): void => {
    if (problem) ports.onState({ kind: 'not-saved', waiting: queue.length, problem });
    else if (queue.length > 0) ports.onState({ kind: 'saving', waiting: queue.length });
    else ports.onState({ kind: 'saved' });
    if (problem === null && queue.length > 0) return;
    const told = listeners;
    listeners = [];
    for (const listener of told) listener(problem ? 'not-saved' : 'saved');
  };

  const post = async (letter: Letter): Promise<Reply<Acknowledged>> => {
    try {
      const reply = await ports.send(letter);
      const isStale =
        !reply.ok && reply.problem.kind === 'stale-base' && reply.problem.current > letter.baseRevision;
      if (isStale && (await ports.alreadyKept(letter)))
        return { ok: true, value: { revision: letter.baseRevision + 1, digest: letter.digest } };
      return reply;
    } catch {
      // A bridge that throws instead of answering has lost its keeper; the letter stays in the queue.
      return { ok: false, problem: { kind: 'disconnected' } };
    }
  };

  const run = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    const mine = round;
    while (mine === round && !problem) {
      const letter = queue[0];
      if (!letter) break;
      const reply = await post(letter);
      if (mine !== round) return;
      if (!reply.ok) problem = reply.problem;
      else if (reply.value.digest !== letter.digest || reply.value.revision !== letter.baseRevision + 1) {
        sending = false;
        ports.onDiverged(letter, reply.value);
        return;
      } else queue = queue.slice(1);
      publish();
    }
    sending = false;
  };

  return {
    enqueue(letter) {
      queue = [...queue, letter];
      publish();
      void run();
    },
    retry() {
      if (!problem) return;
      problem = null;
      publish();
      void run();
    },
    clear() {
      round += 1;
      queue = [];
      problem = null;
      sending = false;
      publish();
    },
    waiting: () => queue.length,
    pending: () => queue.map(({ baseRevision, title, command }) => ({ baseRevision, title, command })),
    settled() {
      if (problem) return Promise.resolve('not-saved');
      if (queue.length === 0) return Promise.resolve('saved');
      return new Promise((resolve) => listeners.push(resolve));
    },
  };
}
