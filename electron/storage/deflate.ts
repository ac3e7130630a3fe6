import { promisify } from 'node:util';
import { deflate } from 'node:zlib';

const deflated = promisify(deflate);

/** Packs bytes as PDF's `FlateDecode` has them, off the thread; at the usual level 6 it would take half as long again, for 2 % fewer bytes. */
export const quicklyDeflated = (bytes: Uint8Array): Promise<Buffer> => deflated(bytes, { level: 4 });
