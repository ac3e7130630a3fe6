import { app, Menu, type BrowserWindow } from 'electron';
import type { MenuEntry, WindowFace } from '../../shared/contract/window-face.ts';
import type { Keeper } from '../services/workspace.ts';
import type { Dispatch } from '../services/dispatch.ts';
import { menuTemplate, type RecentFile } from './menu-template.ts';

/** Plans that the menu offers at most. */
const mostRecent = 10;

export interface MenuBar {
  /** Shows what the page says it can do. */
  show(face: WindowFace): void;
  showRecent(recent: readonly RecentFile[]): void;
}

/** What a menu has to be built anew for; whether an entry can be chosen, or is ticked, can be changed in one that stands. */
const structureOf = (entries: readonly MenuEntry[], recent: readonly RecentFile[]): string =>
  JSON.stringify([
    recent,
    entries.map((entry) => ({ ...entry, enabled: true, checked: entry.checked === null })),
  ]);

/** The application menu, of which the page says what is in it. */
export function menuBar(window: () => BrowserWindow | null): MenuBar {
  let entries: readonly MenuEntry[] = [];
  let recent: readonly RecentFile[] = [];
  let structure = '';

  const follow = (): void => {
    const menu = Menu.getApplicationMenu();
    for (const { id, enabled, checked } of entries) {
      const item = menu?.getMenuItemById(id);
      if (!item) continue;
      item.enabled = enabled;
      if (checked !== null) item.checked = checked;
    }
  };
  const hands = {
    perform(action: string) {
      window()?.webContents.send('menu.action', { action });
      // The system has ticked the entry by itself; whether it is, the page says.
      follow();
    },
    openRecent(file: string) {
      window()?.webContents.send('file.open', { file });
    },
  };
  const draw = (): void => {
    const next = structureOf(entries, recent);
    if (next === structure) {
      follow();
      return;
    }
    structure = next;
    const parts = { entries, recent, isMac: process.platform === 'darwin' };
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts, hands)));
  };

  draw();
  return {
    show({ edited, menu }) {
      window()?.setDocumentEdited(edited);
      entries = menu;
      draw();
    },
    showRecent(next) {
      recent = next;
      draw();
    },
  };
}

/** Whatever changes the list of recent plans. */
const listChangers: readonly string[] = [
  'workspace.open',
  'workspace.close',
  'workspace.forget',
  'restore.apply',
];

/** The dispatch that also keeps the recent plans in the menu, and in the system's own lists, as the keeper has them. */
export function keepingRecent(dispatch: Dispatch, keeper: Keeper, bar: MenuBar): Dispatch {
  let before = '';
  const refresh = async (): Promise<void> => {
    const reply = await keeper.recent();
    if (!reply.ok) return;
    const shown = reply.value.filter(({ present }) => present).slice(0, mostRecent);
    const recent = shown.map(({ file, name }) => ({ file, name }));
    const now = JSON.stringify(recent);
    if (now === before) return;
    before = now;
    bar.showRecent(recent);
    app.clearRecentDocuments();
    for (const { file } of [...recent].reverse()) app.addRecentDocument(file);
  };
  return async (channel, request) => {
    const reply = await dispatch(channel, request);
    if (listChangers.includes(channel)) void refresh();
    return reply;
  };
}
