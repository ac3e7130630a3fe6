import type { Runbook } from '../model/runbook.ts';

/** What stands in an export where a passage was taken out: it says neither what nor how much. */
export const REDACTED = '[redacted]';

const mark = /\[(\/?)redact\]/gi;

/**
 * A text without its marked passages. A passage stands between `[redact]` and `[/redact]`, within a line or over many, in
 * prose, code and front matter alike. Marks nest; one that is never closed reaches to the end of its text, so that a slip of
 * the pen hides too much and never too little. A closing mark that closes nothing is left out.
 */
export function redactText(text: string): string {
  let kept = '';
  let depth = 0;
  let from = 0;
  for (const found of text.matchAll(mark)) {
    if (depth === 0) kept += text.slice(from, found.index);
    if (found[1] === '') {
      if (depth === 0) kept += REDACTED;
      depth += 1;
    } else depth = Math.max(depth - 1, 0);
    from = found.index + found[0].length;
  }
  return depth === 0 ? kept + text.slice(from) : kept;
}

/** A text as its reader copies it: the passages stay, the marks around them go. */
export const withoutMarks = (text: string): string => text.replace(mark, '');

/** A runbook as it may leave the house: every text of it without its marked passages. What is not marked stays byte for byte. */
export const redacted = (runbook: Runbook): Runbook => ({
  ...runbook,
  title: redactText(runbook.title),
  dataTypes: runbook.dataTypes.map(redactText),
  issues: runbook.issues.map((issue) => ({
    symptom: redactText(issue.symptom),
    cause: redactText(issue.cause),
    steps: issue.steps.map(redactText),
    escalation: redactText(issue.escalation),
  })),
  slas: runbook.slas.map((sla) => ({ ...sla, text: redactText(sla.text) })),
  links: runbook.links.map((link) => ({ ...link, title: redactText(link.title) })),
  frontMatter: redactText(runbook.frontMatter),
  body: redactText(runbook.body),
});
