import { z } from 'zod';
import { MOST_WATCHED, monitorStates, type Health } from '../exchange/health.ts';
import { workspaceIdSchema } from '../model/ids.ts';
import type { ServiceChannels } from './services.ts';

const kilobyte = 1024;

/** Longest requests about services outside, as JSON text in UTF-16 units. */
export const serviceCaps: Readonly<Record<keyof ServiceChannels, number>> = {
  'service.keys': 4 * kilobyte,
  'service.state': 4 * kilobyte,
  'pagerduty.directory': 4 * kilobyte,
  'pagerduty.window': 64 * kilobyte,
  'pagerduty.apply': 8 * 1024 * kilobyte,
  'pagerduty.onCalls': 4 * kilobyte,
  'pagerduty.incidents': 4 * kilobyte,
  'datadog.health': 4 * kilobyte,
  'datadog.schedule': 4 * kilobyte,
  'health.seen': kilobyte,
  'health.keep': 16 * 1024 * kilobyte,
};

/** The keeper says what is wrong with an address; here only its length is bound. */
const address = z.string().min(1).max(500);
const service = z.enum(['pagerduty', 'datadog']);
/** Ids of a service: they become part of an address, so that nothing may stand in them which parts one. */
const outside = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/, 'an id of letters, digits, hyphens');
const kind = z.enum(['layers', 'shifts']);
const name = { id: outside, name: z.string().max(500), kind };
const moment = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);
const range = { since: z.iso.datetime(), until: z.iso.datetime() };

const step = z.strictObject({
  do: z.enum(['add', 'remove']),
  what: z.enum(['override', 'shift']),
  schedule: outside,
  kind,
  id: outside.nullable(),
  start: moment,
  end: moment,
  user: outside,
  over: z.strictObject({ user: outside, source: outside.nullable() }).nullable(),
});

const line = z.string().max(500);
const percent = z.number().nullable();
const tags = z.array(z.string().max(200)).max(40);

/** Also what stands on the disk must be so: it was kept by this very schema. */
export const healthSchema: z.ZodType<Health> = z.strictObject({
  readAt: z.iso.datetime(),
  monitors: z
    .array(
      z.strictObject({
        id: line,
        name: line,
        state: z.enum(monitorStates),
        since: z.iso.datetime().nullable(),
        tags,
      }),
    )
    .max(MOST_WATCHED),
  objectives: z
    .array(
      z.strictObject({
        id: line,
        name: line,
        state: z.enum(['breached', 'warning', 'no_data', 'unknown', 'ok']),
        reached: percent,
        target: percent,
        window: line.nullable(),
        budget: percent,
        tags,
      }),
    )
    .max(MOST_WATCHED)
    .nullable(),
  unread: z.int().min(0),
});

export const serviceSchemas: {
  readonly [Name in keyof ServiceChannels]: z.ZodType<ServiceChannels[Name]['request']>;
} = {
  'service.keys': z.strictObject({
    service,
    address,
    keys: z.array(z.string().max(1000)).min(1).max(2).nullable(),
  }),
  'service.state': z.strictObject({ service, address }),
  'pagerduty.directory': z.strictObject({ address }),
  'pagerduty.window': z.strictObject({
    address,
    schedules: z.array(z.strictObject(name)).min(1).max(50),
    ...range,
  }),
  'pagerduty.apply': z.strictObject({
    address,
    schedules: z
      .array(z.strictObject({ ...name, digest: z.string().max(100) }))
      .min(1)
      .max(50),
    ...range,
    steps: z.array(step).min(1).max(2000),
  }),
  'pagerduty.onCalls': z.strictObject({ address }),
  'pagerduty.incidents': z.strictObject({ address, ...range }),
  'datadog.health': z.strictObject({ address }),
  'datadog.schedule': z.strictObject({ address, schedule: outside }),
  'health.seen': z.strictObject({ workspace: workspaceIdSchema }),
  'health.keep': z.strictObject({ workspace: workspaceIdSchema, health: healthSchema }),
};
