import type { Reply } from '../../shared/contract/channels.ts';
import type { KeysKept, ServiceChannels, ServiceFault, ServiceName } from '../../shared/contract/services.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import type { Cipher, Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { readSealed, writeSealed } from '../storage/sealed-keys.ts';

export type ServicePorts = Pick<
  Ports,
  'files' | 'host' | 'nonce' | 'cipher' | 'network' | 'clock' | 'hash' | 'log'
>;

/** Keys that are kept only as long as the program runs, by service and address. */
const session = new Map<string, readonly string[]>();

/** A key as services give them out: printable, without spaces. */
const isKey = (key: string): boolean => /^[\x21-\x7e]{8,400}$/.test(key);

/**
 * The address of a service as it is asked: https without user, query or fragment, its last slash taken off; http only on this computer
 * itself. Null for any other text.
 */
export function plainAddress(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return null;
  const isHere = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

const nameOf = (service: ServiceName, address: string): string => `${service} ${address}`;

const fault = (service: ServiceName, what: ServiceFault): Reply<never> => ({
  ok: false,
  problem: { kind: 'service', service, fault: what, detail: null },
});

/** Keeps keys in the keychain, else for as long as the program runs, and says which; null forgets them everywhere. */
export async function keepKeys(
  { service, address, keys }: ServiceChannels['service.keys']['request'],
  ports: ServicePorts,
): Promise<Reply<KeysKept>> {
  const plain = plainAddress(address);
  if (plain === null) return fault(service, 'bad-address');
  if (keys !== null && !keys.every(isKey)) return fault(service, 'bad-token');
  const name = nameOf(service, plain);
  session.delete(name);
  const because = ports.cipher === null ? 'browser' : await ports.cipher.fault();
  try {
    if (keys === null || because !== null || ports.cipher === null) {
      if (ports.cipher !== null) await writeSealed(name, null, ports);
      if (keys === null) return { ok: true, value: { kept: 'none', because: null } };
      session.set(name, keys);
      return { ok: true, value: { kept: 'session', because } };
    }
    const bytes = await sealedBy(ports.cipher, keys);
    if (bytes === null) {
      session.set(name, keys);
      return { ok: true, value: { kept: 'session', because: 'no-keychain' } };
    }
    await writeSealed(name, bytes, ports);
    return { ok: true, value: { kept: 'keychain', because: null } };
  } catch (error) {
    return { ok: false, problem: diskProblem('keep the keys in', ports.host.dataFolder, error) };
  }
}

/** Null where the keychain refuses after all: locked, or gone. What it throws is not looked at, it may hold the keys. */
async function sealedBy(cipher: Cipher, keys: readonly string[]): Promise<Uint8Array | null> {
  try {
    return await cipher.encrypt(JSON.stringify(keys));
  } catch {
    return null;
  }
}

/** Where the keys of a service are. */
export async function keysState(
  { service, address }: ServiceChannels['service.state']['request'],
  ports: ServicePorts,
): Promise<Reply<KeysKept>> {
  const plain = plainAddress(address);
  if (plain === null) return fault(service, 'bad-address');
  if (session.has(nameOf(service, plain))) {
    const because = ports.cipher === null ? 'browser' : await ports.cipher.fault();
    return { ok: true, value: { kept: 'session', because } };
  }
  const keys = await keysFor(service, plain, ports);
  return { ok: true, value: { kept: keys.ok ? 'keychain' : 'none', because: null } };
}

/** The keys that are kept for an address, which is sent them and no other. */
export async function keysFor(
  service: ServiceName,
  address: string,
  ports: ServicePorts,
): Promise<Result<readonly string[], ServiceFault>> {
  const plain = plainAddress(address);
  if (plain === null) return refused('bad-address');
  const kept = session.get(nameOf(service, plain));
  if (kept !== undefined) return ok(kept);
  if (ports.cipher === null) return refused('no-token');
  try {
    const bytes = await readSealed(nameOf(service, plain), ports);
    if (bytes === null || (await ports.cipher.fault()) !== null) return refused('no-token');
    const keys: unknown = JSON.parse(await ports.cipher.decrypt(bytes));
    return Array.isArray(keys) && keys.every((key) => typeof key === 'string')
      ? ok(keys)
      : refused('no-token');
  } catch {
    // Sealed by another user or machine: to be asked for again. The error may hold what was sealed, so it is not logged.
    ports.log(`the keys of ${service} could not be opened`);
    return refused('no-token');
  }
}
