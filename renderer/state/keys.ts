/** Keys are written `Mod+Shift+Z`; Mod is Ctrl, on macOS Command. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const isMac = (platform: string): boolean => platform.startsWith('Mac');

/** Whether this key press is the one that `keys` writes down. */
export function matches(keys: string, pressed: Pressed, mac: boolean): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = mac ? pressed.metaKey : pressed.ctrlKey;
  const otherMod = mac ? pressed.ctrlKey : pressed.metaKey;
  // "?" and "/" come with Shift on some layouts and without it on others.
  const shiftCounts = /^[A-Za-z0-9]$|^\w{2,}$/.test(key);
  return (
    pressed.key.toLowerCase() === key.toLowerCase() &&
    mod === parts.includes('Mod') &&
    !otherMod &&
    pressed.altKey === parts.includes('Alt') &&
    (!shiftCounts || pressed.shiftKey === parts.includes('Shift'))
  );
}

/** Keys as they are shown: `Ctrl Shift Z`, on macOS `⌘⇧Z`. */
export function keysText(keys: string, mac: boolean): string {
  const names: Readonly<Record<string, string>> = mac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↩' }
    : { Mod: 'Ctrl' };
  return keys
    .split('+')
    .map((part) => names[part] ?? part)
    .join(mac ? '' : ' ');
}

/** The first of an action's keys as this machine writes it; undefined where it has none. */
export const shownKeys = (keys: readonly string[]): string | undefined =>
  keys[0] === undefined ? undefined : keysText(keys[0], isMac(navigator.platform));
