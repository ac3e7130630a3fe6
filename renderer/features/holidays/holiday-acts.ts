import type { Command, SimpleCommand } from '../../../shared/editing/command.ts';
import type { HolidayId, HolidaySetId } from '../../../shared/model/ids.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

export const newHolidayId = (): HolidayId => `holiday-${crypto.randomUUID()}` as HolidayId;

export const newSetId = (): HolidaySetId => `holidays-${crypto.randomUUID()}` as HolidaySetId;

/**
 * Makes these edits as one step and says so, with Undo. Null where it is done, else why not, as a sentence.
 *
 * @param title what the step is called in History
 */
export function tryEdit(commands: readonly SimpleCommand[], title: string): string | null {
  const workspace = openWorkspace();
  const [first] = commands;
  if (first === undefined) return 'There is nothing to change.';
  const command: Command = commands.length === 1 ? first : { kind: 'together', title, commands };
  const made = runCommand(command, title);
  if (!made.ok) return refusalText(made.reason, workspace);
  showToast({ text: `${title}.`, undo: true });
  announce(`${title}.`);
  return null;
}

/** The same where no form can show why it was refused. */
export function makeEdit(commands: readonly SimpleCommand[], title: string): void {
  const refusal = tryEdit(commands, title);
  if (refusal === null) return;
  showToast({ text: refusal, tone: 'warning' });
  announce(refusal, 'assertive');
}
