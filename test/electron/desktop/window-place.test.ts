import { expect, test } from 'vitest';
import { fitPlace, readPlace, type Place } from '../../../electron/desktop/window-place.ts';

const laptop = { x: 0, y: 0, width: 1920, height: 1080 };
const right = { x: 1920, y: 0, width: 3840, height: 2160 };
const kept: Place = {
  x: 2400,
  y: 300,
  width: 1600,
  height: 1000,
  maximized: false,
  fullScreen: false,
  zoom: 0.5,
};

test('a window comes back where it was, on whichever screen that is', () => {
  expect(fitPlace(kept, [laptop, right])).toMatchObject({ x: 2400, y: 300, width: 1600, height: 1000 });
});

test('on a screen that is gone it comes to the middle of the main one', () => {
  expect(fitPlace(kept, [laptop])).toMatchObject({ x: 160, y: 40, width: 1600, height: 1000 });
});

test('a sliver of its title in sight is no place to get hold of it', () => {
  const { x, y } = fitPlace({ ...kept, x: 1850, y: 0 }, [laptop]);
  expect([x, y]).toEqual([160, 40]);
  expect(fitPlace({ ...kept, x: 1780, y: 0 }, [laptop]).x).toBe(1780);
  expect(fitPlace({ ...kept, x: 0, y: -300 }, [laptop]).y).toBe(40);
});

test.each([
  ['a first start', { x: 0, y: 0, width: 1920, height: 1080 }, { width: 1440, height: 900, minWidth: 1024 }],
  ['4K', { x: 0, y: 0, width: 3840, height: 2160 }, { width: 1440, height: 900, minWidth: 1024 }],
  ['a small screen', { x: 0, y: 0, width: 1024, height: 640 }, { x: 0, y: 0, width: 1024, height: 640 }],
  ['one with a panel', { x: 0, y: 32, width: 1024, height: 608 }, { y: 32, height: 608, minHeight: 608 }],
])('%s fits', (_name, area, expected) => {
  expect(fitPlace(null, [area])).toMatchObject(expected);
});

test.each([
  '',
  '{}',
  'null',
  '[]',
  '{"x":1e9}',
  JSON.stringify({ ...kept, zoom: 99 }),
  JSON.stringify({ ...kept, width: null }),
])('%j is no place', (text) => {
  expect(readPlace(text)).toBeNull();
});

test('what was kept is read back', () => {
  expect(readPlace(JSON.stringify(kept))).toEqual(kept);
});
