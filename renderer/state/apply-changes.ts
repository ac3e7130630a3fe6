import type { Command } from '../../shared/editing/command.ts';
import type { SlotChange } from '../../shared/planner/explain/situation.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { announce } from './announce.ts';
import { today } from './clock.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { openWorkspace } from './workspace-store.ts';

/**
 * Makes an edit that an answer offered, as one step: told in a toast with Undo, and to the screen reader. False where the workspace
 * refuses it, which is told too.
 *
 * @param called the step's sentence; null takes the command's own
 * @param done what is so now, for the message; null takes the step's sentence
 */
export function runOffer(
  command: Command,
  called: string | null = null,
  done: string | null = null,
): boolean {
  const workspace = openWorkspace();
  const title = called ?? stepTitle(command, workspace);
  const made = runCommand(command, title);
  if (made.ok) {
    const text = `${done ?? title}.`;
    showToast({ text, undo: true });
    announce(text);
    return true;
  }
  const text = refusalText(made.reason, workspace);
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
  return false;
}

/** Hands turns on as an answer proposes, as one step that pins them: the lead chose them. */
export function applyChanges(changes: readonly SlotChange[], called: string | null = null): boolean {
  const command: Command = {
    kind: 'assign-shifts',
    assignments: changes.map(({ shift, to }) => ({ shift, person: to })),
    accept: [],
    today: today(openWorkspace().about.zone),
    reason: '',
  };
  return runOffer(command, called);
}
