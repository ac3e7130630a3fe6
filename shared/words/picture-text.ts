import type { ImageFault } from '../runbooks/images.ts';
import { mostImageBytes, mostImageBytesTogether } from '../model/image-limits.ts';

/** `480 kB`, `9.5 MB`: as files are counted, a thousand to the next. */
export const bytesText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${String(Math.ceil(bytes / 1000))} kB`
    : `${String(Math.ceil(bytes / 100_000) / 10)} MB`;

/** The limits of pictures in one sentence, said before anybody runs into them. */
export const pictureLimits = `PNG, JPEG, GIF or WebP, up to ${bytesText(mostImageBytes)} each and ${bytesText(mostImageBytesTogether)} together.`;

/** Why a picture is not kept, and what to do about it. */
export function pictureFaultText(name: string, fault: ImageFault): string {
  switch (fault.kind) {
    case 'no-picture':
      return `${name} is no PNG, JPEG, GIF or WebP picture, so it is not added.`;
    case 'too-large':
      return `${name} has ${bytesText(fault.bytes)}; a picture may have ${bytesText(mostImageBytes)}. Save it smaller and add it again.`;
    case 'no-room':
      return `${name} has ${bytesText(fault.bytes)}, and the pictures of this plan leave room for ${bytesText(fault.left)}. Remove pictures that are not used.`;
  }
}
