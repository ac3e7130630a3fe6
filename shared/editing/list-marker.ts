/** What a list puts before its lines: `1.`, `2)`, `(3)`, `a)`, `-`, `–`, `•`, `*`, `[ ]`, `[x]`. An initial, `A. Miller`, is none. */
const marker = /^(?:[-–—*•·‣▪◦●○]\s+|[•·‣▪◦●○]\s*|\(?\d{1,3}[.)](?!\d)\s*|\(?[A-Za-z]\)\s*|\[[ xX]?\]\s*)/u;

/** A line of a pasted list without its markers, `- [ ] Anna` being two of them. */
export function withoutListMarker(line: string): string {
  const bare = line.trim();
  const rest = bare.replace(marker, '').trim();
  return rest === bare || rest === '' ? rest : withoutListMarker(rest);
}

/** Pasted lines without the markers of a list. A line whose first cell is empty keeps it so. */
export const withoutListMarkers = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => (line.startsWith('\t') ? line : withoutListMarker(line)))
    .join('\n');
