import type { Reply } from '../../shared/contract/channels.ts';
import { at, listAt, textAt, type Json } from '../../shared/exchange/json-fields.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { serviceClient, type ServiceClient, type ServiceRefusal } from './service-client.ts';
import { keysFor, plainAddress, type ServicePorts } from './service-keys.ts';

/** Newer schedules are in early access: every request about them says that it knows. */
export const newer = {
  Accept: 'application/json',
  'X-Early-Access': 'flexible-schedules-early-access',
} as const;

const PAGE = 100;
const MOST_PAGES = 100;

export const problemOf = ({ fault, detail }: ServiceRefusal): Reply<never> => ({
  ok: false,
  problem: { kind: 'service', service: 'pagerduty', fault, detail },
});

/** A client for an address whose token is kept. */
export async function pagerDuty(
  address: string,
  ports: ServicePorts,
): Promise<Result<ServiceClient, ServiceRefusal>> {
  const keys = await keysFor('pagerduty', address, ports);
  if (!keys.ok) return refused({ fault: keys.reason, detail: null });
  const headers = {
    Authorization: `Token token=${keys.value[0] ?? ''}`,
    Accept: 'application/vnd.pagerduty+json;version=2',
  };
  return ok(serviceClient(plainAddress(address) ?? '', headers, keys.value, ports));
}

/** Every page of a list, each as it came: by offset, or by cursor where the service gives one. At most 10,000 entries. */
export async function pages(
  client: ServiceClient,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Result<readonly Json[], ServiceRefusal>> {
  const found: Json[] = [];
  const joint = path.includes('?') ? '&' : '?';
  let offset = 0;
  let next = 'offset=0';
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await client.get(`${path}${joint}limit=${PAGE}&${next}`, headers);
    if (!answer.ok) return answer;
    found.push(answer.value.json);
    const cursor = textAt(answer.value.json, 'next_cursor');
    if (cursor !== null) next = `cursor=${encodeURIComponent(cursor)}`;
    else if (at(answer.value.json, 'more') === true) {
      // It may give fewer at once than were asked for, and says so.
      offset += Number(textAt(answer.value.json, 'limit') ?? PAGE) || PAGE;
      next = `offset=${offset}`;
    } else return ok(found);
  }
  return ok(found);
}

/** Whether an answer has the list that it should have: a page of a proxy, or of something else entirely, has not. */
export const hasList = (json: Json, name: string): boolean =>
  Array.isArray(at(json, name)) || listAt(json, name).length > 0;
