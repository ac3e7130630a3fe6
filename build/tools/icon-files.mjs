/** The two icon files that hold many sizes; both take PNG pictures as they are. */

/** Widths in pixels that freedesktop's hicolor theme, Windows and macOS ask for. */
export const iconSizes = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];

/**
 * A Windows icon: a directory of 16 bytes per picture, then the pictures. It has no sizes above 256, which is written 0.
 * @param {Map<number, Buffer>} pictures PNG by width
 */
export function ico(pictures) {
  const held = [...pictures].filter(([size]) => size <= 256);
  const head = Buffer.alloc(6 + 16 * held.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(held.length, 4);
  let offset = head.length;
  for (const [place, [size, picture]] of held.entries()) {
    const at = 6 + 16 * place;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(picture.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([head, ...held.map(([, picture]) => picture)]);
}

/** Apple's four letters for a PNG of each width. */
const types = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/**
 * A macOS icon: `icns` and the whole length, then each picture behind its type and length.
 * @param {Map<number, Buffer>} pictures PNG by width
 */
export function icns(pictures) {
  const parts = [...pictures].flatMap(([size, picture]) => {
    if (!types[size]) return [];
    const head = Buffer.alloc(8);
    head.write(types[size], 0, 'latin1');
    head.writeUInt32BE(8 + picture.length, 4);
    return [head, picture];
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}
