import type { Reply } from '../../shared/contract/channels.ts';
import type { RemoteDirectory, RemoteWindow, ServiceChannels } from '../../shared/contract/services.ts';
import { textAt } from '../../shared/exchange/json-fields.ts';
import {
  layeredSchedule,
  scheduleNamesOf,
  shiftSchedule,
  usersOf,
  type ReadLosses,
} from '../../shared/exchange/pagerduty-read.ts';
import type { RemoteSchedule, RemoteScheduleName } from '../../shared/exchange/remote-schedule.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { readPushes, type PushLine } from '../storage/push-journal.ts';
import { hasList, newer, pagerDuty, pages, problemOf } from './pagerduty-client.ts';
import type { ServiceClient, ServiceRefusal } from './service-client.ts';
import { plainAddress, type ServicePorts } from './service-keys.ts';

const strange: ServiceRefusal = { fault: 'not-understood', detail: null };

/** Everybody and every schedule that the token may see. Newer schedules are asked for; where there are none to be had, it says so. */
export async function readDirectory(
  { address }: ServiceChannels['pagerduty.directory']['request'],
  ports: ServicePorts,
): Promise<Reply<RemoteDirectory>> {
  const client = await pagerDuty(address, ports);
  if (!client.ok) return problemOf(client.reason);
  const users = await pages(client.value, 'users');
  if (!users.ok) return problemOf(users.reason);
  const older = await pages(client.value, 'schedules');
  if (!older.ok) return problemOf(older.reason);
  if (!hasList(users.value[0], 'users') || !hasList(older.value[0], 'schedules')) return problemOf(strange);
  const later = await pages(client.value, 'v3/schedules', newer);
  const shifts = later.ok ? later.value.flatMap((page) => scheduleNamesOf(page, 'shifts')) : [];
  const known = new Set(shifts.map(({ id }) => id));
  const layers = older.value
    .flatMap((page) => scheduleNamesOf(page, 'layers'))
    .filter(({ id }) => !known.has(id));
  return {
    ok: true,
    value: {
      readAt: ports.clock.now(),
      users: users.value.flatMap(usersOf),
      schedules: [...shifts, ...layers].sort((one, other) => (one.name < other.name ? -1 : 1)),
      newerSchedules: later.ok,
    },
  };
}

/** A schedule as it stands in a window. Two windows of the same extent with the same content have the same digest. */
export async function readSchedule(
  client: ServiceClient,
  { id, kind }: RemoteScheduleName,
  { since, until }: { readonly since: string; readonly until: string },
  losses: ReadLosses,
  ports: Pick<ServicePorts, 'hash'>,
): Promise<Result<RemoteSchedule, ServiceRefusal>> {
  const range = `since=${encodeURIComponent(since)}&until=${encodeURIComponent(until)}`;
  const name = encodeURIComponent(id);
  const isNewer = kind === 'shifts';
  const get = (path: string) => client.get(path, isNewer ? newer : {});
  const root = isNewer ? `v3/schedules/${name}` : `schedules/${name}`;
  const more = isNewer ? '&include[]=final_schedule' : '&overflow=true';
  const schedule = await get(`${root}?${range}${more}`);
  if (!schedule.ok) return schedule;
  const overrides = await get(`${root}/overrides?${range}${isNewer ? '' : '&overflow=true'}`);
  if (!overrides.ok) return overrides;
  const shifts = isNewer ? await get(`${root}/custom_shifts?${range}`) : null;
  if (shifts !== null && !shifts.ok) return shifts;
  if (textAt(schedule.value.json, 'schedule', 'id') !== id || !hasList(overrides.value.json, 'overrides'))
    return refused(strange);
  const read = isNewer
    ? shiftSchedule(schedule.value.json, shifts?.value.json, overrides.value.json, losses)
    : layeredSchedule(schedule.value.json, overrides.value.json, losses);
  const { base, overlays } = read;
  const sorted = [...overlays].sort((one, other) => (one.id < other.id ? -1 : 1));
  return ok({ ...read, digest: ports.hash(JSON.stringify([base, sorted])) });
}

/** Schedules in a window, with what this computer put there. */
export async function readWindow(
  { address, schedules, since, until }: ServiceChannels['pagerduty.window']['request'],
  ports: ServicePorts,
): Promise<Reply<RemoteWindow>> {
  const client = await pagerDuty(address, ports);
  if (!client.ok) return problemOf(client.reason);
  const losses: ReadLosses = { unread: 0 };
  const read: RemoteSchedule[] = [];
  for (const name of schedules) {
    const schedule = await readSchedule(client.value, name, { since, until }, losses, ports);
    if (!schedule.ok) return problemOf(schedule.reason);
    read.push(schedule.value);
  }
  const lines = await readPushes(plainAddress(address) ?? '', ports);
  return {
    ok: true,
    value: {
      readAt: ports.clock.now(),
      schedules: read,
      unread: losses.unread,
      own: read.flatMap((schedule) => ownOf(schedule, lines)),
    },
  };
}

/**
 * What of a schedule we put there: by the ids of the answers, and where a request was sent whose answer never came, by what it asked
 * for. What somebody else made at the very same times for the same person is then taken for ours: it says what we asked for.
 */
function ownOf(schedule: RemoteSchedule, lines: readonly PushLine[]): readonly string[] {
  const here = lines.filter((line) => line.schedule === schedule.id && line.do === 'add');
  const ids = new Set(here.flatMap(({ id }) => (id === null ? [] : [id])));
  const key = ({ start, end, user }: { start: number; end: number; user: string }): string =>
    `${start} ${end} ${user}`;
  const answered = new Set(here.filter(({ stage }) => stage !== 'sending').map(key));
  const open = new Set(
    here
      .filter(({ stage }) => stage === 'sending')
      .map(key)
      .filter((one) => !answered.has(one)),
  );
  return schedule.overlays
    .filter((overlay) => ids.has(overlay.id) || open.has(key(overlay)))
    .map(({ id }) => id);
}
