import type { Finding } from './finding.ts';
import { dateOf } from '../calendar/days.ts';
import { daysAtNoon } from '../calendar/span.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Person } from '../model/person.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Slot } from '../rotation/expand.ts';

/** How somebody stands to a slot: takes turns in it, may stand in, or may not, and why. Leave is another question. */
export type Standing = 'regular' | 'stand-in' | NonNullable<Finding['because']>;

type Turn = Pick<Slot, 'layer' | 'start' | 'end'>;

function ownsTaskOf(workspace: Workspace, rotation: Rotation, person: PersonId, turn: Turn): boolean {
  const on = dateOf(turn.start);
  return Object.values(workspace.tasks).some((task) => {
    if (task.pipeline === null || task.pipeline !== rotation.pipeline) return false;
    if (task.archivedOn !== null && task.archivedOn <= on) return false;
    const owners = task.ownership.reduce<(typeof task.ownership)[number] | null>(
      (latest, next) => (next.from <= on && (latest === null || next.from >= latest.from) ? next : latest),
      null,
    );
    return owners !== null && (owners.primary === person || owners.secondary === person);
  });
}

function presence(person: Person, turn: Turn, days: readonly LocalDate[]): Standing | null {
  const first = days[0] ?? dateOf(turn.start);
  const last = days.at(-1) ?? first;
  if (person.joinsOn !== null && first < person.joinsOn) return 'not-joined';
  if (person.leavesOn !== null && last > person.leavesOn) return 'has-left';
  if (person.archivedOn !== null && last >= person.archivedOn) return 'archived';
  return null;
}

/**
 * Whether somebody may take a turn of a rotation (H2 without leave): rotation, layer, join and leave dates.
 *
 * @param days the days of the turn, for who asks about many people
 */
export function standingOf(
  workspace: Workspace,
  id: PersonId,
  rotation: Rotation,
  turn: Turn,
  days: readonly LocalDate[] = daysAtNoon(turn.start, turn.end),
): Standing {
  const person = workspace.people[id];
  if (person === undefined) return 'unknown-person';
  const absent = presence(person, turn, days);
  if (absent !== null) return absent;
  const part = rotation.participants.find((participant) => participant.person === id);
  if (part?.layers.includes(turn.layer)) return 'regular';
  if (rotation.kind === 'watch') {
    const { standIns } = rotation;
    if (standIns === 'task-owners' ? ownsTaskOf(workspace, rotation, id, turn) : standIns.includes(id)) return 'stand-in';
  }
  return part === undefined ? 'no-part' : 'other-layer';
}
