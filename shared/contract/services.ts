import type { Health } from '../exchange/health.ts';
import type { PushStep } from '../exchange/pagerduty-diff.ts';
import type { RemoteOnCall } from '../exchange/pagerduty-on-calls.ts';
import type { RemoteIncident } from '../exchange/pagerduty-incidents.ts';
import type { RemoteSchedule, RemoteScheduleName, RemoteUser } from '../exchange/remote-schedule.ts';
import type { WorkspaceId } from '../model/ids.ts';

/** The services outside that can be connected. */
export type ServiceName = 'pagerduty' | 'datadog';

/** What went wrong with a service; the sentence is made in `words/service-text.ts`. */
export type ServiceFault =
  | 'offline'
  | 'timeout'
  | 'too-large'
  | 'no-token'
  | 'bad-token'
  | 'bad-address'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'busy'
  | 'failed'
  | 'redirected'
  | 'not-understood'
  /** What is there is no longer what the preview showed. */
  | 'changed';

/** Where the keys of a service are. Never what they are. */
export interface KeysKept {
  readonly kept: 'keychain' | 'session' | 'none';
  /** Why they are kept only as long as the program runs; null where they are not, or there are none. */
  readonly because: 'no-keychain' | 'plain-text' | 'browser' | null;
}

/** Everything that can be chosen from. `hidden` is true where newer schedules cannot be read with this account or token. */
export interface RemoteDirectory {
  readonly readAt: string;
  readonly users: readonly RemoteUser[];
  readonly schedules: readonly RemoteScheduleName[];
  readonly newerSchedules: boolean;
}

export interface RemoteWindow {
  readonly readAt: string;
  readonly schedules: readonly RemoteSchedule[];
  /** Entries that could not be understood. */
  readonly unread: number;
  /** Ids of what this computer put there, also what no workspace was told of before the program was cut off. */
  readonly own: readonly string[];
}

/** Who was on call when it was read. */
export interface OnCallsRead {
  readonly readAt: string;
  readonly onCalls: readonly RemoteOnCall[];
  /** Entries that could not be understood. */
  readonly unread: number;
}

/** What became of one step. `unknown`: no answer came, and it is not to be seen there either. */
export interface StepResult {
  readonly step: PushStep;
  readonly outcome: 'done' | 'already' | 'failed' | 'unknown' | 'not-tried';
  /** The service's id of what was made; null else. */
  readonly outside: string | null;
  /** What the service said, where it refused. */
  readonly detail: string | null;
}

/** Requests and replies about services outside. */
export interface ServiceChannels {
  /** Keeps keys for an address, in the system's keychain where there is one; null forgets them. */
  'service.keys': {
    request: {
      readonly service: ServiceName;
      readonly address: string;
      readonly keys: readonly string[] | null;
    };
    reply: KeysKept;
  };
  'service.state': { request: { readonly service: ServiceName; readonly address: string }; reply: KeysKept };
  'pagerduty.directory': { request: { readonly address: string }; reply: RemoteDirectory };
  /** Schedules in a window; `since` and `until` are instants. */
  'pagerduty.window': {
    request: {
      readonly address: string;
      readonly schedules: readonly RemoteScheduleName[];
      readonly since: string;
      readonly until: string;
    };
    reply: RemoteWindow;
  };
  /** Carries out steps, in order, unless a schedule is not what the preview showed: then nothing is sent. */
  'pagerduty.apply': {
    request: {
      readonly address: string;
      readonly schedules: readonly (RemoteScheduleName & { readonly digest: string })[];
      readonly since: string;
      readonly until: string;
      readonly steps: readonly PushStep[];
    };
    reply: { readonly results: readonly StepResult[] };
  };
  /** Who is on call at this moment, as far as the token may see. */
  'pagerduty.onCalls': {
    request: { readonly address: string };
    reply: OnCallsRead;
  };
  /** Incidents that were opened between two instants, with who acknowledged and resolved them. */
  'pagerduty.incidents': {
    request: { readonly address: string; readonly since: string; readonly until: string };
    reply: {
      readonly readAt: string;
      readonly incidents: readonly RemoteIncident[];
      readonly unread: number;
    };
  };
  /** How everything that Datadog watches stands now. Nothing is kept of it. */
  'datadog.health': { request: { readonly address: string }; reply: Health };
  /** An on-call schedule of Datadog as it gives it, with its layers and people. */
  'datadog.schedule': {
    request: { readonly address: string; readonly schedule: string };
    reply: { readonly readAt: string; readonly answer: unknown };
  };
  /** What was kept last of a workspace's health on this computer; it is not part of the plan. */
  'health.seen': { request: { readonly workspace: WorkspaceId }; reply: Health | null };
  'health.keep': { request: { readonly workspace: WorkspaceId; readonly health: Health }; reply: null };
}
