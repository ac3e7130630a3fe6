import type { Image } from '../model/image.ts';

const endings: Readonly<Record<Image['type'], string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
};

/** Where a picture lies beside the texts of a folder: `images/chart.png` for `image-chart`. */
export const picturePath = ({ id, type }: Pick<Image, 'id' | 'type'>): string =>
  `images/${id.replace(/^image-/, '')}.${endings[type]}`;

/** The id that a picture is given by its file: the one that `picturePath` made the name from, where it did. */
export const pictureId = (path: string): string => {
  const stem = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const plain = stem
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `image-${plain.replace(/^image-/, '') || 'picture'}`;
};
