/** A short name for a text: 16 hex digits. Not a seal, only to tell inputs apart; the same on every host. */
export function digestOfText(text: string): string {
  let one = 0xdeadbeef;
  let two = 0x41c6ce57;
  for (let place = 0; place < text.length; place++) {
    const code = text.charCodeAt(place);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');
  return hex(two) + hex(one);
}
