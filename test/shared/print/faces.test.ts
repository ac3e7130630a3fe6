import { expect, test } from 'vitest';
import type { PrintFont } from '../../../shared/print/document.ts';
import { facesFor } from '../../../shared/print/faces.ts';

const face = (url: string, unicodeRange: string, more: Partial<PrintFont> = {}): PrintFont => ({
  family: 'Inter',
  url,
  weight: '400',
  style: 'normal',
  unicodeRange,
  ...more,
});

const faces = [
  face('latin', 'U+0000-00FF, U+2013'),
  face('latin-ext', 'U+0100-024F'),
  face('greek', 'U+0370-0373,U+03??'),
  face('italic', 'U+0000-00FF', { style: 'italic' }),
  face('mono', 'U+0000-00FF', { family: 'JetBrains Mono' }),
];
const needed = (html: string) => facesFor(faces, html).map(({ url }) => url);

test.each([
  ['<p>Plain words</p>', ['latin']],
  ['', ['latin']],
  ['<p>Łódź</p>', ['latin', 'latin-ext']],
  ['<p>α – β</p>', ['latin', 'greek']],
  ['<p><em>word</em></p>', ['latin', 'italic']],
  ['<p>Run <code>ls</code></p>', ['latin', 'mono']],
  ['<pre><code>a</code></pre><img src="data:image/png;base64,a">', ['latin', 'mono']],
  ['<p>日本</p>', ['latin']],
])('%s brings %j', (html, urls) => {
  expect(needed(html)).toEqual(urls);
});
