import type { Reply } from '../../shared/contract/channels.ts';
import type { ServiceChannels } from '../../shared/contract/services.ts';
import { onCallsOf } from '../../shared/exchange/pagerduty-on-calls.ts';
import type { ReadLosses } from '../../shared/exchange/pagerduty-read.ts';
import { hasList, pagerDuty, pages, problemOf } from './pagerduty-client.ts';
import type { ServicePorts } from './service-keys.ts';

/** Who is on call right now: without a window of time the service answers for this moment, and for nothing before or after. */
export async function readOnCalls(
  { address }: ServiceChannels['pagerduty.onCalls']['request'],
  ports: ServicePorts,
): Promise<Reply<ServiceChannels['pagerduty.onCalls']['reply']>> {
  const client = await pagerDuty(address, ports);
  if (!client.ok) return problemOf(client.reason);
  const found = await pages(client.value, 'oncalls?time_zone=UTC');
  if (!found.ok) return problemOf(found.reason);
  if (!hasList(found.value[0], 'oncalls')) return problemOf({ fault: 'not-understood', detail: null });
  const losses: ReadLosses = { unread: 0 };
  const onCalls = onCallsOf(found.value, losses);
  return { ok: true, value: { readAt: ports.clock.now(), onCalls, unread: losses.unread } };
}
