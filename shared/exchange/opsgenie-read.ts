import type { ZoneName } from '../model/dates.ts';
import type { ImportProblem } from './import-report.ts';
import { at, fieldOf, listAt, momentAt, textAt, type Json } from './json-fields.ts';
import { OutsidePeople } from './outside-people.ts';
import {
  noted,
  type OutsideExport,
  type OutsideLine,
  type OutsidePart,
  type WeekWindow,
} from './outside-schedule.ts';
import { numberAt, wallAt, zoneAt } from './outside-times.ts';
import type { Turn } from './override-bundle.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY = 1440;

/** Where a restriction starts or ends: the minute of a day, and the weekday where it names one. Null where it says no hour. */
function edgeOf(value: Json, edge: 'start' | 'end'): { day: number | null; minute: number } | null {
  const hour = numberAt(value, `${edge}Hour`);
  if (hour === null || hour < 0 || hour > 24) return null;
  const day = DAYS.indexOf(textAt(value, `${edge}Day`)?.toLowerCase() ?? '');
  return { day: day < 0 ? null : day, minute: hour * 60 + (numberAt(value, `${edge}Min`) ?? 0) };
}

/** Hours of the week that a restriction leaves, from either of its two forms. */
function windowsOf(restriction: Json): readonly WeekWindow[] {
  const list = listAt(restriction, 'restrictions');
  const one = fieldOf(restriction, 'restriction');
  const all = list.length > 0 ? list : Array.isArray(one) ? (one as readonly Json[]) : [one];
  return all.flatMap((entry) => {
    const [start, end] = [edgeOf(entry, 'start'), edgeOf(entry, 'end')];
    if (start === null || end === null) return [];
    if (start.day !== null && end.day !== null)
      return [{ from: start.day * DAY + start.minute, until: end.day * DAY + end.minute }];
    const length = (end.minute - start.minute + DAY) % DAY || DAY;
    return DAYS.map((_, day) => ({
      from: day * DAY + start.minute,
      until: day * DAY + start.minute + length,
    }));
  });
}

const units = { hourly: 'hours', daily: 'days', weekly: 'weeks' } as const;

function everyOf(type: string | null, length: number): OutsideLine['every'] {
  const unit = type !== null && Object.hasOwn(units, type) ? units[type as keyof typeof units] : null;
  return unit === null ? null : { unit, count: Math.max(1, Math.floor(length)) };
}

/** Reads one export; what it cannot take is noted as it is met. */
class OpsgenieReader {
  readonly people = new OutsidePeople();
  readonly problems: ImportProblem[] = [];
  readonly #home: ZoneName;

  constructor(home: ZoneName) {
    this.#home = home;
  }

  /** A participant's id, or nobody where it is `none`, a team or an escalation. */
  #participant(value: Json, where: string): readonly string[] {
    const type = textAt(value, 'type') ?? 'user';
    const said = textAt(value, 'username') ?? textAt(value, 'name');
    const id = textAt(value, 'id') ?? said;
    if (type === 'user' && id !== null) return [this.people.add(id, said, said)];
    if (type !== 'none')
      this.problems.push(
        noted(
          `${where}: a turn is the ${type} ${said ?? id ?? 'without a name'}, not a person's. It stays open.`,
        ),
      );
    return [];
  }

  #line(rotation: Json, zone: ZoneName, where: string): readonly OutsideLine[] {
    const start = wallAt(rotation, 'startDate', zone);
    const every = everyOf(textAt(rotation, 'type'), numberAt(rotation, 'length') ?? 1);
    if (start === null || every === null) {
      this.problems.push(
        noted(`${where}: it does not say when its turns begin, or how long they are. Its rule is left out.`),
      );
      return [];
    }
    return [
      {
        name: where,
        level: 0,
        zone,
        start,
        until: wallAt(rotation, 'endDate', zone),
        every,
        order: listAt(rotation, 'participants').map((one) => this.#participant(one, where)),
        minutes: null,
        weekdays: [],
        weekStart: 1,
        windows: windowsOf(fieldOf(rotation, 'timeRestriction')),
      },
    ];
  }

  #turns(value: Json, user: Json, where: string): readonly Turn[] {
    const [start, end] = [momentAt(value, 'startDate'), momentAt(value, 'endDate')];
    if (start === null || end === null || start >= end) {
      this.problems.push(noted(`${where}: an entry does not say when it begins and ends, and is left out.`));
      return [];
    }
    return this.#participant(user, where).map((id) => ({ start, end, user: id }));
  }

  /** Turns of each rotation as a timeline has them, by its id or name. A period of nobody is a gap. */
  timelines(root: Json): ReadonlyMap<string, readonly Turn[]> {
    const holder = [root, fieldOf(root, 'data'), fieldOf(root, 'timeline'), at(root, 'timeline', 'data')];
    const timeline = holder.map((one) => fieldOf(one, 'finalTimeline')).find((one) => one !== undefined);
    return new Map(
      listAt(timeline, 'rotations').map((rotation) => {
        const key = textAt(rotation, 'id') ?? textAt(rotation, 'name') ?? '';
        const title = textAt(rotation, 'name') ?? key;
        const turns = listAt(rotation, 'periods').flatMap((period) => {
          const said = fieldOf(period, 'recipient');
          const flat = listAt(period, 'flattenedRecipients')[0];
          const who = textAt(said, 'type') === 'user' ? said : (flat ?? said ?? { type: 'none' });
          return this.#turns(period, who, title);
        });
        return [key, turns] as const;
      }),
    );
  }

  parts(
    schedule: Json,
    loose: readonly Json[],
    timelines: ReadonlyMap<string, readonly Turn[]>,
  ): readonly OutsidePart[] {
    const name = textAt(schedule, 'name') ?? 'Schedule without a name';
    const zone = zoneAt(schedule, 'timezone');
    if (zone === null)
      this.problems.push(
        noted(
          `${name}: its time zone is not known. Its times are read as those of ${this.#home}.`,
          'warning',
        ),
      );
    if (fieldOf(schedule, 'enabled') === false)
      this.problems.push(noted(`${name} is switched off over there.`, 'warning'));
    const overrides = [...listAt(schedule, 'overrides'), ...loose];
    return listAt(schedule, 'rotations').map((rotation, place) => {
      const title = textAt(rotation, 'name') ?? `Rotation ${place + 1}`;
      const where = `${name}, ${title}`;
      const own = textAt(rotation, 'id');
      const mine = overrides.filter((one) => {
        const of = listAt(one, 'rotations');
        const names = of.flatMap((each) => [textAt(each, 'id'), textAt(each, 'name')]);
        return of.length === 0 || names.some((each) => each !== null && (each === own || each === title));
      });
      return {
        id: own ?? where,
        name: where,
        schedule: textAt(schedule, 'id') ?? name,
        zone: zone ?? this.#home,
        lines: this.#line(rotation, zone ?? this.#home, where),
        rendered: timelines.get(own ?? '') ?? timelines.get(title) ?? [],
        overrides: mine.flatMap((one) => this.#turns(one, fieldOf(one, 'user'), where)),
        swaps: [],
      };
    });
  }
}

/** Schedules wherever an export keeps them: an answer of the service, a list, a backup, or one alone. */
function schedulesIn(root: Json): readonly Json[] {
  if (Array.isArray(root)) return root as readonly Json[];
  const lists = [listAt(root, 'schedules'), listAt(root, 'data')];
  const list = lists.find((one) => one.length > 0);
  if (list !== undefined) return list;
  const alone = [fieldOf(root, 'schedule'), fieldOf(root, 'data'), root];
  return alone.filter((one) => listAt(one, 'rotations').length > 0).slice(0, 1);
}

/**
 * Schedules of Opsgenie as its service and its backups write them: rotations with their overrides, and timelines, which go before the
 * rules. Turns of rules are counted on the wall clock of the schedule's zone.
 *
 * @param home zone where a schedule names none that is known
 */
export function readOpsgenie(root: Json, home: ZoneName): OutsideExport {
  const reader = new OpsgenieReader(home);
  reader.people.addAll(listAt(root, 'users'));
  const timelines = reader.timelines(root);
  const parts = schedulesIn(root).flatMap((schedule) =>
    reader.parts(schedule, listAt(root, 'overrides'), timelines),
  );
  // A timeline alone is enough for turns: its rotations stand for themselves.
  const used = new Set(parts.map(({ rendered }) => rendered));
  for (const [key, rendered] of timelines)
    if (!used.has(rendered))
      parts.push({
        id: key,
        name: key,
        schedule: '',
        zone: home,
        lines: [],
        rendered,
        overrides: [],
        swaps: [],
      });
  return { tool: 'opsgenie', users: reader.people.users, parts, problems: reader.problems };
}
