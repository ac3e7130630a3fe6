import { addDays } from '../../../shared/calendar/days.ts';
import type { LocalDate, ZoneName } from '../../../shared/model/dates.ts';
import type { LayerName, PersonId, PipelineId, RotationId } from '../../../shared/model/ids.ts';
import type { Participant, Rotation } from '../../../shared/model/rotation.ts';
import { clockTimeText, readClockTime, timeExample } from '../../../shared/words/date-text.ts';

export interface LayerDraft {
  readonly name: LayerName;
  readonly title: string;
  /** Per cent, as typed. */
  readonly weight: string;
}

/** A rotation as it is being edited: figures, times and days as they are typed. */
export interface RotationDraft {
  readonly id: RotationId;
  readonly name: string;
  readonly code: string;
  readonly kind: Rotation['kind'];
  readonly pipeline: PipelineId | null;
  readonly cadenceWeeks: 1 | 2;
  readonly weekday: number;
  readonly time: string;
  readonly zone: ZoneName;
  readonly startsOn: string;
  /** Empty is no end. */
  readonly endsOn: string;
  readonly layers: readonly LayerDraft[];
  /** In turn order; somebody without a layer has to be given one, or taken out. */
  readonly participants: readonly Participant[];
  readonly standIns: Rotation['standIns'];
  readonly factor: string;
  readonly rest: string;
}

export const draftOf = (rotation: Rotation): RotationDraft => ({
  id: rotation.id,
  name: rotation.name,
  code: rotation.code,
  kind: rotation.kind,
  pipeline: rotation.pipeline,
  cadenceWeeks: rotation.cadenceWeeks,
  weekday: rotation.handoff.weekday,
  time: clockTimeText(rotation.handoff.time),
  zone: rotation.handoff.zone,
  startsOn: rotation.startsOn,
  endsOn: rotation.endsOn ?? '',
  layers: rotation.layers.map(({ name, title, weightPercent }) => ({
    name,
    title,
    weight: String(weightPercent),
  })),
  participants: rotation.participants,
  standIns: rotation.standIns,
  factor: String(rotation.factorPercent),
  rest: String(rotation.restWeeks),
});

/** What is wrong, by field; a layer's fields by `title-` and `weight-` and its name. */
export type DraftErrors = Readonly<Record<string, string>>;

const whole = (text: string, most: number): number | null => {
  const number = /^\d+$/.test(text.trim()) ? Number(text.trim()) : NaN;
  return Number.isInteger(number) && number <= most ? number : null;
};

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && addDays(text as LocalDate, 0) === text;

function layerErrors({ layers }: RotationDraft): readonly (readonly [string, string])[] {
  return layers.flatMap(({ name, title, weight }, place) => {
    const twin = layers.findIndex((other) => other.title.trim().toLowerCase() === title.trim().toLowerCase());
    return [
      ...(title.trim() === '' ? [[`title-${name}`, 'Give the layer a name.'] as const] : []),
      ...(title.trim().length > 200
        ? [[`title-${name}`, 'A name has at most 200 characters.'] as const]
        : []),
      ...(twin >= 0 && twin < place ? [[`title-${name}`, 'Another layer has this name.'] as const] : []),
      ...(whole(weight, 300) === null ? [[`weight-${name}`, 'Give whole per cent, 0 to 300.'] as const] : []),
    ];
  });
}

/** What cannot be saved as typed, in sentences; `nameOf` gives people's names. What the workspace refuses comes later, from the edit itself. */
export function draftErrors(draft: RotationDraft, nameOf: (person: PersonId) => string): DraftErrors {
  const { name, code, time, startsOn, endsOn, factor, rest, participants, standIns, kind, pipeline } = draft;
  const idle = participants.find(({ layers }) => layers.length === 0);
  const checks: readonly (readonly [string, boolean, string])[] = [
    [
      'name',
      name.trim() !== '' && name.trim().length <= 200,
      name.trim() === '' ? 'Give the rotation a name.' : 'A name has at most 200 characters.',
    ],
    ['code', /^[A-Z0-9]{1,4}$/.test(code), 'One to four capital letters or digits.'],
    ['time', readClockTime(time) !== null, `Give a time, such as ${timeExample()}.`],
    ['startsOn', isDay(startsOn), 'Give a day.'],
    [
      'endsOn',
      endsOn === '' || (isDay(endsOn) && endsOn >= startsOn),
      isDay(endsOn) ? 'The end is before the start.' : 'Give a day, or nothing.',
    ],
    ['factor', whole(factor, 1000) !== null, 'Give whole per cent, 0 to 1000.'],
    ['rest', whole(rest, 12) !== null, 'Give whole weeks, 0 to 12.'],
    [
      'participants',
      idle === undefined,
      idle === undefined
        ? ''
        : `${nameOf(idle.person)} takes turns in no layer: choose one, or take them out.`,
    ],
    [
      'standIns',
      !(kind === 'watch' && standIns === 'task-owners' && pipeline === null),
      'Owners can only stand in where the rotation watches a pipeline.',
    ],
  ];
  return Object.fromEntries([
    ...checks.filter(([, fine]) => !fine).map(([field, , text]) => [field, text] as const),
    ...layerErrors(draft),
  ]);
}

/**
 * The rotation that a draft describes, over the one it was made from. Only for a draft without errors; an exclusive rotation has no
 * stand-ins, for whoever holds its turns takes part in it.
 */
export const rotationOf = (draft: RotationDraft, base: Rotation): Rotation => ({
  ...base,
  name: draft.name.trim(),
  code: draft.code,
  kind: draft.kind,
  pipeline: draft.pipeline,
  cadenceWeeks: draft.cadenceWeeks,
  handoff: {
    weekday: draft.weekday,
    time: readClockTime(draft.time) ?? base.handoff.time,
    zone: draft.zone,
  },
  startsOn: draft.startsOn as LocalDate,
  endsOn: draft.endsOn === '' ? null : (draft.endsOn as LocalDate),
  layers: draft.layers.map(({ name, title, weight }) => ({
    name,
    title: title.trim(),
    weightPercent: Number(weight),
  })),
  participants: draft.participants,
  standIns:
    draft.kind === 'exclusive' && draft.standIns === 'task-owners' && draft.pipeline === null
      ? []
      : draft.standIns,
  factorPercent: Number(draft.factor),
  restWeeks: Number(draft.rest),
});

/** A name for a layer that none has: `shadow`, `shadow-2`. Kept for good, since shifts name it. */
export function layerNameFor(title: string, taken: readonly LayerName[]): LayerName {
  const stem =
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .slice(0, 30) || 'layer';
  for (let number = 1; ; number += 1) {
    const name = (number === 1 ? stem : `${stem}-${number}`) as LayerName;
    if (!taken.includes(name)) return name;
  }
}

/** Adds a layer at the end. A duty is taken by everybody, as one would expect of a secondary; who looks on is chosen by name. */
export function withLayer(draft: RotationDraft, title: string, weight: number): RotationDraft {
  const name = layerNameFor(
    title,
    draft.layers.map((layer) => layer.name),
  );
  return {
    ...draft,
    layers: [...draft.layers, { name, title, weight: String(weight) }],
    participants:
      weight === 0
        ? draft.participants
        : draft.participants.map((one) => ({ ...one, layers: [...one.layers, name] })),
  };
}

/** Takes a layer out, and everybody out of it. */
export const withoutLayer = (draft: RotationDraft, name: LayerName): RotationDraft => ({
  ...draft,
  layers: draft.layers.filter((layer) => layer.name !== name),
  participants: draft.participants.map((one) => ({
    ...one,
    layers: one.layers.filter((layer) => layer !== name),
  })),
});

/** Puts somebody in a layer or takes them out of it; layers stay in the order of the rotation. */
export const inLayer = (
  draft: RotationDraft,
  person: PersonId,
  layer: LayerName,
  takes: boolean,
): RotationDraft => ({
  ...draft,
  participants: draft.participants.map((one) =>
    one.person !== person
      ? one
      : {
          person,
          layers: draft.layers
            .map(({ name }) => name)
            .filter((name) => (name === layer ? takes : one.layers.includes(name))),
        },
  ),
});

/** Adds somebody at the end of the turn order, in every layer with a duty. */
export const withPerson = (draft: RotationDraft, person: PersonId): RotationDraft => ({
  ...draft,
  participants: [
    ...draft.participants,
    { person, layers: draft.layers.filter(({ weight }) => weight.trim() !== '0').map(({ name }) => name) },
  ],
});
