import { dateOf, type DateRange } from '../calendar/days.ts';
import { holidaysTouched } from '../calendar/holidays.ts';
import { slotLoad } from '../fairness/load.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, RotationId } from '../model/ids.ts';
import type { Policy } from '../model/policy.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Slot, slotsOfQuarter } from '../rotation/expand.ts';
import { servedDays } from '../rotation/override.ts';
import { familyOf } from './family.ts';

/** The days on which both of two plans have a duty, by duty: outside them one of the two has nothing to compare with. */
export type CommonDays = ReadonlyMap<RotationId, DateRange>;

function coverage(workspace: Workspace, quarter: QuarterId): CommonDays {
  const ranges = new Map<RotationId, DateRange>();
  for (const { rotation, start, end } of slotsOfQuarter(workspace, quarter)) {
    const family = familyOf(workspace, rotation);
    const known = ranges.get(family);
    const [from, until] = [dateOf(start), dateOf(end)];
    ranges.set(family, {
      from: known !== undefined && known.from < from ? known.from : from,
      until: known !== undefined && known.until > until ? known.until : until,
    });
  }
  return ranges;
}

/**
 * What both plans of a quarter cover. The last turn of two weeks may reach a week further into the next quarter than the last
 * weekly one: that week is not more work, it is work that the other plan counts a quarter later.
 */
export function commonDays(quarter: QuarterId, left: Workspace, right: Workspace): CommonDays {
  const other = coverage(right, quarter);
  return new Map(
    [...coverage(left, quarter)].map(([family, range]) => {
      const against = other.get(family);
      if (against === undefined) return [family, range];
      return [
        family,
        {
          from: range.from > against.from ? range.from : against.from,
          until: range.until < against.until ? range.until : against.until,
        },
      ];
    }),
  );
}

/** True where a day of a duty lies in what both plans cover; a duty that only one of them has is covered by it alone. */
export function isCommon(
  workspace: Workspace,
  rotation: RotationId,
  day: LocalDate,
  common: CommonDays,
): boolean {
  const range = common.get(familyOf(workspace, rotation));
  return range === undefined || (range.from <= day && day < range.until);
}

function loadOf(workspace: Workspace, slot: Slot, policy: Policy, common: CommonDays): number {
  const rotation = workspace.rotations[slot.rotation];
  const layer = rotation?.layers.find(({ name }) => name === slot.layer);
  if (rotation === undefined || layer === undefined) return 0;
  const days = servedDays(workspace.shifts, slot).filter((day) =>
    isCommon(workspace, slot.rotation, day, common),
  );
  const holidays = holidaysTouched(workspace, workspace.about.region, days, policy.holidayDate);
  return slotLoad(days, holidays, policy, layer.weightPercent, rotation.factorPercent);
}

/** What everybody holds of a quarter on the common days, in q, by a policy of the caller's choice. */
export function loadsWithin(
  workspace: Workspace,
  quarter: QuarterId,
  policy: Policy,
  common: CommonDays,
): ReadonlyMap<PersonId, number> {
  const loads = new Map<PersonId, number>();
  for (const slot of slotsOfQuarter(workspace, quarter)) {
    const person = workspace.shifts[slot.id]?.person;
    if (person !== undefined)
      loads.set(person, (loads.get(person) ?? 0) + loadOf(workspace, slot, policy, common));
  }
  return loads;
}
