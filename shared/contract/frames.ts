/**
 * What page and browser host say to each other over the WebSocket, each frame one JSON text. The page's first frame is
 * the token; a host that does not know it closes the socket with code 4401, a second page is closed with 4409.
 */
import type { ChannelName, Channels, EventName, Events, Reply } from './channels.ts';

export type FrameToHost =
  | { readonly token: string }
  | { readonly id: number; readonly name: ChannelName; readonly request: Channels[ChannelName]['request'] };

export type FrameToPage =
  /** The token was right; calls may follow. */
  | { readonly ready: true }
  | { readonly id: number; readonly reply: Reply<Channels[ChannelName]['reply']> }
  | { readonly event: EventName; readonly payload: Events[EventName] };

export const closedWrongToken = 4401;
export const closedOtherPage = 4409;
