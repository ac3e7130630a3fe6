import { expect, test } from 'vitest';
import { mostImageBytes, mostImageBytesTogether } from '../../../shared/model/image-limits.ts';
import { imageAddress, imageBytes, imageFault, imageType } from '../../../shared/runbooks/images.ts';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const aPng = (length: number) => Uint8Array.from({ length }, (_, at) => png[at] ?? 0);
const kept = (bytes: number) => ({ base64: 'A'.repeat(Math.ceil(bytes / 3) * 4) });

test.each([
  [png, 'image/png'],
  [[0xff, 0xd8, 0xff, 0xe0], 'image/jpeg'],
  [[...'GIF89a'].map((it) => it.charCodeAt(0)), 'image/gif'],
  [[...'RIFF0000WEBPVP8 '].map((it) => it.charCodeAt(0)), 'image/webp'],
  [[...'RIFF0000WAVEfmt '].map((it) => it.charCodeAt(0)), null],
  [[...'<svg onload="x()">'].map((it) => it.charCodeAt(0)), null],
  [png.slice(0, 7), null],
  [[], null],
] as const)('%j is %s', (bytes, type) => expect(imageType(Uint8Array.from(bytes))).toBe(type));

test.each(['', 'QQ==', 'QUI=', 'QUJD', 'QUJDRA=='])(
  'the bytes of %j are counted without its padding',
  (base64) => {
    expect(imageBytes({ base64 })).toBe(atob(base64).length);
  },
);

test('a picture of the largest size is kept, one byte more is not', () => {
  expect(imageFault(aPng(mostImageBytes), [])).toBe(null);
  expect(imageFault(aPng(mostImageBytes + 1), [])).toEqual({ kind: 'too-large', bytes: mostImageBytes + 1 });
});

test('all together stay below their limit', () => {
  const most = kept(mostImageBytesTogether - 304);
  expect(imageFault(aPng(300), [most])).toBe(null);
  expect(imageFault(aPng(400), [most])).toMatchObject({ kind: 'no-room', bytes: 400 });
});

test('what is no picture is not kept, and a kept one is shown from its own bytes', () => {
  expect(imageFault(new Uint8Array(9), [])).toEqual({ kind: 'no-picture' });
  expect(imageAddress({ type: 'image/png', base64: 'QQ==' })).toBe('data:image/png;base64,QQ==');
});
