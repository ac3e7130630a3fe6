import type { LocalDateTime, QuarterId, ZoneName } from '../model/dates.ts';
import type { LayerName, PersonId, RotationId, ShiftId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { slotsOfQuarter } from '../rotation/expand.ts';
import { coversOf } from '../rotation/override.ts';
import { isShadow } from '../rotation/shadow.ts';

/** A stretch of a turn that one person serves, or nobody; wall clock of the rotation's zone, end not included. */
export interface Served {
  readonly person: PersonId | null;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  /** It stands in for the turn's own holder. */
  readonly isCover: boolean;
}

/** One turn of one layer with whoever serves it. */
export interface SiteTurn {
  readonly id: ShiftId;
  readonly rotation: RotationId;
  readonly layer: LayerName;
  readonly start: LocalDateTime;
  readonly end: LocalDateTime;
  readonly zone: ZoneName;
  readonly served: readonly Served[];
}

/** The turns of a quarter by their start and the order of rotations, gaps among them; a shadow's turn that nobody holds is none. */
export function turnsOf(workspace: Workspace, quarter: QuarterId): readonly SiteTurn[] {
  const place = (rotation: RotationId): number => recordOf(workspace, 'rotations', rotation)?.position ?? 0;
  return [...slotsOfQuarter(workspace, quarter)]
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : place(a.rotation) - place(b.rotation)))
    .filter(({ id }) => !id.includes('/cover/'))
    .flatMap(({ id, rotation, layer, start, end }): readonly SiteTurn[] => {
      const terms = recordOf(workspace, 'rotations', rotation);
      const held = recordOf(workspace, 'shifts', id);
      if (terms === undefined || (held === undefined && isShadow(terms, layer))) return [];
      const served = servedIn(workspace, id, held?.person ?? null, start, end);
      return [{ id, rotation, layer, start, end, zone: terms.handoff.zone, served }];
    });
}

function servedIn(
  workspace: Workspace,
  turn: ShiftId,
  person: PersonId | null,
  start: LocalDateTime,
  end: LocalDateTime,
): readonly Served[] {
  const covers = [...coversOf(workspace.shifts, turn)].sort((a, b) => (a.start < b.start ? -1 : 1));
  const served: Served[] = [];
  let from = start;
  for (const cover of covers) {
    if (cover.start > from) served.push({ person, start: from, end: cover.start, isCover: false });
    served.push({ person: cover.person, start: cover.start, end: cover.end, isCover: true });
    if (cover.end > from) from = cover.end;
  }
  return from < end ? [...served, { person, start: from, end, isCover: false }] : served;
}
