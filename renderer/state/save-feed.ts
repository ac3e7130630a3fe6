import type { FeedChoice } from '../../shared/exchange/calendar-publish.ts';
import { feedOf, outgoingNow } from '../../shared/words/feed-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { announce } from './announce.ts';
import { now, today } from './clock.ts';
import { runCommand } from './run-command.ts';
import { safeFileName, saveFile } from './save-file.ts';
import { showToast } from './toast-store.ts';
import { openWorkspace } from './workspace-store.ts';

/**
 * Gives a calendar file away. The numbers of its events are kept with the plan first: were they lost after the file had left, a
 * later file would count the same again, and calendars would pass its changes over.
 */
export async function saveFeed(choice: FeedChoice): Promise<void> {
  const workspace = openWorkspace();
  const feed = feedOf(workspace, outgoingNow(workspace, today(workspace.about.zone), now()), choice);
  if (feed.news.length > 0) {
    const kept = runCommand({ kind: 'publish', events: feed.news }, `Publish the calendar ${feed.name}`);
    if (!kept.ok) {
      const text = refusalText(kept.reason, workspace);
      showToast({ text, tone: 'error' });
      announce(text, 'assertive');
      return;
    }
  }
  await saveFile({
    name: safeFileName(feed.name, 'ics'),
    kind: 'ics',
    bytes: new TextEncoder().encode(feed.text),
  });
}
