import type { ZoneName } from '../model/dates.ts';
import type { ImportProblem } from './import-report.ts';
import { at, fieldOf, listAt, momentAt, textAt, type Json } from './json-fields.ts';
import { OutsidePeople } from './outside-people.ts';
import { noted, type OutsideExport, type OutsidePart } from './outside-schedule.ts';
import { zoneAt } from './outside-times.ts';
import type { Turn } from './override-bundle.ts';

/** A file is one answer, or several pages of one. */
const pagesOf = (root: Json): readonly Json[] => (Array.isArray(root) ? (root as readonly Json[]) : [root]);

const schedulesIn = (page: Json): readonly Json[] => {
  const one = fieldOf(page, 'schedule');
  return one === undefined || one === null ? listAt(page, 'schedules') : [one];
};

const marks = ['schedule_layers', 'final_schedule', 'overrides_subschedule', 'http_cal_url'];

/** True for answers of PagerDuty about schedules, older and newer, and about who is on call. */
export const isPagerDuty = (root: Json): boolean =>
  pagesOf(root)
    .slice(0, 50)
    .some(
      (page) =>
        Array.isArray(at(page, 'oncalls')) ||
        schedulesIn(page)
          .slice(0, 50)
          .some((schedule) => marks.some((mark) => fieldOf(schedule, mark) !== undefined)),
    );

/** Reads one saved answer; what it cannot take is noted as it is met. */
class PagerDutyReader {
  readonly people = new OutsidePeople();
  readonly problems: ImportProblem[] = [];
  readonly #home: ZoneName;
  readonly #users = new Map<string, Json>();

  constructor(home: ZoneName) {
    this.#home = home;
  }

  /** Names and addresses stand where a user is told in full, which need not be where the turns are. */
  know(users: readonly Json[]): void {
    for (const user of users) {
      const id = textAt(user, 'id');
      if (id !== null && textAt(user, 'email') !== null) this.#users.set(id, user);
    }
  }

  #person(user: Json): string | null {
    const id = textAt(user, 'id') ?? textAt(user, 'user_id');
    if (id === null) return null;
    const known = this.#users.get(id) ?? user;
    return this.people.add(id, textAt(known, 'name') ?? textAt(known, 'summary'), textAt(known, 'email'));
  }

  /** A stretch with whoever has it; nothing where nobody does. */
  #turn(entry: Json, who: Json, [from, until]: readonly [string, string], where: string): readonly Turn[] {
    const [start, end] = [momentAt(entry, from), momentAt(entry, until)];
    const user = this.#person(who);
    // A place without a member, or of a user who was deleted: nobody is on call then.
    if (user === null) return [];
    if (start !== null && end !== null && start < end) return [{ start, end, user }];
    this.problems.push(noted(`${where}: an entry does not say when it begins and ends, and is left out.`));
    return [];
  }

  /** What the service worked out itself; an answer without it has turns in its layers, of which the first wins. */
  #rendered(schedule: Json, where: string): readonly Turn[] {
    const entries = (list: readonly Json[]): readonly Turn[] =>
      list.flatMap((entry) => this.#turn(entry, fieldOf(entry, 'user'), ['start', 'end'], where));
    const newer = listAt(schedule, 'final_schedule', 'computed_shift_assignments');
    if (newer.length > 0)
      return newer.flatMap((entry) =>
        this.#turn(entry, fieldOf(entry, 'member'), ['start_time', 'end_time'], where),
      );
    const final = listAt(schedule, 'final_schedule', 'rendered_schedule_entries');
    if (final.length > 0) return entries(final);
    return [fieldOf(schedule, 'overrides_subschedule'), ...listAt(schedule, 'schedule_layers')].flatMap(
      (layer) => entries(listAt(layer, 'rendered_schedule_entries')),
    );
  }

  part(schedule: Json): OutsidePart {
    const id = textAt(schedule, 'id') ?? textAt(schedule, 'name') ?? 'schedule';
    const name = textAt(schedule, 'name') ?? textAt(schedule, 'summary') ?? id;
    const zone = zoneAt(schedule, 'time_zone');
    const rendered = this.#rendered(schedule, name);
    if (rendered.length === 0)
      this.problems.push(
        noted(
          `${name}: the answer has no turns. Ask for the schedule with since and until, which it needs to work them out.`,
        ),
      );
    return { ...part(id, name, zone ?? this.#home), rendered };
  }

  /** Who is on call now, and until when, by schedule; somebody who always is stands on no schedule. */
  onCalls(list: readonly Json[]): readonly OutsidePart[] {
    const found = new Map<string, OutsidePart & { readonly rendered: Turn[] }>();
    const told = new Set<string>();
    for (const entry of list) {
      const schedule = fieldOf(entry, 'schedule');
      const id = textAt(schedule, 'id');
      if (id === null) continue;
      const name = textAt(schedule, 'name') ?? textAt(schedule, 'summary') ?? id;
      const known = found.get(id) ?? { ...part(id, name, this.#home), rendered: [] };
      found.set(id, known);
      for (const turn of this.#turn(entry, fieldOf(entry, 'user'), ['start', 'end'], name)) {
        // One schedule may stand on several levels and policies, which each list the same turn.
        const key = `${id} ${turn.start} ${turn.end} ${turn.user}`;
        if (!told.has(key)) known.rendered.push(turn);
        told.add(key);
      }
    }
    return [...found.values()];
  }
}

const part = (id: string, name: string, zone: ZoneName): OutsidePart => ({
  id,
  name,
  schedule: id,
  zone,
  lines: [],
  rendered: [],
  overrides: [],
  swaps: [],
});

/** What one schedule has in several answers, as one. */
function merged(parts: readonly OutsidePart[]): readonly OutsidePart[] {
  const found = new Map<string, OutsidePart>();
  for (const one of parts) {
    const known = found.get(one.id);
    found.set(
      one.id,
      known === undefined ? one : { ...known, rendered: [...known.rendered, ...one.rendered] },
    );
  }
  return [...found.values()];
}

/**
 * Schedules of PagerDuty as its service answers `GET schedules/ID` with `since` and `until`, older and newer ones, one answer or several, and
 * `GET oncalls`. Their turns are as the service worked them out, in true time.
 *
 * @param home zone where a schedule names none that is known, as where it has a name of Rails
 */
export function readPagerDuty(root: Json, home: ZoneName): OutsideExport {
  const reader = new PagerDutyReader(home);
  const pages = pagesOf(root);
  for (const page of pages) {
    reader.know(listAt(page, 'users'));
    for (const schedule of schedulesIn(page)) reader.know(listAt(schedule, 'users'));
  }
  const parts = pages.flatMap((page) => [
    ...schedulesIn(page).map((schedule) => reader.part(schedule)),
    ...reader.onCalls(listAt(page, 'oncalls')),
  ]);
  return { tool: 'pagerduty', users: reader.people.users, parts: merged(parts), problems: reader.problems };
}
