import { beforeEach, expect, test } from 'vitest';
import { menuTemplate, type MenuParts } from '../../../electron/desktop/menu-template.ts';
import { actionGroups } from '../../../renderer/state/action.ts';
import { actions } from '../../../renderer/state/actions.ts';
import { useView } from '../../../renderer/state/view-store.ts';
import { menuNow } from '../../../renderer/state/window-face.ts';
import { closedWorkspace, useWorkspaceStore } from '../../../renderer/state/workspace-store.ts';
import { requestSchemas } from '../../../shared/contract/schemas.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

type MenuItem = ReturnType<typeof menuTemplate>[number];

const performed: string[] = [];
const opened: string[] = [];
const hands = {
  perform: (action: string) => void performed.push(action),
  openRecent: (file: string) => void opened.push(file),
};
const parts = (changes: Partial<MenuParts> = {}): MenuParts => ({
  entries: menuNow(),
  recent: [{ file: '/plans/team.json', name: 'Team' }],
  isMac: false,
  ...changes,
});

/** All entries of a menu, those of its submenus included. */
const flat = (items: readonly MenuItem[]): readonly MenuItem[] =>
  items.flatMap((item) => (Array.isArray(item.submenu) ? flat(item.submenu) : [item]));
const entryOf = (id: string, given = parts()) =>
  flat(menuTemplate(given, hands)).find((item) => item.id === id);

const openPlan = () => useWorkspaceStore.setState({ phase: 'open', workspace: sampleWorkspace() });

beforeEach(() => {
  performed.length = 0;
  opened.length = 0;
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'start' });
  useView.setState({ screen: 'board', theme: 'system' });
});

test.each([true, false])(
  'every action has one entry, which does it and shows its keys (mac: %s)',
  (isMac) => {
    const items = flat(menuTemplate(parts({ isMac }), hands));
    for (const { id, keys } of actions) {
      const own = items.filter((item) => item.id === id);
      expect(own, id).toHaveLength(1);
      performed.length = 0;
      (own[0]?.click as () => void)();
      expect(performed).toEqual([id]);
      const shown = own[0]?.accelerator;
      if (shown !== undefined) expect(shown.replace('CmdOrCtrl', 'Mod')).toBe(keys[0]);
      // Registered keys would be taken away from text fields.
      if (shown !== undefined) expect(own[0]?.registerAccelerator).toBe(false);
      // macOS hears the keys of a menu by itself: a bare "?" would never reach a text.
      expect(
        shown !== undefined || keys.length === 0 || (isMac && keys[0] === '?'),
        `${id} ${keys.join()}`,
      ).toBe(true);
    }
  },
);

test('the page may send what it shows', () => {
  expect(requestSchemas['window.show'].safeParse({ edited: false, menu: menuNow() }).error).toBeUndefined();
  expect(actionGroups).toEqual([...new Set(menuNow().map(({ group }) => group))]);
});

test('what cannot be done now cannot be chosen, and what is set is ticked', () => {
  expect(entryOf('plan-quarter')?.enabled).toBe(false);
  expect(entryOf('show-board')).toMatchObject({ enabled: false, checked: false });
  openPlan();
  expect(entryOf('plan-quarter')?.enabled).toBe(true);
  expect(entryOf('undo')?.enabled).toBe(false);
  expect(entryOf('show-board')).toMatchObject({ enabled: true, type: 'checkbox', checked: true });
  useView.setState({ screen: 'people', theme: 'dark' });
  expect(entryOf('show-board')?.checked).toBe(false);
  expect(entryOf('show-people')?.checked).toBe(true);
  expect(entryOf('theme-dark')?.checked).toBe(true);
});

test('recent plans lie below Open; of two with one name it says where, and an ampersand is shown', () => {
  const recent = [
    { file: '/a/team.json', name: 'Team' },
    { file: '/b/team.json', name: 'Team' },
    { file: '/c/r&d.json', name: 'R&D' },
  ];
  const file = menuTemplate(parts({ recent }), hands)[0]?.submenu as MenuItem[];
  const below = file[file.findIndex(({ id }) => id === 'open') + 1];
  const items = below?.submenu as MenuItem[];
  expect(items.map(({ label }) => label)).toEqual([
    'Team (/a/team.json)',
    'Team (/b/team.json)',
    'R&&D',
    undefined,
    'Clear recent files',
  ]);
  (items[1]?.click as () => void)();
  expect(opened).toEqual(['/b/team.json']);
});

test('before the page has spoken there is nothing to choose but what the system does', () => {
  const items = flat(menuTemplate(parts({ entries: [], recent: [] }), hands));
  expect(items.every(({ role, type }) => role !== undefined || type === 'separator')).toBe(true);
});

test('nothing in it reloads the page or opens its tools', () => {
  const roles = flat(menuTemplate(parts(), hands)).map(({ role }) => String(role).toLowerCase());
  for (const role of ['reload', 'forcereload', 'toggledevtools']) expect(roles).not.toContain(role);
});
