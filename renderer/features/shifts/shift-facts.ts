import { dateOf } from '../../../shared/calendar/days.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkShifts } from '../../../shared/planner/check.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import { momentText, turnText, weekText } from '../../../shared/words/date-text.ts';
import { findingText } from '../../../shared/words/finding-text.ts';
import { personName } from '../../../shared/words/names.ts';

/** What the hover card and the shift card say of a shift, in words. */
export interface ShiftFacts {
  readonly title: string;
  readonly person: string;
  readonly when: string;
  readonly handoff: string;
  readonly origin: string;
  readonly note: string;
  readonly findings: readonly { readonly text: string; readonly hard: boolean }[];
}

const origins = { planned: 'Planned', hand: 'Set by hand', imported: 'Imported' } as const;

export function factsOf(workspace: Workspace, shift: ShiftId): ShiftFacts | null {
  const slot = slotOf(workspace, shift);
  if (slot === null) return null;
  const rotation = workspace.rotations[slot.rotation];
  const held = workspace.shifts[shift];
  const layer = rotation?.layers.find(({ name }) => name === slot.layer)?.title ?? slot.layer;
  const zone = rotation === undefined ? '' : ` (${rotation.handoff.zone.replaceAll('_', ' ')})`;
  return {
    title: `${rotation?.name ?? 'Unknown rotation'}, ${layer}`,
    person: held === undefined ? 'Nobody: a gap' : personName(workspace, held.person),
    when: `${weekText(dateOf(slot.start))}, ${turnText(slot.start, slot.end)}`,
    handoff: `${momentText(slot.start)} to ${momentText(slot.end)}${zone}`,
    origin:
      held === undefined
        ? 'Open'
        : `${origins[held.origin]}${held.pinned ? ', pinned: the planner leaves it' : ''}`,
    note: held?.note ?? '',
    findings: checkShifts(workspace, [shift])
      .filter(({ rule, shift: own }) => rule !== 'gap' && own === shift)
      .map((finding) => ({ text: findingText(finding, workspace), hard: finding.severity === 'hard' })),
  };
}
