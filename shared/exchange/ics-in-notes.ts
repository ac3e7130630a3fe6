/** What was wrong with a file, an event or a line of it. The sentence is made in `words/ics-text.ts`. */
export type CalendarProblemKind =
  /** The file is no calendar, or holds none. */
  | 'no-calendar'
  | 'too-large'
  | 'too-many-items'
  /** A component has no END: the file was cut off there. */
  | 'cut-off'
  /** Components in components, deeper than any calendar has them. */
  | 'too-deep'
  | 'unreadable-line'
  | 'no-start'
  | 'unreadable-time'
  | 'ends-before-start'
  /** Its time zone is neither known nor described in the file. */
  | 'unknown-zone'
  | 'unreadable-rule'
  | 'repeats-within-a-day'
  | 'endless-rule'
  | 'too-many-repeats'
  /** Its rule has a part that is not read rightly, so none of its days are taken. */
  | 'unsupported-rule';

/** A problem with its place in the file. */
export interface CalendarProblem {
  readonly kind: CalendarProblemKind;
  /** Line of the file, from 1. */
  readonly line: number;
  /** Name of the property: `DTSTART`; empty for the event or file as a whole. */
  readonly property: string;
  /** An error keeps the event out; with a warning it is read all the same. */
  readonly severity: 'error' | 'warning';
  /** Title of the event; empty where there is none. */
  readonly title: string;
  /** What stands there, shortened. */
  readonly detail: string;
}

/** Something of the file that was rightly left out; nothing vanishes without being counted. */
export interface CalendarLoss {
  readonly kind:
    | 'outside-window'
    | 'cancelled'
    | 'superseded'
    | 'not-an-event'
    /** Guests who said no. */
    | 'declined'
    /** Changes all that follow in a series: only the one occurrence is read so. */
    | 'following';
  readonly count: number;
  /** Titles or names of the first few. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 3;
const MOST_DETAIL = 80;

export const shortened = (text: string): string =>
  text.length > MOST_DETAIL ? `${text.slice(0, MOST_DETAIL)}…` : text;

/** Collects what a reader has to say about a file. */
export class CalendarNotes {
  readonly #problems: CalendarProblem[] = [];
  readonly #losses = new Map<CalendarLoss['kind'], { count: number; examples: string[] }>();
  /** How many of the problems so far are errors. */
  errors = 0;

  problem(
    kind: CalendarProblemKind,
    line: number,
    about: Partial<Pick<CalendarProblem, 'property' | 'severity' | 'title' | 'detail'>> = {},
  ): void {
    const { property = '', severity = 'error', title = '', detail = '' } = about;
    if (severity === 'error') this.errors += 1;
    this.#problems.push({ kind, line, property, severity, title, detail: shortened(detail) });
  }

  lose(kind: CalendarLoss['kind'], example: string): void {
    const known = this.#losses.get(kind) ?? { count: 0, examples: [] };
    known.count += 1;
    if (known.examples.length < MOST_EXAMPLES && example !== '' && !known.examples.includes(example))
      known.examples.push(example);
    this.#losses.set(kind, known);
  }

  get problems(): readonly CalendarProblem[] {
    return this.#problems.toSorted((one, other) => one.line - other.line);
  }

  get losses(): readonly CalendarLoss[] {
    return [...this.#losses].map(([kind, loss]) => ({ kind, ...loss }));
  }
}
