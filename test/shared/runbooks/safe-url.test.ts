import { expect, test } from 'vitest';
import { safeUrl } from '../../../shared/runbooks/safe-url.ts';

test.each(['https://a.example/b?c=d#e', 'http://a', 'mailto:a@b.example', '#fn-1', 'HTTPS://A.example'])(
  '%s may be followed',
  (url) => {
    expect(safeUrl(url)).toBe(url);
  },
);

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>',
  'file:///etc/passwd',
  'vbscript:x',
  'smb://server/share',
  '\\\\server\\share',
  '//host/path',
  './notes.md',
  '/absolute',
  'https://',
  'https:',
  '',
  undefined,
  7,
])('%j may not', (url) => {
  expect(safeUrl(url)).toBe(null);
});
