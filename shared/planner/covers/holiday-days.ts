import { addDays, dateOf, quarterRange } from '../../calendar/days.ts';
import { holidaysTouched, type HolidayTouched } from '../../calendar/holidays.ts';
import { daysAtNoon } from '../../calendar/span.ts';
import { policyOf } from '../../fairness/policy-of.ts';
import type { LocalDate, QuarterId } from '../../model/dates.ts';
import type { PersonId, ShiftId } from '../../model/ids.ts';
import type { Shift } from '../../model/shift.ts';
import type { Workspace } from '../../model/workspace.ts';
import { quarterOfSlot } from '../../rotation/expand.ts';
import { coversOf } from '../../rotation/override.ts';
import { coverTimes } from './cover-times.ts';
import { daysServed } from './days-served.ts';

/** A holiday within a turn, as days that somebody else could take over. */
export interface HolidayInTurn {
  /** The turn, or the cover that has exactly these days. */
  readonly shift: ShiftId;
  readonly turn: ShiftId;
  readonly from: LocalDate;
  /** Not included. */
  readonly until: LocalDate;
  readonly person: PersonId;
  readonly names: readonly string[];
}

/** The holidays of everybody who could serve a day: the team's own, and those of each person's region. */
function regionsOf(workspace: Workspace): readonly (string | null)[] {
  const regions = Object.values(workspace.people).map(({ region }) => region ?? workspace.about.region);
  return [...new Set([workspace.about.region, ...regions])];
}

interface Stretch {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly names: readonly string[];
}

/** The days that a holiday counts on. One that counts on either of two dates is not parted, or it would count twice. */
function stretchOf(
  workspace: Workspace,
  days: readonly LocalDate[],
  feast: HolidayTouched,
  either: boolean,
): Stretch {
  const record = workspace.holidays[feast.holiday];
  const others = either
    ? [record?.actual, record?.observed].filter(
        (date) => date !== null && date !== undefined && days.includes(date),
      )
    : [];
  const dates = [feast.date, ...(others as LocalDate[])].sort();
  return { from: dates[0] ?? feast.date, until: addDays(dates.at(-1) ?? feast.date, 1), names: [feast.name] };
}

/** Stretches that overlap are one: the same days cannot be given away twice. */
function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const apart: Stretch[] = [];
  for (const next of [...stretches].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const last = apart.at(-1);
    if (last === undefined || last.until <= next.from) apart.push(next);
    else
      apart[apart.length - 1] = {
        from: last.from,
        until: last.until > next.until ? last.until : next.until,
        names: [...new Set([...last.names, ...next.names])],
      };
  }
  return apart;
}

/**
 * The holidays that begin in a quarter within the turns that are held, as stretches that can be given to somebody else: not those of
 * a shadow, which carries no duty, and not those of which only a part is covered already.
 */
export function holidaysInTurns(workspace: Workspace, quarter: QuarterId): readonly HolidayInTurn[] {
  const { from, until } = quarterRange(quarter);
  const { holidayDate } = policyOf(workspace, quarter);
  const regions = regionsOf(workspace);
  const turns = Object.values(workspace.shifts)
    .filter(({ covers, start, end }) => covers === null && dateOf(start) < until && dateOf(end) >= from)
    .sort((a, b) => (a.start !== b.start ? (a.start < b.start ? -1 : 1) : a.id < b.id ? -1 : 1));
  return turns
    .flatMap((turn) => holidaysOf(workspace, turn, regions, holidayDate))
    .filter(({ turn, from: day, until: end }) => {
      const times = coverTimes(workspace.shifts[turn] as Shift, day, end);
      return times !== null && quarterOfSlot(times) === quarter;
    });
}

function holidaysOf(
  workspace: Workspace,
  turn: Shift,
  regions: readonly (string | null)[],
  which: 'actual' | 'observed' | 'either',
): readonly HolidayInTurn[] {
  const layer = workspace.rotations[turn.rotation]?.layers.find(({ name }) => name === turn.layer);
  if ((layer?.weightPercent ?? 0) === 0) return [];
  const days = daysAtNoon(turn.start, turn.end);
  const served = daysServed(workspace, turn.id);
  const stretches = regions.flatMap((region) =>
    holidaysTouched(workspace, region, days, which).map((feast) =>
      stretchOf(workspace, days, feast, which === 'either'),
    ),
  );
  return merged(stretches).flatMap(({ from, until, names }): readonly HolidayInTurn[] => {
    const own = served.filter(({ day }) => from <= day && day < until);
    const [first] = own;
    if (first === undefined || !own.every(({ cover }) => cover === first.cover)) return [];
    const cover = coversOf(workspace.shifts, turn.id).find(({ id }) => id === first.cover);
    // Of a longer cover the rest would have to be cut apart: whoever arranged it arranged it whole.
    if (cover !== undefined && daysAtNoon(cover.start, cover.end).length !== own.length) return [];
    const { person, cover: id } = first;
    return [{ shift: id ?? turn.id, turn: turn.id, from, until, person, names }];
  });
}
