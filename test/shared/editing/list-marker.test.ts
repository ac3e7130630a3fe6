import { expect, test } from 'vitest';
import { withoutListMarker, withoutListMarkers } from '../../../shared/editing/list-marker.ts';

test.each([
  ['1. Anna', 'Anna'],
  ['12) Anna', 'Anna'],
  ['- Carla', 'Carla'],
  ['• Ben', 'Ben'],
  ['•Ben', 'Ben'],
  ['a) Dan', 'Dan'],
  ['- [ ] Eve', 'Eve'],
  ['  * Finn  ', 'Finn'],
])('the marker of %j is no part of the name', (line, name) => {
  expect(withoutListMarker(line)).toBe(name);
});

test.each(['A. Miller', 'Jean-Luc', '1.2.2027', 'Engineer 1', 'J. R. Smith', '李 雷'])(
  '%j is a name as it stands',
  (name) => {
    expect(withoutListMarker(name)).toBe(name);
  },
);

test('a marker without a name is nothing', () => {
  expect(withoutListMarker('3.')).toBe('');
});

test('pasted lines keep their cells, and an empty first one', () => {
  expect(withoutListMarkers('1. Anna\t80\r\n\tBo\n- Cy')).toBe('Anna\t80\n\tBo\nCy');
});
