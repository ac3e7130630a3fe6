import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Ownership, Task } from '../model/task.ts';
import type { Workspace } from '../model/workspace.ts';

/** The owners of a task on a day: the latest ownership that has begun; null where none has, or the task is archived. */
export function ownersOn(task: Task, day: LocalDate): Ownership | null {
  if (task.archivedOn !== null && task.archivedOn <= day) return null;
  return task.ownership.reduce<Ownership | null>(
    (latest, next) => (next.from <= day && (latest === null || next.from >= latest.from) ? next : latest),
    null,
  );
}

/** Load of a task a week, in q: the secondary owner counts half. */
const weekly = (task: Task, role: 'primary' | 'secondary'): number => (role === 'primary' ? task.weeklyLoad : task.weeklyLoad / 2);

/**
 * Task load of everybody over a stretch of working days, in q: weekly load of owned tasks times weeks present, secondary
 * owners half (planning.md, section 3).
 *
 * @param presence half days of presence by person and working day; a week has `halfDaysAWeek`
 */
export function taskLoads(
  workspace: Workspace,
  presence: ReadonlyMap<PersonId, ReadonlyMap<LocalDate, number>>,
  halfDaysAWeek: number,
): ReadonlyMap<PersonId, number> {
  const sums = new Map<PersonId, number>();
  const add = (task: Task, role: 'primary' | 'secondary', person: PersonId | null, day: LocalDate) => {
    if (person === null) return;
    const halves = presence.get(person)?.get(day) ?? 0;
    sums.set(person, (sums.get(person) ?? 0) + weekly(task, role) * halves);
  };
  const days = new Set([...presence.values()].flatMap((present) => [...present.keys()]));
  for (const task of Object.values(workspace.tasks)) {
    for (const day of days) {
      const owners = ownersOn(task, day);
      if (owners === null) continue;
      add(task, 'primary', owners.primary, day);
      add(task, 'secondary', owners.secondary, day);
    }
  }
  return new Map([...sums].map(([person, sum]) => [person, Math.round(sum / halfDaysAWeek)]));
}
