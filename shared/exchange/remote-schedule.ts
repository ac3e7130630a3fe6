import type { LiveTurn, Turn } from './override-bundle.ts';

/** Somebody as a service knows them. */
export interface RemoteUser {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/**
 * What can be done to a schedule. `layers` are the older ones: one person at a time, changed by overrides. `shifts` are the newer
 * ones: custom shifts where no rotation stands, overrides of a rotation's or a custom shift's time else.
 */
export type ScheduleKind = 'layers' | 'shifts';

export interface RemoteScheduleName {
  readonly id: string;
  readonly name: string;
  readonly kind: ScheduleKind;
}

/** Something on a schedule that was put there for itself: an override or a custom shift, with the service's id. */
export interface RemoteOverlay extends Turn {
  readonly id: string;
  readonly what: 'override' | 'shift';
  /** Whose time an override takes over, where the service says so. */
  readonly over: { readonly user: string; readonly source: string | null } | null;
}

/** A schedule in a window of time, as it was read. */
export interface RemoteSchedule extends RemoteScheduleName {
  /** As the service names it, which need not be an IANA name. */
  readonly zone: string;
  /** Who would be on call without overrides and custom shifts, nobody twice at one time. */
  readonly base: readonly LiveTurn[];
  readonly overlays: readonly RemoteOverlay[];
  /** True where several people are on call at one time, which a plan of one role cannot say: it is only read. */
  readonly crowded: boolean;
  /** Equal as long as nothing of it has changed in the window. */
  readonly digest: string;
}
