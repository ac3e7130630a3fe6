import { expect, test } from 'vitest';
import { systemLocale } from '../../../electron/desktop/locale.ts';

const chromium = () => 'en-US';

test.each([
  [{ LC_ALL: 'xx_XX', LANG: 'en_US.UTF-8' }, 'xx-XX'],
  [{ LC_TIME: 'de_DE.UTF-8', LANG: 'en_US.UTF-8' }, 'de-DE'],
  [{ LANG: 'ar_EG.UTF-8' }, 'ar-EG'],
  [{ LC_ALL: 'C' }, ''],
  [{}, ''],
])('on Linux %j is %j', (environment, locale) => {
  expect(systemLocale(environment, 'linux', chromium)).toBe(locale);
});

test('elsewhere the system says it', () => {
  expect(systemLocale({ LANG: 'de_DE.UTF-8' }, 'darwin', () => 'en-GB')).toBe('en-GB');
});
