import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Exchange } from './openapi-contract.ts';

/**
 * A service that behaves as PagerDuty is documented to, with its traps: lists in pages, layers in the reverse order of how they are
 * written, `since` and `until` required, a status for each override inside a 201, 429 with the seconds to wait, no key against doing
 * a thing twice, deletion of what is running cuts it off, and newer schedules only for those who ask for early access.
 */
interface Entry {
  readonly start: number;
  readonly end: number;
  readonly user: string;
}

interface Overlay extends Entry {
  readonly id: string;
  readonly over?: { readonly user: string; readonly rotation: string };
}

export interface FakeSchedule {
  readonly id: string;
  readonly name: string;
  readonly zone: string;
  readonly kind: 'layers' | 'shifts';
  /** As they are written: the last one wins. On a schedule of shifts one rotation each. */
  readonly layers: readonly (readonly Entry[])[];
  overrides: Overlay[];
  shifts: Overlay[];
}

export interface FakePagerDuty {
  readonly address: string;
  readonly token: string;
  readonly users: { id: string; name: string; email: string }[];
  readonly schedules: FakeSchedule[];
  /** As they are sent, with `created_at`. */
  readonly incidents: Record<string, unknown>[];
  readonly logEntries: Record<string, unknown>[];
  /** `METHOD path` of every request that came. */
  readonly requests: string[];
  /** What was asked and answered, but for what a trap answered. */
  readonly exchanges: Exchange[];
  /** Newer schedules answer 404 for this account. */
  olderOnly: boolean;
  pageSize: number;
  /** Asked before each request: an answer given here goes out instead. `cut` carries the request out and breaks the connection. */
  trap: (
    request: string,
  ) =>
    | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
    | 'cut'
    | null;
  /** The moment that it takes for now. */
  now: number;
  close(): Promise<void>;
}

type Answer = { readonly status: number; readonly body: unknown };

const iso = (moment: number): string => new Date(moment).toISOString().replace('.000Z', 'Z');

export async function fakePagerDuty(): Promise<FakePagerDuty> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakePagerDuty = {
    address: `http://127.0.0.1:${port}`,
    token: 'u+fake-token-1234',
    users: [],
    schedules: [],
    incidents: [],
    logEntries: [],
    requests: [],
    exchanges: [],
    olderOnly: false,
    pageSize: 100,
    trap: () => null,
    now: Date.UTC(2026, 10, 23, 10),
    close: () => closed(server),
  };
  let count = 0;
  const nextId = (): string => `Q${String(++count).padStart(5, '0')}`;
  server.on('request', (request, response) => void serve(fake, nextId, request, response));
  return fake;
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

async function serve(
  fake: FakePagerDuty,
  nextId: () => string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const url = new URL(request.url ?? '/', fake.address);
  const line = `${request.method ?? ''} ${url.pathname}`;
  fake.requests.push(line);
  const trapped = fake.trap(line);
  if (trapped !== null && trapped !== 'cut') {
    response.writeHead(trapped.status, { 'content-type': 'application/json', ...trapped.headers });
    response.end(trapped.body ?? '{}');
    return;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  const method = request.method ?? 'GET';
  const body = text === '' ? null : (JSON.parse(text) as unknown);
  const answer = answerTo(fake, nextId, { method, url, headers: request.headers, body });
  fake.exchanges.push({
    method,
    target: `${url.pathname}${url.search}`,
    body,
    status: answer.status,
    answer: answer.body,
  });
  if (trapped === 'cut') {
    request.socket.destroy();
    return;
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' });
  response.end(answer.body === null ? undefined : JSON.stringify(answer.body));
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: unknown;
}

const fault = (status: number, message: string): Answer => ({
  status,
  body: { error: { message, code: status, errors: [message] } },
});

function answerTo(fake: FakePagerDuty, nextId: () => string, asked: Asked): Answer {
  if (asked.headers.authorization !== `Token token=${fake.token}`) return fault(401, 'Unauthorized');
  const parts = asked.url.pathname.split('/').slice(1);
  if (parts[0] === 'v3') {
    const isInvited = asked.headers['x-early-access'] === 'flexible-schedules-early-access';
    if (fake.olderOnly || !isInvited) return fault(404, 'Not Found');
    return newer(fake, nextId, parts.slice(1), asked);
  }
  if (!String(asked.headers.accept).includes('application/vnd.pagerduty+json;version=2'))
    return fault(406, 'Not Acceptable');
  if (parts[0] === 'users') return paged(fake, 'users', fake.users, asked.url);
  if (parts[0] === 'oncalls') return paged(fake, 'oncalls', onCallsNow(fake), asked.url);
  if (parts[0] === 'schedules' && parts.length === 1)
    return paged(
      fake,
      'schedules',
      fake.schedules.filter(({ kind }) => kind === 'layers').map(named),
      asked.url,
    );
  if (parts[0] === 'incidents' || parts[0] === 'log_entries') {
    const range = rangeOf(asked.url);
    if (range === null) return fault(400, 'since and until are required');
    const list = (parts[0] === 'incidents' ? fake.incidents : fake.logEntries).filter(
      ({ created_at: at }) => {
        const moment = Date.parse(String(at));
        return moment >= range[0] && moment < range[1];
      },
    );
    return paged(fake, parts[0], list, asked.url);
  }
  const schedule = fake.schedules.find(({ id, kind }) => id === parts[1] && kind === 'layers');
  if (schedule === undefined) return fault(404, 'Not Found');
  return parts.length === 2
    ? older(schedule, asked.url)
    : overridesOf(fake, nextId, schedule, parts[3], asked);
}

/** Each turn that runs once for every level of a policy that names its schedule, and somebody whom a policy names itself, without times. */
function onCallsNow(fake: FakePagerDuty): readonly unknown[] {
  const policies = [
    { id: 'E1', type: 'escalation_policy_reference', summary: 'Data platform' },
    { id: 'E2', type: 'escalation_policy_reference', summary: 'Payments' },
  ];
  const user = (id: string) => ({
    id,
    type: 'user_reference',
    summary: fake.users.find((one) => one.id === id)?.name ?? id,
  });
  const turns = fake.schedules.flatMap((schedule) => {
    const running = [...schedule.layers.flat(), ...schedule.shifts, ...schedule.overrides].filter(
      ({ start, end }) => start <= fake.now && fake.now < end,
    );
    const on = running.at(-1);
    return on === undefined
      ? []
      : policies.map((policy, level) => ({
          escalation_policy: policy,
          escalation_level: level + 1,
          schedule: { id: schedule.id, type: 'schedule_reference', summary: schedule.name },
          user: user(on.user),
          start: iso(on.start),
          end: iso(on.end),
        }));
  });
  const last = fake.users.at(-1);
  const always = {
    escalation_policy: policies[0],
    escalation_level: 3,
    schedule: null,
    start: null,
    end: null,
  };
  return [...turns, ...(last === undefined ? [] : [{ ...always, user: user(last.id) }])];
}

const named = ({ id, name, zone }: FakeSchedule) => ({ id, type: 'schedule', name, time_zone: zone });

/** As many as were asked for and no more than it gives at once, from the place that was asked for. */
function paged(fake: FakePagerDuty, name: string, list: readonly unknown[], url: URL): Answer {
  const offset = Number(url.searchParams.get('offset') ?? 0);
  const limit = Math.min(Number(url.searchParams.get('limit') ?? 25), fake.pageSize);
  return {
    status: 200,
    body: { [name]: list.slice(offset, offset + limit), offset, limit, more: offset + limit < list.length },
  };
}

/** Null where `since` or `until` is missing, without which nothing is rendered. */
function rangeOf(url: URL): readonly [number, number] | null {
  const [since, until] = [url.searchParams.get('since'), url.searchParams.get('until')];
  return since === null || until === null ? null : [Date.parse(since), Date.parse(until)];
}

const inside = <One extends Entry>(
  entries: readonly One[],
  [since, until]: readonly [number, number],
): readonly One[] => entries.filter(({ start, end }) => start < until && since < end);

const entryOf = ({ start, end, user }: Entry) => ({
  start: iso(start),
  end: iso(end),
  user: { id: user, type: 'user_reference' },
});

function older(schedule: FakeSchedule, url: URL): Answer {
  const range = rangeOf(url);
  const layers = schedule.layers.map((entries, index) => ({
    id: `L${index}`,
    name: `Layer ${index + 1}`,
    rendered_schedule_entries: range === null ? [] : inside(entries, range).map(entryOf),
  }));
  return { status: 200, body: { schedule: { ...named(schedule), schedule_layers: layers.reverse() } } };
}

function overridesOf(
  fake: FakePagerDuty,
  nextId: () => string,
  schedule: FakeSchedule,
  id: string | undefined,
  { method, url, body }: Asked,
): Answer {
  if (method === 'GET') {
    const range = rangeOf(url);
    if (range === null) return fault(400, 'since and until are required');
    return {
      status: 201, // as it is documented
      body: { overrides: inside(schedule.overrides, range).map((one) => ({ id: one.id, ...entryOf(one) })) },
    };
  }
  if (method === 'DELETE') {
    const override = schedule.overrides.find((one) => one.id === id);
    if (override === undefined) return fault(404, 'Not Found');
    if (override.start >= fake.now) schedule.overrides = schedule.overrides.filter((one) => one !== override);
    else
      schedule.overrides = schedule.overrides.map((one) =>
        one === override ? { ...one, end: fake.now } : one,
      );
    return { status: override.start >= fake.now ? 204 : 200, body: null };
  }
  const asked = (body as { overrides: { start: string; end: string; user: { id: string } }[] }).overrides;
  const answers = asked.map(({ start, end, user }) => {
    if (!fake.users.some((one) => one.id === user.id)) return { status: 400, errors: ['User not found'] };
    if (Date.parse(end) <= fake.now) return { status: 400, errors: ['Override must end in the future'] };
    const made = { id: nextId(), start: Date.parse(start), end: Date.parse(end), user: user.id };
    schedule.overrides = [...schedule.overrides, made];
    return { status: 201, override: { id: made.id, ...entryOf(made) } };
  });
  return { status: 201, body: answers };
}

const member = (user: string) => ({ type: 'user_member', user_id: user });
const times = ({ start, end }: Entry) => ({ start_time: iso(start), end_time: iso(end) });

function newer(fake: FakePagerDuty, nextId: () => string, parts: readonly string[], asked: Asked): Answer {
  const all = fake.schedules.filter(({ kind }) => kind === 'shifts');
  if (parts.length === 1) return paged(fake, 'schedules', all.map(named), asked.url);
  const schedule = all.find(({ id }) => id === parts[1]);
  if (schedule === undefined) return fault(404, 'Not Found');
  const range = rangeOf(asked.url);
  if (asked.method === 'GET' && range === null) return fault(400, 'since and until are required');
  if (parts.length === 2)
    return {
      status: 200,
      body: { schedule: { ...named(schedule), final_schedule: finalOf(schedule, range ?? [0, 0]) } },
    };
  const list = parts[2] === 'custom_shifts' ? 'shifts' : 'overrides';
  if (asked.method === 'GET') return { status: 200, body: listed(schedule, list, range ?? [0, 0]) };
  if (asked.method === 'DELETE') {
    const found = schedule[list].find(({ id }) => id === parts[3]);
    if (found === undefined) return fault(404, 'Not Found');
    if (found.end <= fake.now) return fault(400, 'it has ended');
    schedule[list] = schedule[list].filter((one) => one !== found);
    if (found.start < fake.now) schedule[list].push({ ...found, end: fake.now });
    return { status: 204, body: null };
  }
  return list === 'shifts'
    ? newShifts(schedule, nextId, asked.body)
    : newOverrides(schedule, nextId, asked.body);
}

function finalOf(schedule: FakeSchedule, range: readonly [number, number]): unknown {
  const rotations = schedule.layers.flatMap((entries, index) =>
    inside(entries, range).map((entry) => ({ entry, rotation: `R${index}` })),
  );
  return {
    computed_shift_assignments: [
      ...rotations.map(({ entry, rotation }) => ({
        ...times(entry),
        member: member(entry.user),
        source: { type: 'rotation', rotation_id: rotation },
      })),
      ...inside(schedule.shifts, range).map((shift) => ({
        ...times(shift),
        member: member(shift.user),
        source: { type: 'custom_shift', shift_id: shift.id },
      })),
    ],
  };
}

const listed = (
  schedule: FakeSchedule,
  list: 'shifts' | 'overrides',
  range: readonly [number, number],
): unknown =>
  list === 'shifts'
    ? { custom_shifts: inside(schedule.shifts, range).map(shiftOf) }
    : { overrides: inside(schedule.overrides, range).map(overrideOf) };

const shiftOf = (shift: Overlay) => ({
  id: shift.id,
  type: 'custom_shift',
  ...times(shift),
  assignments: [{ type: 'shift_assignment', member: member(shift.user) }],
});

const overrideOf = (override: Overlay) => ({
  id: override.id,
  type: 'override_shift',
  rotation_id: override.over?.rotation,
  ...times(override),
  overridden_member: member(override.over?.user ?? ''),
  overriding_member: member(override.user),
});

interface NewShift {
  readonly start_time: string;
  readonly end_time: string;
  readonly assignments: readonly { readonly member: { readonly user_id: string } }[];
}

function newShifts(schedule: FakeSchedule, nextId: () => string, body: unknown): Answer {
  const made = (body as { custom_shifts: NewShift[] }).custom_shifts.map((shift) => ({
    id: nextId(),
    start: Date.parse(shift.start_time),
    end: Date.parse(shift.end_time),
    user: shift.assignments[0]?.member.user_id ?? '',
  }));
  schedule.shifts = [...schedule.shifts, ...made];
  return { status: 201, body: { custom_shifts: made.map(shiftOf) } };
}

interface NewOverride {
  readonly start_time: string;
  readonly end_time: string;
  readonly rotation_id?: string;
  readonly custom_shift_id?: string;
  readonly overridden_member?: { readonly user_id: string };
  readonly overriding_member: { readonly user_id: string };
}

function newOverrides(schedule: FakeSchedule, nextId: () => string, body: unknown): Answer {
  const made: Overlay[] = [];
  for (const one of (body as { overrides: NewOverride[] }).overrides) {
    const [start, end] = [Date.parse(one.start_time), Date.parse(one.end_time)];
    if ((one.rotation_id === undefined) === (one.custom_shift_id === undefined))
      return fault(400, 'either rotation_id or custom_shift_id');
    const below = schedule.layers
      .flat()
      .some(
        (entry) => entry.user === one.overridden_member?.user_id && entry.start < end && start < entry.end,
      );
    if (!below) return fault(400, 'the overridden member is not on call then');
    made.push({
      id: nextId(),
      start,
      end,
      user: one.overriding_member.user_id,
      over: { user: one.overridden_member?.user_id ?? '', rotation: one.rotation_id ?? '' },
    });
  }
  schedule.overrides = [...schedule.overrides, ...made];
  return { status: 201, body: { overrides: made.map(overrideOf) } };
}
