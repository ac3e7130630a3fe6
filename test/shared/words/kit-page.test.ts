import { expect, test } from 'vitest';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { printPage } from '../../../shared/print/document.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { neutral } from '../../../shared/words/conventions.ts';
import { kitSteps, runbooksOnDuty } from '../../../shared/words/kit-page.ts';
import { writeBy } from '../../../shared/words/writing.ts';

const sample = sampleWorkspace();
const quarter = '2026-Q4' as QuarterId;
const person = 'person-engineer-2' as PersonId;

function kit(workspace = sample): string {
  const steps = kitSteps(workspace, quarter, person, { revision: 3, today: sampleToday });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return printPage(step.value, { paper: 'A4', fonts: [] });
  }
}

test('a kit holds turns, what is due, a page for the hand-over and each runbook once, and leads to all of them', () => {
  const html = kit();
  expect([...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, title]) => title)).toEqual([
    'Engineer 2',
    'Contents',
    'Engineer 2, Q4 2026',
    'What is due',
    'Hand-over',
    ...runbooksOnDuty(sample, quarter, person).map(({ title }) => title),
  ]);
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g))
    expect(html.split(`id="${id ?? ''}"`)).toHaveLength(2);
  expect(html).toMatch(/<table class="due-list">.*is yours/);
  expect(html).toMatch(/<h2>To whom<\/h2>.*<b>Engineer [134]<\/b>: /);
});

test('whoever has turns for one pipeline alone gets its runbooks, and those that they own', () => {
  const shifts = Object.values(sample.shifts).filter(({ rotation }) => rotation.includes('growth'));
  expect(shifts.length).toBeGreaterThan(0);
  const workspace = {
    ...sample,
    shifts: Object.fromEntries(shifts.map((one) => [one.id, { ...one, person }])),
  };
  const titles = runbooksOnDuty(workspace, quarter, person).map(({ title }) => title);
  const owned = Object.values(sample.runbooks)
    .filter(({ ownerPrimary, ownerSecondary }) => ownerPrimary === person || ownerSecondary === person)
    .map(({ title }) => title);
  expect(new Set(titles)).toEqual(new Set(['Growth', ...owned]));
});

test('marked passages and reasons for leave stay out of a kit', () => {
  const runbooks = Object.fromEntries(
    Object.values(sample.runbooks).map((one) => [one.id, { ...one, body: 'call [redact]555 01[/redact]' }]),
  );
  const html = kit({ ...sample, runbooks });
  expect(html).toContain('[redacted]');
  expect(html).not.toContain('555 01');
});

test('what is handed over at one moment stands in one row, by who takes it, and nothing is handed to oneself', () => {
  const [, toWhom = ''] = /<h2>To whom<\/h2>(.*?)<\/table>/s.exec(kit()) ?? [];
  const moments = [...toWhom.matchAll(/<tr><th scope="row">(.*?)<\/th>/g)].map(([, moment]) => moment);
  expect(moments.length).toBeGreaterThan(3);
  expect(new Set(moments).size).toBe(moments.length);
  expect(toWhom).not.toContain('<b>Engineer 2</b>');
  expect(toWhom).toMatch(/<b>Engineer \d<\/b>: [^<,]+, [^<]+/);
});

test('all pages of a kit write dates as the reader does', () => {
  try {
    writeBy({ ...neutral, order: 'month-first', clock: '12' });
    const html = kit();
    expect(html).toMatch(/reviewed Wed, Sep 30, 2026/);
    expect(html).not.toMatch(/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} [A-Z]/);
  } finally {
    writeBy(neutral);
  }
});
