import type { Holiday, HolidaySet } from '../model/holiday.ts';
import type { HolidaySetId } from '../model/ids.ts';
import { recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

/** The sets, the latest year first, then by region. */
export const setsInOrder = (workspace: Workspace): readonly HolidaySet[] =>
  recordsOf(workspace, 'holidaySets').toSorted((a, b) => b.year - a.year || (a.region < b.region ? -1 : 1));

/** The entries of a set by date. */
export const entriesOf = (workspace: Workspace, set: HolidaySetId): readonly Holiday[] =>
  recordsOf(workspace, 'holidays')
    .filter((holiday) => holiday.set === set)
    .toSorted((a, b) => (a.actual < b.actual ? -1 : 1));

/** Regions that somebody in the team keeps, with how many people; the team's own is kept by whoever has none of theirs. */
export function regionsKept(workspace: Workspace): ReadonlyMap<string, number> {
  const kept = new Map<string, number>();
  for (const { region, archivedOn } of recordsOf(workspace, 'people')) {
    const own = region ?? workspace.about.region;
    if (own !== null && archivedOn === null) kept.set(own, (kept.get(own) ?? 0) + 1);
  }
  if (workspace.about.region !== null && !kept.has(workspace.about.region))
    kept.set(workspace.about.region, 0);
  return kept;
}

/** The set that holds for a region in a year: its own, else its country's. */
export function setFor(workspace: Workspace, region: string, year: number): HolidaySet | null {
  const ofYear = recordsOf(workspace, 'holidaySets').filter((set) => set.year === year);
  return (
    ofYear.find((set) => set.region === region) ??
    ofYear.find((set) => set.region === region.slice(0, 2)) ??
    null
  );
}

export interface MissingSet {
  readonly region: string;
  readonly year: number;
  readonly people: number;
}

/** Years of the team's regions for which no set stands. */
export const missingSets = (workspace: Workspace, years: readonly number[]): readonly MissingSet[] =>
  years.flatMap((year) =>
    [...regionsKept(workspace)].flatMap(([region, people]) =>
      setFor(workspace, region, year) === null ? [{ region, year, people }] : [],
    ),
  );
