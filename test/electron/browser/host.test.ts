import { mkdir, writeFile } from 'node:fs/promises';
import { defaultPreferences } from '../../../shared/contract/preferences.ts';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Channels, ChannelName, Opened, Reply } from '../../../shared/contract/channels.ts';
import type { KeeperFrame } from '../../../shared/contract/socket-frames.ts';
import { headersFault, isToken } from '../../../electron/browser/guard.ts';
import { serve, type RunningServer } from '../../../electron/browser/server.ts';
import { webSocketTransport, type Transport } from '../../../electron/browser/transport.ts';
import { dispatchTo } from '../../../electron/services/dispatch.ts';
import { handlersOf } from '../../../electron/services/handlers.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { request as anEdit } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';
import { textWith } from '../support/text-with.ts';

const token = 'a-token-of-this-start';

interface Running {
  readonly server: RunningServer;
  readonly transport: Transport;
}

async function aHost(): Promise<Running> {
  const root = join(await aFolder(), 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html><title>Evenwatch</title>');
  await writeFile(join(root, 'assets', 'main-1.js'), 'export {};');
  await writeFile(join(root, '..', 'secret.json'), '{"secret":true}');
  await writeFile(join(root, '.hidden.json'), '{"secret":true}');
  const ports = testPorts(await aFolder());
  const keeper = createKeeper(ports);
  const transport = webSocketTransport(token, dispatchTo(handlersOf(keeper, ports), ports.log));
  const server = await serve({ root, files: nodeFiles, transport, log: ports.log });
  onTestFinished(async () => {
    await server.close();
    await keeper.close();
    expect(ports.logged).toEqual([]);
  });
  return { server, transport };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A request whose path goes out as it is written: `fetch` would tidy up the dots. */
function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (part: Buffer) => (body += part.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('files', () => {
  test('come with a policy that allows what the app brings along, and nothing else', async () => {
    const { server } = await aHost();
    const page = await get(server.port, '/');
    expect(page).toMatchObject({ status: 200, body: textWith('Evenwatch') });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
        `connect-src 'self' ws://127.0.0.1:${server.port}; img-src 'self' data:; font-src 'self'; worker-src 'self'; ` +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(await get(server.port, '/assets/main-1.js?v=2')).toMatchObject({
      status: 200,
      body: 'export {};',
    });
    expect(await get(server.port, '/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/%2e%2e%2fsecret.json',
    '/..\\secret.json',
    '/..%5csecret.json',
    '/assets//main-1.js',
    '//assets/main-1.js',
    '/assets/%00main-1.js',
    '/assets/main-1.js%00.html',
    '/.hidden.json',
    '/./index.html',
    '/%',
    '/etc/passwd',
    '/C:/windows/win.ini',
    '/assets',
    '/assets/',
    '/missing.js',
    '/index.html/',
    '/secret.json',
    '/index.html%20',
  ])('outside the window are not served: %s', async (path) => {
    const { server } = await aHost();
    const answer = await get(server.port, path);
    expect([403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  test.each([
    ['another name for the loopback', { host: 'localhost:PORT' }],
    ['a name that somebody let resolve to it', { host: 'evil.example' }],
    ['the address without its port', { host: '127.0.0.1' }],
    ['another port', { host: '127.0.0.1:1' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin worth the name', { origin: 'null' }],
    ['the right host over https', { origin: 'https://127.0.0.1:PORT' }],
  ])('are refused to %s', async (_case, headers) => {
    const { server } = await aHost();
    const filled = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(server.port))]),
    );
    expect(await get(server.port, '/', filled)).toMatchObject({ status: 403, body: textWith('Forbidden') });
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('are not changed by %s', async (method) => {
    const { server } = await aHost();
    expect((await get(server.port, '/', {}, method)).status).toBe(405);
  });

  test('are served on the loopback only', async () => {
    const { server } = await aHost();
    const { networkInterfaces } = await import('node:os');
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4');
    if (!outside) return; // a machine without a network has no outside
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: outside.address, port: server.port, timeout: 1000 });
      const end = (answer: boolean) => () => {
        socket.destroy();
        resolve(answer);
      };
      socket.on('connect', end(true)).on('error', end(false)).on('timeout', end(false));
    });
    expect(reached).toBe(false);
  });
});

interface Page {
  readonly socket: WebSocket;
  readonly frames: KeeperFrame[];
  next(): Promise<KeeperFrame>;
  ended(): Promise<number>;
}

function dial(port: number, headers: Record<string, string> = {}, path = '/bridge'): Page {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, {
    headers: { origin: `http://127.0.0.1:${port}`, ...headers },
  });
  onTestFinished(() => socket.terminate());
  const frames: KeeperFrame[] = [];
  let waiting: (() => void)[] = [];
  const ended = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  socket.on('error', () => undefined); // a refused connection also closes
  socket.on('message', (data) => {
    frames.push(JSON.parse((data as Buffer).toString()) as KeeperFrame);
    for (const wake of waiting) wake();
    waiting = [];
  });
  let read = 0;
  return {
    socket,
    frames,
    async next() {
      while (frames.length <= read) await new Promise<void>((resolve) => waiting.push(resolve));
      return frames[read++] as KeeperFrame;
    },
    ended: () => ended,
  };
}

async function greeted(port: number, with_: unknown = { token }): Promise<Page> {
  const page = dial(port);
  await new Promise((resolve) => page.socket.on('open', resolve));
  page.socket.send(typeof with_ === 'string' ? with_ : JSON.stringify(with_));
  return page;
}

async function aLivePage(port: number) {
  const page = await greeted(port);
  expect(await page.next()).toEqual({ ready: true });
  let id = 0;
  return {
    ...page,
    async call<Name extends ChannelName>(
      channel: Name,
      payload: unknown,
    ): Promise<Reply<Channels[Name]['reply']>> {
      id += 1;
      page.socket.send(JSON.stringify({ id, channel, request: payload }));
      const frame = await page.next();
      expect(frame).toMatchObject({ id });
      return (frame as { reply: Reply<Channels[Name]['reply']> }).reply;
    },
  };
}

describe('the WebSocket', () => {
  test.each([
    ['another origin', { origin: 'https://evil.example' }, '/bridge'],
    ['no origin', { origin: '' }, '/bridge'],
    ['another host', { host: 'localhost' }, '/bridge'],
    ['another path', {}, '/other'],
  ])('refuses %s before there is a connection', async (_case, headers, path) => {
    const { server } = await aHost();
    const page = dial(server.port, headers, path);
    expect(await page.ended()).toBe(1006);
    expect(page.frames).toEqual([]);
  });

  test.each([
    ['a wrong token', { token: 'another' }],
    ['no token', {}],
    ['a token that is no text', { token: [token] }],
    ['nothing at all', null],
    ['no JSON', 'hello'],
    ['a request first', { id: 1, channel: 'host.info', request: null }],
    ['a greeting without end', { token, more: 'x'.repeat(5000) }],
  ])('turns away %s', async (_case, greeting) => {
    const { server } = await aHost();
    const page = await greeted(server.port, greeting);
    expect(await page.next()).toEqual({ refused: 'bad-token' });
    expect(await page.ended()).toBe(4401);
  });

  test('has one live page: a second one hears so, and after the first has gone it gets in', async () => {
    const { server } = await aHost();
    const first = await aLivePage(server.port);
    const second = await greeted(server.port);
    expect(await second.next()).toEqual({ refused: 'second-page' });
    expect(await second.ended()).toBe(4409);
    expect(await first.call('host.info', null)).toMatchObject({ ok: true });
    first.socket.close();
    await first.ended();
    await aLivePage(server.port);
  });

  test('ends a page that speaks no sense', async () => {
    const { server } = await aHost();
    const page = await aLivePage(server.port);
    page.socket.send('{"id":"one"}');
    expect(await page.next()).toEqual({ refused: 'bad-message' });
    await page.ended();
  });

  test('carries events to the page', async () => {
    const { server, transport } = await aHost();
    expect(transport.send('app.quit', null)).toBe(false);
    const page = await aLivePage(server.port);
    expect(transport.send('app.quit', null)).toBe(true);
    expect(await page.next()).toEqual({ event: 'app.quit', payload: null });
  });
});

test('every channel answers over the wire as the contract says', async () => {
  const { server } = await aHost();
  const page = await aLivePage(server.port);
  expect(await page.call('host.info', null)).toMatchObject({
    ok: true,
    value: { host: 'browser', makesPdf: false },
  });
  expect(await page.call('workspace.open', { source: { kind: 'last' } })).toEqual({ ok: true, value: null });
  expect(await page.call('workspace.open', { source: { kind: 'choose' } })).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
  const reply = await page.call('workspace.open', { source: { kind: 'sample' } });
  const { workspace, revision } = (reply as { value: Opened }).value;
  expect(await page.call('workspace.recent', null)).toMatchObject({
    ok: true,
    value: [{ name: workspace.about.name, present: true }],
  });
  expect(await page.call('workspace.apply', anEdit(workspace, revision))).toMatchObject({
    ok: true,
    value: { revision: 1 },
  });
  expect(await page.call('workspace.apply', anEdit(workspace, revision))).toMatchObject({
    ok: false,
    problem: { kind: 'stale-base' },
  });
  const copy = await page.call('workspace.saveCopy', { workspace, revision: 1 });
  expect(copy).toMatchObject({ ok: true, value: { file: null, text: textWith('"format":"evenwatch"') } });
  expect(await page.call('restore.points', { file: null, before: null })).toMatchObject({
    ok: true,
    value: { hasEarlier: false, damaged: [], points: [{ revision: 0 }, { revision: 0 }] },
  });
  expect(await page.call('restore.preview', { file: null, point: 'previous' })).toMatchObject({
    ok: true,
    value: { workspaceName: workspace.about.name, records: [{ effect: 'changes' }] },
  });
  expect(await page.call('restore.export', { file: null, item: 'previous' })).toMatchObject({
    ok: true,
    value: { file: null, base64: textWith('') },
  });
  expect(await page.call('restore.apply', { file: null, point: 'edit:7' })).toMatchObject({
    ok: false,
    problem: { kind: 'not-found' },
  });
  expect(await page.call('journal.export', null)).toMatchObject({
    ok: true,
    value: { name: textWith('.jsonl') },
  });
  expect(await page.call('backups.settings', null)).toMatchObject({
    ok: true,
    value: { folder: null, isFixed: false },
  });
  expect(await page.call('backups.choose', { folder: 'ask' })).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
  expect(await page.call('versions.list', null)).toEqual({ ok: true, value: [] });
  const noVersion = { ok: false, problem: { kind: 'not-found' } };
  expect(await page.call('versions.compare', { version: 'file', pending: [] })).toMatchObject(noVersion);
  expect(
    await page.call('versions.resolve', { version: 'file', pending: [], take: 'ours', choices: [] }),
  ).toMatchObject(noVersion);
  const [runbook] = Object.keys(workspace.runbooks);
  expect(
    await page.call('runbooks.pdf', { runbooks: [runbook], paper: 'A4', today: '2026-11-23' }),
  ).toMatchObject({ ok: false, problem: { kind: 'unsupported' } });
  expect(await page.call('runbooks.folder', { runbooks: [runbook] })).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
  expect(await page.call('print.state', null)).toEqual({ ok: true, value: null });
  expect(await page.call('print.cancel', null)).toEqual({ ok: true, value: null });
  expect(await page.call('site.folder', { choose: false })).toEqual({
    ok: true,
    value: { folder: null, options: null },
  });
  const options = { quarters: ['2026-Q4'], audience: 'investor', parts: ['runbooks'] };
  expect(
    await page.call('site.run', { options, paper: 'A4', today: '2026-11-23', publish: false }),
  ).toMatchObject({ ok: true, value: { preview: { folder: null }, archive: null } });
  expect(await page.call('runbook.versions', { runbook })).toMatchObject({
    ok: true,
    value: { hasEarlier: false, versions: [{ time: null, runbook: { id: runbook } }] },
  });
  const drafts = { file: '/elsewhere/workspace.json' };
  const closed = { ok: false, problem: { kind: 'not-open' } };
  expect(await page.call('drafts.read', drafts)).toEqual(closed);
  expect(await page.call('drafts.keep', { ...drafts, drafts: [] })).toEqual(closed);
  const statement = {
    kind: 'comp-statement',
    people: Object.keys(workspace.people),
    from: '2026-01-01',
    to: '2026-12-31',
  };
  expect(await page.call('page.pdf', { page: statement, paper: 'A4', today: '2026-11-23' })).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
  const preferences = { ...defaultPreferences, theme: 'dark', weekStart: 6, clock: '12' };
  expect(await page.call('preferences.save', preferences)).toEqual({ ok: true, value: null });
  expect(await page.call('preferences.read', null)).toEqual({ ok: true, value: preferences });
  expect(await page.call('file.save', { name: 'a.csv', kind: 'csv', base64: 'QQ==' })).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
  expect(await page.call('shell.openLink', { url: 'https://example.com/' })).toMatchObject({
    ok: false,
    problem: { kind: 'unsupported' },
  });
  const notice = { title: 'a', body: 'b', action: 'show-runbooks' };
  expect(await page.call('notice.show', notice)).toEqual({ ok: true, value: false });
  expect(await page.call('window.show', { edited: false, menu: [] })).toEqual({ ok: true, value: null });
  expect(await page.call('workspace.close', { quitting: true })).toEqual({ ok: true, value: null });
  expect(await page.call('workspace.apply', anEdit(workspace, 1))).toEqual({
    ok: false,
    problem: { kind: 'not-open' },
  });
});

test('a token is compared as a whole, and only as text', () => {
  expect(isToken(token, token)).toBe(true);
  for (const wrong of ['', token.slice(1), `${token} `, token.toUpperCase(), undefined, null, 7, [token]])
    expect(isToken(wrong, token)).toBe(false);
});

test('an upgrade must say its origin; a page load does not', () => {
  expect(headersFault({ host: '127.0.0.1:80' }, 80, false)).toBeNull();
  expect(headersFault({ host: '127.0.0.1:80' }, 80, true)).toBe('origin');
  expect(headersFault({ host: '127.0.0.1:80', origin: 'http://127.0.0.1:80' }, 80, true)).toBeNull();
  expect(headersFault({ host: '127.0.0.1:80.evil.example' }, 80, false)).toBe('host');
});
