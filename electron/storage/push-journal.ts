import { join } from 'node:path';
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import { bytesOf, textOf } from './disk-text.ts';

type JournalPorts = Pick<Ports, 'files' | 'host'>;

const MOST = 50 * 1024 * 1024;

const lineSchema = z.object({
  address: z.string(),
  schedule: z.string(),
  do: z.enum(['add', 'remove']),
  what: z.enum(['override', 'shift']),
  start: z.number(),
  end: z.number(),
  user: z.string(),
  /** The service's id of what was made or taken away; null while it is not known. */
  id: z.string().nullable(),
  /** `sending` is written before a request leaves, the others after its answer came. */
  stage: z.enum(['sending', 'done', 'failed']),
  at: z.string(),
});

/** What was sent to a service, and what became of it. */
export type PushLine = z.infer<typeof lineSchema>;

const fileOf = (ports: JournalPorts): string => join(ports.host.dataFolder, 'pagerduty-sent.jsonl');

/** Writes lines behind the others and flushes them: what was sent is known even if the program ends right after. Rejects when the disk refuses. */
export async function appendPushes(lines: readonly PushLine[], ports: JournalPorts): Promise<void> {
  const path = fileOf(ports);
  await ports.files.makeFolder(ports.host.dataFolder);
  const isThere = (await ports.files.look(path)) !== null;
  const file = await (isThere ? ports.files.append(path) : ports.files.create(path));
  try {
    await file.write(bytesOf(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** All that was sent to an address, the oldest first. Lines that a power cut tore are passed over. */
export async function readPushes(address: string, ports: JournalPorts): Promise<readonly PushLine[]> {
  if ((await ports.files.look(fileOf(ports))) === null) return [];
  const text = textOf(await ports.files.read(fileOf(ports), MOST));
  if (!text.ok) return [];
  return text.value.split('\n').flatMap((line) => {
    const parsed = line === '' ? null : parse(line);
    return parsed?.address === address ? [parsed] : [];
  });
}

function parse(line: string): PushLine | null {
  try {
    return lineSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null; // torn
  }
}
