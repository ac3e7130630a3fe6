import { usePreferences } from '../../../renderer/state/preferences.ts';
import { expect, test } from 'vitest';
import { intentOf, type Pressed } from '../../../renderer/state/grid-keys.ts';

const press = (key: string, held: Partial<Pressed> = {}, aiming = false) =>
  intentOf({ key, shift: false, alt: false, mod: false, ...held }, aiming);

test('arrows move, with Shift they extend, with Alt they nudge', () => {
  expect(press('ArrowLeft')).toEqual({ kind: 'go', rows: 0, columns: -1, extend: false });
  expect(press('ArrowDown', { shift: true })).toEqual({ kind: 'go', rows: 1, columns: 0, extend: true });
  expect(press('ArrowRight', { alt: true })).toEqual({ kind: 'nudge', rows: 0, columns: 1 });
});

test('the edge keys lead to the ends of the row, with Ctrl to those of the grid', () => {
  expect(press('Home')).toEqual({ kind: 'go-to', edge: 'row-start' });
  expect(press('End', { mod: true })).toEqual({ kind: 'go-to', edge: 'grid-end' });
  expect(press('PageDown')).toEqual({ kind: 'go-to', edge: 'page-down' });
});

test.each([
  ['m', 'pick-up'],
  ['s', 'swap'],
  ['g', 'give'],
  ['p', 'pin'],
  ['o', 'runbook'],
  ['i', 'hover-card'],
  ['w', 'why'],
  ['c', 'next-conflict'],
  ['Delete', 'unassign'],
  ['Enter', 'open-card'],
  [' ', 'select'],
  ['ContextMenu', 'menu'],
])('%s asks for %s', (key, kind) => {
  expect(press(key)).toEqual({ kind });
});

test('Shift+F10 opens the menu, Shift+C goes to the conflict before, Shift+W asks why not, a digit takes a suggestion', () => {
  expect(press('F10', { shift: true })).toEqual({ kind: 'menu' });
  expect(press('C', { shift: true })).toEqual({ kind: 'previous-conflict' });
  expect(press('W', { shift: true })).toEqual({ kind: 'why-not' });
  expect(press('3')).toEqual({ kind: 'suggestion', rank: 3 });
});

test('keys that belong to the whole window are left alone', () => {
  for (const key of ['z', 'k', 's', 'p', '1', 'Enter', 'Delete'])
    expect(press(key, { mod: true })).toBeNull();
  expect(press('Tab')).toBeNull();
  expect(press('F6')).toBeNull();
});

test('while a shift is held only aiming, dropping and cancelling are left', () => {
  expect(press('Enter', {}, true)).toEqual({ kind: 'drop', anyway: false });
  expect(press('Enter', { mod: true }, true)).toEqual({ kind: 'drop', anyway: true });
  expect(press('Escape', {}, true)).toEqual({ kind: 'cancel' });
  expect(press('ArrowUp', { shift: true }, true)).toEqual({
    kind: 'go',
    rows: -1,
    columns: 0,
    extend: true,
  });
  for (const key of ['s', 'g', 'p', 'Delete', ' ', '3']) expect(press(key, {}, true)).toBeNull();
});

test('single letters and digits can be switched off; arrows, Enter and the menu stay', () => {
  usePreferences.setState({ letterKeys: false });
  const plain = { shift: false, alt: false, mod: false };
  expect(['m', 'g', '1', '.'].map((key) => intentOf({ ...plain, key }, false))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(intentOf({ ...plain, key: 'Enter' }, false)).toEqual({ kind: 'open-card' });
  expect(intentOf({ ...plain, key: 'ArrowDown' }, false)).toMatchObject({ kind: 'go' });
  usePreferences.setState({ letterKeys: true });
  expect(intentOf({ ...plain, key: 'm' }, false)).toEqual({ kind: 'pick-up' });
});
