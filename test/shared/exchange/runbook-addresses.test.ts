import { describe, expect, test } from 'vitest';
import { addressesIn, fileMeant, withAddresses } from '../../../shared/exchange/runbook-addresses.ts';

const urls = (markdown: string) =>
  addressesIn(markdown).flatMap(({ kind, url }) => (kind === 'picture' ? [url] : []));

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
    expect(withAddresses(text, ({ url }) => (url === 'a b.png' ? 'image:image-1' : null))).toBe(
      text.replace('a b.png', 'image:image-1'),
    );
  });
});

describe('the addresses of links', () => {
  const links = (markdown: string) =>
    addressesIn(markdown).flatMap(({ kind, url, from, to }) =>
      kind === 'link' ? [[url, markdown.slice(from, to)]] : [],
    );

  test('are found around a picture, behind a title and where they are referred to', () => {
    expect(links('[a](x.md) [![b](y.png)](y.md) [c](<z z.md> "t") [d][e]\n\n[e]: f.md#g\n[h]: i.md')).toEqual(
      [
        ['x.md', 'x.md'],
        ['y.md', 'y.md'],
        ['z z.md', 'z z.md'],
        ['f.md#g', 'f.md#g'],
      ],
    );
    expect(links('`[a](x.md)` <https://a.example/x.md>')).toEqual([]);
    expect(links('[a](x.md "see ](y.md")')).toEqual([]);
  });

  test('are exchanged beside a picture of the same name, which stays', () => {
    expect(
      withAddresses('[![b](b.md)](b.md)', ({ kind }) => (kind === 'link' ? 'runbook:runbook-b' : null)),
    ).toBe('[![b](b.md)](runbook:runbook-b)');
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
