import { app, dialog, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { Dialogs } from '../ports.ts';

const filters = {
  workspace: [{ name: 'Evenwatch workspace', extensions: ['json'] }],
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
  any: [],
  csv: [{ name: 'Comma-separated values', extensions: ['csv'] }],
  xlsx: [{ name: 'Excel workbook', extensions: ['xlsx'] }],
  ics: [{ name: 'iCalendar', extensions: ['ics'] }],
  png: [{ name: 'PNG picture', extensions: ['png'] }],
  json: [{ name: 'JSON', extensions: ['json'] }],
  markdown: [{ name: 'Markdown', extensions: ['md'] }],
  zip: [{ name: 'ZIP archive', extensions: ['zip'] }],
};

/** The system's dialogs, in front of the window. */
export function desktopDialogs(window: () => BrowserWindow | null): Dialogs {
  const front = (): BrowserWindow => {
    const shown = window();
    if (shown === null) throw new Error('a dialog was asked for before there was a window');
    return shown;
  };
  return {
    async chooseWorkspace() {
      const answer = await dialog.showOpenDialog(front(), {
        title: 'Open a plan',
        properties: ['openFile'],
        filters: filters.workspace,
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async chooseDestination({ name, kind }) {
      const defaultPath = join(app.getPath('documents'), name);
      const answer = await dialog.showSaveDialog(front(), { defaultPath, filters: filters[kind] });
      return answer.canceled || answer.filePath === '' ? null : answer.filePath;
    },
    async chooseFolder(title) {
      const answer = await dialog.showOpenDialog(front(), {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async confirmLink(url) {
      const answer = await dialog.showMessageBox(front(), {
        type: 'question',
        message: 'Open this link outside Evenwatch?',
        detail: url,
        buttons: ['Open link', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
        noLink: true,
      });
      return answer.response === 0;
    },
  };
}

/** Asks whether to end though the window does not answer. */
export async function askToForce(): Promise<boolean> {
  const answer = await dialog.showMessageBox({
    type: 'warning',
    message: 'The window does not answer.',
    detail: 'Everything shown as saved is saved. An edit that was still being saved would be lost.',
    buttons: ['Keep waiting', 'Quit anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  return answer.response === 1;
}

/** Says that the last checkpoint failed. Resolves when it was read. */
export async function tellUnfinished(problem: string): Promise<void> {
  await dialog.showMessageBox({
    type: 'warning',
    message: 'The plan was closed, but its file could not be written a last time.',
    detail: `${problem}\n\nEverything shown as saved is in the journal; the next start makes it again.`,
    buttons: ['Quit'],
    noLink: true,
  });
}
