import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A service that answers as Datadog is documented to: two keys in headers, pages that begin at 0, objectives only for who may read them. */
export interface FakeDatadog {
  readonly address: string;
  /** The key of the organisation and the application's. */
  readonly keys: readonly [string, string];
  readonly monitors: Record<string, unknown>[];
  readonly objectives: Record<string, unknown>[];
  readonly schedules: Map<string, unknown>;
  /** `METHOD path` of every request that came. */
  readonly requests: string[];
  mayReadObjectives: boolean;
  /** Asked before each request: an answer given here goes out instead. */
  trap: (
    request: string,
  ) => { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | null;
  close(): Promise<void>;
}

export async function fakeDatadog(): Promise<FakeDatadog> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const fake: FakeDatadog = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys: ['0123456789abcdef0123456789abcdef', 'fedcba9876543210fedcba9876543210fedcba98'],
    monitors: [],
    objectives: [],
    schedules: new Map(),
    requests: [],
    mayReadObjectives: true,
    trap: () => null,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', fake.address);
    const name = `${request.method ?? 'GET'} ${url.pathname}`;
    fake.requests.push(`${name}${url.search}`);
    const trapped = fake.trap(name);
    const answer = trapped ?? answerTo(fake, request, url);
    const body = 'body' in answer ? answer.body : '';
    response.writeHead(answer.status, {
      'Content-Type': 'application/json',
      Connection: 'close',
      ...trapped?.headers,
    });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  return fake;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const fault = (status: number, text: string): Answer => ({ status, body: { errors: [text] } });

function answerTo(fake: FakeDatadog, { method, headers }: IncomingMessage, url: URL): Answer {
  if (method !== 'GET') return fault(405, 'Method Not Allowed');
  if (headers['dd-api-key'] !== fake.keys[0]) return fault(403, 'Forbidden');
  if (headers['dd-application-key'] !== fake.keys[1]) return fault(403, 'Forbidden');
  const number = (name: string, usual: number): number => Number(url.searchParams.get(name) ?? usual);
  const part = <Entry>(list: readonly Entry[], page: number, size: number): readonly Entry[] =>
    list.slice(page * size, (page + 1) * size);
  if (url.pathname === '/api/v1/monitor')
    return { status: 200, body: part(fake.monitors, number('page', 0), number('page_size', 100)) };
  if (url.pathname === '/api/v1/slo/search') {
    if (!fake.mayReadObjectives) return fault(403, 'Failed permission authorization checks');
    const slos = part(fake.objectives, number('page[number]', 0), number('page[size]', 10));
    return { status: 200, body: { data: { attributes: { slos: slos.map((data) => ({ data })) } } } };
  }
  const schedule = /^\/api\/v2\/on-call\/schedules\/([^/]+)$/.exec(url.pathname)?.[1];
  const found = fake.schedules.get(schedule ?? '') as { readonly data: unknown } | undefined;
  if (found === undefined) return fault(404, 'Not found');
  // Layers and people come only when they are asked for by name.
  return { status: 200, body: url.searchParams.has('include') ? found : { data: found.data } };
}
