import { expect, test } from 'vitest';
import { fileOf, linkFrom } from '../../../shared/site/paths.ts';

test('ids that differ in capitals alone have files that differ in more, as some disks want it', () => {
  const names = ['person-ab', 'person-Ab', 'person-aB', 'person-AB'].map(fileOf);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4);
  for (const name of names) expect(name).toMatch(/^[a-z0-9_-]+$/);
});

test('links lead from any page to any other', () => {
  expect(linkFrom('index.html', 'people/a.html')).toBe('people/a.html');
  expect(linkFrom('people/a.html', 'people/b.html')).toBe('b.html');
  expect(linkFrom('people/a.html', 'rotations/b.html')).toBe('../rotations/b.html');
  expect(linkFrom('people/a.html', 'people.html')).toBe('../people.html');
});
