import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askWithin } from '../../../electron/services/fetch-network.ts';

async function aServer(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string) => ({ method: 'GET' as const, url, headers: {}, body: null });

test('a service that answers drop by drop is given up on', async () => {
  const url = await aServer((_request, response) => {
    response.writeHead(200);
    const drops = setInterval(() => response.write(' '), 20);
    response.on('close', () => clearInterval(drops));
  });
  expect(await askWithin(get(url), 200, 1e6)).toEqual({ ok: false, reason: 'timeout' });
});

test('an answer without end is not taken in', async () => {
  const url = await aServer((_request, response) => {
    const write = (): void => {
      while (response.write('x'.repeat(65_536))) continue;
      response.once('drain', write);
    };
    write();
  });
  expect(await askWithin(get(url), 5000, 1e6)).toEqual({ ok: false, reason: 'too-large' });
});

test('half an answer is none', async () => {
  const url = await aServer((request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"users": [');
    setTimeout(() => request.socket.destroy(), 20);
  });
  expect(await askWithin(get(url), 5000, 1e6)).toEqual({ ok: false, reason: 'offline' });
});

test('a redirect is an answer, and its target is not asked', async () => {
  let isAsked = false;
  const elsewhere = await aServer((_request, response) => ((isAsked = true), response.end()));
  const url = await aServer((_request, response) => response.writeHead(302, { location: elsewhere }).end());
  expect(await askWithin(get(url), 5000, 1e6)).toMatchObject({ ok: true, value: { status: 302 } });
  expect(isAsked).toBe(false);
});
