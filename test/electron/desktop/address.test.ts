import { expect, test } from 'vitest';
import { isOurFrame, isOurs } from '../../../electron/desktop/address.ts';

test.each([
  'https://evenwatch/',
  'app://evenwatch.evil/',
  'app://other/',
  'app://evenwatch@evil/',
  'app://print/1',
  'file:///app://evenwatch/',
  'javascript:alert(1)',
  'data:text/html,app://evenwatch/',
  'about:blank',
  '',
  'app:evenwatch',
  'app://evenwatch:81/',
])('%s is not the window', (address) => {
  expect(isOurs(address)).toBe(false);
});

test('the window is one scheme and one host, whatever the path', () => {
  for (const address of ['app://evenwatch/', 'app://evenwatch/assets/a.js', 'app://evenwatch/?q#f'])
    expect(isOurs(address)).toBe(true);
});

test('only the top frame of the window may send: no frame inside it, and none that is gone', () => {
  const top = { url: 'app://evenwatch/', parent: null };
  expect(isOurFrame(top)).toBe(true);
  expect(isOurFrame({ url: 'app://evenwatch/', parent: top })).toBe(false);
  expect(isOurFrame({ url: 'https://evil.example/', parent: null })).toBe(false);
  expect(isOurFrame(null)).toBe(false);
});
