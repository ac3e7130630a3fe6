import { expect, test } from 'vitest';
import { fitName, textWidth } from '../../../renderer/ui/fit-name.ts';
import { initialsOf, lookOf } from '../../../renderer/ui/avatar.tsx';

test('a given name stands whole where it fits', () => {
  expect(fitName('Amara Okafor', true, 60)).toBe('Amara');
});

test('where given names are shared, the whole name stands, or an abbreviation that keeps the difference', () => {
  expect(fitName('Engineer 1', false, 90)).toBe('Engineer 1');
  expect(fitName('Engineer 1', false, 40)).toBe('Eng. 1');
  expect(fitName('Maria Lopez', false, 60)).toBe('Maria L');
});

test('an abbreviation shows itself by its full stop and ends on a consonant', () => {
  expect(fitName('Tomasz Zieliński', true, 36)).toBe('Tom.');
  expect(fitName('Katarzyna Nowak', true, 38)).toBe('Katar.');
});

test('nothing is better than two meaningless letters', () => {
  expect(fitName('Katarzyna Nowak', true, 8)).toBeNull();
});

test('what is said to fit does', () => {
  for (const name of [
    'Amara Okafor',
    'Engineer 1',
    'Wanjiru Kamau',
    'Mei-Ling Chen',
    'Ø',
    'William Shakespeare-Montgomery',
  ]) {
    for (let room = 5; room < 160; room += 7) {
      const fitted = fitName(name, true, room);
      if (fitted !== null) expect(textWidth(fitted, 12)).toBeLessThanOrEqual(room);
    }
  }
});

test('initials are first and last, also for one word, none, and letters outside the basic plane', () => {
  expect([
    initialsOf('Engineer 1'),
    initialsOf('Person 07'),
    initialsOf('Engineer 12'),
    initialsOf('Ann Lee (2)'),
    initialsOf('amara okafor'),
    initialsOf('Bram de Vries'),
    initialsOf('Uma'),
    initialsOf('  '),
    initialsOf('𝒜nn Lee'),
  ]).toEqual(['E1', 'P7', 'E12', 'A2', 'AO', 'BV', 'U', '?', '𝒜L']);
});

test('thirty-two people look different from each other', () => {
  const looks = Array.from({ length: 32 }, (_, position) => JSON.stringify(lookOf(position)));
  expect(new Set(looks).size).toBe(32);
});
