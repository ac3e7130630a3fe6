import type { SiteOptions, SitePreview } from '../../../shared/contract/site.ts';
import type { WrittenFile } from '../../../shared/contract/recovery.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { sitePublishedText } from '../../../shared/words/site-text.ts';
import { announce } from '../../state/announce.ts';
import { now, today } from '../../state/clock.ts';
import { downloadBytes } from '../../state/files.ts';
import { keeper } from '../../state/keeper.ts';
import { usualPaper } from '../../state/paper.ts';
import { runCommand } from '../../state/run-command.ts';
import { outbox } from '../../state/saving.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

function say(text: string, tone: 'info' | 'error'): void {
  showToast({ text, tone });
  announce(text, tone === 'error' ? 'assertive' : 'polite');
}

/** What the site would change, or has changed; in words why there is no answer. Null when it was called off. */
export type SiteAnswer = SitePreview | string | null;

async function ask(
  options: SiteOptions,
  publish: boolean,
): Promise<{ preview: SiteAnswer; archive: WrittenFile | null }> {
  const reply = await keeper().call('site.run', {
    options,
    paper: usualPaper(),
    today: today(openWorkspace().about.zone),
    publish,
  });
  if (!reply.ok) return { preview: problemText(reply.problem), archive: null };
  return reply.value ?? { preview: null, archive: null };
}

export const previewSite = async (options: SiteOptions): Promise<SiteAnswer> =>
  (await ask(options, false)).preview;

/**
 * Keeps the numbers of events that no calendar has carried yet with the plan, and waits until they are on the disk: were they lost after
 * the site had left, a later one would count the same again. In words why that cannot be.
 */
async function keepNews(options: SiteOptions): Promise<string | null> {
  const workspace = openWorkspace();
  // The part of the program that makes calendars comes when it is needed.
  const { siteNews } = await import('../../../shared/site/calendars.ts');
  const events = siteNews(workspace, options, today(workspace.about.zone), now());
  if (events.length > 0) {
    const kept = runCommand({ kind: 'publish', events }, 'Publish the calendars of the site');
    if (!kept.ok) return refusalText(kept.reason, workspace);
  }
  const saved = await outbox.settled();
  return saved === 'saved' ? null : 'The plan is not saved yet. Save it first, then publish.';
}

/** Publishes the site, or gives it to the browser's downloads; what became of it is said. */
export async function publishNow(options: SiteOptions): Promise<SiteAnswer> {
  const fault = await keepNews(options);
  if (fault !== null) {
    say(fault, 'error');
    return fault;
  }
  const { preview, archive } = await ask(options, true);
  if (typeof preview === 'string') say(preview, 'error');
  else if (preview === null) say('Called off. The site is as it was.', 'info');
  else if (archive !== null && archive.base64 !== null) {
    downloadBytes(archive.name, archive.base64);
    say(`${archive.name} was given to the browser’s downloads.`, 'info');
  } else say(sitePublishedText(preview.entries, preview.folder ?? ''), 'info');
  return preview;
}
