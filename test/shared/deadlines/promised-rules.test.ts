import { expect, test } from 'vitest';
import { promisedRules, rulesOfPromise } from '../../../shared/deadlines/promised-rules.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import { deadlineSchema } from '../../../shared/model/deadline.ts';
import type { Runbook, Sla } from '../../../shared/model/runbook.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

const workspace = sampleWorkspace();
const today = '2026-11-23' as LocalDate;
const [some] = Object.values(workspace.runbooks).filter(({ pipeline }) => pipeline === 'pipeline-profit');
const promise = (text: string, dayOfMonth: number | null): Sla => ({
  text,
  dayOfMonth,
  resolveWithinHours: null,
  severity: null,
});
const promising = (...slas: Sla[]): Runbook => ({ ...(some as Runbook), slas });

function offered(...runbooks: Runbook[]) {
  let ids = 0;
  return promisedRules(workspace, runbooks, today, () => `deadline-new-${++ids}`);
}

test('the sample promises nothing that no rule reminds of', () => {
  expect(offered(...Object.values(workspace.runbooks))).toEqual([]);
});

test('a promised day without a rule becomes one that the plan takes, with the task of its pipeline', () => {
  const [first, ...others] = offered(
    promising(promise('invoices are checked by the 12th', 12), promise('soon', null)),
  );
  expect(others).toEqual([]);
  expect(first?.rule).toMatchObject({
    title: 'Profit: invoices are checked by the 12th',
    anchor: { kind: 'day-of-month', day: 12 },
    startsOn: today,
  });
  expect(workspace.tasks[first?.rule.task ?? ('' as never)]?.pipeline).toBe('pipeline-profit');
  expect(deadlineSchema.safeParse(first?.rule).success).toBe(true);
  const edited = edit(workspace, { kind: 'save-deadline', deadline: first?.rule as never });
  expect(edited.ok).toBe(true);
});

test('what a promise marks for redaction stands in no rule: calendars and sites give its title out', () => {
  const [first] = offered(promising(promise('invoices of [redact]Acme[/redact] by the 12th', 12)));
  expect(first?.rule.title).toBe('Profit: invoices of [redacted] by the 12th');
});

test('a rule of the same pipeline and day is enough; one that has ended is not', () => {
  const fifth = promising(promise('data available by the 5th', 5));
  expect(offered(fifth)).toEqual([]);
  const ended = Object.fromEntries(
    Object.entries(workspace.deadlines).map(([id, rule]) => [
      id,
      { ...rule, endsOn: '2026-11-22' as LocalDate },
    ]),
  );
  const later = { ...workspace, deadlines: ended };
  expect(rulesOfPromise(later, 'pipeline-profit' as never, 5, today)).toEqual([]);
  expect(promisedRules(later, [fifth], today, () => 'deadline-new').length).toBe(1);
});

test('the same promise twice is one rule; a long one is cut; a runbook of no pipeline has none', () => {
  const twice = promise('by the 31st of each month', 31);
  expect(offered(promising(twice), promising(twice)).length).toBe(1);
  expect(offered(promising(promise('x'.repeat(200), 9)))[0]?.rule.title.length).toBe(200);
  expect(offered({ ...promising(twice), pipeline: null })).toEqual([]);
});
