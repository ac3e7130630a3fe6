import { addDays, atTime } from '../calendar/days.ts';
import { overlaps, spanOf } from '../calendar/span.ts';
import type { LocalDate, LocalTime, ZoneName } from '../model/dates.ts';
import type { LayerName, PersonId, RotationId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { turnsOf } from '../rotation/expand.ts';
import { heldTurns, type HeldTurns, type Served } from './held-turns.ts';
import type { OutsideExport, OutsidePart } from './outside-schedule.ts';
import { MOST_STARTS, momentOf, startsOf, turnsOfPart } from './outside-turns.ts';
import type { Turn } from './override-bundle.ts';

const MINUTE = 60_000;

/** Days back and ahead that turns are asked for: tools write at most half a year, and nobody plans further than two. */
export const DAYS_BACK = 366;
export const DAYS_AHEAD = 800;

/** A layer of a rotation here. */
export interface Role {
  readonly rotation: RotationId;
  readonly layer: LayerName;
}

/** How an export is to be understood. */
export interface OutsideTerms {
  /** Who somebody there is here, by their id; null leaves their turns out, whoever is missing was not said yet. */
  readonly people: ReadonlyMap<string, PersonId | null>;
  /** Which role a part stands for, by its id; what is missing is not taken. */
  readonly roles: ReadonlyMap<string, Role>;
  readonly today: LocalDate;
  /** Turns that begin on or after this day are not taken. */
  readonly until: LocalDate;
}

/** A part with who is on call in it, nobody beside another: the whole window, whatever of it is taken. */
export interface PartTurns {
  readonly part: OutsidePart;
  readonly role: Role | null;
  readonly turns: readonly Turn[];
  /** What it speaks of, in milliseconds since 1970; the end is not included. */
  readonly from: number;
  readonly until: number;
}

/** The turns of one role, filled from the parts that stand for it. */
export interface RoleTurns extends HeldTurns {
  readonly role: Role;
}

export interface OutsideTake {
  readonly parts: readonly PartTurns[];
  readonly roles: readonly RoleTurns[];
  /** Parts whose rules have more turns than are followed. */
  readonly tooMany: readonly OutsidePart[];
}

const midnight = (day: LocalDate, zone: ZoneName): number =>
  momentOf(atTime(day, '00:00' as LocalTime), zone);

/**
 * The window that a part speaks of. Turns that the tool worked out say what was; a rule says only what comes, for nobody knows how it read
 * last month.
 */
function windowOf(
  { rendered, lines, overrides, zone }: OutsidePart,
  today: LocalDate,
): Pick<PartTurns, 'from' | 'until'> {
  const last = midnight(addDays(today, DAYS_AHEAD), zone);
  if (rendered.length > 0) {
    const first = rendered.reduce((least, { start }) => Math.min(least, start), Infinity);
    const end = rendered.reduce((most, turn) => Math.max(most, turn.end), -Infinity);
    return { from: Math.max(first, midnight(addDays(today, -DAYS_BACK), zone)), until: Math.min(end, last) };
  }
  const starts = [...lines.map(({ start }) => momentOf(start, zone)), ...overrides.map(({ start }) => start)];
  const begins = starts.reduce((least, start) => Math.min(least, start), Infinity);
  return { from: Math.max(midnight(today, zone), begins === Infinity ? 0 : begins), until: last };
}

/** Who is on call in each part of an export, and the parts that would go beyond what is followed of one file. */
function partsOf(
  { parts }: OutsideExport,
  { roles, today }: OutsideTerms,
): Pick<OutsideTake, 'parts' | 'tooMany'> {
  const tooMany: OutsidePart[] = [];
  let left = MOST_STARTS;
  const read = parts.map((part) => {
    const { from, until } = windowOf(part, today);
    const starts = startsOf(part, from, until);
    const isTooMuch = starts > left;
    if (isTooMuch) tooMany.push(part);
    else left -= starts;
    const turns = isTooMuch ? [] : turnsOfPart(part, from, until);
    return { part, role: roles.get(part.id) ?? null, turns, from, until };
  });
  return { parts: read, tooMany };
}

const roleKey = ({ rotation, layer }: Role): string => `${rotation} ${layer}`;

function roleTurns(
  workspace: Workspace,
  role: Role,
  parts: readonly PartTurns[],
  { people, today, until }: OutsideTerms,
): readonly RoleTurns[] {
  const rotation = recordOf(workspace, 'rotations', role.rotation);
  if (rotation === undefined) return [];
  const { zone } = rotation.handoff;
  const served = parts.flatMap(({ turns }) =>
    turns.flatMap(({ start, end, user }): readonly Served[] => {
      const person = people.get(user) ?? null;
      return person === null ? [] : [{ person, span: { start: start / MINUTE, end: end / MINUTE } }];
    }),
  );
  const spoken = {
    start: Math.min(...parts.map(({ from }) => from)) / MINUTE,
    end: Math.max(...parts.map((one) => one.until)) / MINUTE,
  };
  // A turn that has begun is served by whoever serves it, whatever a rule says now.
  const from = parts.every(({ part }) => part.rendered.length === 0) ? today : addDays(today, -DAYS_BACK);
  const slots = turnsOf(workspace.rotations, rotation, { from, until }).filter(
    (slot) => slot.layer === role.layer && overlaps(spanOf(slot.start, slot.end, zone), spoken),
  );
  return [{ role, ...heldTurns(workspace, slots, served, zone) }];
}

/**
 * Fills the turns of the plan from another tool's schedules, role by role: whoever serves most of a turn by true time holds it. What its
 * parts cut differently, leave open or give to nobody known is named, and stays as it is here.
 */
export function takeOutside(workspace: Workspace, file: OutsideExport, terms: OutsideTerms): OutsideTake {
  const { parts, tooMany } = partsOf(file, terms);
  const byRole = new Map<string, PartTurns[]>();
  for (const one of parts) {
    if (one.role === null) continue;
    const key = roleKey(one.role);
    byRole.set(key, [...(byRole.get(key) ?? []), one]);
  }
  const roles = [...byRole.values()].flatMap((own) => {
    const role = own[0]?.role ?? null;
    return role === null ? [] : roleTurns(workspace, role, own, terms);
  });
  return { parts, roles, tooMany };
}
