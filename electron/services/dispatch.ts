import { channelNames, type ChannelName, type Reply } from '../../shared/contract/channels.ts';
import { requestCaps, requestSchemas } from '../../shared/contract/schemas.ts';
import type { Handlers } from './handlers.ts';
import { faultOf } from '../storage/log-line.ts';

export type Dispatch = (channel: string, request: unknown) => Promise<Reply<unknown>>;

/**
 * From a message to its reply, for every transport: known channel, size, schema, handler. A transport has checked who sends. What
 * a handler throws is a bug: it is logged, and answered so that the window does not wait for ever.
 */
export function dispatchTo(handlers: Handlers, log: (line: string) => void): Dispatch {
  return async (channel, request) => {
    const name = channelNames.find((known) => known === channel);
    if (name === undefined) return bad(channel.slice(0, 100), 'there is no such channel');
    const fault = sizeFault(name, request);
    if (fault !== null) return bad(name, fault);
    const parsed = parse(name, request);
    if (typeof parsed === 'string') return bad(name, parsed);
    try {
      return await run(handlers, name, parsed.value);
    } catch (error) {
      log(`${name} failed: ${faultOf(error)}`);
      return bad(
        name,
        `the keeper failed over it: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
}

const bad = (channel: string, detail: string): Reply<never> => ({
  ok: false,
  problem: { kind: 'bad-message', channel, detail },
});

function sizeFault(name: ChannelName, request: unknown): string | null {
  try {
    const text = JSON.stringify(request) as string | undefined;
    if (text === undefined) return 'it is no JSON value';
    return text.length > requestCaps[name] ? `it is longer than ${requestCaps[name]} characters` : null;
  } catch {
    return 'it is no JSON value'; // a circle, a BigInt, nesting without end
  }
}

function parse(name: ChannelName, request: unknown): { readonly value: unknown } | string {
  try {
    const parsed = requestSchemas[name].safeParse(request);
    if (parsed.success) return { value: parsed.data };
    const issue = parsed.error.issues[0];
    return `${issue?.path.map(String).join('/') ?? ''}: ${issue?.message ?? 'it has another form'}`;
  } catch (error) {
    if (error instanceof RangeError) return 'it is nested too deeply';
    throw error;
  }
}

/** The schema of a channel vouches for its request; the pairing is one that types cannot follow through a union. */
const run = (handlers: Handlers, name: ChannelName, request: unknown): Promise<Reply<unknown>> =>
  (handlers[name] as (request: unknown) => Promise<Reply<unknown>>)(request);
