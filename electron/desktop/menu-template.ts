import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry } from '../../shared/contract/window-face.ts';

type Item = MenuItemConstructorOptions;

/** A plan that was open before. */
export interface RecentFile {
  readonly file: string;
  readonly name: string;
}

export interface MenuParts {
  /** What the window can do, in the order in which it is shown; none before its page has said so. */
  readonly entries: readonly MenuEntry[];
  readonly recent: readonly RecentFile[];
  readonly isMac: boolean;
}

export interface MenuHands {
  /** Does an action of renderer/state/actions.ts. */
  readonly perform: (action: string) => void;
  readonly openRecent: (file: string) => void;
}

const line: Item = { type: 'separator' };

/** An ampersand marks a letter in a menu; two of them are one that is shown. */
const shown = (text: string): string => text.replaceAll('&', '&&');

/** As Electron writes keys. Those without a modifier would be taken away from text fields on macOS, where a menu hears keys by itself. */
function acceleratorOf(keys: string | null, isMac: boolean): string | null {
  if (keys === null || (isMac && !/^Mod\+|^(Shift\+)?F\d/.test(keys))) return null;
  return keys.replace('Mod', 'CmdOrCtrl');
}

/** Keys are shown here and handled in the page, so that undo in a text field stays the text's. */
function itemOf(entry: MenuEntry, { isMac }: MenuParts, { perform }: MenuHands): Item {
  const accelerator = acceleratorOf(entry.keys, isMac);
  return {
    id: entry.id,
    label: shown(entry.title),
    enabled: entry.enabled,
    ...(entry.checked === null ? {} : { type: 'checkbox', checked: entry.checked }),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: () => {
      perform(entry.id);
    },
  };
}

/** Two plans of one name are told apart by where they lie. */
function recentMenu(parts: MenuParts, hands: MenuHands): readonly Item[] {
  const { recent, entries } = parts;
  const clear = entries.find(({ id }) => id === 'clear-recent');
  if (recent.length === 0) return [];
  const isAlone = ({ name }: RecentFile) => recent.filter((other) => other.name === name).length === 1;
  const files = recent.map((one): Item => ({
    label: shown(isAlone(one) ? one.name : `${one.name} (${one.file})`),
    click: () => {
      hands.openRecent(one.file);
    },
  }));
  const submenu = clear === undefined ? files : [...files, line, itemOf(clear, parts, hands)];
  return [{ label: 'Open Recent', submenu }];
}

/** Where an entry has a place of its own that is not in its group. */
const elsewhere = (isMac: boolean): readonly string[] =>
  isMac ? ['clear-recent', 'settings', 'about'] : ['clear-recent'];

function groupOf(group: MenuEntry['group'], parts: MenuParts, hands: MenuHands): readonly Item[] {
  return parts.entries
    .filter((entry) => entry.group === group && !elsewhere(parts.isMac).includes(entry.id))
    .flatMap((entry, index) => [
      ...(entry.apart && index > 0 ? [line] : []),
      itemOf(entry, parts, hands),
      ...(entry.id === 'open' ? recentMenu(parts, hands) : []),
    ]);
}

function appMenu(parts: MenuParts, hands: MenuHands): readonly Item[] {
  if (!parts.isMac) return [];
  const own = (wanted: string): readonly Item[] =>
    parts.entries.filter(({ id }) => id === wanted).map((entry) => itemOf(entry, parts, hands));
  return [
    {
      role: 'appMenu',
      submenu: [
        ...own('about'),
        line,
        ...own('settings'),
        line,
        { role: 'services' },
        line,
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        line,
        { role: 'quit' },
      ],
    },
  ];
}

/**
 * The application menu. What is in it belongs to the window, which knows what can be done and says why not; the system's own entries
 * are added, and nothing that reloads the page or opens its tools: those are no part of the product.
 */
export function menuTemplate(parts: MenuParts, hands: MenuHands): Item[] {
  const group = (name: MenuEntry['group'], ...more: readonly Item[]): Item[] => {
    const own = groupOf(name, parts, hands);
    return [...own, ...(own.length > 0 && more.length > 0 ? [line] : []), ...more];
  };
  const optional = (label: string, name: MenuEntry['group']): readonly Item[] => {
    const submenu = group(name);
    return submenu.length === 0 ? [] : [{ label, submenu }];
  };
  return [
    ...appMenu(parts, hands),
    { label: '&File', submenu: group('File', { role: parts.isMac ? 'close' : 'quit' }) },
    {
      label: '&Edit',
      submenu: group('Edit', { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }),
    },
    ...optional('&Plan', 'Plan'),
    ...optional('&Go', 'Go'),
    {
      label: '&View',
      submenu: group('View', { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, line, {
        role: 'togglefullscreen',
      }),
    },
    ...optional('&Help', 'Help').map((help) => ({ ...help, role: 'help' as const })),
  ];
}
