import { join } from 'node:path';
import { z } from 'zod';
import { healthSchema } from '../../shared/contract/service-schemas.ts';
import type { Health } from '../../shared/exchange/health.ts';
import type { WorkspaceId } from '../../shared/model/ids.ts';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const MOST_WORKSPACES = 20;

const schema = z.record(z.string(), z.unknown());

type HealthPorts = Pick<Ports, 'files' | 'host' | 'nonce'>;

const healthFile = (ports: HealthPorts): string => join(ports.host.dataFolder, 'health.json');

/** By workspace, the latest last. What is damaged counts as never seen: it can be read again from where it came. */
async function allSeen(ports: HealthPorts): Promise<readonly (readonly [string, Health])[]> {
  if ((await ports.files.look(healthFile(ports))) === null) return [];
  const text = textOf(await ports.files.read(healthFile(ports), MOST_BYTES));
  if (!text.ok) return [];
  try {
    return Object.entries(schema.safeParse(JSON.parse(text.value)).data ?? {}).flatMap(
      ([workspace, value]) => {
        const health = healthSchema.safeParse(value);
        return health.success ? [[workspace, health.data] as const] : [];
      },
    );
  } catch {
    return []; // no JSON
  }
}

/** What was kept last for a workspace; null where nothing was. Rejects when the disk does not give it out. */
export async function seenHealth(workspace: WorkspaceId, ports: HealthPorts): Promise<Health | null> {
  return (await allSeen(ports)).find(([other]) => other === workspace)?.[1] ?? null;
}

/** Keeps it in the place of what was kept before. Rejects when the disk refuses. */
export async function keepHealth(workspace: WorkspaceId, health: Health, ports: HealthPorts): Promise<void> {
  const others = (await allSeen(ports)).filter(([other]) => other !== workspace);
  const all = [...others, [workspace, health] as const].slice(-MOST_WORKSPACES);
  await ports.files.makeFolder(ports.host.dataFolder);
  await durableWrite(
    ports.files,
    healthFile(ports),
    bytesOf(JSON.stringify(Object.fromEntries(all))),
    ports.nonce(),
  );
}
