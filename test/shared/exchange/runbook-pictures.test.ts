import { expect, test } from 'vitest';
import { pictureId, picturePath } from '../../../shared/exchange/runbook-pictures.ts';
import type { ImageId } from '../../../shared/model/ids.ts';

test('a picture lies under a name from which its id comes back', () => {
  for (const id of ['image-chart', 'image-Aa-1', 'image-0b6f0e0e-1111-4222-8333-444455556666'])
    expect(pictureId(picturePath({ id: id as ImageId, type: 'image/png' }))).toBe(id);
  expect(pictureId('a/Ünsere Grafik.png')).toBe('image-nsere-Grafik');
  expect(pictureId('…')).toBe('image-picture');
});
