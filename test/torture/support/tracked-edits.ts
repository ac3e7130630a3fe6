/**
 * Edits whose trace in the plan tells the revision: edit number k writes its number into one of 64 leave records. So a state
 * shows whether it holds exactly the edits up to its revision, or lost, doubled or mixed some.
 */
import { addDays } from '../../../shared/calendar/days.ts';
import type { Channels } from '../../../shared/contract/channels.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';

const slots = 64;
const idOf = (slot: number): Leave['id'] => `leave-torture-${slot}` as Leave['id'];
const mark = (number: number): string => `edit ${number}`;

/** The edit that leads to this revision. */
export function trackedEdit(workspace: Workspace, revision: number): Command {
  const [person] = Object.values(workspace.people);
  if (person === undefined) throw new Error('the plan has nobody whose leave could be written');
  const day = addDays('2028-02-01' as Leave['from'], revision % slots); // a day of its own: two leaves on one day are refused
  return {
    kind: 'save-leave',
    leave: {
      id: idOf(revision % slots),
      person: person.id,
      from: day,
      to: day,
      part: 'day',
      kind: 'leave',
      tentative: false,
      reason: mark(revision),
    },
  };
}

export const trackedRequest = (
  workspace: Workspace,
  baseRevision: number,
): Channels['workspace.apply']['request'] => ({
  baseRevision,
  title: mark(baseRevision + 1),
  command: trackedEdit(workspace, baseRevision + 1),
});

/**
 * What a state holds that it should not at its revision, or lacks; null when it is exactly right.
 *
 * @param first revision before the first tracked edit
 */
export function traceFault(workspace: Workspace, revision: number, first = 0): string | null {
  for (let number = Math.max(first + 1, revision - slots + 1); number <= revision; number++) {
    const found = workspace.leave[idOf(number % slots)]?.reason;
    if (found !== mark(number)) return `edit ${number} is missing: its place holds ${found ?? 'nothing'}`;
  }
  const newest = Math.max(
    ...Object.values(workspace.leave).map(({ reason }) => Number(/^edit (\d+)$/.exec(reason)?.[1] ?? 0)),
  );
  return newest > revision ? `it holds edit ${newest}, though its revision is ${revision}` : null;
}
