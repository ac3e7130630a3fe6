/** Exit codes: fine, a problem whose reason is on standard error, findings. */
export const FINE = 0;
export const PROBLEM = 1;
export const FINDINGS = 2;

/** What a command says, and how it ends. */
export interface Outcome {
  readonly code: typeof FINE | typeof PROBLEM | typeof FINDINGS;
  /** For standard output. */
  readonly out: string;
  /** For standard error: the reason of a problem, notes. */
  readonly notes: readonly string[];
}

/** Thrown where a command cannot go on: a sentence that says what is wrong, where, and what to do. */
export class Stop extends Error {}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
