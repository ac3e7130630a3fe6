import type { LocalDate, LocalTime } from '../model/dates.ts';
import type { LayerName, RotationId } from '../model/ids.ts';
import type { Layer, Participant, Rotation } from '../model/rotation.ts';
import { personId, zone } from './people.ts';
import { pipelineId } from './tasks.ts';

export const primary = 'primary' as LayerName;
export const secondary = 'secondary' as LayerName;
export const rotationId = (name: string): RotationId => `rotation-${name.toLowerCase()}` as RotationId;

const firstToCall: Layer = { name: primary, title: 'Primary', weightPercent: 100 };
const layers: readonly Layer[] = [firstToCall, { name: secondary, title: 'Secondary', weightPercent: 50 }];

const takingTurns = (numbers: readonly number[], names: readonly LayerName[]): readonly Participant[] =>
  numbers.map((number) => ({ person: personId(number), layers: names }));

const weekly = {
  cadenceWeeks: 1,
  handoff: { weekday: 1, time: '09:00' as LocalTime, zone },
  startsOn: '2026-10-05' as LocalDate,
  endsOn: null,
  succeeds: null,
  archivedOn: null,
} as const;

/** One person a week for the whole team; behind them stand the pipelines' own primaries and secondaries. */
const team: Rotation = {
  ...weekly,
  id: rotationId('team'),
  name: 'Team',
  code: 'TEAM',
  kind: 'exclusive',
  pipeline: null,
  layers: [firstToCall],
  participants: takingTurns([1, 2, 3, 4], [primary]),
  standIns: [],
  factorPercent: 100,
  restWeeks: 1,
  position: 0,
};

/** A pipeline watched by two in turn, beside the team's rotation: half the weight of a duty that wakes people. */
const watch = (
  name: string,
  code: string,
  pair: readonly [number, number],
  standIns: Rotation['standIns'],
  position: number,
): Rotation => ({
  ...weekly,
  id: rotationId(name),
  name,
  code,
  kind: 'watch',
  pipeline: pipelineId(name),
  layers,
  participants: takingTurns(pair, [primary, secondary]),
  standIns,
  factorPercent: 50,
  restWeeks: 0,
  position,
});

export const rotations: readonly Rotation[] = [
  team,
  watch('Profit', 'PRO', [2, 1], 'task-owners', 1),
  watch('Growth', 'GRO', [3, 4], 'task-owners', 2),
  // The pair owns the pipeline's only task between them, so whoever else stands in has to be named.
  watch('Engagement', 'ENG', [1, 2], [personId(3), personId(4)], 3),
];
