import type { Command } from '../../../shared/editing/command.ts';
import { readDay } from '../../../shared/exchange/cell-dates.ts';
import { hasBegun } from '../../../shared/exchange/people-csv.ts';
import * as fields from '../../../shared/exchange/people-fields.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LayerName, PersonId, RotationId } from '../../../shared/model/ids.ts';
import { folded } from '../../../shared/model/faults/report.ts';
import { sameJson } from '../../../shared/model/json.ts';
import type { Person, Wish } from '../../../shared/model/person.ts';
import type { Participant, Rotation } from '../../../shared/model/rotation.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

/** Somebody as they are typed: texts until they are saved. */
export interface PersonForm {
  readonly name: string;
  readonly email: string;
  readonly aliases: string;
  readonly share: string;
  readonly limit: string;
  readonly joins: string;
  readonly leaves: string;
  readonly region: string;
  readonly zone: string;
  /** `tool: id`, one a line. */
  readonly externalIds: string;
  readonly wishes: readonly Wish[];
  /** The layers of each rotation that somebody takes turns in; rotations without any are left out. */
  readonly turns: Readonly<Record<RotationId, readonly LayerName[]>>;
  /** Rotations that name their stand-ins, and have this person among them. */
  readonly standsIn: readonly RotationId[];
}

type TypedField = Exclude<keyof PersonForm, 'wishes' | 'turns' | 'standsIn'>;
export type FormErrors = Readonly<Partial<Record<TypedField, string>>>;

/** Somebody who is not in the list yet. Once the plan has begun they join today, so that the weeks before stay as they are. */
export function newPerson(workspace: Workspace, id: PersonId, today: LocalDate): Person {
  const last = recordsOf(workspace, 'people').reduce((most, { position }) => Math.max(most, position), -1);
  return {
    id,
    name: '',
    email: null,
    aliases: [],
    fullTimePercent: 100,
    joinsOn: hasBegun(workspace, today) ? today : null,
    leavesOn: null,
    region: workspace.about.region,
    zone: workspace.about.zone,
    wishes: [],
    mostShiftsAQuarter: null,
    externalIds: {},
    archivedOn: null,
    position: last + 1,
  };
}

/** The rotations that somebody can be put into: in use, by their place in the list. */
export const rotationsInUse = (workspace: Workspace): readonly Rotation[] =>
  recordsOf(workspace, 'rotations')
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((one, other) => one.position - other.position);

/** The form that shows somebody as they are. */
export function formOf(workspace: Workspace, person: Person): PersonForm {
  const rotations = rotationsInUse(workspace);
  return {
    name: person.name,
    email: person.email ?? '',
    aliases: person.aliases.join('\n'),
    share: String(person.fullTimePercent),
    limit: person.mostShiftsAQuarter === null ? '' : String(person.mostShiftsAQuarter),
    joins: person.joinsOn ?? '',
    leaves: person.leavesOn ?? '',
    region: person.region ?? '',
    zone: person.zone,
    externalIds: Object.entries(person.externalIds)
      .map(([tool, id]) => `${tool}: ${id}`)
      .join('\n'),
    wishes: person.wishes,
    turns: Object.fromEntries(
      rotations.flatMap(({ id, participants }) => {
        const own = participants.find((participant) => participant.person === person.id);
        return own === undefined ? [] : [[id, own.layers]];
      }),
    ),
    standsIn: rotations
      .filter(({ standIns }) => standIns !== 'task-owners' && standIns.includes(person.id))
      .map(({ id }) => id),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong with a name that somebody else has, at its field; null where it tells its person apart. */
export function twinErrors(workspace: Workspace, { id, name }: Person): FormErrors | null {
  const twin = recordsOf(workspace, 'people').find(
    (other) => other.id !== id && folded(other.name) === folded(name),
  );
  if (twin === undefined) return null;
  const who = twin.archivedOn === null ? twin.name : `${twin.name}, who left,`;
  return { name: `${who} has the same name. Add what tells them apart, such as an initial.` };
}

/** The person that a form describes, or what is wrong with it, by field. */
export function personOfForm(form: PersonForm, base: Person): Person | FormErrors {
  const errors: Partial<Record<TypedField, string>> = {};
  const value = <Value>(field: TypedField, reading: fields.Reading<Value>, instead: Value): Value => {
    if (reading.ok) return reading.value;
    errors[field] = `${capital(reading.reason)}.`;
    return instead;
  };
  const day = (field: 'joins' | 'leaves'): LocalDate | null =>
    form[field].trim() === '' ? null : value<LocalDate | null>(field, readDay(form[field], null), null);
  const ids = externalIdsOf(form.externalIds);
  if (ids === null)
    errors.externalIds = 'Write one a line, the tool in small letters first: pagerduty: PABC123.';
  const person: Person = {
    ...base,
    name: value('name', fields.readName(form.name), base.name),
    email: value('email', fields.readEmail(form.email), base.email),
    aliases: value('aliases', fields.readAliases(form.aliases), base.aliases),
    fullTimePercent: value('share', fields.readShare(form.share, false), base.fullTimePercent),
    mostShiftsAQuarter: value('limit', fields.readLimit(form.limit), base.mostShiftsAQuarter),
    joinsOn: day('joins'),
    leavesOn: day('leaves'),
    region: value('region', fields.readRegion(form.region), base.region),
    zone: value('zone', fields.readZone(form.zone), base.zone),
    wishes: form.wishes,
    externalIds: ids ?? base.externalIds,
  };
  if (person.joinsOn !== null && person.leavesOn !== null && person.leavesOn < person.joinsOn)
    errors.leaves = 'The last day is before the first.';
  return Object.keys(errors).length > 0 ? errors : person;
}

export const isPerson = (answer: Person | FormErrors): answer is Person => 'id' in answer;

function externalIdsOf(text: string): Readonly<Record<string, string>> | null {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const pairs = lines.map((line) => /^([a-z]+)\s*:\s*(\S.*)$/.exec(line));
  if (pairs.some((pair) => pair === null || (pair[2] ?? '').length > 200)) return null;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}

/** Saves the person and their places in the rotations, as one step; a rotation that stays as it is, is no part of it. */
export function saveCommand(workspace: Workspace, form: PersonForm, person: Person, title: string): Command {
  const save: Command = { kind: 'save-person', person };
  const moved = rotationsInUse(workspace).flatMap((rotation) => {
    const next = withPlaces(rotation, form, person.id);
    return next === rotation ? [] : [{ kind: 'save-rotation' as const, rotation: next }];
  });
  const isSame = sameJson(recordOf(workspace, 'people', person.id), person);
  if (moved.length === 0) return save;
  return { kind: 'together', title, commands: isSame ? moved : [save, ...moved] };
}

function withPlaces(rotation: Rotation, form: PersonForm, person: PersonId): Rotation {
  const participants = withLayers(rotation, person, form.turns[rotation.id] ?? []);
  const standIns = withStandIn(rotation, person, form.standsIn.includes(rotation.id));
  return participants === rotation.participants && standIns === rotation.standIns
    ? rotation
    : { ...rotation, participants, standIns };
}

function withLayers(
  { participants, layers }: Rotation,
  person: PersonId,
  wanted: readonly LayerName[],
): readonly Participant[] {
  const own = participants.find((participant) => participant.person === person);
  const next = layers.map(({ name }) => name).filter((name) => wanted.includes(name));
  if (next.length === (own?.layers.length ?? 0) && next.every((name) => own?.layers.includes(name)))
    return participants;
  const others = participants.filter((participant) => participant !== own);
  if (next.length === 0) return others;
  // Whoever has a place in the turn order keeps it; a newcomer comes last.
  return own === undefined
    ? [...participants, { person, layers: next }]
    : participants.map((participant) => (participant === own ? { person, layers: next } : participant));
}

function withStandIn({ standIns }: Rotation, person: PersonId, wanted: boolean): Rotation['standIns'] {
  if (standIns === 'task-owners' || standIns.includes(person) === wanted) return standIns;
  return wanted ? [...standIns, person] : standIns.filter((other) => other !== person);
}
