import { dateOf, timeOf, wallMinutes, weekdayOf } from '../calendar/days.ts';
import type { LocalDate, LocalDateTime, ZoneName } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { hasLeft } from './held-turns.ts';
import type { OutsideLine, OutsidePart } from './outside-schedule.ts';
import type { OutsideTake, OutsideTerms, PartTurns } from './outside-take.ts';
import { ruledTurns, wallOf } from './outside-turns.ts';
import { joined, type Turn } from './override-bundle.ts';

/** A stretch of time on a wall clock; the end is not included. */
export interface Stretch {
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

/** Hours that no week has, by weekday (1 is Monday) and time. */
export interface WeeklyHole {
  readonly from: { readonly weekday: number; readonly time: string };
  readonly until: { readonly weekday: number; readonly time: string };
}

/** What a schedule has in store for whoever takes it over, each with its dates (formats.md, section 9). */
export type AuditFinding =
  /** One person on call in two parts at once. */
  | {
      readonly kind: 'collision';
      readonly parts: readonly [string, string];
      readonly times: readonly (Stretch & { readonly user: string })[];
      /** Both lists stand to each other as at the beginning after so many days; null where one is no plain list. */
      readonly round: { readonly days: number; readonly lists: readonly [number, number] } | null;
    }
  /** Turns that are longer or shorter by true time than by the clock. */
  | {
      readonly kind: 'clock-change';
      readonly part: string;
      readonly times: readonly (Stretch & { readonly minutes: number })[];
    }
  /** Hand-offs at a time that the clocks skip, or show twice. */
  | {
      readonly kind: 'impossible-time';
      readonly part: string;
      readonly times: readonly ImpossibleTime[];
    }
  | { readonly kind: 'gap'; readonly part: string; readonly times: readonly Stretch[] }
  /** Nobody is on call at these hours in any week: what restrictions leave. */
  | {
      readonly kind: 'hole';
      readonly part: string;
      readonly hours: readonly WeeklyHole[];
      readonly from: LocalDate;
    }
  /** Turns of somebody after their last day in the team. */
  | {
      readonly kind: 'left';
      readonly user: string;
      readonly person: PersonId;
      readonly since: LocalDate;
      readonly times: readonly Stretch[];
    }
  | { readonly kind: 'unknown'; readonly user: string; readonly times: readonly Stretch[] }
  /** Two people over there are one here. */
  | { readonly kind: 'same-person'; readonly users: readonly string[]; readonly person: PersonId }
  /** A part in which nobody has a turn. */
  | { readonly kind: 'nobody'; readonly part: string };

const MINUTE = 60_000;
const DAY = 86_400_000;

const stretchOf = ({ start, end }: Pick<Turn, 'start' | 'end'>, zone: ZoneName): Stretch => ({
  start: wallOf(start, zone),
  end: wallOf(end, zone),
});

type Who = Pick<OutsideTerms, 'people'>;

/** Pauses that leave a turn one turn: nights between the days of somebody's week. */
const PAUSE = DAY;

/** Turns of one person with no more than a pause between them as one: a week by day is a week, not seven days. */
function withoutPauses(turns: readonly Turn[]): readonly Turn[] {
  const out: Turn[] = [];
  for (const turn of joined(turns)) {
    const last = out.at(-1);
    if (last?.user === turn.user && turn.start - last.end < PAUSE)
      out[out.length - 1] = { ...last, end: turn.end };
    else out.push(turn);
  }
  return out;
}

/** Who somebody is, so that two of whom one person is made count as one. */
const whoIs = (user: string, { people }: Who): string => people.get(user) ?? `there ${user}`;

/** Whether two parts must not have one person at the same time. */
function exclude(workspace: Workspace, one: PartTurns, other: PartTurns): boolean {
  if (one.role === null || other.role === null) {
    const isPair = one.part.schedule !== '' && one.part.schedule === other.part.schedule;
    return one.role === null && other.role === null && isPair;
  }
  if (one.role.rotation === other.role.rotation) return one.role.layer !== other.role.layer;
  const kinds = [one, other].map(({ role }) => recordOf(workspace, 'rotations', role?.rotation ?? '')?.kind);
  return kinds.every((kind) => kind === 'exclusive');
}

const commonDivisor = (one: number, other: number): number =>
  other === 0 ? one : commonDivisor(other, one % other);

/** Days in which a plain list comes round; null for anything else. */
function roundOf({ lines, rendered, overrides }: OutsidePart): { days: number; people: number } | null {
  const [line] = lines;
  if (line === undefined || lines.length > 1 || rendered.length + overrides.length > 0) return null;
  const { every, order } = line;
  if (every === null || every.unit === 'hours' || order.length === 0) return null;
  return { days: every.count * (every.unit === 'weeks' ? 7 : 1) * order.length, people: order.length };
}

function collisionOf(one: PartTurns, other: PartTurns, terms: Who): readonly AuditFinding[] {
  const times: Turn[] = [];
  let from = 0;
  for (const turn of one.turns) {
    while ((other.turns[from]?.end ?? Infinity) <= turn.start) from += 1;
    for (let at = from; (other.turns[at]?.start ?? Infinity) < turn.end; at += 1) {
      const beside = other.turns[at];
      if (beside === undefined || whoIs(beside.user, terms) !== whoIs(turn.user, terms)) continue;
      times.push({
        start: Math.max(turn.start, beside.start),
        end: Math.min(turn.end, beside.end),
        user: turn.user,
      });
    }
  }
  if (times.length === 0) return [];
  const { zone } = one.part;
  const rounds = [roundOf(one.part), roundOf(other.part)] as const;
  const [first, second] = rounds;
  return [
    {
      kind: 'collision',
      parts: [one.part.name, other.part.name],
      times: withoutPauses(times).map((time) => ({ ...stretchOf(time, zone), user: time.user })),
      round:
        first === null || second === null
          ? null
          : {
              days: (first.days / commonDivisor(first.days, second.days)) * second.days,
              lists: [first.people, second.people],
            },
    },
  ];
}

function clockChanges({ part, turns }: PartTurns): readonly AuditFinding[] {
  const times = turns.flatMap((turn) => {
    const wall = stretchOf(turn, part.zone);
    const minutes = (turn.end - turn.start) / MINUTE;
    return wallMinutes(wall.end) - wallMinutes(wall.start) === minutes ? [] : [{ ...wall, minutes }];
  });
  return times.length === 0 ? [] : [{ kind: 'clock-change', part: part.name, times }];
}

/** The most that clocks are put back at once: they show a time again at most so much later. */
const MOST_BACK = 180;

/** Whether the clocks show a moment's reading again before long. */
function comesTwice(start: number, wall: LocalDateTime, zone: ZoneName): boolean {
  if (wallMinutes(wallOf(start + MOST_BACK * MINUTE, zone)) - wallMinutes(wall) === MOST_BACK) return false;
  for (let minutes = 15; minutes <= MOST_BACK; minutes += 15)
    if (wallOf(start + minutes * MINUTE, zone) === wall) return true;
  return false;
}

interface ImpossibleTime {
  readonly at: LocalDateTime;
  readonly is: 'skipped' | 'twice';
}

const impossibleOf = (line: OutsideLine, from: number, until: number): readonly ImpossibleTime[] =>
  line.every?.unit === 'hours'
    ? []
    : ruledTurns(line, from, until).flatMap(({ wall, start }): readonly ImpossibleTime[] => {
        if (wallOf(start, line.zone) !== wall) return [{ at: wall, is: 'skipped' }];
        return comesTwice(start, wall, line.zone) ? [{ at: wall, is: 'twice' }] : [];
      });

function impossibleTimes({ part, from, until }: PartTurns): readonly AuditFinding[] {
  if (part.rendered.length > 0) return [];
  const times = part.lines.flatMap((line) => impossibleOf(line, from, until));
  return times.length === 0 ? [] : [{ kind: 'impossible-time', part: part.name, times }];
}

/** At the edges of a window what is missing may be a night or a weekend that it cuts: a gap there lasts a week. */
const EDGE = 7 * DAY;

/** The time of a window in which nobody is on call. */
function uncovered(
  turns: readonly Turn[],
  from: number,
  until: number,
): readonly Pick<Turn, 'start' | 'end'>[] {
  const found: Pick<Turn, 'start' | 'end'>[] = [];
  let at = from;
  for (const { start, end } of [...turns].sort((one, other) => one.start - other.start)) {
    if (start > at) found.push({ start: at, end: Math.min(start, until) });
    at = Math.max(at, end);
  }
  if (at < until) found.push({ start: at, end: until });
  return found.filter(
    ({ start, end }) => start < end && ((start > from && end < until) || end - start >= EDGE),
  );
}

const hourOf = (wall: LocalDateTime): WeeklyHole['from'] => ({
  weekday: weekdayOf(dateOf(wall)),
  time: timeOf(wall),
});

/** Fewest weeks after which what comes every week is taken for a habit. */
const LEAST_WEEKS = 3;
/** Share of the weeks in which a hole is there: an override now and then fills one. */
const MOST_WEEKS = 0.8;

/** Gaps of the parts that stand for one role together: those of nearly every week apart from the others. */
function gapsOf(parts: readonly PartTurns[]): readonly AuditFinding[] {
  const [first] = parts;
  if (first === undefined || parts.every(({ turns }) => turns.length === 0)) return [];
  const { zone } = first.part;
  const name = parts.map(({ part }) => part.name).join(' + ');
  const [from, until] = [
    Math.min(...parts.map((one) => one.from)),
    Math.max(...parts.map((one) => one.until)),
  ];
  const gaps = uncovered(
    parts.flatMap(({ turns }) => turns),
    from,
    until,
  ).map((gap) => stretchOf(gap, zone));
  const weekly = new Map<string, Stretch[]>();
  for (const gap of gaps) {
    const key = `${weekdayOf(dateOf(gap.start))} ${timeOf(gap.start)} ${wallMinutes(gap.end) - wallMinutes(gap.start)}`;
    weekly.set(key, [...(weekly.get(key) ?? []), gap]);
  }
  const least = Math.max(LEAST_WEEKS, ((until - from) / (7 * DAY)) * MOST_WEEKS);
  const holes = [...weekly.values()].filter((same) => same.length >= least);
  const habitual = new Set(holes.flat());
  const [hole] = [...habitual].sort((one, other) => (one.start < other.start ? -1 : 1));
  const times = gaps.filter((gap) => !habitual.has(gap));
  return [
    ...(times.length === 0 ? [] : [{ kind: 'gap', part: name, times } as const]),
    ...(hole === undefined
      ? []
      : [
          {
            kind: 'hole',
            part: name,
            from: dateOf(hole.start),
            hours: holes
              .flatMap(([one]) =>
                one === undefined ? [] : [{ from: hourOf(one.start), until: hourOf(one.end) }],
              )
              .sort(
                (one, other) =>
                  one.from.weekday - other.from.weekday || (one.from.time < other.from.time ? -1 : 1),
              ),
          } as const,
        ]),
  ];
}

/** Turns by person there, in the order of their names' first turns. */
function byUser(parts: readonly PartTurns[]): ReadonlyMap<string, readonly Stretch[]> {
  const found = new Map<string, Stretch[]>();
  for (const { part, turns } of parts)
    for (const turn of withoutPauses(turns)) {
      const own = found.get(turn.user) ?? [];
      own.push(stretchOf(turn, part.zone));
      found.set(turn.user, own);
    }
  return found;
}

/** The day from which somebody is no longer there. */
function leftOn(workspace: Workspace, id: PersonId): LocalDate | null {
  const person = recordOf(workspace, 'people', id);
  const days = [person?.archivedOn ?? null, person?.leavesOn ?? null].filter((day) => day !== null);
  return days.sort()[0] ?? null;
}

function peopleFindings(
  workspace: Workspace,
  parts: readonly PartTurns[],
  terms: Who,
): readonly AuditFinding[] {
  const findings: AuditFinding[] = [];
  const users = new Map<PersonId, string[]>();
  for (const [user, all] of byUser(parts)) {
    const person = terms.people.get(user);
    if (person === undefined) findings.push({ kind: 'unknown', user, times: all });
    if (person === undefined || person === null) continue;
    users.set(person, [...(users.get(person) ?? []), user]);
    const since = leftOn(workspace, person);
    const times = since === null ? [] : all.filter(({ start }) => hasLeft(workspace, person, dateOf(start)));
    if (since !== null && times.length > 0) findings.push({ kind: 'left', user, person, since, times });
  }
  for (const [person, same] of users)
    if (same.length > 1) findings.push({ kind: 'same-person', users: same, person });
  return findings;
}

/** Parts that are on call for one role: their gaps are those that none of them fills. */
function together(parts: readonly PartTurns[]): readonly (readonly PartTurns[])[] {
  const groups = new Map<string, PartTurns[]>();
  for (const one of parts) {
    const key = one.role === null ? `part ${one.part.id}` : `${one.role.rotation} ${one.role.layer}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/**
 * Looks a schedule over before it is taken over: the parts that stand for a role here, or all of them as long as none does. People are those
 * of the terms; what a finding is about begins today, but for turns that the tool worked out itself.
 */
export function auditOf(
  workspace: Workspace,
  { parts }: Pick<OutsideTake, 'parts'>,
  terms: Who,
): readonly AuditFinding[] {
  const used = parts.filter(({ role }) => role !== null);
  const looked = used.length > 0 ? used : parts;
  const pairs = looked.flatMap((one, place) => looked.slice(place + 1).map((other) => [one, other] as const));
  return [
    ...pairs.flatMap(([one, other]) =>
      exclude(workspace, one, other) ? collisionOf(one, other, terms) : [],
    ),
    ...peopleFindings(workspace, looked, terms),
    ...together(looked).flatMap(gapsOf),
    ...looked.flatMap(({ part, turns }) =>
      turns.length === 0 ? [{ kind: 'nobody', part: part.name } as const] : [],
    ),
    ...looked.flatMap(impossibleTimes),
    ...looked.flatMap(clockChanges),
  ];
}
