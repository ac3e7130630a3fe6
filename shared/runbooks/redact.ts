import type { Run } from '../model/run.ts';
import type { Issue, Runbook, Sla } from '../model/runbook.ts';
import { promiseOf } from './promise.ts';

type Link = Runbook['links'][number];

/** What stands in an export where a passage was taken out: it says neither what nor how much. */
export const REDACTED = '[redacted]';

// Editors that write Markdown themselves escape brackets, in addresses too, and a page shows an escaped mark like any other.
const opening = String.raw`(?:\\?\[|&#0*91;|&#x0*5b;|&lsqb;|&lbrack;|%5b)`;
const closing = String.raw`(?:\\?\]|&#0*93;|&#x0*5d;|&rsqb;|&rbrack;|%5d)`;
const mark = new RegExp(`${opening}((?:/|%2f)?)redact${closing}`, 'gi');

interface Kept {
  readonly text: string;
  /** Passages that are still open at its end. */
  readonly depth: number;
}

/** @param open passages that began in an earlier text of the same list and have not ended */
function keepOf(text: string, open: number): Kept {
  let kept = open === 0 ? '' : REDACTED;
  let depth = open;
  let from = 0;
  for (const found of text.matchAll(mark)) {
    const ends = found[1] !== '';
    if (depth === 0) kept = ends ? REDACTED : `${kept}${text.slice(from, found.index)}${REDACTED}`;
    depth = ends ? Math.max(depth - 1, 0) : depth + 1;
    from = found.index + found[0].length;
  }
  return { text: depth === 0 ? kept + text.slice(from) : kept, depth };
}

/**
 * A text without its marked passages. A passage stands between `[redact]` and `[/redact]`, within a line or over many, in
 * prose, code and front matter alike. Marks nest; one that is never closed reaches to the end of its text, one that was never
 * opened back to the beginning, so that a slip of the pen hides too much and never too little.
 */
export const redactText = (text: string): string => keepOf(text, 0).text;

/** Texts that are read one after the other: a passage may begin in one and end in another. Null for what lies wholly inside. */
function keepAll(texts: readonly string[]): readonly (string | null)[] {
  let open = 0;
  return texts.map((text) => {
    const wasOpen = open > 0;
    const kept = keepOf(text, open);
    open = kept.depth;
    return wasOpen && kept.text === REDACTED ? null : kept.text;
  });
}

const isKept = (text: string | null): text is string => text !== null;

/** The texts of a list; what lies wholly inside a passage is left out, so that nobody can count it. */
export const redactTexts = (texts: readonly string[]): readonly string[] => keepAll(texts).filter(isKept);

/** Whether some passage of a text is marked. */
const isMarked = (text: string): boolean => redactText(text) !== text;

/** A text as its reader copies it: the passages stay, the marks around them go. */
export const withoutMarks = (text: string): string => text.replace(mark, '');

/**
 * The lines of a text that is about to be taken apart: a passage over many of them becomes one in each, behind the sign of a list, so that
 * no line loses its marks to another. A line of marks alone is empty.
 */
export function markedByLine(text: string): readonly string[] {
  let open = 0;
  return text.split(/\r?\n/).map((line) => {
    const wasOpen = open > 0;
    open = keepOf(line, open).depth;
    if (withoutMarks(line).trim() === '') return '';
    const sign = wasOpen ? (/^\s*(?:(?:[a-z][.)]|\d{1,3}[.)]|[-*+•])\s+)?/i.exec(line)?.[0] ?? '') : '';
    return `${sign}${wasOpen ? '[redact]' : ''}${line.slice(sign.length)}${open > 0 ? '[/redact]' : ''}`;
  });
}

function redactedIssue(issue: Issue): Issue {
  const kept = keepAll([issue.symptom, issue.cause, ...issue.steps, issue.escalation]);
  const [symptom, cause] = kept;
  return {
    symptom: symptom ?? REDACTED,
    cause: cause ?? '',
    steps: kept.slice(2, -1).filter(isKept),
    escalation: kept.at(-1) ?? '',
  };
}

/** A promise of which a passage is marked keeps a figure only where the words that are left say it. */
function redactedSla(sla: Sla): Sla {
  if (!isMarked(sla.text)) return sla;
  const said = promiseOf(redactText(sla.text));
  const kept = <Key extends 'dayOfMonth' | 'resolveWithinHours' | 'severity'>(key: Key): Sla[Key] | null =>
    said[key] === sla[key] ? sla[key] : null;
  return {
    text: said.text,
    dayOfMonth: kept('dayOfMonth'),
    resolveWithinHours: kept('resolveWithinHours'),
    severity: kept('severity'),
  };
}

/** A link goes with its title: what reads [redacted] does not lead there. */
const redactedLink = (link: Link): readonly Link[] => {
  const title = redactText(link.title);
  return title.trim() === REDACTED || isMarked(link.url) ? [] : [{ title, url: link.url }];
};

/** A runbook as it may leave the house: every text of it without its marked passages. What is not marked stays byte for byte. */
export const redacted = (runbook: Runbook): Runbook => ({
  ...runbook,
  title: redactText(runbook.title),
  dataTypes: redactTexts(runbook.dataTypes),
  issues: runbook.issues.map(redactedIssue),
  slas: runbook.slas.map(redactedSla),
  links: runbook.links.flatMap(redactedLink),
  frontMatter: redactText(runbook.frontMatter),
  body: redactText(runbook.body),
});

/** The record of a run as it may leave the house: each step stays with who ticked it when, its marked words go. */
export function redactedRun(run: Run): Run {
  const texts = keepAll(run.steps.map(({ text }) => text));
  return {
    ...run,
    title: redactText(run.title),
    steps: run.steps.map((step, index) => ({ ...step, text: texts[index] ?? REDACTED })),
    notes: redactText(run.notes),
  };
}
