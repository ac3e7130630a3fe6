import type { Command } from '../../shared/editing/command.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { announce } from './announce.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { openWorkspace } from './workspace-store.ts';

/**
 * Makes an edit and says what became of it, on the screen and to a screen reader.
 *
 * @param done what is said when it was made
 * @param title its sentence in History; left out, the command's own
 * @returns null when it was made, else the reason why not, as a sentence
 */
export function act(command: Command, done: string, title?: string): string | null {
  const before = openWorkspace();
  const result = runCommand(command, title ?? stepTitle(command, before));
  if (!result.ok) {
    const reason = refusalText(result.reason, before);
    showToast({ text: reason, tone: result.reason.kind === 'no-change' ? 'info' : 'warning' });
    announce(reason, 'assertive');
    return reason;
  }
  showToast({ text: done, undo: true });
  announce(done);
  return null;
}
