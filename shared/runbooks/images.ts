import type { Image } from '../model/image.ts';
import { mostImageBytes, mostImageBytesTogether } from '../model/image-limits.ts';

/** Bytes of a picture, from its text in base 64. */
export function imageBytes({ base64 }: Pick<Image, 'base64'>): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

const startsWith = (bytes: Uint8Array, signs: readonly number[], at = 0): boolean =>
  signs.every((sign, index) => bytes[at + index] === sign);

/**
 * The kind of a picture by its own first bytes, whatever its name says. Null for all else: SVG above all, which can hold
 * script.
 */
export function imageType(bytes: Uint8Array): Image['type'] | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  if (startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes, [0x57, 0x45, 0x42, 0x50], 8))
    return 'image/webp';
  return null;
}

export type ImageFault =
  | { readonly kind: 'no-picture' }
  | { readonly kind: 'too-large'; readonly bytes: number }
  /** `left`: bytes that the pictures of the workspace leave for more. */
  | { readonly kind: 'no-room'; readonly bytes: number; readonly left: number };

/**
 * What speaks against keeping these bytes as a picture; null for nothing.
 *
 * @param kept the pictures of the whole workspace, those of the draft included
 */
export function imageFault(bytes: Uint8Array, kept: readonly Pick<Image, 'base64'>[]): ImageFault | null {
  if (imageType(bytes) === null) return { kind: 'no-picture' };
  if (bytes.length > mostImageBytes) return { kind: 'too-large', bytes: bytes.length };
  // Counted as the workspace counts them: whole triples, padding and all.
  const left = mostImageBytesTogether - kept.reduce((sum, { base64 }) => sum + (base64.length / 4) * 3, 0);
  return Math.ceil(bytes.length / 3) * 3 > left
    ? { kind: 'no-room', bytes: bytes.length, left: Math.max(left, 0) }
    : null;
}

/** The address under which a page shows it: nothing is fetched from anywhere. */
export const imageAddress = ({ type, base64 }: Pick<Image, 'type' | 'base64'>): string =>
  `data:${type};base64,${base64}`;
