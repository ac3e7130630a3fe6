import { base64Of } from './disk-text.ts';

/** What a content policy calls a style by: `sha256-…`, in base 64. @param hash SHA-256 in hexadecimal digits */
export const styleHash = (style: string, hash: (text: string) => string): string =>
  `sha256-${base64Of(Uint8Array.from(hash(style).match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)))}`;
