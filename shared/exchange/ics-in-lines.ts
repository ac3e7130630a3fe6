/** One content line of a calendar file, unfolded; `line` is where it begins in the file, from 1. */
export interface ContentLine {
  readonly line: number;
  readonly text: string;
}

/** A component as it stands in the file: its own lines without BEGIN, END and the components inside it. */
export interface RawComponent {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  /** Of its BEGIN. */
  readonly line: number;
  readonly lines: readonly ContentLine[];
  readonly children: readonly RawComponent[];
  /** False where the file ends, or another component does, before its END. */
  readonly closed: boolean;
}

interface OpenComponent {
  readonly name: string;
  readonly line: number;
  readonly lines: ContentLine[];
  readonly children: RawComponent[];
}

/**
 * The content lines of a file: folded ones joined, empty ones left out. Lines may end in CRLF, LF or CR; a continuation begins
 * with a space or a tab (RFC 5545, 3.1).
 */
export function contentLines(text: string): readonly ContentLine[] {
  const lines: { line: number; text: string }[] = [];
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .forEach((raw, index) => {
      const last = lines.at(-1);
      if (/^[ \t]/.test(raw) && last !== undefined) last.text += raw.slice(1);
      else if (raw.trim() !== '') lines.push({ line: index + 1, text: raw });
    });
  return lines;
}

/** Most components in one another: a calendar has three, and one that was cut off in places a few more. */
const MOST_LEVELS = 100;

/** Thrown at the line where a file goes deeper than any calendar does. */
export class TooDeep extends Error {
  readonly line: number;

  constructor(line: number) {
    super(`more than ${MOST_LEVELS} levels at line ${line}`);
    this.line = line;
  }
}

const bracket = /^(BEGIN|END):\s*([A-Za-z0-9-]+)\s*$/i;

/**
 * The components of a file, however many calendars it holds, in their order. A component that is not closed is kept and says so, and an
 * END that nothing opened is passed over: what is around it can still be read.
 *
 * @throws TooDeep
 */
export function componentsOf(lines: readonly ContentLine[]): readonly RawComponent[] {
  const root: OpenComponent = { name: '', line: 1, lines: [], children: [] };
  const open: OpenComponent[] = [root];
  const close = (closed: boolean): void => {
    const done = open.pop();
    if (done !== undefined) open.at(-1)?.children.push({ ...done, closed });
  };
  for (const one of lines) {
    const [, word = '', name = ''] = bracket.exec(one.text) ?? [];
    const kind = name.toUpperCase();
    if (open.length > MOST_LEVELS) throw new TooDeep(one.line);
    if (word.toUpperCase() === 'BEGIN') open.push({ name: kind, line: one.line, lines: [], children: [] });
    else if (word === '') open.at(-1)?.lines.push(one);
    else {
      const depth = open.findLastIndex((component) => component.name === kind);
      if (depth <= 0) continue;
      while (open.length - 1 > depth) close(false);
      close(true);
    }
  }
  while (open.length > 1) close(false);
  return root.children;
}

/** The value of a component's first line of this name, without unescaping; null where it has none. */
export function rawValue({ lines }: RawComponent, name: string): string | null {
  const wanted = name.toUpperCase();
  for (const { text } of lines) {
    const found = /^([A-Za-z0-9-]+)(?:;[^:]*)?:(.*)$/.exec(text);
    if (found?.[1]?.toUpperCase() === wanted) return found[2] ?? '';
  }
  return null;
}
