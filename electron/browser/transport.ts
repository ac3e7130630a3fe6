import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type RawData, type WebSocket } from 'ws';
import type { EventName, Events } from '../../shared/contract/channels.ts';
import { longestRequest } from '../../shared/contract/schemas.ts';
import type { KeeperFrame, RefusedBecause } from '../../shared/contract/socket-frames.ts';
import type { Dispatch } from '../services/dispatch.ts';
import { isToken } from './guard.ts';

/** Characters of several bytes and escapes make a frame longer than its request. */
const longestFrame = longestRequest + 16 * 1024 * 1024;
const longestGreeting = 1024;
const greetingMilliseconds = 5000;
const pongMilliseconds = 1000;

export interface Transport {
  /** Takes over a connection whose headers were checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** False when no page is connected. */
  send<Name extends EventName>(event: Name, payload: Events[Name]): boolean;
  close(): void;
}

/**
 * Carries messages between the one live page and dispatch. A page is live once it sent the token; a second one is told so and
 * turned away, unless the first no longer answers.
 */
export function webSocketTransport(token: string, dispatch: Dispatch): Transport {
  const server = new WebSocketServer({ noServer: true, maxPayload: longestFrame, perMessageDeflate: false });
  let live: WebSocket | null = null;

  const greet = async (page: WebSocket, greeting: unknown): Promise<void> => {
    if (!isToken((greeting as { token?: unknown } | null)?.token, token)) return refuse(page, 'bad-token');
    if (live !== null && live !== page && (await answers(live))) return refuse(page, 'second-page');
    live?.terminate();
    if (page.readyState !== page.OPEN) return;
    live = page;
    page.on('close', () => {
      if (live === page) live = null;
    });
    page.on('message', (data) => void serve(page, dispatch, data));
    write(page, { ready: true });
  };

  server.on('connection', (page: WebSocket) => {
    const silence = setTimeout(() => page.terminate(), greetingMilliseconds);
    page.on('error', () => page.terminate()); // a broken or oversized frame
    page.on('close', () => {
      clearTimeout(silence);
    });
    page.once('message', (data) => {
      clearTimeout(silence);
      const text = textOf(data);
      const greeting = text.length > longestGreeting ? undefined : parsed(text);
      void greet(page, greeting);
    });
  });

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (page) => server.emit('connection', page, request));
    },
    send(event, payload) {
      if (live === null) return false;
      write(live, { event, payload });
      return true;
    },
    close() {
      for (const page of server.clients) page.terminate();
      server.close();
    },
  };
}

/** Close codes from 4000 on are the application's own. */
function refuse(page: WebSocket, because: RefusedBecause): void {
  write(page, { refused: because });
  page.close(because === 'second-page' ? 4409 : 4401, because);
}

async function serve(page: WebSocket, dispatch: Dispatch, data: RawData): Promise<void> {
  const frame = parsed(textOf(data)) as
    { id?: unknown; channel?: unknown; request?: unknown } | null | undefined;
  if (typeof frame?.id !== 'number' || typeof frame.channel !== 'string') return refuse(page, 'bad-message');
  const reply = await dispatch(frame.channel, frame.request);
  write(page, { id: frame.id, reply });
}

function write(page: WebSocket, frame: KeeperFrame): void {
  if (page.readyState === page.OPEN) page.send(JSON.stringify(frame));
}

/** Whether a page that is connected is really there: a laptop that slept leaves connections that nobody holds. */
function answers(page: WebSocket): Promise<boolean> {
  return new Promise((resolve) => {
    const silence = setTimeout(() => resolve(false), pongMilliseconds);
    page.once('pong', () => {
      clearTimeout(silence);
      resolve(true);
    });
    page.ping();
  });
}

const textOf = (data: RawData): string =>
  Buffer.isBuffer(data)
    ? data.toString('utf8')
    : Buffer.from(data instanceof ArrayBuffer ? new Uint8Array(data) : Buffer.concat(data)).toString('utf8');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // answered as a bad message
  }
}
