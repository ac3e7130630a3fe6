import { refused, ok, type Result } from '../result.ts';
import { defaultPolicy } from '../model/default-policy.ts';
import type { LocalDate, LocalTime, ZoneName } from '../model/dates.ts';
import type { LayerName, PersonId, PolicyId, RotationId, WorkspaceId } from '../model/ids.ts';
import { integrityFindings } from '../model/integrity.ts';
import { folded } from '../model/faults/report.ts';
import type { Person } from '../model/person.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Refusal } from './refusal.ts';

export interface NewWorkspace {
  /** Names what is made, so that two workspaces never share an id: letters, digits and hyphens. */
  readonly id: string;
  readonly name: string;
  readonly zone: ZoneName;
  readonly region: string | null;
  /** Names, in turn order; blank ones are left out. */
  readonly people: readonly string[];
  readonly cadenceWeeks: 1 | 2;
  /** The first hand-off is on this weekday, at 09:00. */
  readonly startsOn: LocalDate;
  /** ISO weekday of the hand-off; 1 is Monday, and what it is unless told. */
  readonly handoffWeekday?: number;
  readonly createdOn: LocalDate;
}

const primary = 'primary' as LayerName;
const secondary = 'secondary' as LayerName;

/** A workspace to begin with: people, one rotation of the whole team, the default policy, and nothing planned. */
export function newWorkspace(input: NewWorkspace): Result<Workspace, Refusal> {
  const names = input.people
    .map((name) => name.normalize('NFC').replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  const fault = faultOf(input, names);
  if (fault !== null) return refused(fault);
  const people = names.map((name, index) => personOf(input, name, index));
  const rotation = rotationOf(input, people);
  const policy = defaultPolicy(
    `policy-${input.id}-1` as PolicyId,
    input.createdOn < input.startsOn ? input.createdOn : input.startsOn,
  );
  const workspace: Workspace = {
    about: {
      id: `workspace-${input.id}` as WorkspaceId,
      name: input.name.trim(),
      zone: input.zone,
      region: input.region,
      createdOn: input.createdOn,
    },
    people: Object.fromEntries(people.map((person) => [person.id, person])),
    pipelines: {},
    tasks: {},
    rotations: { [rotation.id]: rotation },
    shifts: {},
    leave: {},
    holidaySets: {},
    holidays: {},
    compTime: {},
    policies: { [policy.id]: policy },
    quarters: {},
    deadlines: {},
    deliveries: {},
    incidents: {},
    runs: {},
    images: {},
    scenarios: {},
    connections: {},
    published: {},
    runbooks: {},
  };
  const finding = integrityFindings(workspace)[0];
  return finding === undefined
    ? ok(workspace)
    : refused({ kind: 'invalid', where: finding.where, what: finding.what });
}

function faultOf(input: NewWorkspace, names: readonly string[]): Refusal | null {
  const invalid = (where: string, what: string): Refusal => ({ kind: 'invalid', where, what });
  if (!/^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/.test(input.id))
    return invalid('id', 'must be letters, digits and hyphens');
  if (input.name.trim() === '' || input.name.trim().length > 200)
    return invalid('name', 'must have 1 to 200 characters');
  if (names.length === 0) return invalid('people', 'name at least one person');
  if (names.length > 200)
    return invalid('people', `${names.length} people are more than the 200 that a rotation holds`);
  const long = names.find((name) => name.length > 200);
  if (long !== undefined)
    return invalid('people', `the name that begins ${long.slice(0, 20)} has more than 200 characters`);
  const twice = names.find(
    (name, index) => names.findIndex((other) => folded(other) === folded(name)) < index,
  );
  return twice === undefined
    ? null
    : invalid('people', `${twice} is named twice; add an initial to tell the two apart`);
}

const personOf = (input: NewWorkspace, name: string, index: number): Person => ({
  id: `person-${input.id}-${index + 1}` as PersonId,
  name,
  email: null,
  aliases: [],
  fullTimePercent: 100,
  joinsOn: null,
  leavesOn: null,
  region: input.region,
  zone: input.zone,
  wishes: [],
  mostShiftsAQuarter: null,
  externalIds: {},
  archivedOn: null,
  position: index,
});

/** Somebody alone cannot be both primary and secondary: a team of one gets no second layer. */
function rotationOf(input: NewWorkspace, people: readonly Person[]): Rotation {
  const names = people.length > 1 ? [primary, secondary] : [primary];
  const titles: Readonly<Record<string, string>> = { primary: 'Primary', secondary: 'Secondary' };
  return {
    id: `rotation-${input.id}` as RotationId,
    name: 'Team',
    code: 'TEAM',
    kind: 'exclusive',
    pipeline: null,
    cadenceWeeks: input.cadenceWeeks,
    handoff: { weekday: input.handoffWeekday ?? 1, time: '09:00' as LocalTime, zone: input.zone },
    startsOn: input.startsOn,
    endsOn: null,
    layers: names.map((name) => ({
      name,
      title: titles[name] ?? name,
      weightPercent: name === primary ? 100 : 50,
    })),
    participants: people.map(({ id }) => ({ person: id, layers: names })),
    standIns: [],
    factorPercent: 100,
    // With fewer than four people in two layers, a week of rest after each cannot be had.
    restWeeks: people.length >= 2 * names.length ? 1 : 0,
    succeeds: null,
    archivedOn: null,
    position: 0,
  };
}
