import { ok, refused, type Result } from '../../shared/result.ts';
import type { Answered, Asked, Network, NetworkFault } from '../ports.ts';

const PATIENCE_MS = 30_000;
const MOST_BYTES = 20 * 1024 * 1024;

/** The network by the runtime's own `fetch`. A fault says its kind and nothing more: no address, no header. */
export const fetchNetwork: Network = { ask: (request) => askWithin(request, PATIENCE_MS, MOST_BYTES) };

/** @param patience milliseconds after which the answer, all of it, must be there */
export async function askWithin(
  { method, url, headers, body }: Asked,
  patience: number,
  most: number,
): Promise<Result<Answered, NetworkFault>> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(url, { method, headers, body, redirect: 'manual', signal });
    const text = await textOf(response, most);
    if (text === null) return refused('too-large');
    return ok({ status: response.status, headers: Object.fromEntries(response.headers), text });
  } catch {
    return refused(signal.aborted ? 'timeout' : 'offline');
  }
}

/** Null when it is longer than `most` bytes, of which no more were taken in. */
async function textOf(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let [bytes, text] = [0, ''];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
