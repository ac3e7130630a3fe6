import { atTime, addDays } from '../../shared/calendar/days.ts';
import { defaultPolicy } from '../../shared/model/default-policy.ts';
import type { LocalDate, LocalTime, ZoneName } from '../../shared/model/dates.ts';
import type { Holiday, HolidaySet } from '../../shared/model/holiday.ts';
import type {
  HolidayId,
  HolidaySetId,
  LayerName,
  LeaveId,
  PersonId,
  PolicyId,
  RotationId,
  ShiftId,
  TaskId,
  WorkspaceId,
} from '../../shared/model/ids.ts';
import type { Leave } from '../../shared/model/leave.ts';
import type { Person } from '../../shared/model/person.ts';
import type { Policy } from '../../shared/model/policy.ts';
import type { Rotation } from '../../shared/model/rotation.ts';
import type { Shift } from '../../shared/model/shift.ts';
import type { Task } from '../../shared/model/task.ts';
import type { Workspace } from '../../shared/model/workspace.ts';

export const zone = 'Europe/Berlin' as ZoneName;
export const date = (text: string): LocalDate => text as LocalDate;
export const primary = 'primary' as LayerName;
export const secondary = 'secondary' as LayerName;

const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export const personIdOf = (name: string): PersonId => `person-${slug(name)}` as PersonId;
export const rotationIdOf = (name: string): RotationId => `rotation-${slug(name)}` as RotationId;

/** Somebody full-time who always has been in the team, without wishes, limits or region. */
export function aPerson(name = 'Ann', changes: Partial<Person> = {}): Person {
  return {
    id: personIdOf(name),
    name,
    email: null,
    aliases: [],
    fullTimePercent: 100,
    joinsOn: null,
    leavesOn: null,
    region: null,
    zone,
    wishes: [],
    mostShiftsAQuarter: null,
    externalIds: {},
    archivedOn: null,
    position: 0,
    ...changes,
  };
}

/** A weekly, exclusive rotation with primary and secondary, handed off on Mondays at 09:00 from 4 January 2027. */
export function aRotation(
  name = 'Team',
  people: readonly string[] = ['Ann', 'Bo', 'Cy', 'Di'],
  changes: Partial<Rotation> = {},
): Rotation {
  return {
    id: rotationIdOf(name),
    name,
    code: slug(name).slice(0, 3).toUpperCase(),
    kind: 'exclusive',
    pipeline: null,
    cadenceWeeks: 1,
    handoff: { weekday: 1, time: '09:00' as LocalTime, zone },
    startsOn: date('2027-01-04'),
    endsOn: null,
    layers: [
      { name: primary, title: 'Primary', weightPercent: 100 },
      { name: secondary, title: 'Secondary', weightPercent: 50 },
    ],
    participants: people.map((person) => ({ person: personIdOf(person), layers: [primary, secondary] })),
    standIns: [],
    factorPercent: 100,
    restWeeks: 0,
    succeeds: null,
    archivedOn: null,
    position: 0,
    ...changes,
  };
}

export const aShiftId = (rotation: string, layer: LayerName, day: string): ShiftId =>
  `${rotationIdOf(rotation)}/${layer}/${day}` as ShiftId;

/** A week from the Monday given, 09:00 to 09:00, planned and not pinned. */
export function aShift(
  day: string,
  person = 'Ann',
  changes: Partial<Shift> & { readonly weeks?: number } = {},
): Shift {
  const { weeks = 1, ...rest } = changes;
  const rotation = rest.rotation ?? rotationIdOf('Team');
  const layer = rest.layer ?? primary;
  const nine = '09:00' as LocalTime;
  return {
    id: `${rotation}/${layer}/${day}` as ShiftId,
    rotation,
    layer,
    start: atTime(date(day), nine),
    end: atTime(addDays(date(day), 7 * weeks), nine),
    person: personIdOf(person),
    origin: 'planned',
    pinned: false,
    accepted: [],
    covers: null,
    sequence: 0,
    note: '',
    ...rest,
  };
}

export function aLeave(person: string, from: string, to: string, changes: Partial<Leave> = {}): Leave {
  const id = `leave-${slug(person)}-${from}` as LeaveId;
  return {
    id,
    person: personIdOf(person),
    from: date(from),
    to: date(to),
    part: 'day',
    kind: 'leave',
    tentative: false,
    reason: '',
    ...changes,
  };
}

export function aTask(
  code: string,
  primaryOwner: string | null,
  secondaryOwner: string | null,
  changes: Partial<Task> = {},
): Task {
  return {
    id: `task-${slug(code)}` as TaskId,
    code,
    name: `Task ${code}`,
    pipeline: null,
    weeklyLoad: 4,
    ownership: [
      {
        from: date('2026-01-01'),
        primary: primaryOwner === null ? null : personIdOf(primaryOwner),
        secondary: secondaryOwner === null ? null : personIdOf(secondaryOwner),
      },
    ],
    archivedOn: null,
    position: 0,
    ...changes,
  };
}

export const aHolidaySet = (region: string, year: number, changes: Partial<HolidaySet> = {}): HolidaySet => ({
  id: `holidays-${region.toLowerCase()}-${year}` as HolidaySetId,
  region,
  year,
  locked: false,
  reviewedOn: null,
  against: '',
  settled: [],
  ...changes,
});

export function aHoliday(
  region: string,
  name: string,
  actual: string,
  changes: Partial<Holiday> = {},
): Holiday {
  return {
    id: `holiday-${region.toLowerCase()}-${actual}` as HolidayId,
    set: aHolidaySet(region, Number(actual.slice(0, 4))).id,
    name,
    actual: date(actual),
    observed: null,
    weightPercent: 100,
    tentative: false,
    source: 'by hand',
    ...changes,
  };
}

export const aPolicy = (changes: Partial<Policy> = {}): Policy => ({
  ...defaultPolicy('policy-1' as PolicyId, date('2026-01-01')),
  ...changes,
});

type Rows = {
  readonly [Table in keyof Omit<Workspace, 'about'>]?: readonly Workspace[Table][keyof Workspace[Table]][];
};

const byId = (rows: readonly { readonly id: string }[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

/** Ann, Bo, Cy and Di share one weekly rotation; nothing is planned. Tables that are given replace the default ones. */
export function aWorkspace(rows: Rows = {}): Workspace {
  const names = ['Ann', 'Bo', 'Cy', 'Di'];
  const tables: Required<Rows> = {
    people: names.map((name, position) => aPerson(name, { position })),
    pipelines: [],
    tasks: [],
    rotations: [aRotation()],
    shifts: [],
    leave: [],
    holidaySets: [],
    holidays: [],
    compTime: [],
    policies: [aPolicy()],
    quarters: [],
    deadlines: [],
    deliveries: [],
    incidents: [],
    runs: [],
    images: [],
    scenarios: [],
    connections: [],
    published: [],
    runbooks: [],
    ...rows,
  };
  const about = {
    id: 'workspace-test' as WorkspaceId,
    name: 'Test team',
    zone,
    region: null,
    createdOn: date('2026-12-01'),
  };
  const records = Object.fromEntries(
    Object.entries(tables).map(([table, list]) => [table, byId(list ?? [])]),
  );
  return { about, ...records } as unknown as Workspace;
}
