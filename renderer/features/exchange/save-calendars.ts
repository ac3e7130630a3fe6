import { strToU8, zipSync, type Zippable } from 'fflate';
import { feedChoices, feedOf, outgoingNow, type Feed } from '../../../shared/words/feed-text.ts';
import type { Published } from '../../../shared/model/published.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { now, today } from '../../state/clock.ts';
import { runCommand } from '../../state/run-command.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** The same files give the same archive, whenever it is made: an archive knows no earlier day than this one. */
const timeless = new Date(1980, 0, 1);

/** Every calendar that has an event, with all of them made from one look at the plan. */
function feedsNow(workspace: Workspace): readonly Feed[] {
  const events = outgoingNow(workspace, today(workspace.about.zone), now());
  return feedChoices(workspace)
    .map((choice) => feedOf(workspace, events, choice))
    .filter((feed) => feed.events > 0);
}

/** The files by name; two of one name, as of two people who share theirs, are told apart by a number. */
function filesOf(feeds: readonly Feed[]): Zippable {
  const files: Zippable = {};
  for (const { name, text } of feeds) {
    let file = safeFileName(name, 'ics');
    for (let number = 2; Object.hasOwn(files, file); number += 1)
      file = safeFileName(`${name} ${number}`, 'ics');
    files[file] = strToU8(text);
  }
  return files;
}

/**
 * Gives every calendar away as one archive, to be unpacked where colleagues subscribe. The numbers of all events are kept with the plan
 * first, as one step, for the same reason as with one file (`state/save-feed.ts`).
 */
export async function saveCalendars(): Promise<void> {
  const workspace = openWorkspace();
  const feeds = feedsNow(workspace);
  const news = new Map<string, Published>(
    feeds.flatMap((feed) => feed.news.map((event) => [event.id, event])),
  );
  if (news.size > 0) {
    const kept = runCommand({ kind: 'publish', events: [...news.values()] }, 'Publish all calendars');
    if (!kept.ok) {
      const text = refusalText(kept.reason, workspace);
      showToast({ text, tone: 'error' });
      announce(text, 'assertive');
      return;
    }
  }
  await saveFile({
    name: safeFileName(`${workspace.about.name} calendars`, 'zip'),
    kind: 'zip',
    bytes: zipSync(filesOf(feeds), { mtime: timeless }),
  });
}
