/** What a torture is to the runner: a name, what it promises, how many cases at full size and in the short form. */

export interface Failure {
  /** Which case, in a few words: `kill 17`. */
  readonly where: string;
  readonly what: string;
  /** Repeats this case alone with `--count 1`; null when only the whole run does. */
  readonly seed: number | null;
}

export interface Outcome {
  /** Cases that ran. */
  readonly ran: number;
  readonly failures: readonly Failure[];
  /** What was seen, for the table: `0 lost, 0 unreadable`. */
  readonly seen: string;
  /** A part that could not run on this machine, and why; it is counted as left out, never as passed. */
  readonly leftOut: string | null;
}

export interface Orders {
  /** Infinity for all. */
  readonly count: number;
  readonly seed: number;
  /** An empty folder of its own, which goes afterwards. */
  readonly folder: string;
  /** Tells whoever waits how far it is; not part of the result. */
  readonly progress: (done: number) => void;
}

export interface Torture {
  readonly name: string;
  /** One sentence: what is done, and what must hold. */
  readonly promise: string;
  /** What `--count` counts: `kills`, `files`. */
  readonly unit: string;
  /** `all`: every case that there is; how many depends on how the storage works today. */
  readonly full: number | 'all';
  readonly short: number;
  /** True where only logic is tortured: then it runs in memory, where flushing costs nothing. */
  readonly inMemory?: boolean;
  run(orders: Orders): Promise<Outcome>;
}

/** Collects failures while cases run; the case's seed is the run's seed plus its number, so that it can be run alone. */
export class Findings {
  readonly failures: Failure[] = [];
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  add(index: number, where: string, what: string): void {
    this.failures.push({ where, what, seed: this.#seed + index });
  }
}

export const done = (ran: number, failures: readonly Failure[], seen: string): Outcome => ({
  ran,
  failures,
  seen,
  leftOut: null,
});

export const leftOut = (because: string): Outcome => ({ ran: 0, failures: [], seen: '', leftOut: because });
