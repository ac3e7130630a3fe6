import type { Booking } from '../../../shared/comp-time/booking.ts';
import { reversalOf, type Expired, type Writing } from '../../../shared/comp-time/credit.ts';
import type { Settlement } from '../../../shared/comp-time/settlements.ts';
import type { Command } from '../../../shared/editing/command.ts';
import {
  agreeStep,
  bookStep,
  cancelStep,
  declineStep,
  MOST_WRITTEN_OFF,
  settleStep,
  writeOffStep,
} from '../../../shared/editing/comp-time-steps.ts';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { CompTimeId } from '../../../shared/model/ids.ts';
import { settleTitle, settlementTitle } from '../../../shared/words/comp-time-text.ts';
import { minutesText, rangeText } from '../../../shared/words/date-text.ts';
import { entryText } from '../../../shared/words/ledger-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { today as todayIn } from '../../state/clock.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';

/** Who writes a line where the system does not name its user. */
const NOBODY = 'Team lead';

export const ledgerToday = (): LocalDate => todayIn(openWorkspace().about.zone);

function writing(): Writing {
  return {
    author: useWorkspaceStore.getState().host?.user ?? NOBODY,
    today: ledgerToday(),
    newId: () => `comp-${crypto.randomUUID()}` as CompTimeId,
  };
}

/** Makes the step and says so. A refusal comes back as a sentence; null where it was made. */
function make(command: Command | null, title: string): string | null {
  if (command === null) return null;
  const workspace = openWorkspace();
  const made = runCommand(command, title);
  if (!made.ok) return refusalText(made.reason, workspace);
  showToast({ text: title, undo: true });
  announce(title);
  return null;
}

/** As `make`, where no dialog is open to show a refusal in. */
function makeAndTell(command: Command | null, title: string): void {
  const refusal = make(command, title);
  if (refusal === null) return;
  showToast({ text: refusal, tone: 'error' });
  announce(refusal, 'assertive');
}

/** Settles these occasions, as many as one step holds. */
export function settle(settlements: readonly Settlement[]): void {
  const workspace = openWorkspace();
  const [only] = settlements;
  if (only === undefined) return;
  const titleFor = (count: number): string =>
    count === 1 ? settleTitle(workspace, only) : `Settle ${count} occasions of comp time`;
  const made = settleStep(workspace, settlements, titleFor, writing());
  if (made !== null) makeAndTell(made, made.title);
}

/** Says no to one occasion, with a reason; the refusal as a sentence, or null. */
export function decline(settlement: Settlement, note: string): string | null {
  const workspace = openWorkspace();
  const title = `Decline comp time: ${settlementTitle(workspace, settlement)}`;
  return make(declineStep(workspace, settlement, note, title, writing()), title);
}

/** Writes off what has expired, as much as one step holds. */
export function writeOff(all: readonly Expired[]): void {
  const workspace = openWorkspace();
  const expired = all.slice(0, MOST_WRITTEN_OFF);
  const minutes = expired.reduce((sum, one) => sum + one.minutes, 0);
  const people = new Set(expired.map(({ person }) => person));
  const [only] = people;
  const whose =
    people.size === 1 && only !== undefined
      ? ` of ${personName(workspace, only)}`
      : ` of ${people.size} people`;
  const title = `Write off ${minutesText(minutes)} of expired comp time${whose}`;
  makeAndTell(writeOffStep(workspace, expired, title, writing()), title);
}

export type Booked = Parameters<typeof bookStep>[1];

/** Books time off; the refusal as a sentence, or null. */
export function book(booked: Booked): string | null {
  const workspace = openWorkspace();
  const { person, from, to } = booked.leave;
  const title = `${personName(workspace, person)} takes ${minutesText(booked.minutes)} off, ${rangeText(from, to)}`;
  return make(bookStep(workspace, booked, title, writing()), title);
}

export function cancel(booking: Booking): void {
  const workspace = openWorkspace();
  const { person, from, to } = booking.leave;
  const title = `Cancel the comp time of ${personName(workspace, person)}, ${rangeText(from, to)}`;
  makeAndTell(cancelStep(booking, title, writing()), title);
}

/** Brings the ledger to what the leave says. */
export function agree(booking: Booking, minutes: number): void {
  const workspace = openWorkspace();
  const { person, from, to } = booking.leave;
  const title = `${personName(workspace, person)} takes ${minutesText(minutes)} off, ${rangeText(from, to)}`;
  makeAndTell(agreeStep(workspace, booking, minutes, title, writing()), title);
}

/** Takes a line back by a line of its own; the refusal as a sentence, or null. */
export function takeBack(entry: CompTimeEntry, note: string): string | null {
  const workspace = openWorkspace();
  const title = `Take back ${minutesText(Math.abs(entry.minutes))} of ${personName(workspace, entry.person)}: ${entryText(workspace, entry)}`;
  return make({ kind: 'add-comp-time', entry: reversalOf(entry, note, writing()) }, title);
}

/** A line by hand: time given or taken for a reason that the plan does not know. */
export function adjust(
  line: Pick<CompTimeEntry, 'person' | 'date' | 'minutes' | 'note' | 'policy'>,
): string | null {
  const workspace = openWorkspace();
  const { author, newId } = writing();
  const source = { shift: null, holiday: null, incident: null, leave: null };
  const entry: CompTimeEntry = { ...line, id: newId(), kind: 'adjust', source, reverses: null, author };
  const verb = line.minutes > 0 ? 'Give' : 'Take';
  const title = `${verb} ${minutesText(Math.abs(line.minutes))} of comp time ${line.minutes > 0 ? 'to' : 'from'} ${personName(workspace, line.person)}`;
  return make({ kind: 'add-comp-time', entry }, title);
}
