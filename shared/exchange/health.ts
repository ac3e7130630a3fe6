/** How a monitor stands, the worst first: the order in which a pipeline's monitors decide how the pipeline stands. */
export const monitorStates = ['Alert', 'Warn', 'No Data', 'Unknown', 'Skipped', 'OK', 'Ignored'] as const;

export type MonitorState = (typeof monitorStates)[number];

/** A monitor as it stood when it was read. */
export interface Monitor {
  readonly id: string;
  readonly name: string;
  readonly state: MonitorState;
  /** Since when it stands so, as an instant; null where it is not told. */
  readonly since: string | null;
  /** Those of its tags that name a pipeline. */
  readonly tags: readonly string[];
}

/** A service level objective over its main window. */
export interface Objective {
  readonly id: string;
  readonly name: string;
  /** `unknown` where the answer says nothing that we know of how it stands, as a plain list of objectives does. */
  readonly state: 'breached' | 'warning' | 'no_data' | 'unknown' | 'ok';
  /** What was reached and what was aimed at, in percent; null where it is not told. */
  readonly reached: number | null;
  readonly target: number | null;
  /** The window as the service names it: "30d". */
  readonly window: string | null;
  /** What is left of the error budget, in percent of it, below zero where it is overdrawn. */
  readonly budget: number | null;
  readonly tags: readonly string[];
}

/** What was read of a monitoring service, and when. */
export interface Health {
  /** An instant. */
  readonly readAt: string;
  readonly monitors: readonly Monitor[];
  /** Null where they were not to be had: not in the file, or not open to the keys. */
  readonly objectives: readonly Objective[] | null;
  /** Entries that could not be understood. */
  readonly unread: number;
}

/** Most of each kind that are kept. */
export const MOST_WATCHED = 5000;
