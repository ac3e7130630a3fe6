import type { QuarterId } from '../../../shared/model/dates.ts';
import { quarterText } from '../../../shared/words/date-text.ts';
import { announce } from '../../state/announce.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { showToast } from '../../state/toast-store.ts';
import { useView } from '../../state/view-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { boardPicture } from './board-picture.ts';
import { pngOf } from './paint.ts';

const picture = (quarter: QuarterId): Promise<Blob> =>
  pngOf(boardPicture(openWorkspace(), quarter, useView.getState().pivot));

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function say(text: string, tone: 'info' | 'error'): void {
  showToast({ text, tone });
  announce(text, tone === 'error' ? 'assertive' : 'polite');
}

/** Puts the Board of a quarter onto the clipboard, as PNG. Where the system does not let a page do that, it says so and how else. */
export async function copyBoard(quarter: QuarterId): Promise<void> {
  try {
    // The promise goes in as it is: a browser that asks for a click wants to be asked within it.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture(quarter) })]);
    say(`The board of ${quarterText(quarter)} is on the clipboard as a picture.`, 'info');
  } catch (error) {
    say(`The picture could not be copied: ${reasonOf(error)}. Save it as a file instead.`, 'error');
  }
}

/** Saves the Board of a quarter as a PNG file. */
export async function saveBoard(quarter: QuarterId): Promise<void> {
  try {
    const bytes = new Uint8Array(await (await picture(quarter)).arrayBuffer());
    const name = safeFileName(`${openWorkspace().about.name}, ${quarterText(quarter)}`, 'png');
    await saveFile({ name, kind: 'png', bytes });
  } catch (error) {
    say(`The picture could not be made: ${reasonOf(error)}.`, 'error');
  }
}
