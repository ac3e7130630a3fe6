import { reversalOf, settlingLines, writeOffLines, type Expired, type Writing } from '../comp-time/credit.ts';
import type { Booking } from '../comp-time/booking.ts';
import type { Settlement } from '../comp-time/settlements.ts';
import { termsOn } from '../comp-time/terms.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { Leave } from '../model/leave.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf, SimpleCommand } from './command.ts';

/** Each act on the ledger is one step, however many lines it writes. */
type Step = CommandOf<'together'>;

/** As many lines as one step may hold. */
const MOST = 500;

const together = (title: string, commands: readonly SimpleCommand[]): Step | null =>
  commands.length === 0 ? null : { kind: 'together', title, commands };

const adding = (entries: readonly CompTimeEntry[]): readonly SimpleCommand[] =>
  entries.map((entry) => ({ kind: 'add-comp-time', entry }));

/**
 * Writes what occasions lack. Where they are more than one step holds, the step ends before the first that would not go in
 * whole; null where there is nothing to write.
 *
 * @param titleFor the name of the step, by how many occasions it settles
 */
export function settleStep(
  workspace: Workspace,
  settlements: readonly Settlement[],
  titleFor: (count: number) => string,
  writing: Writing,
): Step | null {
  let count = settlements.length;
  let lines = settlingLines(workspace, settlements, writing);
  while (lines.length > MOST) {
    count = Math.floor((count * MOST) / lines.length);
    lines = settlingLines(workspace, settlements.slice(0, count), writing);
  }
  return together(titleFor(count), adding(lines));
}

/** Says no to what was served: it is written down and taken back with its reason, and not offered again. */
export function declineStep(
  workspace: Workspace,
  settlement: Settlement,
  note: string,
  title: string,
  writing: Writing,
): Step | null {
  const lines = settlingLines(workspace, [settlement], writing);
  const back = lines.filter(({ kind }) => kind !== 'reverse').map((line) => reversalOf(line, note, writing));
  return together(title, adding([...lines, ...back]));
}

/** So many lots are written off in one step; what is beyond waits for the next. */
export const MOST_WRITTEN_OFF = MOST;

/** Writes off what has expired, `MOST_WRITTEN_OFF` lots at most. */
export const writeOffStep = (
  workspace: Workspace,
  expired: readonly Expired[],
  title: string,
  writing: Writing,
): Step | null =>
  together(title, adding(writeOffLines(workspace, expired.slice(0, MOST_WRITTEN_OFF), writing)));

interface Booked {
  readonly leave: Leave;
  /** Minutes to take off the balance, above zero. */
  readonly minutes: number;
  readonly note: string;
  /** The lead agreed that the balance may go below zero. */
  readonly agreedDebt: boolean;
}

function takeOf(
  workspace: Workspace,
  { leave, minutes, note }: Booked,
  { author, newId }: Writing,
): CompTimeEntry | null {
  const policy = termsOn(workspace, leave.from);
  return policy === null
    ? null
    : {
        id: newId(),
        kind: 'take',
        person: leave.person,
        date: leave.from,
        minutes: -minutes,
        source: { shift: null, holiday: null, incident: null, leave: leave.id },
        reverses: null,
        policy: policy.id,
        author,
        note,
      };
}

/** Books time off: the leave, which the planner goes around, and the line that takes it off the balance. */
export function bookStep(workspace: Workspace, booked: Booked, title: string, writing: Writing): Step | null {
  const entry = takeOf(workspace, booked, writing);
  if (entry === null) return null;
  return together(title, [
    { kind: 'save-leave', leave: booked.leave },
    { kind: 'add-comp-time', entry, agreedDebt: booked.agreedDebt },
  ]);
}

/** Cancels a booking: the time goes back to the balance, and the leave goes. */
export function cancelStep({ leave, taken }: Booking, title: string, writing: Writing): Step | null {
  const back = taken === null ? [] : adding([reversalOf(taken, '', writing)]);
  return together(title, [...back, { kind: 'remove-leave', leave: leave.id }]);
}

/** Leave that was moved, or entered without a line: the ledger is brought to what the leave says. */
export function agreeStep(
  workspace: Workspace,
  { leave, taken }: Booking,
  minutes: number,
  title: string,
  writing: Writing,
): Step | null {
  const entry = takeOf(workspace, { leave, minutes, note: '', agreedDebt: false }, writing);
  if (entry === null) return null;
  return together(title, [
    ...(taken === null ? [] : adding([reversalOf(taken, '', writing)])),
    ...adding([entry]),
  ]);
}
