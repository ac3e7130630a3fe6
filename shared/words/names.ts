import { dateOf } from '../calendar/days.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId, RotationId, ShiftId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { TableName, Workspace } from '../model/workspace.ts';
import { slotOf } from '../rotation/expand.ts';
import { dayWithWeekdayText, turnText, weekText } from './date-text.ts';

const numbered = new WeakMap<Workspace['people'], ReadonlyMap<PersonId, string>>();

/** The people who share their name with somebody, each with a number behind it: "Ann Lee (2)". By place in the team. */
function namesakes(people: Workspace['people']): ReadonlyMap<PersonId, string> {
  let names = numbered.get(people);
  if (names === undefined) {
    const byName = new Map<string, { readonly id: PersonId; readonly name: string }[]>();
    for (const { id, name } of Object.values(people).sort((a, b) => a.position - b.position)) {
      const key = name.trim().normalize().toLocaleLowerCase();
      byName.set(key, [...(byName.get(key) ?? []), { id, name }]);
    }
    names = new Map(
      [...byName.values()]
        .filter((same) => same.length > 1)
        .flatMap((same) => same.map(({ id, name }, index) => [id, `${name.trim()} (${index + 1})`] as const)),
    );
    numbered.set(people, names);
  }
  return names;
}

/** A name that tells its person apart from all others of the team, to stand by itself. */
export const nameAlone = (workspace: Workspace, person: PersonId): string =>
  namesakes(workspace.people).get(person) ??
  recordOf(workspace, 'people', person)?.name ??
  `somebody unknown (${person})`;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** The same name within a sentence: one that is written from right to left keeps its order to itself. */
export function personName(workspace: Workspace, person: PersonId | null): string {
  if (person === null) return 'nobody';
  const name = nameAlone(workspace, person);
  return rightToLeft.test(name) ? `\u2068${name}\u2069` : name;
}

export const rotationName = (workspace: Workspace, rotation: string): string =>
  recordOf(workspace, 'rotations', rotation)?.name ?? `an unknown rotation (${rotation})`;

/** The layer as it stands in a sentence: `primary`. */
export function layerName(workspace: Workspace, rotation: string, layer: string): string {
  const title =
    recordOf(workspace, 'rotations', rotation)?.layers.find(({ name }) => name === layer)?.title ?? layer;
  return title.charAt(0).toLowerCase() + title.slice(1);
}

const partsOf = (shift: ShiftId): readonly [RotationId, string] => {
  const [rotation, layer] = shift.split('/');
  return [rotation as RotationId, layer ?? ''];
};

/** `Profit primary`. */
export function dutyName(workspace: Workspace, shift: ShiftId): string {
  const [rotation, layer] = partsOf(shift);
  return `${rotationName(workspace, rotation)} ${layerName(workspace, rotation, layer)}`;
}

/** The first day of a cover by its name, also of one that is only aimed at; null for other shifts. */
const coverDay = (shift: ShiftId): LocalDate | null => {
  const [, day] = shift.split('/cover/');
  return day === undefined ? null : (day as LocalDate);
};

/** `W5`; empty where there is no such slot. */
export function slotWeek(workspace: Workspace, shift: ShiftId): string {
  const slot = slotOf(workspace, shift);
  const day = slot === null ? coverDay(shift) : dateOf(slot.start);
  return day === null ? '' : weekText(day);
}

/** `Profit primary W5`, for titles. */
export const slotName = (workspace: Workspace, shift: ShiftId): string =>
  [dutyName(workspace, shift), slotWeek(workspace, shift)].filter((part) => part !== '').join(' ');

/** `Profit primary, W5 (1–7 Feb)`, for sentences. */
export function slotWithDays(workspace: Workspace, shift: ShiftId): string {
  const slot = slotOf(workspace, shift);
  const day = coverDay(shift);
  if (slot === null && day !== null) return `${dutyName(workspace, shift)}, ${dayWithWeekdayText(day)}`;
  if (slot === null) return `${dutyName(workspace, shift)} (${shift})`;
  return `${dutyName(workspace, shift)}, ${weekText(dateOf(slot.start))} (${turnText(slot.start, slot.end)})`;
}

const kinds: Readonly<Record<TableName, string>> = {
  people: 'person',
  pipelines: 'pipeline',
  tasks: 'task',
  rotations: 'rotation',
  shifts: 'shift',
  leave: 'leave',
  holidaySets: 'holiday set',
  holidays: 'holiday',
  compTime: 'line of the time-off ledger',
  policies: 'policy',
  quarters: 'quarter',
  deadlines: 'deadline',
  deliveries: 'delivery',
  incidents: 'incident',
  runbooks: 'runbook',
  runs: 'run of a runbook',
  images: 'picture',
  scenarios: 'scenario',
  connections: 'connection',
  published: 'published event',
};

/** What a record of this table is called: `holiday set`. */
export const kindName = (table: TableName): string => kinds[table];

/** A record as people know it: `the rotation Profit`, `the shift Team primary, W5 (1–7 Feb)`; its id where it has no name. */
export function recordName(workspace: Workspace, table: TableName, id: string): string {
  if (table === 'shifts') return `the shift ${slotWithDays(workspace, id as ShiftId)}`;
  if (table === 'leave') {
    const leave = recordOf(workspace, 'leave', id);
    if (leave !== undefined) return `the leave of ${personName(workspace, leave.person)}`;
  }
  if (table === 'holidaySets') {
    const set = recordOf(workspace, 'holidaySets', id);
    if (set !== undefined) return `the holiday set ${set.region} ${set.year}`;
  }
  const record = recordOf(workspace, table, id) as
    { readonly name?: string; readonly title?: string } | undefined;
  return `the ${kindName(table)} ${record?.name ?? record?.title ?? id}`;
}
