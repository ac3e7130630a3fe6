import type { Reply } from '../../shared/contract/channels.ts';
import type { ServiceChannels } from '../../shared/contract/services.ts';
import { incidentsOf } from '../../shared/exchange/pagerduty-incidents.ts';
import { hasList, pagerDuty, pages, problemOf } from './pagerduty-client.ts';
import type { ServicePorts } from './service-keys.ts';

/**
 * Incidents that were opened in a window, and what happened to them until now: an incident itself says only how it stands, its times are
 * entries of the log.
 */
export async function readIncidents(
  { address, since, until }: ServiceChannels['pagerduty.incidents']['request'],
  ports: ServicePorts,
): Promise<Reply<ServiceChannels['pagerduty.incidents']['reply']>> {
  const client = await pagerDuty(address, ports);
  if (!client.ok) return problemOf(client.reason);
  const range = `since=${encodeURIComponent(since)}&until=${encodeURIComponent(until)}`;
  const incidents = await pages(client.value, `incidents?${range}&time_zone=UTC`);
  if (!incidents.ok) return problemOf(incidents.reason);
  const log = await pages(client.value, `log_entries?${range}&time_zone=UTC&is_overview=true`);
  if (!log.ok) return problemOf(log.reason);
  if (!hasList(incidents.value[0], 'incidents') || !hasList(log.value[0], 'log_entries'))
    return problemOf({ fault: 'not-understood', detail: null });
  const read = incidentsOf(incidents.value, log.value);
  return { ok: true, value: { readAt: ports.clock.now(), ...read } };
}
