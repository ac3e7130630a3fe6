import type { Reply } from '../../shared/contract/channels.ts';
import type { ServiceChannels } from '../../shared/contract/services.ts';
import type { Health } from '../../shared/exchange/health.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { keepHealth, seenHealth } from '../storage/seen-health.ts';
import type { ServicePorts } from './service-keys.ts';

/** How things stood when they were last looked at: shown without a network too, with the time. */
export async function readSeenHealth(
  { workspace }: ServiceChannels['health.seen']['request'],
  ports: ServicePorts,
): Promise<Reply<Health | null>> {
  try {
    return { ok: true, value: await seenHealth(workspace, ports) };
  } catch (error) {
    return { ok: false, problem: diskProblem('read what was last seen in', ports.host.dataFolder, error) };
  }
}

export async function keepSeenHealth(
  { workspace, health }: ServiceChannels['health.keep']['request'],
  ports: ServicePorts,
): Promise<Reply<null>> {
  try {
    await keepHealth(workspace, health, ports);
    return { ok: true, value: null };
  } catch (error) {
    return { ok: false, problem: diskProblem('keep what was seen in', ports.host.dataFolder, error) };
  }
}
