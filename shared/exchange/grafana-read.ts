import type { ZoneName } from '../model/dates.ts';
import type { ImportProblem } from './import-report.ts';
import { fieldOf, listAt, momentAt, textAt, type Json } from './json-fields.ts';
import { OutsidePeople } from './outside-people.ts';
import {
  noted,
  type OutsideExport,
  type OutsideLine,
  type OutsidePart,
  type OutsideSwap,
} from './outside-schedule.ts';
import { numberAt, wallAt, zoneAt } from './outside-times.ts';
import type { Turn } from './override-bundle.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A shift that lasts longer than a year is none. */
const MOST_SECONDS = 366 * 86_400;

const UTC = 'UTC' as ZoneName;
const units = { hourly: 'hours', daily: 'days', weekly: 'weeks' } as const;

/** Overrides of its own screens lie over all levels that rules can have. */
const OVERRIDE_LEVEL = 1000;

const weekdayNamed = (name: Json): number =>
  DAYS.indexOf(typeof name === 'string' ? name.toUpperCase() : '') + 1;

/** Entries of an answer of the service, or of a list of them. */
function entriesOf(value: Json, name: string): readonly Json[] {
  const own = fieldOf(value, name);
  return Array.isArray(own) ? (own as readonly Json[]) : listAt(own, 'results');
}

/** How often the turns of a shift change hands, and on which weekdays they begin. */
type Rhythm = Pick<OutsideLine, 'every' | 'weekdays' | 'weekStart'>;

/** Null where its rule is of a kind that turns are not worked out for. */
function rhythmOf(shift: Json, isRolling: boolean): Rhythm | null {
  const once = { every: null, weekdays: [], weekStart: 1 };
  const type = textAt(shift, 'type');
  if (type === 'single_event' || type === 'override') return once;
  const frequency = textAt(shift, 'frequency')?.toLowerCase() ?? '';
  const byMonth = [...listAt(shift, 'by_month'), ...listAt(shift, 'by_monthday')];
  if (!Object.hasOwn(units, frequency) || byMonth.length > 0) return null;
  const unit = units[frequency as keyof typeof units];
  const count = Math.max(1, Math.floor(numberAt(shift, 'interval') ?? 1));
  const named = listAt(shift, 'by_day').map(weekdayNamed);
  if (named.includes(0)) return null;
  const weekStart = weekdayNamed(textAt(shift, 'week_start') ?? 'SU') || 7;
  if (unit === 'weeks') return { every: { unit, count }, weekdays: named, weekStart };
  if (named.length === 0) return { every: { unit, count }, weekdays: [], weekStart };
  // Every day, on some weekdays, by the same people: as good as every week on those.
  return unit === 'days' && count === 1 && !isRolling
    ? { every: { unit: 'weeks', count: 1 }, weekdays: named, weekStart }
    : null;
}

/** Reads one export; what it cannot take is noted as it is met. */
class GrafanaReader {
  readonly people = new OutsidePeople();
  readonly problems: ImportProblem[] = [];
  readonly #home: ZoneName;

  constructor(home: ZoneName) {
    this.#home = home;
  }

  /** Who serves together, turn by turn. */
  #order(shift: Json): readonly (readonly string[])[] {
    const ids = (list: readonly Json[]): readonly string[] =>
      list.flatMap((one) => {
        const said = typeof one === 'string' ? one : textAt(one, 'id');
        return said === null || said === '' ? [] : [this.people.idOf(said.slice(0, 300))];
      });
    if (textAt(shift, 'type') !== 'rolling_users') return [ids(listAt(shift, 'users'))];
    const lists = listAt(shift, 'rolling_users').map((one) =>
      ids(Array.isArray(one) ? (one as readonly Json[]) : []),
    );
    const first = Math.max(0, Math.floor(numberAt(shift, 'start_rotation_from_user_index') ?? 0));
    const turn = lists.length === 0 ? 0 : first % lists.length;
    return [...lists.slice(turn), ...lists.slice(0, turn)];
  }

  line(shift: Json, scheduleZone: ZoneName): readonly OutsideLine[] {
    const name = textAt(shift, 'name') ?? 'Shift without a name';
    const zone = zoneAt(shift, 'time_zone') ?? scheduleZone;
    const start = wallAt(shift, 'start', zone);
    const seconds = numberAt(shift, 'duration');
    const order = this.#order(shift);
    const rhythm = rhythmOf(shift, order.length > 1);
    if (start === null || seconds === null || seconds <= 0 || seconds > MOST_SECONDS) {
      this.problems.push(
        noted(`${name}: it does not say when it begins, or how long it lasts, and is left out.`),
      );
      return [];
    }
    if (rhythm === null) {
      const rule = ['frequency', 'by_day', 'by_month', 'by_monthday'].filter(
        (field) => (fieldOf(shift, field) ?? null) !== null,
      );
      this.problems.push(
        noted(
          `${name}: its rule (${rule.join(', ')}) is of a kind whose turns are not worked out here, and is left out. Export the schedule's final shifts instead.`,
        ),
      );
      return [];
    }
    if (order.some((together) => together.length > 1))
      this.problems.push(noted(`${name}: several people are on call together. The first of them is taken.`));
    const level = textAt(shift, 'type') === 'override' ? OVERRIDE_LEVEL : (numberAt(shift, 'level') ?? 0);
    const until = wallAt(shift, 'until', zone);
    return [
      { name, level, zone, start, until, order, minutes: Math.round(seconds / 60), windows: [], ...rhythm },
    ];
  }

  rendered(entries: readonly Json[]): readonly Turn[] {
    return entries.flatMap((entry) => {
      const [start, end] = [momentAt(entry, 'shift_start'), momentAt(entry, 'shift_end')];
      const login = textAt(entry, 'user_username');
      const id = textAt(entry, 'user_pk') ?? login;
      if (start === null || end === null || start >= end || id === null) {
        this.problems.push(
          noted('A final shift does not say who has it, or when it begins and ends, and is left out.'),
        );
        return [];
      }
      return [{ start, end, user: this.people.add(id, login, textAt(entry, 'user_email')) }];
    });
  }

  swaps(entries: readonly Json[], schedule: string | null): readonly OutsideSwap[] {
    return entries.flatMap((entry) => {
      const [start, end] = [momentAt(entry, 'swap_start'), momentAt(entry, 'swap_end')];
      const [of, by] = [textAt(entry, 'beneficiary'), textAt(entry, 'benefactor')];
      const elsewhere = schedule !== null && textAt(entry, 'schedule') !== schedule;
      if (start === null || end === null || of === null || by === null || elsewhere) return [];
      return [{ start, end, of: this.people.idOf(of), by: this.people.idOf(by) }];
    });
  }

  part(schedule: Json, root: Json, shifts: ReadonlyMap<string, Json>, isOnly: boolean): OutsidePart {
    const name = textAt(schedule, 'name') ?? 'Schedule without a name';
    const id = textAt(schedule, 'id') ?? name;
    const said = textAt(schedule, 'time_zone');
    // UTC is what the service takes where a schedule names none.
    const zone = said === null ? UTC : zoneAt(schedule, 'time_zone');
    if (zone === null)
      this.problems.push(
        noted(
          `${name}: its time zone is not known. Its times are read as those of ${this.#home}.`,
          'warning',
        ),
      );
    for (const field of ['ical_url_primary', 'ical_url_overrides', 'ical_url'])
      if (textAt(schedule, field) !== null)
        this.problems.push(
          noted(
            `${name}: a calendar at another address belongs to it, and is not in this file. Import that calendar by itself.`,
          ),
        );
    const own = listAt(schedule, 'shifts').flatMap((one) => {
      const shift = typeof one === 'string' ? shifts.get(one) : one;
      if (shift === undefined)
        this.problems.push(
          noted(`${name}: its shift ${String(one).slice(0, 60)} is not in this file, and is left out.`),
        );
      return shift === undefined ? [] : [shift];
    });
    const finals = entriesOf(schedule, 'final_shifts');
    return {
      id,
      name,
      schedule: '',
      zone: zone ?? this.#home,
      lines: own.flatMap((shift) => this.line(shift, zone ?? this.#home)),
      rendered: this.rendered(finals.length > 0 || !isOnly ? finals : entriesOf(root, 'final_shifts')),
      overrides: [],
      swaps: this.swaps(entriesOf(root, 'shift_swaps'), id),
    };
  }
}

/** What an answer of the service is a list of, by what its entries have; an object of several such lists is taken as it is. */
function named(root: Json): Json {
  const list = Array.isArray(root) ? (root as readonly Json[]) : listAt(root, 'results');
  const [first] = list;
  if (first === undefined)
    return fieldOf(root, 'shifts') !== undefined && textAt(root, 'id') !== null
      ? { schedules: [root] }
      : root;
  if (fieldOf(first, 'shift_start') !== undefined) return { final_shifts: list };
  if (fieldOf(first, 'duration') !== undefined) return { on_call_shifts: list };
  return { schedules: list };
}

/**
 * Schedules of Grafana OnCall as its service writes them: one answer (schedules, shifts, final shifts), or several under their names in one
 * object. Final shifts are as the tool worked them out, and go before rules.
 *
 * @param home zone where a schedule names one that is not known
 */
export function readGrafana(given: Json, home: ZoneName): OutsideExport {
  const root = named(given);
  const reader = new GrafanaReader(home);
  reader.people.addAll(entriesOf(root, 'users'));
  const all = entriesOf(root, 'on_call_shifts');
  const shifts = new Map(all.map((shift) => [textAt(shift, 'id') ?? '', shift]));
  const schedules = entriesOf(root, 'schedules');
  const parts = schedules.map((schedule) => reader.part(schedule, root, shifts, schedules.length === 1));
  if (schedules.length === 0) {
    // Without a schedule its shifts stand for one.
    const alone = { name: 'The schedule in this file', shifts: all, time_zone: home };
    const part = reader.part(alone, root, shifts, true);
    if (part.lines.length > 0 || part.rendered.length > 0) parts.push(part);
  }
  return { tool: 'grafana-oncall', users: reader.people.users, parts, problems: reader.problems };
}
