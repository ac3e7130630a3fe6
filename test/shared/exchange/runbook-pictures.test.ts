import { describe, expect, test } from 'vitest';
import {
  fileMeant,
  pictureAddresses,
  pictureId,
  picturePath,
  withPictureAddresses,
} from '../../../shared/exchange/runbook-pictures.ts';
import type { ImageId } from '../../../shared/model/ids.ts';

const urls = (markdown: string) => pictureAddresses(markdown).map(({ url }) => url);

describe('the addresses of pictures', () => {
  test('are found however they are written, and not in code', () => {
    expect(urls('![a](x.png) ![b](<y z.png> "t") ![c][d]\n\n[d]: images/d.png\n[e]: e.png')).toEqual([
      'x.png',
      'y z.png',
      'images/d.png',
    ]);
    expect(urls('`![a](x.png)`\n\n    ![b](y.png)\n\n[no picture](z.png)')).toEqual([]);
    expect(urls('![a [b](c) d](e.png)')).toEqual(['e.png']);
  });

  test('are exchanged, and all else stays byte for byte', () => {
    const text = 'A\r\n![x]( <a b.png>  "t" )\t![y](b.png)\n';
    expect(withPictureAddresses(text, (url) => (url === 'a b.png' ? 'image:image-1' : null))).toBe(
      text.replace('a b.png', 'image:image-1'),
    );
  });
});

test.each([
  ['images/a.png', 'ops/x.md', 'ops/images/a.png'],
  ['../a%20b.png?raw=1', 'ops/deep/x.md', 'ops/a b.png'],
  ['/a.png', 'ops/deep/x.md', 'ops/a.png'],
  ['./a.png', 'x.md', 'a.png'],
  ['100%.png', 'x.md', '100%.png'],
  ['../a.png', 'x.md', null],
  ['https://a.example/a.png', 'x.md', null],
  ['data:image/png;base64,AAAA', 'x.md', null],
  ['//a.example/a.png', 'x.md', null],
])('%s in %s means %s', (url, path, file) => {
  expect(fileMeant(url, path)).toBe(file);
});

test('a picture lies under a name from which its id comes back', () => {
  for (const id of ['image-chart', 'image-Aa-1', 'image-0b6f0e0e-1111-4222-8333-444455556666'])
    expect(pictureId(picturePath({ id: id as ImageId, type: 'image/png' }))).toBe(id);
  expect(pictureId('a/Ünsere Grafik.png')).toBe('image-nsere-Grafik');
  expect(pictureId('…')).toBe('image-picture');
});
