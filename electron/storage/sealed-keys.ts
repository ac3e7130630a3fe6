import { join } from 'node:path';
import { z } from 'zod';
import type { Ports } from '../ports.ts';
import { base64Of, bytesOf, bytesOfBase64, textOf } from './disk-text.ts';
import { durableWrite } from './durable-write.ts';

const MOST = 256 * 1024;
const schema = z.record(z.string(), z.string());

export type KeyPorts = Pick<Ports, 'files' | 'host' | 'nonce'>;

const keyFile = (ports: KeyPorts): string => join(ports.host.dataFolder, 'keys.json');

/** What the keychain sealed, by name, as base64. A file that is no such thing counts as none: what it held cannot be opened anyway. */
async function sealed(ports: KeyPorts): Promise<Readonly<Record<string, string>>> {
  if ((await ports.files.look(keyFile(ports))) === null) return {};
  const text = textOf(await ports.files.read(keyFile(ports), MOST));
  if (!text.ok) return {};
  try {
    return schema.safeParse(JSON.parse(text.value)).data ?? {};
  } catch {
    return {}; // no JSON
  }
}

/** The sealed bytes of a name; null where there are none. Rejects when the disk does not give them out. */
export async function readSealed(name: string, ports: KeyPorts): Promise<Uint8Array | null> {
  const all = await sealed(ports);
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  return found === undefined ? null : bytesOfBase64(found);
}

/** Keeps sealed bytes under a name, or takes them away. Rejects when the disk refuses. */
export async function writeSealed(name: string, bytes: Uint8Array | null, ports: KeyPorts): Promise<void> {
  const others = Object.entries(await sealed(ports)).filter(([other]) => other !== name);
  const all = bytes === null ? others : [...others, [name, base64Of(bytes)] as const];
  await ports.files.makeFolder(ports.host.dataFolder);
  await durableWrite(
    ports.files,
    keyFile(ports),
    bytesOf(JSON.stringify(Object.fromEntries(all))),
    ports.nonce(),
  );
}
