import type { FeedShifts } from '../../../shared/exchange/feed-shifts.ts';
import { feedStep, type FeedChoices } from '../../../shared/exchange/feed-step.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/clock.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** Takes the turns of a feed over and remembers how it was read, as one step; says what became of it. */
export function takeFeed(feed: FeedShifts, name: string, choices: FeedChoices): boolean {
  const workspace = openWorkspace();
  const command = feedStep(workspace, feed, name, choices, today(workspace.about.zone));
  const made = runCommand(command, command.title);
  const text = made.ok
    ? `${command.title.replace('Import', 'Imported')}.`
    : refusalText(made.reason, workspace);
  showToast({ text, tone: made.ok ? 'info' : 'error', undo: made.ok });
  announce(text, made.ok ? 'polite' : 'assertive');
  return made.ok;
}
