import { expect, test } from 'vitest';
import { menuTemplate } from '../../../electron/desktop/menu-template.ts';
import { actions } from '../../../renderer/state/actions.ts';

type MenuItem = ReturnType<typeof menuTemplate>[number];

/** All entries of a menu that do something, with what they send. */
function entries(items: readonly MenuItem[], sent: string[]): readonly { item: MenuItem; action: string }[] {
  return items.flatMap((item) => {
    if (Array.isArray(item.submenu)) return entries(item.submenu, sent);
    if (typeof item.click !== 'function') return [];
    sent.length = 0;
    (item.click as () => void)();
    return [{ item, action: sent[0] ?? '' }];
  });
}

const keysOf = (accelerator: string): string => accelerator.replace('CmdOrCtrl', 'Mod');

test.each([true, false])(
  'every entry names an action of the window, and shows the keys under which it is known (mac: %s)',
  (isMac) => {
    const sent: string[] = [];
    const all = entries(
      menuTemplate((action) => sent.push(action), isMac),
      sent,
    );
    expect(all.length).toBeGreaterThan(15);
    for (const { item, action } of all) {
      const known = actions.find(({ id }) => id === action);
      expect(known, action).toBeDefined();
      if (item.accelerator !== undefined) expect(known?.keys).toContain(keysOf(item.accelerator));
      // Registered keys would be taken away from text fields.
      if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false);
    }
  },
);

test('nothing in it reloads the page or opens its tools', () => {
  const text = JSON.stringify(menuTemplate(() => undefined, false)).toLowerCase();
  for (const word of ['reload', 'devtools', 'toggledevtools']) expect(text).not.toContain(word);
});
