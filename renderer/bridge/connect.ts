import type { Bridge } from '../../shared/contract/channels.ts';
import { socketPath } from '../../shared/contract/socket-frames.ts';
import { takeToken } from './token.ts';
import { webSocketBridge, type ConnectionListener } from './web-socket-bridge.ts';

declare global {
  interface Window {
    /** Set by the preload script of the desktop host. */
    readonly evenwatch?: Bridge;
  }
}

/** The keeper of this page: the desktop host's preload script, else the browser host over a WebSocket. */
export function connect(onConnection: ConnectionListener): Bridge {
  if (window.evenwatch) {
    onConnection('connected');
    return window.evenwatch;
  }
  const url = new URL(socketPath, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  return webSocketBridge({ open: () => new WebSocket(url), token: takeToken(window), onConnection });
}
