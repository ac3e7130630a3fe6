import type { Finding } from '../planner/finding.ts';
import { assertNever } from '../assert-never.ts';
import type { ShiftId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { rangeText, weekText } from './date-text.ts';
import { dutyName, layerName, personName, rotationName, slotName, slotWeek, slotWithDays } from './names.ts';
import { counted } from './number-text.ts';

/** A finding as a sentence without a full stop: "Bram is on leave 3–5 Feb". Overruled ones say so. */
export const findingText = (finding: Finding, workspace: Workspace): string =>
  `${sentence(finding, workspace)}${finding.accepted ? ' (accepted)' : ''}`;

function sentence(finding: Finding, workspace: Workspace): string {
  const { rule, shift, days } = finding;
  const who = personName(workspace, finding.person);
  const when = days === null ? `in ${slotWeek(workspace, shift)}` : rangeText(days.from, days.to);
  switch (rule) {
    case 'gap':
      return `Nobody holds ${slotWithDays(workspace, shift)}`;
    case 'on-leave':
      return `${who} is on leave ${when}`;
    case 'tentative-leave':
      return `${who} may be on leave ${when}`;
    case 'not-eligible':
      return `${who} ${ineligible(finding, workspace)}`;
    case 'two-roles-two-people':
      return `${who} holds two roles of ${rotationOf(workspace, shift)} ${during(finding, workspace)}: two people are needed`;
    case 'no-overlap':
      return `${who} already holds ${finding.other === null ? 'another duty' : slotName(workspace, finding.other)}`;
    case 'shift-cap':
      return `${who} has ${finding.measure?.found ?? 'too many'} shifts in the quarter; the cap is ${finding.measure?.allowed ?? 'lower'}`;
    case 'minimum-rest':
      return `${who}: ${rest(finding, workspace)}`;
    case 'stand-in':
      return `${who} stands in on ${dutyName(workspace, shift)}, ${slotWeek(workspace, shift)}`;
    case 'avoided-week':
      return `${who} asked not to be on call in ${days === null ? slotWeek(workspace, shift) : weekText(days.from)}`;
    case 'even-holidays':
      return `${who} covers more holidays than the others`;
    case 'even-load':
      return `${who} is further from the share than the plan has to be`;
    default:
      return assertNever(rule);
  }
}

const rotationOf = (workspace: Workspace, shift: ShiftId): string =>
  rotationName(workspace, shift.split('/')[0] ?? '');

const during = ({ days, shift }: Finding, workspace: Workspace): string =>
  days === null ? `in ${slotWeek(workspace, shift)}` : rangeText(days.from, days.to);

function ineligible({ because, shift }: Finding, workspace: Workspace): string {
  const [rotation = '', layer = ''] = shift.split('/');
  switch (because) {
    case 'other-layer':
      return `takes no turns as ${layerName(workspace, rotation, layer)} of ${rotationName(workspace, rotation)}`;
    case 'not-joined':
      return `is not in the team yet in ${slotWeek(workspace, shift)}`;
    case 'has-left':
      return `is no longer in the team in ${slotWeek(workspace, shift)}`;
    case 'archived':
      return 'is archived';
    case 'unknown-person':
      return 'is not in this workspace';
    case 'unknown-rotation':
      return `holds a shift of ${rotationName(workspace, rotation)}`;
    case 'no-part':
    case null:
      return `takes no turns in ${rotationName(workspace, rotation)}`;
    default:
      return assertNever(because);
  }
}

function rest({ other, measure }: Finding, workspace: Workspace): string {
  const neighbour = other === null ? 'another shift' : slotName(workspace, other);
  const found = measure?.found ?? 0;
  if (found === 0) return `back to back with ${neighbour}`;
  return `${counted(found, 'week')} of rest after ${neighbour}, ${measure?.allowed ?? 'more'} wanted`;
}
