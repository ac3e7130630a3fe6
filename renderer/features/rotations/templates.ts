import { nextWeekday } from '../../../shared/calendar/days.ts';
import type { LocalDate, LocalTime } from '../../../shared/model/dates.ts';
import type { LayerName, PersonId, RotationId } from '../../../shared/model/ids.ts';
import type { Layer, Rotation } from '../../../shared/model/rotation.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

const layer = (name: string, title: string, weightPercent: number): Layer => ({
  name: name as LayerName,
  title,
  weightPercent,
});
const first = layer('primary', 'Primary', 100);
const second = layer('secondary', 'Secondary', 50);
const looksOn = layer('shadow', 'Shadow', 0);

/** A kind of rotation to begin with. */
export interface Template {
  readonly id: string;
  readonly title: string;
  /** What it is for, in a sentence. */
  readonly about: string;
  readonly name: string;
  readonly kind: Rotation['kind'];
  readonly layers: readonly Layer[];
  readonly cadenceWeeks: 1 | 2;
  readonly factorPercent: number;
  readonly restWeeks: number;
}

export const templates: readonly Template[] = [
  {
    id: 'team',
    title: 'Team on call',
    about: 'One person a week for everything, and a secondary behind them.',
    name: 'Team',
    kind: 'exclusive',
    layers: [first, second],
    cadenceWeeks: 1,
    factorPercent: 100,
    restWeeks: 1,
  },
  {
    id: 'watch',
    title: 'Watch of a pipeline',
    about: 'Two people in turn, held beside other duties; owners of its tasks stand in.',
    name: 'Watch',
    kind: 'watch',
    layers: [first, second],
    cadenceWeeks: 1,
    factorPercent: 50,
    restWeeks: 0,
  },
  {
    id: 'long',
    title: 'Two weeks, with a shadow',
    about: 'One person for two weeks; somebody looks on to learn, and carries no duty.',
    name: 'On call',
    kind: 'exclusive',
    layers: [first, looksOn],
    cadenceWeeks: 2,
    factorPercent: 100,
    restWeeks: 2,
  },
];

/** A name that no rotation in use has: `Team`, `Team 2`. */
export function freeRotationName(workspace: Workspace, wanted: string): string {
  const taken = new Set(
    Object.values(workspace.rotations)
      .filter(({ archivedOn }) => archivedOn === null)
      .map(({ name }) => name.trim().toLowerCase()),
  );
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

const isMember = (workspace: Workspace, person: PersonId, today: LocalDate): boolean => {
  const { archivedOn, leavesOn } = workspace.people[person] ?? { archivedOn: today, leavesOn: null };
  return archivedOn === null && (leavesOn === null || leavesOn > today);
};

/** The team in its order, without who has left. */
export const membersOf = (workspace: Workspace, today: LocalDate): readonly PersonId[] =>
  Object.values(workspace.people)
    .filter(({ id }) => isMember(workspace, id, today))
    .sort((one, other) => one.position - other.position || (one.id < other.id ? -1 : 1))
    .map(({ id }) => id);

/** A new rotation of a kind: everybody takes its duties in the team's order, from the first Monday of these days on. */
export function rotationFrom(
  template: Template,
  workspace: Workspace,
  id: RotationId,
  from: LocalDate,
): Rotation {
  const duties = template.layers.filter(({ weightPercent }) => weightPercent > 0).map(({ name }) => name);
  const team = membersOf(workspace, from);
  const pipeline =
    template.kind === 'watch'
      ? (Object.values(workspace.pipelines).find(
          (one) => !Object.values(workspace.rotations).some(({ pipeline: watched }) => watched === one.id),
        ) ?? null)
      : null;
  const name = freeRotationName(workspace, pipeline?.name ?? template.name);
  return {
    id,
    name,
    code:
      pipeline?.code ??
      (name
        .replace(/[^A-Za-z0-9]/g, '')
        .slice(0, 4)
        .toUpperCase() ||
        'ROTA'),
    kind: template.kind,
    pipeline: pipeline?.id ?? null,
    cadenceWeeks: template.cadenceWeeks,
    handoff: { weekday: 1, time: '09:00' as LocalTime, zone: workspace.about.zone },
    startsOn: nextWeekday(from, 1),
    endsOn: null,
    layers: template.layers,
    participants: (template.kind === 'watch' ? team.slice(0, 2) : team).map((person) => ({
      person,
      layers: duties,
    })),
    standIns: pipeline === null ? [] : 'task-owners',
    factorPercent: template.factorPercent,
    restWeeks: template.restWeeks,
    succeeds: null,
    archivedOn: null,
    position: Math.max(-1, ...Object.values(workspace.rotations).map(({ position }) => position)) + 1,
  };
}
