/** How somebody likes to look at plans, on this machine: kept by the host beside all workspaces, part of none. */
import type { QuarterId } from '../model/dates.ts';
import type { PersonId, RotationId } from '../model/ids.ts';

/** Who and what is shown; an empty list lets all pass. */
export interface ViewFilter {
  readonly people: readonly PersonId[];
  readonly rotations: readonly RotationId[];
}

/** A way of looking at the plan that somebody gave a name. */
export interface SavedView {
  readonly name: string;
  /** The workspace that its filter speaks of. */
  readonly workspace: string;
  readonly screen: 'board' | 'calendar';
  readonly pivot: 'people' | 'rotations' | 'both';
  readonly zoom: 'quarter' | 'year';
  readonly filter: ViewFilter;
}

/** The steps of preparing a quarter, in order. */
export const stepIds = ['people', 'leave', 'holidays', 'plan', 'review', 'publish'] as const;
export type StepId = (typeof stepIds)[number];

/** How far somebody is with preparing a quarter: kept, so that it can be gone on with tomorrow. */
export interface QuarterUnderway {
  readonly workspace: string;
  readonly quarter: QuarterId;
  readonly at: StepId;
  readonly done: readonly StepId[];
  readonly skipped: readonly StepId[];
}

/** What numbers may look like, by an example; the space is one that no line breaks at. */
export const numberMarks = ['1,234.5', '1.234,5', '1\u00a0234,5', '1’234.5'] as const;
export type NumberMarks = (typeof numberMarks)[number];

export interface Reminders {
  readonly reviews: boolean;
  readonly compTime: boolean;
}

export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  readonly contrast: 'system' | 'more';
  /** Whether single letters act in a grid: M picks up, G gives. */
  readonly letterKeys: boolean;
  /** How dates, times and numbers are written, and where a week begins: as the system has it, or otherwise. */
  readonly order: 'system' | 'day-first' | 'month-first';
  readonly clock: 'system' | '24' | '12';
  /** A weekday from 1 for Monday to 7 for Sunday. */
  readonly weekStart: 'system' | 1 | 6 | 7;
  readonly numbers: 'system' | NumberMarks;
  /** What the system's notifications may tell; nothing unless it was asked for. */
  readonly remind: Reminders;
  readonly views: readonly SavedView[];
  /** Whether the tour was taken or passed over: the start screen then offers it no more. */
  readonly tourSeen: boolean;
  readonly quarterUnderway: QuarterUnderway | null;
}

/** Saved views kept at most. */
export const mostViews = 50;

export const defaultPreferences: Preferences = {
  theme: 'system',
  contrast: 'system',
  letterKeys: true,
  order: 'system',
  clock: 'system',
  weekStart: 'system',
  numbers: 'system',
  remind: { reviews: false, compTime: false },
  views: [],
  tourSeen: false,
  quarterUnderway: null,
};
