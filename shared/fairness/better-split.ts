import type { LocalDate } from '../model/dates.ts';
import type { PersonId, TaskId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { OwnerRole } from '../runbooks/owners.ts';
import { measureSplit, peopleOfSplit, roughness, type TaskSplit } from './split.ts';
import { searchSplits, type SplitProblem } from './split-search.ts';
import { dutiesOn, membersOn, type TaskDuty } from './task-duties.ts';

/** A role of a task that goes from one person to another; null is nobody. */
export interface Handover {
  readonly task: TaskId;
  readonly role: OwnerRole;
  readonly from: PersonId | null;
  readonly to: PersonId | null;
}

/** A more even split, by what changes. */
export interface BetterSplit {
  readonly handovers: readonly Handover[];
  readonly after: TaskSplit;
}

export interface SplitOffers {
  readonly now: TaskSplit;
  /** Each takes more handovers than the one before it, and is more even. */
  readonly offers: readonly BetterSplit[];
  /** Whether the last one is the most even there is, not just the best that was found. */
  readonly exact: boolean;
}

/** Which people know a duty: they own a role of its task, or of another task of its pipeline. */
function knowledge(
  workspace: Workspace,
  duties: readonly TaskDuty[],
): (duty: TaskDuty) => ReadonlySet<PersonId | null> {
  const place = (duty: TaskDuty): string => workspace.tasks[duty.task]?.pipeline ?? duty.task;
  const known = new Map<string, Set<PersonId | null>>();
  for (const duty of duties)
    known.set(place(duty), (known.get(place(duty)) ?? new Set<PersonId | null>()).add(duty.owner));
  return (duty) => known.get(place(duty)) ?? new Set<PersonId | null>();
}

/** How uneven a split is by what is to be even first. Owners who have gone weigh on nobody's fair part. */
function unevenness({ people }: TaskSplit, by: SplitProblem['by'], fullTime: readonly number[]): number {
  if (by === 'weight')
    return roughness(
      people.map(({ weight }) => weight),
      people.map(({ fairWeight }) => fairWeight),
    );
  const count = people.reduce((sum, part) => sum + part.count, 0);
  const all = fullTime.reduce((sum, share) => sum + share, 0);
  return roughness(
    people.map((part) => part.count),
    fullTime.map((share) => (count * share) / all),
  );
}

/**
 * Splits of the standing work that are more even than the one there is, by how many roles change hands. Roles of somebody who has
 * gone go to somebody else in each of them; roles that nobody owns stay open.
 *
 * @param by what is to be even first: the points a week, or the number of roles
 */
export function betterSplits(workspace: Workspace, on: LocalDate, by: SplitProblem['by']): SplitOffers {
  const duties = dutiesOn(workspace, on);
  const all = peopleOfSplit(workspace, duties, on);
  const now = measureSplit(duties, all, on);
  const members = membersOn(workspace, on);
  const owned = duties.filter(({ owner }) => owner !== null);
  if (members.length === 0 || owned.length === 0) return { now, offers: [], exact: true };
  const place = new Map<PersonId | null, number>(members.map(({ id }, index) => [id, index]));
  const knows = knowledge(workspace, duties);
  const { found, exact } = searchSplits({
    weights: owned.map(({ weight }) => weight),
    tasks: owned.map(({ task }) => owned.findIndex((duty) => duty.task === task)),
    owners: owned.map(({ owner }) => place.get(owner) ?? -1),
    shares: members.map(({ fullTimePercent }) => fullTimePercent),
    knows: (duty, person) => knows(owned[duty] as TaskDuty).has(members[person]?.id ?? null),
    by,
  });
  const fullTime = members.map(({ fullTimePercent }) => fullTimePercent);
  let least = now.people.some(({ gone }) => gone) ? Infinity : unevenness(now, by, fullTime);
  const offers = found.flatMap(({ owners }): readonly BetterSplit[] => {
    const to = new Map(owned.map((duty, index) => [duty, members[owners[index] ?? -1]?.id ?? null]));
    const handovers = owned.flatMap((duty): readonly Handover[] => {
      const next = to.get(duty) ?? null;
      return next === duty.owner ? [] : [{ task: duty.task, role: duty.role, from: duty.owner, to: next }];
    });
    const after = measureSplit(
      duties.map((duty) => (duty.owner === null ? duty : { ...duty, owner: to.get(duty) ?? null })),
      members,
      on,
    );
    const uneven = unevenness(after, by, fullTime);
    if (handovers.length === 0 || uneven >= least - 1e-6) return [];
    least = uneven;
    return [{ handovers, after }];
  });
  const best = offers.at(-1)?.after ?? now;
  return {
    now,
    offers: worthShowing(offers, by, now),
    exact: exact || (by === 'number' ? best.evenByCount : best.weightSpread < 1e-6),
  };
}

/** Most offers that somebody would compare. */
const MOST_OFFERS = 6;

/** Those that also look more even than the one before: the squares may fall while heaviest and lightest stay as far apart. */
function worthShowing(
  offers: readonly BetterSplit[],
  by: SplitProblem['by'],
  now: TaskSplit,
): readonly BetterSplit[] {
  const last = offers.at(-1);
  let spread = now.people.some(({ gone }) => gone) ? Infinity : now.weightSpread;
  const telling = offers.filter((offer) => {
    const closer = by === 'number' || offer === last || offer.after.weightSpread < spread - 1e-6;
    if (closer) spread = offer.after.weightSpread;
    return closer;
  });
  return last === undefined || telling.length <= MOST_OFFERS
    ? telling
    : [...telling.slice(0, MOST_OFFERS - 1), last];
}
