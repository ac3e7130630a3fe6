import { dateOf } from '../../calendar/days.ts';
import { daysAtNoon, type Span } from '../../calendar/span.ts';
import type { PersonId, RotationId } from '../../model/ids.ts';
import type { Person } from '../../model/person.ts';
import type { Rotation } from '../../model/rotation.ts';
import type { RuleName } from '../../model/rules.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Slot } from '../../rotation/expand.ts';
import { servedSpans } from '../../rotation/override.ts';
import { standingOf } from '../eligibility.ts';
import { leaveOf } from '../../model/leave-of.ts';
import { dutyOf, leaveSpan, meet } from '../facts.ts';
import { turnsBeside } from '../turns-beside.ts';
import type { Claim } from './claims.ts';
import type { Situation } from './situation.ts';

/** Somebody who could take a slot if these claims were given up; none: who may take it as things are. */
export interface Taker {
  readonly person: PersonId;
  readonly bars: readonly Claim[];
}

/** Turns that cannot be shared out at all: of other quarters, begun, covered. Their holders are busy then. */
interface Busy {
  readonly person: PersonId;
  /** The watch, or null for an exclusive rotation. */
  readonly lane: RotationId | null;
  readonly spans: readonly Span[];
}

const laneOf = (rotation: Rotation): RotationId | null =>
  rotation.kind === 'exclusive' ? null : rotation.id;

/** Nobody's dates: whether somebody takes part in a rotation is another question than when they are in the team. */
const undated = (workspace: Workspace): Workspace => ({
  ...workspace,
  people: Object.fromEntries(
    Object.entries(workspace.people).map(([id, person]) => [
      id,
      { ...person, joinsOn: null, leavesOn: null, archivedOn: null },
    ]),
  ),
});

function busyBeside(situation: Situation, isSettled: (slot: number) => boolean): readonly Busy[] {
  const { workspace, quarter, input } = situation;
  const own = input.problem.slots.flatMap(({ id }, slot) => {
    const shift = workspace.shifts[id];
    return shift !== undefined && isSettled(slot) ? [shift] : [];
  });
  return [...turnsBeside(workspace, quarter), ...own].flatMap((shift) => {
    const duty = dutyOf(workspace, shift);
    return duty === null ? [] : [{ person: shift.person, lane: laneOf(duty.rotation), spans: duty.spans }];
  });
}

function dateBars(person: Person, slot: Slot): readonly Claim[] {
  const days = daysAtNoon(slot.start, slot.end);
  const first = days[0] ?? dateOf(slot.start);
  const last = days.at(-1) ?? first;
  const { id, joinsOn, leavesOn } = person;
  return [
    ...(joinsOn !== null && first < joinsOn ? [{ kind: 'joins', person: id, on: joinsOn } as const] : []),
    ...(leavesOn !== null && last > leavesOn ? [{ kind: 'leaves', person: id, on: leavesOn } as const] : []),
  ];
}

function partBars(workspace: Workspace, person: Person, rotation: Rotation, slot: Slot): readonly Claim[] {
  const standing = standingOf(workspace, person.id, rotation, slot);
  if (standing === 'other-layer') return [{ kind: 'layers', rotation: rotation.id, person: person.id }];
  return standing === 'regular' || standing === 'stand-in'
    ? []
    : [{ kind: 'participants', rotation: rotation.id }];
}

/** Which rule each kind of claim is, for the rules that the lead overruled on a shift. */
const ruleOf: Readonly<Partial<Record<Claim['kind'], RuleName>>> = {
  leave: 'on-leave',
  layers: 'not-eligible',
  participants: 'not-eligible',
  joins: 'not-eligible',
  leaves: 'not-eligible',
};

/** True where the lead overruled, for the person who holds a shift, the rule that a claim is. */
function isAccepted({ workspace }: Situation, slot: Slot, person: PersonId, claim: Claim): boolean {
  const shift = workspace.shifts[slot.id];
  if (shift?.person !== person) return false;
  if (claim.kind === 'one-at-a-time')
    return shift.accepted.includes('no-overlap') || shift.accepted.includes('two-roles-two-people');
  const rule = ruleOf[claim.kind];
  return rule !== undefined && shift.accepted.includes(rule);
}

/**
 * Everybody in the team by slot, with what bars them from it. The archived are not in the team.
 *
 * @param isSettled slots that are no question: begun, ended, covered
 */
export function takersOf(
  situation: Situation,
  isSettled: (slot: number) => boolean,
): readonly (readonly Taker[])[] {
  const { workspace, input } = situation;
  const dateless = undated(workspace);
  const people = Object.values(workspace.people).sort((a, b) => (a.id < b.id ? -1 : 1));
  const busy = busyBeside(situation, isSettled);
  return input.problem.slots.map((slot, number) => {
    const rotation = workspace.rotations[slot.rotation];
    if (rotation === undefined || isSettled(number)) return [];
    const spans = servedSpans(workspace.shifts, slot, rotation.handoff.zone);
    const lane = laneOf(rotation);
    return people
      .filter((person) => person.archivedOn === null || person.archivedOn > dateOf(slot.end))
      .map((person) => {
        const away = leaveOf(workspace, person.id).filter(
          (leave) => !leave.tentative && meet(spans, [leaveSpan(leave, person)]),
        );
        const held = busy.some(
          (other) => other.person === person.id && other.lane === lane && meet(other.spans, spans),
        );
        const bars: readonly Claim[] = [
          ...partBars(dateless, person, rotation, slot),
          ...dateBars(person, slot),
          ...away.map(({ id }): Claim => ({ kind: 'leave', leave: id, person: person.id })),
          ...(held ? [{ kind: 'one-at-a-time', rotation: lane } as const] : []),
        ];
        return {
          person: person.id,
          bars: bars.filter((claim) => !isAccepted(situation, slot, person.id, claim)),
        };
      });
  });
}
