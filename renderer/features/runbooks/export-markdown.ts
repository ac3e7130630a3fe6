import { strToU8, zipSync, type Zippable } from 'fflate';
import { runbookFolder } from '../../../shared/exchange/runbook-out.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { unreadableText } from '../../../shared/words/runbook-export-text.ts';
import { keeper } from '../../state/keeper.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { showToast } from '../../state/toast-store.ts';
import { counted } from '../../../shared/words/number-text.ts';

/** The same files give the same archive, whenever it is made: an archive knows no earlier day than this one. */
const timeless = new Date(1980, 0, 1);

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** A folder of Markdown files as a ZIP archive. */
export function markdownArchive(
  workspace: Workspace,
  runbooks: readonly Runbook[],
): { readonly bytes: Uint8Array; readonly unreadable: readonly string[] } {
  const { texts, images, unreadable } = runbookFolder(workspace, runbooks);
  const files: Zippable = {};
  for (const { path, text } of texts) files[path] = strToU8(text);
  // Pictures are packed as they are: they gain nothing from being packed twice.
  for (const { path, image } of images) files[path] = [bytesOf(image.base64), { level: 0 }];
  return { bytes: zipSync(files, { mtime: timeless }), unreadable };
}

/** What cannot be written as it stands here. */
function tellUnreadable(unreadable: readonly string[]): void {
  if (unreadable.length === 0) return;
  showToast({ text: unreadableText(unreadable), tone: 'info' });
}

/** Writes these runbooks into a folder of this computer, and says how many files that changed. */
export async function exportMarkdownFolder(runbooks: readonly Runbook[]): Promise<void> {
  const reply = await keeper().call('runbooks.folder', { runbooks: runbooks.map(({ id }) => id) });
  if (!reply.ok) {
    showToast({ text: problemText(reply.problem), tone: 'error' });
    return;
  }
  if (reply.value === null) return;
  const { folder, written, same, unreadable } = reply.value;
  const text =
    written === 0
      ? `Nothing to write: all ${counted(same, 'file')} in ${folder} say the same already.`
      : `Wrote ${counted(written, 'file')} into ${folder}${same === 0 ? '' : `; ${counted(same, 'file')} said the same already`}.`;
  showToast({ text, tone: 'info' });
  tellUnreadable(unreadable);
}

/** Gives these runbooks out as an archive of Markdown files, and says whose front matter says nothing of what was changed here. */
export async function exportMarkdown(
  workspace: Workspace,
  runbooks: readonly Runbook[],
  today: LocalDate,
): Promise<void> {
  const { bytes, unreadable } = markdownArchive(workspace, runbooks);
  const name = safeFileName(`Runbooks, ${today}`, 'zip');
  const isSaved = await saveFile({ name, kind: 'zip', bytes });
  if (isSaved) tellUnreadable(unreadable);
}
