import type { ZoneName } from '../model/dates.ts';
import type { ImportProblem } from './import-report.ts';
import { at, fieldOf, listAt, textAt, type Json } from './json-fields.ts';
import { OutsidePeople } from './outside-people.ts';
import {
  noted,
  type OutsideExport,
  type OutsideLine,
  type OutsidePart,
  type WeekWindow,
} from './outside-schedule.ts';
import { numberAt, wallAt, zoneAt } from './outside-times.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY_MINUTES = 1440;
const DAY_SECONDS = 86_400;

/** What an answer names by kind and id beside its main object: layers, members, users. */
type Included = ReadonlyMap<string, Json>;

const includedIn = (root: Json): Included =>
  new Map(
    listAt(root, 'included').map(
      (one) => [`${textAt(one, 'type') ?? ''} ${textAt(one, 'id') ?? ''}`, one] as const,
    ),
  );

/** The objects that a relation points to, in its order; null where one of them was not sent along. */
function related(of: Json, relation: string, included: Included): readonly Json[] {
  const data = at(of, 'relationships', relation, 'data');
  const list = Array.isArray(data) ? (data as readonly Json[]) : [data];
  return list
    .filter((one) => textAt(one, 'id') !== null)
    .map((one) => included.get(`${textAt(one, 'type') ?? ''} ${textAt(one, 'id') ?? ''}`) ?? null);
}

/** Whether this is a schedule as the service gives it out, with or without its layers. */
export const isDatadogSchedule = (root: Json): boolean => textAt(root, 'data', 'type') === 'schedules';

function minuteOf(value: Json, edge: 'start' | 'end'): number | null {
  const day = WEEKDAYS.indexOf(textAt(value, `${edge}_day`)?.toLowerCase() ?? '');
  const time = /^([01]\d|2[0-4]):([0-5]\d)/.exec(textAt(value, `${edge}_time`) ?? '');
  return day < 0 || time === null ? null : day * DAY_MINUTES + Number(time[1]) * 60 + Number(time[2]);
}

const windowsOf = (layer: Json): readonly WeekWindow[] =>
  listAt(layer, 'attributes', 'restrictions').flatMap((one) => {
    const [from, until] = [minuteOf(one, 'start'), minuteOf(one, 'end')];
    return from === null || until === null ? [] : [{ from, until }];
  });

/** Days and seconds of a turn, in the largest unit that counts them; null where none of ours does. */
function everyOf(layer: Json): OutsideLine['every'] {
  const days = numberAt(layer, 'attributes', 'interval', 'days') ?? 0;
  const seconds = days * DAY_SECONDS + (numberAt(layer, 'attributes', 'interval', 'seconds') ?? 0);
  if (seconds <= 0 || !Number.isSafeInteger(seconds)) return null;
  if (seconds % (7 * DAY_SECONDS) === 0) return { unit: 'weeks', count: seconds / (7 * DAY_SECONDS) };
  if (seconds % DAY_SECONDS === 0) return { unit: 'days', count: seconds / DAY_SECONDS };
  return seconds % 3600 === 0 ? { unit: 'hours', count: seconds / 3600 } : null;
}

/** Who a member is: nobody where it holds no user. */
function memberOf(member: Json, included: Included, people: OutsidePeople): readonly string[] {
  const pointed = textAt(member, 'relationships', 'user', 'data', 'id');
  if (pointed === null) return [];
  const user = related(member, 'user', included)[0] ?? null;
  const email = textAt(user, 'attributes', 'email') ?? textAt(user, 'attributes', 'handle');
  return [people.add(pointed, textAt(user, 'attributes', 'name') ?? email, email)];
}

interface Reading {
  readonly included: Included;
  readonly people: OutsidePeople;
  readonly problems: ImportProblem[];
  readonly zone: ZoneName;
  readonly schedule: string;
}

function lineOf(layer: Json, level: number, reading: Reading): readonly OutsideLine[] {
  const { included, people, problems, schedule, zone: home } = reading;
  const name = `${schedule}, ${textAt(layer, 'attributes', 'name') ?? `layer ${level + 1}`}`;
  const zone = zoneAt(fieldOf(layer, 'attributes'), 'time_zone') ?? home;
  const facts = fieldOf(layer, 'attributes');
  const start = wallAt(facts, 'rotation_start', zone) ?? wallAt(facts, 'effective_date', zone);
  const every = everyOf(layer);
  if (start === null || every === null) {
    problems.push(
      noted(
        `${name}: it does not say when its turns begin, or they are not counted in whole hours. It is left out.`,
      ),
    );
    return [];
  }
  const since = wallAt(facts, 'effective_date', zone);
  return [
    {
      name,
      level,
      zone,
      start,
      ...(since === null || since <= start ? {} : { since }),
      until: wallAt(facts, 'end_date', zone),
      every,
      order: related(layer, 'members', included).map((member) => memberOf(member, included, people)),
      minutes: null,
      weekdays: [],
      weekStart: 1,
      windows: windowsOf(layer),
    },
  ];
}

/**
 * A schedule of Datadog On-Call, as `GET api/v2/on-call/schedules/ID` gives it with its layers, members and users. Where several layers
 * have a turn, the one that stands lower in the list has it, the opposite of PagerDuty's order. Turns of days and weeks are counted on
 * the wall clock of the layer's zone.
 *
 * @param home zone where the schedule names none that is known
 */
export function readDatadogSchedule(root: Json, home: ZoneName): OutsideExport {
  const included = includedIn(root);
  const people = new OutsidePeople();
  const problems: ImportProblem[] = [];
  const data = fieldOf(root, 'data');
  const schedule = textAt(data, 'attributes', 'name') ?? 'Schedule without a name';
  const zone = zoneAt(fieldOf(data, 'attributes'), 'time_zone');
  if (zone === null)
    problems.push(
      noted(`${schedule}: its time zone is not known. Its times are read as those of ${home}.`, 'warning'),
    );
  const layers = related(data, 'layers', included);
  if (layers.includes(null) || layers.length === 0)
    problems.push(
      noted(
        `${schedule}: its layers were not sent along. Ask for it with include=layers,layers.members,layers.members.user.`,
        'error',
      ),
    );
  else
    problems.push(noted(`${schedule}: overrides are not part of what Datadog gives out, and are not read.`));
  const reading = { included, people, problems, zone: zone ?? home, schedule };
  const id = textAt(data, 'id') ?? schedule;
  const part: OutsidePart = {
    id,
    name: schedule,
    schedule: id,
    zone: zone ?? home,
    lines: layers.flatMap((layer, level) => (layer === null ? [] : lineOf(layer, level, reading))),
    rendered: [],
    overrides: [],
    swaps: [],
  };
  return { tool: 'datadog', users: people.users, parts: [part], problems };
}
