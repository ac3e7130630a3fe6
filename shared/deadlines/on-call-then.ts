import { dateOf } from '../calendar/days.ts';
import { addSeconds } from '../calendar/zone.ts';
import type { LocalDateTime } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { onCallAt } from '../runbooks/on-call.ts';
import type { DueRow } from './deliveries.ts';

export interface OnCallThen {
  /** Who holds the first layer of the pipeline's own rotation, else of the team's; null where nobody does. */
  readonly person: PersonId | null;
  readonly duty: string;
  /** When the duty changes hands that very day, on the rotation's clock; null where it does not. */
  readonly handoff: LocalDateTime | null;
}

/** Who is on call for a deadline's pipeline in the minute before it is late; null where no rotation watches it. */
export function onCallThen(workspace: Workspace, { deadline, day, lateFrom }: DueRow): OnCallThen | null {
  const duties = onCallAt(workspace, deadline.pipeline, addSeconds(lateFrom, -60));
  const duty = duties.find(({ now }) => now !== null) ?? duties[0];
  if (duty === undefined) return null;
  const { now, rotationName, layerTitle } = duty;
  return {
    person: now?.person ?? null,
    duty: `${rotationName} ${layerTitle.toLowerCase()}`,
    handoff: now !== null && dateOf(now.start) === day ? now.start : null,
  };
}
