import { missingSets, regionsKept, setFor, type MissingSet } from '../calendar/holiday-sets.ts';
import { nextQuarter, quarterRange } from '../calendar/days.ts';
import type { Holiday, HolidaySet } from '../model/holiday.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { Leave } from '../model/leave.ts';
import { leaveOf } from '../model/leave-of.ts';
import type { Person } from '../model/person.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { slotsOfQuarter } from '../rotation/expand.ts';
import { isShadow } from '../rotation/shadow.ts';

/** What is known before a quarter is planned, and what is missing. Facts only: which of it matters is the lead's to say. */
export interface Readiness {
  /** Who is in the team on some day of the quarter. */
  readonly people: readonly Person[];
  readonly joining: readonly Person[];
  readonly leaving: readonly Person[];
  /** Whose holidays are nobody's: neither they nor the team has a region. */
  readonly withoutRegion: readonly Person[];
  /** In the team, and in no rotation that has turns in the quarter. */
  readonly withoutTurns: readonly Person[];
  readonly leave: readonly Leave[];
  readonly tentativeLeave: readonly Leave[];
  /** Who has not put down any leave within the quarter. */
  readonly withoutLeave: readonly Person[];
  readonly holidays: readonly Holiday[];
  readonly tentativeHolidays: readonly Holiday[];
  /** Regions that somebody keeps, without a set for the year. */
  readonly missingSets: readonly MissingSet[];
  /** Sets of the quarter's year that somebody keeps and nobody has locked. */
  readonly openSets: readonly HolidaySet[];
  /** Turns of the quarter, and how many of them somebody holds. */
  readonly turns: number;
  readonly held: number;
}

/** In the team on some day from `from` to before `until`. */
const isThere = ({ joinsOn, leavesOn, archivedOn }: Person, from: LocalDate, until: LocalDate): boolean =>
  (joinsOn === null || joinsOn < until) &&
  (leavesOn === null || leavesOn >= from) &&
  (archivedOn === null || archivedOn > from);

/** Whether a day lies within the quarter. */
const within = (day: LocalDate | null, quarter: QuarterId): boolean => {
  const { from, until } = quarterRange(quarter);
  return day !== null && from <= day && day < until;
};

function holidaysIn(
  workspace: Workspace,
  quarter: QuarterId,
  sets: readonly HolidaySet[],
): readonly Holiday[] {
  const own = new Set(sets.map(({ id }) => id));
  return recordsOf(workspace, 'holidays').filter(
    ({ set, actual, observed }) => own.has(set) && (within(actual, quarter) || within(observed, quarter)),
  );
}

/** The turns of a quarter that are duty: of layers that weigh anything. */
const turnsOf = (workspace: Workspace, quarter: QuarterId) =>
  slotsOfQuarter(workspace, quarter).filter(({ rotation, layer }) => {
    const own = workspace.rotations[rotation];
    return own === undefined || !isShadow(own, layer);
  });

/** What stands of a quarter before it is planned, and after. */
export function readinessOf(workspace: Workspace, quarter: QuarterId): Readiness {
  const { from, until } = quarterRange(quarter);
  const year = Number(quarter.slice(0, 4));
  const people = recordsOf(workspace, 'people')
    .filter((person) => isThere(person, from, until))
    .sort((one, other) => one.position - other.position);
  const turns = turnsOf(workspace, quarter);
  const takers = new Set(
    [...new Set(turns.map(({ rotation }) => rotation))].flatMap((id) => {
      const rotation = workspace.rotations[id];
      return rotation === undefined
        ? []
        : [...rotation.participants.map(({ person }) => person), ...rotation.standIns];
    }),
  );
  const leave = people.flatMap(({ id }) =>
    leaveOf(workspace, id).filter((one) => one.from < until && one.to >= from),
  );
  const away = new Set(leave.map(({ person }) => person));
  const sets = [...regionsKept(workspace).keys()].flatMap((region) => setFor(workspace, region, year) ?? []);
  const kept = [...new Set(sets)];
  const holidays = holidaysIn(workspace, quarter, kept);
  return {
    people,
    joining: people.filter(({ joinsOn }) => within(joinsOn, quarter)),
    leaving: people.filter(({ leavesOn }) => within(leavesOn, quarter)),
    withoutRegion: workspace.about.region === null ? people.filter(({ region }) => region === null) : [],
    withoutTurns: people.filter(({ id }) => !takers.has(id)),
    leave,
    tentativeLeave: leave.filter(({ tentative }) => tentative),
    withoutLeave: people.filter(({ id }) => !away.has(id)),
    holidays,
    tentativeHolidays: holidays.filter(({ tentative }) => tentative),
    missingSets: missingSets(workspace, [year]),
    openSets: kept.filter(({ locked }) => !locked),
    turns: turns.length,
    held: turns.filter(({ id }) => workspace.shifts[id] !== undefined).length,
  };
}

/** Quarters ahead that are looked at for one that is not planned. */
const MOST_AHEAD = 8;

/** The first quarter from `quarter` on that has turns nobody holds; `quarter` itself where there is none within two years. */
export function quarterToPrepare(workspace: Workspace, quarter: QuarterId): QuarterId {
  let next = quarter;
  for (let ahead = 0; ahead < MOST_AHEAD; ahead++, next = nextQuarter(next)) {
    if (turnsOf(workspace, next).some(({ id }) => workspace.shifts[id] === undefined)) return next;
  }
  return quarter;
}
