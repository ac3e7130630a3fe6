import type { Issue, Runbook, Sla } from '../../../shared/model/runbook.ts';

/** One of a list that is being edited. Its key stays with it while it is moved about. */
export interface Keyed<Value> {
  readonly key: string;
  readonly value: Value;
}

export interface IssueDraft extends Omit<Issue, 'steps'> {
  readonly steps: readonly Keyed<string>[];
}

export interface PromiseDraft extends Omit<Sla, 'resolveWithinHours'> {
  /** As it is typed; empty for no clock. */
  readonly hours: string;
}

type Link = Runbook['links'][number];

/** A runbook while it is edited: its lists keyed, its numbers and lines as they are typed. */
export interface RunbookDraft extends Omit<Runbook, 'issues' | 'slas' | 'links' | 'dataTypes'> {
  readonly dataTypes: string;
  readonly issues: readonly Keyed<IssueDraft>[];
  readonly slas: readonly Keyed<PromiseDraft>[];
  readonly links: readonly Keyed<Link>[];
}

export const keyed = <Value>(value: Value): Keyed<Value> => ({ key: crypto.randomUUID(), value });

export const emptyIssue = (): Keyed<IssueDraft> =>
  keyed({ symptom: '', cause: '', escalation: '', steps: [keyed('')] });
export const emptyPromise = (): Keyed<PromiseDraft> =>
  keyed({ text: '', dayOfMonth: null, severity: null, hours: '' });
export const emptyLink = (): Keyed<Link> => keyed({ title: '', url: 'https://' });

export function draftOf(runbook: Runbook): RunbookDraft {
  return {
    ...runbook,
    dataTypes: runbook.dataTypes.join('\n'),
    issues: runbook.issues.map((issue) => keyed({ ...issue, steps: issue.steps.map(keyed) })),
    slas: runbook.slas.map(({ resolveWithinHours, ...sla }) =>
      keyed({ ...sla, hours: resolveWithinHours === null ? '' : String(resolveWithinHours) }),
    ),
    links: runbook.links.map(keyed),
  };
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Hours as typed; what is no number becomes one that is refused at its field. */
const hoursOf = (typed: string): number | null => {
  const digits = typed.trim();
  return digits === '' ? null : /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN;
};

const isBlank = (text: string): boolean => text.trim() === '';

/** Without the entries that nobody wrote anything into, so that its lists and the runbook's go in step. */
export function withoutBlanks(draft: RunbookDraft): RunbookDraft {
  return {
    ...draft,
    issues: draft.issues
      .map(({ key, value }) => ({
        key,
        value: { ...value, steps: value.steps.filter((it) => !isBlank(it.value)) },
      }))
      .filter(
        ({ value: { symptom, cause, escalation, steps } }) =>
          ![symptom, cause, escalation].every(isBlank) || steps.length > 0,
      ),
    slas: draft.slas.filter(
      ({ value: { text, dayOfMonth, hours } }) => !isBlank(text) || dayOfMonth !== null || !isBlank(hours),
    ),
    links: draft.links.filter(
      ({ value: { title, url } }) => !isBlank(title) || !['', 'https://'].includes(url.trim()),
    ),
  };
}

/** The runbook that a draft without blanks stands for. */
export function runbookOf({ issues, slas, links, dataTypes, ...draft }: RunbookDraft): Runbook {
  return {
    ...draft,
    title: draft.title.trim(),
    dataTypes: lines(dataTypes),
    issues: issues.map(({ value: { symptom, cause, steps, escalation } }) => ({
      symptom: symptom.trim(),
      cause,
      steps: steps.map((it) => it.value),
      escalation,
    })),
    slas: slas.map(({ value: { text, dayOfMonth, hours, severity } }) => ({
      text: text.trim(),
      dayOfMonth,
      resolveWithinHours: hoursOf(hours),
      severity,
    })),
    links: links.map(({ value: { title, url } }) => ({ title: title.trim(), url: url.trim() })),
  };
}

/** The list with one of its entries made into another. */
export const changed = <Value>(
  list: readonly Keyed<Value>[],
  key: string,
  part: Partial<Value>,
): readonly Keyed<Value>[] =>
  list.map((it) => (it.key === key ? { key, value: { ...it.value, ...part } } : it));

export const without = <Value>(list: readonly Keyed<Value>[], key: string): readonly Keyed<Value>[] =>
  list.filter((it) => it.key !== key);
