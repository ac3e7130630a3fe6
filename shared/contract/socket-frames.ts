/**
 * What passes over the WebSocket of the browser host, as JSON text. The page sends a greeting with its token first; the
 * keeper answers `ready`, or `refused` and closes. After that come requests, and replies and events in any order.
 */
import type { ChannelName, EventName, Reply } from './channels.ts';

export interface Greeting {
  readonly token: string;
}

export interface RequestFrame {
  /** Counts up; its reply carries the same number. */
  readonly id: number;
  readonly channel: ChannelName;
  readonly request: unknown;
}

/** `second-page`: another page is connected, and answers. */
export type RefusedBecause = 'bad-token' | 'second-page' | 'bad-message';

export type KeeperFrame =
  | { readonly ready: true }
  | { readonly refused: RefusedBecause }
  | { readonly id: number; readonly reply: Reply<unknown> }
  | { readonly event: EventName; readonly payload: unknown };

/** Path of the WebSocket on the browser host. */
export const socketPath = '/bridge';
