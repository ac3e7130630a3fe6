import { isUtf8 } from 'node:buffer';
import { ok, refused, type Result } from '../../shared/result.ts';

const encoder = new TextEncoder();

export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Bytes as text that passes through JSON. */
export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** The bytes again. */
export const bytesOfBase64 = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** UTF-8 text from a file's bytes, its byte order mark kept; or in words what the bytes are instead. */
export function textOf(bytes: Uint8Array): Result<string, string> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return refused('it is UTF-16 text: some editor saved it so; save it as UTF-8 and open it again');
  }
  // Asked first and decoded then: a decoder that does both is five times slower.
  return isUtf8(bytes)
    ? ok(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'))
    : refused('it is not text: some of its bytes are not UTF-8');
}
