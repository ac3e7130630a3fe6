import type { MappedPerson, MappedRotation } from '../model/connection.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { fieldOf, listAt, momentAt, textAt, type Json } from './json-fields.ts';
import { plannedTurns } from './planned-turns.ts';
import { roleOf } from './remote-mapping.ts';
import type { ReadLosses } from './pagerduty-read.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Somebody who is on call at the service, by one schedule or by none: then the policy names them itself, day and night. */
export interface RemoteOnCall {
  readonly user: Named;
  readonly schedule: Named | null;
  /** Where alarms reach them: each policy with the level, 1 first. */
  readonly reachedBy: readonly { readonly policy: string; readonly level: number }[];
  /** Until when, in milliseconds since 1970; null has no end. */
  readonly until: number | null;
}

function namedAt(value: Json): Named | null {
  const id = textAt(value, 'id');
  return id === null ? null : { id, name: textAt(value, 'name') ?? textAt(value, 'summary') ?? id };
}

/** Who is on call by the pages of `GET oncalls`: a turn that several policies and levels list is one, by schedule and then by name. */
export function onCallsOf(pages: readonly Json[], losses: ReadLosses): readonly RemoteOnCall[] {
  const found = new Map<string, RemoteOnCall & { readonly reachedBy: { policy: string; level: number }[] }>();
  for (const entry of pages.flatMap((page) => listAt(page, 'oncalls'))) {
    const user = namedAt(fieldOf(entry, 'user'));
    if (user === null) {
      losses.unread++;
      continue;
    }
    const schedule = namedAt(fieldOf(entry, 'schedule'));
    const until = momentAt(entry, 'end');
    const key = JSON.stringify([schedule?.id, user.id, until]);
    const known = found.get(key) ?? { user, schedule, until, reachedBy: [] };
    found.set(key, known);
    const policy = namedAt(fieldOf(entry, 'escalation_policy'));
    const level = Number(textAt(entry, 'escalation_level') ?? 1);
    if (policy !== null) known.reachedBy.push({ policy: policy.name, level });
  }
  const key = ({ schedule, user }: RemoteOnCall): string => `${schedule?.name ?? '\uffff'} ${user.name}`;
  return [...found.values()].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** Somebody on call there beside whom the plan has: `unmapped` where nobody said what the schedule stands for. */
export interface OnCallBesidePlan {
  readonly onCall: RemoteOnCall;
  /** Who it is here, where that was said. */
  readonly person: PersonId | null;
  readonly kind: 'as-planned' | 'other' | 'nobody-planned' | 'unmapped';
  readonly planned: PersonId | null;
}

/** Who is on call there and by the plan at a moment, in milliseconds since 1970. */
export function besidePlan(
  workspace: Workspace,
  onCalls: readonly RemoteOnCall[],
  mapping: { readonly people: readonly MappedPerson[]; readonly rotations: readonly MappedRotation[] },
  at: number,
): readonly OnCallBesidePlan[] {
  const people = new Map(mapping.people.map(({ outside, person }) => [outside, person]));
  const roles = new Map(mapping.rotations.map((one) => [one.outside, roleOf(one)]));
  return onCalls.map((onCall) => {
    const person = people.get(onCall.user.id) ?? null;
    const role = roles.get(onCall.schedule?.id ?? '') ?? null;
    if (role === null) return { onCall, person, kind: 'unmapped', planned: null };
    const planned = plannedTurns(workspace, role, at, at + 1)[0]?.person ?? null;
    if (planned === null) return { onCall, person, kind: 'nobody-planned', planned };
    return { onCall, person, kind: planned === person ? 'as-planned' : 'other', planned };
  });
}
