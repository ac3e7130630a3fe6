import { atTime, quarterRange } from '../../../shared/calendar/days.ts';
import { toInstant } from '../../../shared/calendar/zone.ts';
import type { RemoteWindow } from '../../../shared/contract/services.ts';
import { diffOf, type PushStep, type ScheduleDiff } from '../../../shared/exchange/pagerduty-diff.ts';
import { planThere, roleOf } from '../../../shared/exchange/remote-mapping.ts';
import type { MappedPerson, MappedRotation } from '../../../shared/model/connection.ts';
import type { LocalDate, LocalTime, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

/** What goes out is at least so far ahead: what is about to begin may be read by somebody right now. */
const MARGIN_MS = 5 * 60_000;
const MINUTE = 60_000;

export interface SchedulePreview extends ScheduleDiff {
  readonly name: string;
  readonly role: string;
  readonly zone: ZoneName;
  /** Why nothing can be sent to it. */
  readonly unmapped: readonly PersonId[];
  readonly crowded: boolean;
}

/** What sending would do: made without sending anything. */
export interface Preview {
  readonly schedules: readonly SchedulePreview[];
  readonly steps: readonly PushStep[];
  readonly from: number;
  readonly until: number;
}

/** The window of a quarter that is read: all of it, in the team's zone. */
export function windowOf(
  workspace: Workspace,
  quarter: QuarterId,
): { readonly since: string; readonly until: string } {
  const { from, until } = quarterRange(quarter);
  const moment = (day: LocalDate): string =>
    toInstant(atTime(day, '00:00' as LocalTime), workspace.about.zone);
  return { since: moment(from), until: moment(until) };
}

/** Compares what was read with the plan, schedule by schedule. */
export function previewOf(
  workspace: Workspace,
  read: RemoteWindow,
  mapping: { readonly people: readonly MappedPerson[]; readonly rotations: readonly MappedRotation[] },
  own: readonly string[],
  quarter: QuarterId,
  now: number,
): Preview {
  const window = windowOf(workspace, quarter);
  const until = Date.parse(window.until);
  const from = Math.max(Date.parse(window.since), Math.ceil((now + MARGIN_MS) / MINUTE) * MINUTE);
  const ours = new Set([...own, ...read.own]);
  const schedules = read.schedules.flatMap((remote): readonly SchedulePreview[] => {
    const mapped = mapping.rotations.find(({ outside }) => outside === remote.id);
    const role = mapped === undefined ? null : roleOf(mapped);
    const rotation = role === null ? undefined : workspace.rotations[role.rotation];
    if (role === null || rotation === undefined) return [];
    const { turns, unmapped } = planThere(workspace, role, mapping.people, from, until);
    const title = rotation.layers.find(({ name }) => name === role.layer)?.title ?? role.layer;
    const isBarred = unmapped.length > 0 || remote.crowded;
    const diff = isBarred
      ? { schedule: remote.id, steps: [], rows: [] }
      : diffOf(remote, turns, ours, from, until);
    return [
      {
        ...diff,
        name: remote.name,
        role: `${rotation.name}, ${title}`,
        zone: rotation.handoff.zone,
        unmapped,
        crowded: remote.crowded,
      },
    ];
  });
  return { schedules, steps: schedules.flatMap(({ steps }) => steps), from, until };
}
