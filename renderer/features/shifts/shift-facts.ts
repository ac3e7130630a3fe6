import { dateOf, quarterOf } from '../../../shared/calendar/days.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkShifts } from '../../../shared/planner/check.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { slotOf, type Slot } from '../../../shared/rotation/expand.ts';
import { zoneText } from '../../../shared/words/calendar-text.ts';
import { momentText, turnText, weekText } from '../../../shared/words/date-text.ts';
import { findingText } from '../../../shared/words/finding-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { pointsWithUnit } from '../../../shared/words/points-text.ts';
import { coverLines, dueLines, reasonText } from '../../../shared/words/shift-text.ts';

/** What the hover card and the shift card say of a shift, in words; a line with an empty text is left out. */
export interface ShiftFacts {
  readonly title: string;
  readonly person: string;
  readonly lines: readonly { readonly name: string; readonly text: string }[];
  readonly findings: readonly { readonly text: string; readonly hard: boolean }[];
}

/** What the turn counts in the quarter it begins in; empty where the quarter does not count it. */
function pointsOf(workspace: Workspace, slot: Slot): string {
  const problem = problemOf(workspace, quarterOf(dateOf(slot.start)));
  const load = problem.load[problem.slotAt.get(slot.id) ?? -1];
  return load === undefined ? '' : pointsWithUnit(load);
}

function runbookTitle(workspace: Workspace, slot: Slot): string {
  const pipeline = workspace.rotations[slot.rotation]?.pipeline ?? null;
  if (pipeline === null) return '';
  return Object.values(workspace.runbooks).find((one) => one.pipeline === pipeline)?.title ?? '';
}

export function factsOf(workspace: Workspace, shift: ShiftId): ShiftFacts | null {
  const slot = slotOf(workspace, shift);
  if (slot === null) return null;
  const rotation = workspace.rotations[slot.rotation];
  const held = workspace.shifts[shift];
  const layer = rotation?.layers.find(({ name }) => name === slot.layer)?.title ?? slot.layer;
  const zone = rotation === undefined ? '' : ` (${zoneText(rotation.handoff.zone)})`;
  const lines = [
    { name: 'When', text: `${weekText(dateOf(slot.start))}, ${turnText(slot.start, slot.end)}` },
    { name: 'Hand-off', text: `${momentText(slot.start)} to ${momentText(slot.end)}${zone}` },
    { name: 'Counts', text: pointsOf(workspace, slot) },
    { name: 'Reason', text: reasonText(workspace, slot, held) },
    { name: 'Covers', text: coverLines(workspace, slot).join('; ') },
    { name: 'Due', text: dueLines(workspace, slot).join('; ') },
    { name: 'Runbook', text: runbookTitle(workspace, slot) },
    { name: 'Note', text: held?.note ?? '' },
  ];
  return {
    title: `${rotation?.name ?? 'Unknown rotation'}, ${layer}`,
    person: held === undefined ? 'Nobody: a gap' : personName(workspace, held.person),
    lines: lines.filter(({ text }) => text !== ''),
    findings: checkShifts(workspace, [shift])
      .filter(({ rule, shift: own }) => rule !== 'gap' && own === shift)
      .map((finding) => ({ text: findingText(finding, workspace), hard: finding.severity === 'hard' })),
  };
}
