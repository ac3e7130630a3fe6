import { expect, test } from 'vitest';
import { browserIn, licenceParagraphs, versionLines } from '../../../shared/words/about-text.ts';

test.each([
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    ['Chromium', '156.0.0.0'],
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0', ['Firefox', '150.0']],
  [
    'Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15',
    ['Safari', '26.1'],
  ],
  ['something else', null],
])('the browser is read from what it says of itself: %s', (userAgent, known) => {
  expect(browserIn(userAgent)).toEqual(known);
});

test('the desktop app names its engines, the browser host the browser too', () => {
  const running = { version: '1.2.3', format: 4, engines: [{ name: 'Node', version: '20.1.0' }] };
  const lines = [
    ['Evenwatch', '1.2.3'],
    ['Data format', '4'],
    ['Node', '20.1.0'],
  ];
  expect(versionLines({ ...running, host: 'desktop' }, 'Chrome/130.0.0.0')).toEqual(lines);
  expect(versionLines({ ...running, host: 'browser' }, 'Chrome/156.0.0.0')).toEqual([
    ...lines,
    ['Chromium', '156.0.0.0'],
  ]);
});

test('where the licences of the runtime lie is said where there are any', () => {
  expect(licenceParagraphs('desktop', 3)[0]).toMatch(/3 components.*LICENSES\.chromium\.html/);
  expect(licenceParagraphs('browser', 3)[0]).not.toMatch(/LICENSES/);
});
