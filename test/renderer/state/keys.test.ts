import { expect, test } from 'vitest';
import { actions } from '../../../renderer/state/actions.ts';
import { keysText, matches } from '../../../renderer/state/keys.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

test('Mod is Ctrl, on macOS Command', () => {
  expect(matches('Mod+Z', press('z', { ctrlKey: true }), false)).toBe(true);
  expect(matches('Mod+Z', press('z', { metaKey: true }), false)).toBe(false);
  expect(matches('Mod+Z', press('z', { metaKey: true }), true)).toBe(true);
  expect(matches('Mod+Z', press('z', { ctrlKey: true }), true)).toBe(false);
});

test('undo is not redo: Shift counts where a letter is written', () => {
  expect(matches('Mod+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matches('Mod+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true);
});

test('a sign is told by itself, with Shift or without, as layouts differ', () => {
  expect(matches('?', press('?', { shiftKey: true }), false)).toBe(true);
  expect(matches('Mod+\\', press('\\', { ctrlKey: true }), false)).toBe(true);
});

test('keys are shown as they stand on the keyboard', () => {
  expect(keysText('Mod+Shift+Z', false)).toBe('Ctrl Shift Z');
  expect(keysText('Mod+Shift+Z', true)).toBe('⌘⇧Z');
});

test('no two actions share their id or their keys', () => {
  const ids = actions.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const keys = actions.flatMap((action) => action.keys);
  expect(new Set(keys).size).toBe(keys.length);
});
