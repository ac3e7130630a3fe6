import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { webSocketBridge, type Connection } from '../../../renderer/bridge/web-socket-bridge.ts';

interface FakeSocket {
  readonly sent: unknown[];
  onopen: (() => void) | null;
  onmessage: ((event: { data: string }) => void) | null;
  onclose: (() => void) | null;
  send(text: string): void;
}

let sockets: FakeSocket[] = [];
let connections: Connection[] = [];
const socket = (): FakeSocket => {
  const last = sockets.at(-1);
  if (!last) throw new Error('no socket was opened');
  return last;
};
const say = (frame: unknown): void => socket().onmessage?.({ data: JSON.stringify(frame) });

function connected() {
  const bridge = webSocketBridge({
    open: () => {
      const sent: unknown[] = [];
      const made: FakeSocket = {
        sent,
        onopen: null,
        onmessage: null,
        onclose: null,
        send: (text) => void sent.push(JSON.parse(text)),
      };
      sockets.push(made);
      return made as unknown as WebSocket;
    },
    token: 'secret',
    onConnection: (connection) => connections.push(connection),
  });
  return bridge;
}

beforeEach(() => {
  sockets = [];
  connections = [];
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test('the token is the first thing said, and calls wait until the host is ready', async () => {
  const bridge = connected();
  const reply = bridge.call('host.info', null);
  socket().onopen?.();
  expect(socket().sent).toEqual([{ token: 'secret' }]);
  say({ ready: true });
  await vi.advanceTimersByTimeAsync(0);
  expect(socket().sent[1]).toEqual({ id: 1, channel: 'host.info', request: null });
  say({ id: 1, reply: { ok: true, value: 'here' } });
  expect(await reply).toEqual({ ok: true, value: 'here' });
});

test('answers find their questions whatever order they come in', async () => {
  const bridge = connected();
  say({ ready: true });
  const first = bridge.call('workspace.recent', null);
  const second = bridge.call('host.info', null);
  await vi.advanceTimersByTimeAsync(0);
  say({ id: 2, reply: { ok: true, value: 'second' } });
  say({ id: 1, reply: { ok: true, value: 'first' } });
  expect(await first).toMatchObject({ value: 'first' });
  expect(await second).toMatchObject({ value: 'second' });
});

test('a break answers what is under way, and the socket opens itself again', async () => {
  const bridge = connected();
  say({ ready: true });
  const reply = bridge.call('host.info', null);
  await vi.advanceTimersByTimeAsync(0);
  socket().onclose?.();
  expect(await reply).toEqual({ ok: false, problem: { kind: 'disconnected' } });
  expect(await bridge.call('host.info', null)).toEqual({ ok: false, problem: { kind: 'disconnected' } });
  expect(connections).toEqual(['connected', 'lost']);
  await vi.advanceTimersByTimeAsync(300);
  expect(sockets).toHaveLength(2);
  say({ ready: true });
  expect(connections.at(-1)).toBe('connected');
});

test.each([
  ['bad-token', 'refused'],
  ['second-page', 'replaced'],
] as const)('a host that says %s is not asked again', async (refused, connection) => {
  const bridge = connected();
  say({ refused });
  socket().onclose?.();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sockets).toHaveLength(1);
  expect(connections).toEqual([connection]);
  expect(await bridge.call('host.info', null)).toMatchObject({ ok: false });
});

test('events reach those who listen, until they stop listening', () => {
  const bridge = connected();
  const heard: string[] = [];
  const stop = bridge.on('menu.action', ({ action }) => heard.push(action));
  say({ event: 'menu.action', payload: { action: 'undo' } });
  stop();
  say({ event: 'menu.action', payload: { action: 'redo' } });
  expect(heard).toEqual(['undo']);
});
