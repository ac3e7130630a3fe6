import { withOffset } from '../../shared/calendar/zone.ts';
import { shownScore } from '../../shared/fairness/score.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Finding } from '../../shared/planner/finding.ts';
import type { TeamFairness } from '../../shared/planner/judge.ts';
import type { PlannedSlot } from '../../shared/planner/plan.ts';
import { slotOf } from '../../shared/rotation/expand.ts';
import { findingText } from '../../shared/words/finding-text.ts';
import { personName, rotationName } from '../../shared/words/names.ts';

/** What `--json` prints of a held or open slot. Names, and times with the offset that the rotation's zone has then. */
export function assignmentJson(workspace: Workspace, { shift, person }: PlannedSlot) {
  const slot = slotOf(workspace, shift);
  const zone = slot === null ? undefined : workspace.rotations[slot.rotation]?.handoff.zone;
  if (slot === null || zone === undefined) throw new Error(`${shift} is no slot of this workspace`);
  return {
    rotation: rotationName(workspace, slot.rotation),
    layer: slot.layer,
    start: withOffset(slot.start, zone),
    end: withOffset(slot.end, zone),
    person: person === null ? null : personName(workspace, person),
  };
}

export const findingJson = (workspace: Workspace, finding: Finding) => ({
  rule: finding.rule,
  severity: finding.severity,
  message: findingText(finding, workspace),
});

export const scoreJson = (score: number | null): number | null => (score === null ? null : shownScore(score));

/** q as points, as they are. */
const points = (q: number): number => Math.round(q * 25) / 100;

export const peopleJson = (workspace: Workspace, { people }: TeamFairness) =>
  people.map((card) => ({
    person: personName(workspace, card.person),
    score: scoreJson(card.score),
    points: points(card.load),
    /** The attainable share, which the score is against. */
    share: points(card.attainable),
    taskLoad: points(card.ownTasks),
    holidays: card.holidays.length,
  }));

/** True where a finding means that the plan cannot stand as it is. */
export const isOpenTrouble = (finding: Finding): boolean => finding.severity === 'hard' && !finding.accepted;
