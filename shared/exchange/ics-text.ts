/*
 * iCalendar text, RFC 5545 §3.1 and §3.3.11. Written here and not by ical.js: its folding counts characters in places, it leaves the
 * last line break out, and a file that the reading library wrote itself would be no proof that others can read it.
 */

const MOST_OCTETS = 75;

/** Octets of a character in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}

/** A text value: backslash, semicolon and comma escaped, line breaks as `\n`, other control characters left out. */
export const escapedText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** A parameter value: in quotes where it needs them; quotes themselves cannot be written. */
export const parameterText = (text: string): string => {
  const plain = text.replace(/["\p{Cc}]/gu, "'");
  return /[:;,]/.test(plain) ? `"${plain}"` : plain;
};

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/** One content line, folded so that no line is longer than 75 octets and no character is cut. */
export function folded(line: string): string {
  if (line.length * 3 <= MOST_OCTETS || (line.length <= MOST_OCTETS && isAscii(line))) return line;
  const lines: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > MOST_OCTETS) {
      lines.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...lines, part].join('\r\n');
}

/** The text of a file: every line folded and ended, also the last. */
export const icsText = (lines: readonly string[]): string =>
  lines.map((line) => `${folded(line)}\r\n`).join('');
