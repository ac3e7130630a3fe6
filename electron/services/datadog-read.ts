import type { Reply } from '../../shared/contract/channels.ts';
import type { ServiceChannels } from '../../shared/contract/services.ts';
import { healthOf } from '../../shared/exchange/datadog-read.ts';
import { MOST_WATCHED, type Health } from '../../shared/exchange/health.ts';
import { at, listAt, textAt, type Json } from '../../shared/exchange/json-fields.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { serviceClient, type ServiceClient, type ServiceRefusal } from './service-client.ts';
import { keysFor, plainAddress, type ServicePorts } from './service-keys.ts';

const MONITORS_A_PAGE = 1000;
const OBJECTIVES_A_PAGE = 100;

const strange: ServiceRefusal = { fault: 'not-understood', detail: null };

const problemOf = ({ fault, detail }: ServiceRefusal): Reply<never> => ({
  ok: false,
  problem: { kind: 'service', service: 'datadog', fault, detail },
});

/** A client for an address whose pair of keys is kept: the key of the organisation first, then the application's. */
async function datadog(address: string, ports: ServicePorts): Promise<Result<ServiceClient, ServiceRefusal>> {
  const keys = await keysFor('datadog', address, ports);
  if (!keys.ok) return refused({ fault: keys.reason, detail: null });
  const [key = '', application = ''] = keys.value;
  const headers = { 'DD-API-KEY': key, 'DD-APPLICATION-KEY': application, Accept: 'application/json' };
  return ok(serviceClient(plainAddress(address) ?? '', headers, keys.value, ports));
}

/** Pages of a list until one is not full: their numbers begin at 0. */
async function pages(
  client: ServiceClient,
  size: number,
  path: (page: number) => string,
  listOf: (answer: Json) => readonly Json[] | null,
): Promise<Result<readonly Json[], ServiceRefusal>> {
  const found: Json[] = [];
  for (let page = 0; page * size < MOST_WATCHED; page++) {
    const answer = await client.get(path(page));
    if (!answer.ok) return answer;
    const list = listOf(answer.value.json);
    if (list === null) return refused(strange);
    found.push(answer.value.json);
    if (list.length < size) break;
  }
  return ok(found);
}

/**
 * All monitors and objectives that the keys may see. Objectives need a right of their own: without it they are left out, and the answer
 * says so by null.
 */
export async function readHealth(
  { address }: ServiceChannels['datadog.health']['request'],
  ports: ServicePorts,
): Promise<Reply<Health>> {
  const client = await datadog(address, ports);
  if (!client.ok) return problemOf(client.reason);
  const monitors = await pages(
    client.value,
    MONITORS_A_PAGE,
    (page) => `api/v1/monitor?page=${page}&page_size=${MONITORS_A_PAGE}`,
    (answer) => (Array.isArray(answer) ? (answer as readonly Json[]) : null),
  );
  if (!monitors.ok) return problemOf(monitors.reason);
  const objectives = await pages(
    client.value,
    OBJECTIVES_A_PAGE,
    (page) => `api/v1/slo/search?page%5Bsize%5D=${OBJECTIVES_A_PAGE}&page%5Bnumber%5D=${page}`,
    (answer) =>
      Array.isArray(at(answer, 'data', 'attributes', 'slos'))
        ? listAt(answer, 'data', 'attributes', 'slos')
        : null,
  );
  if (!objectives.ok && objectives.reason.fault !== 'forbidden') return problemOf(objectives.reason);
  const answers = [...monitors.value, ...(objectives.ok ? objectives.value : [])];
  return { ok: true, value: healthOf(answers, ports.clock.now()) };
}

/** An on-call schedule with its layers and people, which come only when they are asked for by name. */
export async function readOnCallSchedule(
  { address, schedule }: ServiceChannels['datadog.schedule']['request'],
  ports: ServicePorts,
): Promise<Reply<ServiceChannels['datadog.schedule']['reply']>> {
  const client = await datadog(address, ports);
  if (!client.ok) return problemOf(client.reason);
  const include = 'layers,layers.members,layers.members.user';
  const answer = await client.value.get(
    `api/v2/on-call/schedules/${encodeURIComponent(schedule)}?include=${include}`,
  );
  if (!answer.ok) return problemOf(answer.reason);
  if (textAt(answer.value.json, 'data', 'id') === null) return problemOf(strange);
  return { ok: true, value: { readAt: ports.clock.now(), answer: answer.value.json } };
}
