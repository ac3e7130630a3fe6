import type { ServiceFault } from '../../shared/contract/services.ts';
import type { Json } from '../../shared/exchange/json-fields.ts';
import { textAt } from '../../shared/exchange/json-fields.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Answered, Asked } from '../ports.ts';
import type { ServicePorts } from './service-keys.ts';

/** Why a request did not do what it should; `detail` is what the service says about it, never what it was sent. */
export interface ServiceRefusal {
  readonly fault: ServiceFault;
  readonly detail: string | null;
  /** True where nobody said that nothing was done: no answer came, or one of a service that fell over. */
  readonly mayBeDone?: boolean;
}

export interface ServiceAnswer {
  readonly status: number;
  readonly json: Json;
}

export interface ServiceClient {
  /** @param path below the address, with its query */
  get(
    path: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Result<ServiceAnswer, ServiceRefusal>>;
  /** Sent once: only a refusal for haste is tried again, since nothing was done then. */
  send(
    method: 'POST' | 'DELETE',
    path: string,
    body: Json,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Result<ServiceAnswer, ServiceRefusal>>;
}

/** How often a request is made in all, where it is made again. */
const TRIES = 4;
const LONGEST_WAIT_S = 60;

type Headers = Readonly<Record<string, string>>;

/**
 * A client for one address with its keys, which stand in `headers` too and are kept out of what it quotes. Answers are JSON; a redirect is refused, since its target would be sent the keys. When
 * asked to slow down it waits as long as the service says, and a little longer, each time by another span. Reading is tried again after a
 * failure of the service; writing is not, for nobody knows then what was done.
 */
export function serviceClient(
  address: string,
  headers: Headers,
  keys: readonly string[],
  ports: Pick<ServicePorts, 'network' | 'clock' | 'nonce'>,
): ServiceClient {
  const pause = (seconds: number): Promise<void> =>
    new Promise((resolve) => {
      const jitter = (Number.parseInt(ports.nonce().slice(0, 4), 16) / 0xffff) * 500;
      ports.clock.after(seconds * 1000 + jitter, resolve);
    });
  const request = async (asked: Asked): Promise<Result<ServiceAnswer, ServiceRefusal>> => {
    for (let tried = 1; ; tried++) {
      const answer = await ports.network.ask(asked);
      if (!answer.ok) return refused({ fault: answer.reason, detail: null, mayBeDone: true });
      const { status } = answer.value;
      const isAgain = status === 429 || (asked.method === 'GET' && status >= 500);
      if (!isAgain || tried === TRIES) return judged(answer.value, keys);
      await pause(status === 429 ? waitOf(answer.value) : tried);
    }
  };
  const asked = (method: Asked['method'], path: string, body: Json, more: Headers): Asked => ({
    method,
    url: `${address}/${path}`,
    headers: { ...headers, ...(body === null ? {} : { 'Content-Type': 'application/json' }), ...more },
    body: body === null ? null : JSON.stringify(body),
  });
  return {
    get: (path, more = {}) => request(asked('GET', path, null, more)),
    send: (method, path, body, more = {}) => request(asked(method, path, body, more)),
  };
}

/** Seconds that a service wants to be left alone. */
function waitOf({ headers }: Answered): number {
  const said = Number(
    headers['ratelimit-reset'] ?? headers['x-ratelimit-reset'] ?? headers['retry-after'] ?? 1,
  );
  return Number.isFinite(said) && said >= 0 ? Math.min(said, LONGEST_WAIT_S) : 1;
}

const faults: Readonly<Record<number, ServiceFault>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  429: 'busy',
};

function judged({ status, text }: Answered, keys: readonly string[]): Result<ServiceAnswer, ServiceRefusal> {
  const json = parsed(text);
  if (status >= 200 && status < 300)
    return json === undefined && text.trim() !== ''
      ? refused({ fault: 'not-understood', detail: null, mayBeDone: true })
      : ok({ status, json });
  const fault = faults[status] ?? (status >= 300 && status < 400 ? 'redirected' : 'failed');
  const said = textAt(json, 'error', 'message') ?? textAt(json, 'message') ?? textAt(json, 'errors', '0');
  return refused({
    fault,
    detail: said === null ? `it answered ${status}` : hidden(said, keys).slice(0, 200),
    mayBeDone: status >= 500,
  });
}

/** What a service says without the keys that it may have quoted. */
const hidden = (text: string, keys: readonly string[]): string =>
  keys.reduce((left, key) => left.replaceAll(key, '…'), text);

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
