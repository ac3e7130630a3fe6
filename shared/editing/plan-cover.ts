import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, ShiftId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Assessment } from '../planner/attainable.ts';
import { checkShifts } from '../planner/check.ts';
import { daysServed, turnBehind } from '../planner/covers/days-served.ts';
import { lendAssessment } from '../planner/covers/lend-assessment.ts';
import { judge, type TeamFairness } from '../planner/judge.ts';
import { coversOf } from '../rotation/override.ts';
import { attempt } from './attempt.ts';
import type { Cover } from './command.ts';
import type { Gesture } from './gesture.ts';
import { hardFirst, unmoved, type Affected, type MovePreview } from './move-preview.ts';

type CoverGesture = Extract<Gesture, { kind: 'cover' }>;

/** Who serves any of these days as it stands. */
const serving = (workspace: Workspace, { shift, from, until }: Cover): readonly PersonId[] =>
  daysServed(workspace, shift).flatMap(({ day, person }) => (from <= day && day < until ? [person] : []));

function affectedBy(workspace: Workspace, { covers, remove }: CoverGesture): readonly Affected[] {
  const people = new Map<PersonId, { takes: Set<ShiftId>; gives: Set<ShiftId> }>();
  const of = (person: PersonId) => {
    const known = people.get(person) ?? { takes: new Set<ShiftId>(), gives: new Set<ShiftId>() };
    people.set(person, known);
    return known;
  };
  for (const cover of covers) {
    of(cover.person).takes.add(cover.shift);
    for (const person of serving(workspace, cover))
      if (person !== cover.person) of(person).gives.add(cover.shift);
  }
  for (const id of remove) {
    const cover = recordOf(workspace, 'shifts', id);
    const turn = turnBehind(workspace, id);
    if (cover === undefined || turn === undefined) continue;
    of(turn.person).takes.add(turn.id);
    of(cover.person).gives.add(turn.id);
  }
  return [...people].map(([person, { takes, gives }]) => ({ person, takes: [...takes], gives: [...gives] }));
}

/** The covers that an edit made or changed, and the turns that got days back. */
function touchedBy(
  before: Workspace,
  after: Workspace,
  { covers, remove }: CoverGesture,
): readonly ShiftId[] {
  const turns = new Set(
    [...covers.map(({ shift }) => shift), ...remove].flatMap((id) => turnBehind(before, id)?.id ?? []),
  );
  const made = [...turns].flatMap((turn) =>
    coversOf(after.shifts, turn).filter((cover) => before.shifts[cover.id] !== cover),
  );
  const back = [...turns].filter((turn) => {
    const served = daysServed(before, turn);
    return daysServed(after, turn).some(
      ({ cover }, place) => cover === null && served[place]?.cover !== null,
    );
  });
  return [...new Set([...made.map(({ id }) => id), ...back])];
}

/**
 * What it would do to give single days of turns to others or to take such covers back: who takes and gives days, which rules then
 * speak, and how the fairness moves. It runs the same `edit` that commits. New days change what everybody can attain a
 * little; until that is worked out, both sides are judged against the shares of the plan before.
 *
 * @param before how the plan is judged as it stands
 * @param today days that are over before it need `reason`
 */
export function planCover(
  workspace: Workspace,
  gesture: CoverGesture,
  quarter: QuarterId,
  assessment: Assessment | null,
  before: TeamFairness,
  today: LocalDate,
  reason = '',
): MovePreview {
  const affected = affectedBy(workspace, gesture);
  const { covers, remove } = gesture;
  const { edited, needsReason, command } = attempt(
    workspace,
    (accept, why) => ({ kind: 'cover-days', covers, remove, accept, today, reason: why }),
    reason,
  );
  if (!edited.ok)
    return edited.reason.kind === 'no-change'
      ? unmoved(gesture, before)
      : { ...unmoved(gesture, before), affected, refusal: edited.reason };
  const after = edited.value.workspace;
  const findings = hardFirst(checkShifts(after, touchedBy(workspace, after, gesture)));
  return {
    gesture,
    command,
    tried: needsReason ? null : { on: workspace, ...edited.value },
    needsReason,
    refusal: null,
    affected,
    findings,
    conflicts: findings.filter(({ severity, rule }) => severity === 'hard' && rule !== 'gap'),
    before,
    after: judge(after, quarter, lendAssessment(assessment, workspace, after, quarter)),
  };
}
