import type { Bridge, Reply } from '../../shared/contract/channels.ts';
import type { Greeting, KeeperFrame, RequestFrame } from '../../shared/contract/socket-frames.ts';

/** `lost` is tried again; `refused` (wrong token) and `replaced` (another page is connected) are final. */
export type Connection = 'connected' | 'lost' | 'refused' | 'replaced';
export type ConnectionListener = (connection: Connection) => void;

export interface WebSocketPorts {
  readonly open: () => WebSocket;
  readonly token: string;
  readonly onConnection: ConnectionListener;
}

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;
const disconnected: Reply<never> = { ok: false, problem: { kind: 'disconnected' } };

/**
 * A bridge over one WebSocket that opens itself again after a break, with growing pauses. A call that is under way when
 * it breaks is answered `disconnected`: whether the keeper acted on it is not known, so it is never sent again from here.
 */
export function webSocketBridge({ open, token, onConnection }: WebSocketPorts): Bridge {
  const listeners = new Map<string, Set<(payload: never) => void>>();
  const calls = new Map<number, (reply: Reply<never>) => void>();
  let waitingForReady: (() => void)[] = [];
  let socket: WebSocket | null = null;
  let state: Connection | 'starting' = 'starting';
  let lastId = 0;
  let wait = FIRST_WAIT;

  const become = (next: Connection): void => {
    state = next;
    onConnection(next);
    const told = waitingForReady;
    waitingForReady = [];
    for (const listener of told) listener();
  };

  const start = (): void => {
    const opened = open();
    opened.onopen = () => opened.send(JSON.stringify({ token } satisfies Greeting));
    opened.onmessage = (event) => receive(JSON.parse(String(event.data)) as KeeperFrame, opened);
    opened.onclose = lose;
  };

  const receive = (frame: KeeperFrame, from: WebSocket): void => {
    if ('ready' in frame) {
      socket = from;
      wait = FIRST_WAIT;
      become('connected');
    } else if ('refused' in frame) {
      become(frame.refused === 'second-page' ? 'replaced' : 'refused');
    } else if ('event' in frame) {
      for (const listener of listeners.get(frame.event) ?? []) listener(frame.payload as never);
    } else {
      calls.get(frame.id)?.(frame.reply as Reply<never>);
      calls.delete(frame.id);
    }
  };

  const lose = (): void => {
    socket = null;
    const open = [...calls.values()];
    calls.clear();
    for (const answer of open) answer(disconnected);
    if (state === 'refused' || state === 'replaced') return;
    become('lost');
    setTimeout(start, wait);
    wait = Math.min(LONGEST_WAIT, wait * 2);
  };

  start();
  return {
    async call(name, request) {
      if (state === 'starting') await new Promise<void>((resolve) => waitingForReady.push(resolve));
      const current = socket;
      if (!current) return disconnected;
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        calls.set(id, resolve);
        current.send(JSON.stringify({ id, channel: name, request } satisfies RequestFrame));
      });
    },
    on(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
  };
}
