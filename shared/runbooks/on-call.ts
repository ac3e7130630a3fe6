import { addDays, atTime, nextWeekday } from '../calendar/days.ts';
import { toLocal } from '../calendar/zone.ts';
import type { Instant, LocalDate, LocalDateTime } from '../model/dates.ts';
import type { LayerName, PersonId, PipelineId, RotationId, ShiftId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import type { Shift } from '../model/shift.ts';
import type { Workspace } from '../model/workspace.ts';

/** A stretch of time in which one person holds a duty: wall clock in the rotation's zone, end not included. */
export interface Stretch {
  readonly person: PersonId;
  readonly shift: ShiftId;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
}

/** One duty that concerns a pipeline: a layer of its rotation, or of the whole team's. */
export interface Duty {
  readonly rotation: RotationId;
  readonly rotationName: string;
  readonly layer: LayerName;
  readonly layerTitle: string;
  /** Null: the whole team's rotation. */
  readonly pipeline: PipelineId | null;
  readonly zone: string;
}

export interface DutyNow extends Duty {
  /** Null: nobody is planned. */
  readonly now: Stretch | null;
  readonly next: Stretch | null;
}

export interface DutyWeeks extends Duty {
  readonly thisWeek: readonly Stretch[];
  readonly nextWeek: readonly Stretch[];
}

type ByLayer = ReadonlyMap<string, readonly Shift[]>;
const sorted = new WeakMap<Workspace['shifts'], ByLayer>();

/** Shifts by rotation and layer, by start; made once for each table of shifts. */
function shiftsByLayer(shifts: Workspace['shifts']): ByLayer {
  const known = sorted.get(shifts);
  if (known) return known;
  const byLayer = new Map<string, Shift[]>();
  for (const shift of Object.values(shifts)) {
    const key = `${shift.rotation}/${shift.layer}`;
    const list = byLayer.get(key);
    if (list) list.push(shift);
    else byLayer.set(key, [shift]);
  }
  for (const list of byLayer.values())
    list.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  sorted.set(shifts, byLayer);
  return byLayer;
}

/** What remains of a stretch when the covers of its days are cut out, the covers among it, by start. */
function withCovers(shift: Shift, covers: readonly Shift[]): Stretch[] {
  const stretches: Stretch[] = [];
  let from = shift.start;
  for (const cover of covers) {
    if (cover.start > from)
      stretches.push({ person: shift.person, shift: shift.id, start: from, end: cover.start });
    stretches.push({ person: cover.person, shift: cover.id, start: cover.start, end: cover.end });
    if (cover.end > from) from = cover.end;
  }
  if (from < shift.end)
    stretches.push({ person: shift.person, shift: shift.id, start: from, end: shift.end });
  return stretches;
}

/** A rotation and those it continues: one duty, whose turns under older terms are still held until the new ones begin. */
function lineOf(workspace: Workspace, rotation: RotationId): readonly RotationId[] {
  const line: RotationId[] = [rotation];
  for (
    let earlier = workspace.rotations[rotation]?.succeeds ?? null;
    earlier !== null && !line.includes(earlier);
    earlier = workspace.rotations[earlier]?.succeeds ?? null
  )
    line.unshift(earlier);
  return line;
}

function stretchesOf(workspace: Workspace, rotation: RotationId, layer: LayerName): readonly Stretch[] {
  const byLayer = shiftsByLayer(workspace.shifts);
  const shifts = lineOf(workspace, rotation).flatMap((one) => byLayer.get(`${one}/${layer}`) ?? []);
  const covers = shifts.filter((shift) => shift.covers !== null);
  return shifts
    .filter((shift) => shift.covers === null)
    .flatMap((shift) =>
      withCovers(
        shift,
        covers.filter((cover) => cover.covers === shift.id),
      ),
    );
}

/** The rotations that concern a pipeline on a day: its own first, then the whole team's. */
function rotationsFor(workspace: Workspace, pipeline: PipelineId | null): readonly Rotation[] {
  return Object.values(workspace.rotations)
    .filter((it) => it.archivedOn === null && (it.pipeline === null || it.pipeline === pipeline))
    .sort((a, b) => Number(a.pipeline === null) - Number(b.pipeline === null) || a.position - b.position);
}

function dutiesFor(
  workspace: Workspace,
  pipeline: PipelineId | null,
): readonly (Duty & { readonly terms: Rotation })[] {
  return rotationsFor(workspace, pipeline).flatMap((rotation) =>
    rotation.layers.map((layer) => ({
      rotation: rotation.id,
      rotationName: rotation.name,
      layer: layer.name,
      layerTitle: layer.title,
      pipeline: rotation.pipeline,
      zone: rotation.handoff.zone,
      terms: rotation,
    })),
  );
}

/** Who holds each duty of a pipeline, and of the team, at an instant, and who comes after; by the shifts as planned. */
export function onCallAt(workspace: Workspace, pipeline: PipelineId | null, at: Instant): readonly DutyNow[] {
  return dutiesFor(workspace, pipeline).map(({ terms, ...duty }) => {
    const moment = toLocal(at, terms.handoff.zone);
    const stretches = stretchesOf(workspace, duty.rotation, duty.layer);
    const now = stretches.find((it) => it.start <= moment && moment < it.end) ?? null;
    const next = stretches.find((it) => it.start >= (now?.end ?? moment)) ?? null;
    return { ...duty, now, next };
  });
}

/**
 * Who holds each duty in the turn week that has begun on or before `today`, and in the one after. A week runs from
 * hand-off to hand-off; a turn of two weeks appears in both.
 */
export function onCallWeeks(
  workspace: Workspace,
  pipeline: PipelineId | null,
  today: LocalDate,
): readonly DutyWeeks[] {
  return dutiesFor(workspace, pipeline).map(({ terms, ...duty }) => {
    const { weekday, time } = terms.handoff;
    const handoff = (week: number) =>
      atTime(addDays(nextWeekday(addDays(today, -6), weekday), week * 7), time);
    const stretches = stretchesOf(workspace, duty.rotation, duty.layer);
    const within = (week: number) =>
      stretches.filter((it) => it.start < handoff(week + 1) && it.end > handoff(week));
    return { ...duty, thisWeek: within(0), nextWeek: within(1) };
  });
}
