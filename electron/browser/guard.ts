import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The one address under which the host answers. Exact: another name for the loopback may be somebody's trick. */
export const originOf = (port: number): string => `http://127.0.0.1:${port}`;

/**
 * Why a request is turned away, or null. Other web pages can send requests to a loopback address: by a name that they had resolve to
 * it (then Host is theirs), or across origins (then Origin is theirs).
 *
 * @param isUpgrade a WebSocket's request; those must say their origin, which browsers always do
 */
export function headersFault(
  headers: IncomingHttpHeaders,
  port: number,
  isUpgrade: boolean,
): 'host' | 'origin' | null {
  if (headers.host !== `127.0.0.1:${port}`) return 'host';
  if (headers.origin === undefined) return isUpgrade ? 'origin' : null;
  return headers.origin === originOf(port) ? null : 'origin';
}

/** Compares in a time that tells nothing of how much was right. */
export function isToken(given: unknown, token: string): boolean {
  if (typeof given !== 'string') return false;
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}
