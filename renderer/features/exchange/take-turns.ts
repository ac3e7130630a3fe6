import type { CommandOf } from '../../../shared/editing/command.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Takes turns of a file over, as one step; says what became of it. */
export function takeTurns(step: CommandOf<'together'>): boolean {
  const workspace = openWorkspace();
  const made = runCommand(step, step.title);
  const text = made.ok ? `${step.title.replace('Import', 'Imported')}.` : refusalText(made.reason, workspace);
  showToast({ text, tone: made.ok ? 'info' : 'error', undo: made.ok });
  announce(text, made.ok ? 'polite' : 'assertive');
  return made.ok;
}
