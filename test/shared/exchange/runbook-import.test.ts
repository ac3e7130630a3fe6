import { expect, test } from 'vitest';
import { runbookImporter, type RunbookSource } from '../../../shared/exchange/runbook-import.ts';
import { isPlainDocument, readPlain } from '../../../shared/exchange/runbook-plain.ts';
import { promiseOf } from '../../../shared/runbooks/promise.ts';
import { partMarkdown, readFront } from '../../../shared/exchange/runbook-front.ts';
import { redacted } from '../../../shared/runbooks/redact.ts';
import { runbookSchema } from '../../../shared/model/runbook.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { processorTime } from '../../support/processor-time.ts';

const workspace = sampleWorkspace();

function read(...sources: (RunbookSource | string)[]) {
  let ids = 0;
  const files = sources.map((it, index) =>
    typeof it === 'string' ? { path: `${index + 1}.md`, text: it } : it,
  );
  const importer = runbookImporter(workspace, () => `runbook-new-${++ids}`);
  for (const file of files) importer.add(file);
  return importer.result();
}
const told = (...sources: (RunbookSource | string)[]) =>
  read(...sources).problems.map(({ column, severity, what }) => `${column ?? '-'} ${severity}: ${what}`);

const profit = `---\r
title:   "Profit, at night"   # ours\r
pipeline: profit\r
x-tool: {b: 1,   a: 2}\r
owner_primary: Engineer 2\r
owner_secondary: nobody@example.org\r
audience: investor\r
data_types: [revenue per account]\r
slas:\r
  - data available by the 5th of each month\r
  - {text: critical ones, resolve_within: 12 hours, severity: critical}\r
issues:\r
  - symptom: Figures differ\r
    cause: Late bookings\r
    steps: [Compare, Ask an accountant]\r
    escalation: The lead\r
monitors: ['https://example.org/m', 'javascript:alert(1)', 'http://[']\r
last_reviewed_on: 2026-11-01\r
review_in: 1 year\r
---\r
# Profit\r
\r
<script>alert(1)</script>  \r
trailing spaces stay  \r
`;

test('front matter becomes fields, and every byte of the file is kept', () => {
  const { items } = read(profit);
  const runbook = items[0]?.runbook;
  expect((runbook?.frontMatter ?? '') + (runbook?.body ?? '')).toBe(profit);
  expect(runbook).toMatchObject({
    title: 'Profit, at night',
    pipeline: 'pipeline-profit',
    ownerPrimary: Object.values(workspace.people).find((it) => it.name === 'Engineer 2')?.id,
    ownerSecondary: null,
    dataTypes: ['revenue per account'],
    lastReviewedOn: '2026-11-01',
    reviewEveryMonths: 12,
    links: [{ title: 'https://example.org/m', url: 'https://example.org/m' }],
    issues: [
      {
        symptom: 'Figures differ',
        cause: 'Late bookings',
        steps: ['Compare', 'Ask an accountant'],
        escalation: 'The lead',
      },
    ],
  });
  expect(runbook?.slas).toEqual([
    {
      text: 'data available by the 5th of each month',
      dayOfMonth: 5,
      resolveWithinHours: null,
      severity: null,
    },
    { text: 'critical ones', dayOfMonth: null, resolveWithinHours: 12, severity: 'critical' },
  ]);
  expect(runbookSchema.safeParse(runbook).success).toBe(true);
  expect(told(profit)).toEqual([
    '1.md warning: nobody@example.org is nobody of the team, or more than one',
    '1.md warning: javascript:alert(1) is no address of the web, and no link is made of it',
    '1.md warning: http://[ is no address of the web, and no link is made of it',
    '1.md warning: kept as written: x-tool',
  ]);
});

test('a file takes the place of the runbook that it names, by id before title; a title comes from heading, file or folder', () => {
  const items = read(
    '---\nid: runbook-growth\n---\nx',
    '---\ntitle: PROFIT\n---\n',
    'Words\n\n# What to do #\n',
    { path: 'ops/on_call-notes.md', text: 'none' },
    { path: 'ops/Billing/README.md', text: 'none' },
  ).items;
  expect(items.map(({ before }) => before?.id ?? null).slice(2)).toEqual([null, null, null]);
  expect(items[0]?.before?.id).toBe('runbook-growth');
  expect(items.slice(2).map(({ runbook }) => runbook.title)).toEqual([
    'What to do',
    'on call notes',
    'Billing',
  ]);
});

test('two files of one runbook keep everything out', () => {
  expect(told('---\nid: runbook-growth\n---\n', '---\nid: runbook-growth\n---\n')).toEqual([
    '2.md error: it is the same runbook as in 1.md: runbook-growth',
  ]);
});

test.each([
  ['a bomb of aliases', 'a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]'],
  ['a key twice', 'title: a\ntitle: b'],
  ['a list', '- a\n- b'],
  ['a key that is a map', '{a: 1}: 2'],
  ['no end of brackets', '['.repeat(50_000)],
  ['a tab', 'a:\n\t- b'],
])('front matter that is %s is kept as text with its reason, and nothing throws', (_what, yaml) => {
  const text = `---\n${yaml}\n---\nbody\n`;
  const [item] = read(text).items;
  expect((item?.runbook.frontMatter ?? '') + (item?.runbook.body ?? '')).toBe(text);
  expect(told(text).join('\n')).toMatch(/warning: its front matter .+; it is kept as it is written/);
});

test('code in front matter is no front matter, and a tag makes nothing but text', () => {
  const text = '---js\n{ title: process.exit(1) }\n---\nbody';
  expect(partMarkdown(text)).toEqual({ front: '', body: text });
  expect(readFront('---\ntitle: !!js/function "function () {}"\n---\n').values).toEqual({
    title: 'function () {}',
  });
  expect(readFront('---\n__proto__: {polluted: true}\n---\n').fault).toBeNull();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const plain = `Team runbooks

1. Pipeline Name: Profit
**Types of data:**
a. revenue per account
b. aggregate profit

Owners
a. Primary: Engineer 2 (Aggregate profit - Task B)
b. Secondary: Engineer 9

## Common Issues
a) Figures differ from accounts
b) Upstream data is missing
Ask before you rerun.

SLA’s:
a. data available by the 5th of each month
b. critical issues are resolved within 12 hours

Oncall Schedule
a. weekly rotation

2. Pipeline Name: Growth
Types of data
a. aggregate growth
`;

test('a plain document becomes a runbook for each pipeline, and what is not understood stays as text and is listed', () => {
  expect(isPlainDocument(plain)).toBe(true);
  const { items, problems } = read({ path: 'all.txt', text: plain });
  expect(items.map(({ before }) => before?.id)).toEqual(['runbook-profit', 'runbook-growth']);
  const runbook = items[0]?.runbook;
  expect(runbook?.dataTypes).toEqual(['revenue per account', 'aggregate profit']);
  expect(runbook?.issues.map((it) => it.symptom)).toEqual([
    'Figures differ from accounts',
    'Upstream data is missing',
  ]);
  expect(runbook?.slas.map((it) => [it.dayOfMonth, it.resolveWithinHours, it.severity])).toEqual([
    [5, null, null],
    [null, 12, 'critical'],
  ]);
  expect(workspace.people[runbook?.ownerPrimary ?? ('' as never)]?.name).toBe('Engineer 2');
  for (const words of ['Ask before you rerun.', 'weekly rotation', 'Engineer 9'])
    expect(runbook?.body).toContain(words);
  expect(items[0]?.keptAsText).toEqual(['Ask before you rerun.', 'a. weekly rotation', 'Owner: Engineer 9']);
  expect(problems.map(({ severity, what }) => `${severity}: ${what}`)).toEqual([
    'loss: what stands before the first pipeline belongs to none: Team runbooks',
    'warning: Profit: Engineer 9 is nobody of the team; kept as text',
  ]);
  expect(items.every((it) => runbookSchema.safeParse(it.runbook).success)).toBe(true);
});

test('a line that names no pipeline heads no runbook: blanks of any kind are no name', () => {
  for (const blank of ['', ' ', '\u00a0', '\u3000 ', '\t'])
    expect(isPlainDocument(`1. Pipeline Name: ${blank}`)).toBe(false);
});

test('no line of a plain document is lost', () => {
  const { preface, runbooks } = readPlain(plain);
  const said = JSON.stringify([preface, runbooks]);
  for (const line of plain.split('\n')) {
    const words = line
      .replace(/^(?:\d\. |[a-z][.)] )?/, '')
      .replace(/^(?:Pipeline Name|Primary|Secondary): /, '');
    if (words !== '' && !/^(?:\*\*Types|Types|Owners|## Common|SLA|Oncall)/.test(words))
      expect(said).toContain(words);
  }
});

test.each([
  ['reviewed once a month by the accounts team', null, null],
  ['report final by the 3rd', 3, null],
  ['by the 31st of each month', 31, null],
  ['by the 45th of each month', null, null],
  ['anything broken is fixed within 24 hours', null, 24],
  ['resolved in two days', null, 48],
  ['within 5000 hours', null, null],
  ['answered within 8 business hours', null, 8],
  ['resolved within two working days', null, 16],
])('%j is a day or a clock only where it says one', (text, day, hours) => {
  expect(promiseOf(text)).toMatchObject({ text, dayOfMonth: day, resolveWithinHours: hours });
});

test('a text of 20 MB is refused in a moment and not taken in part', () => {
  const worked = processorTime();
  const { items, problems } = read('x'.repeat(20_000_000));
  expect(items).toEqual([]);
  expect(problems[0]?.severity).toBe('error');
  expect(worked()).toBeLessThan(2000);
});

test('more than two thousand runbooks at once are an error', () => {
  const files = Array.from({ length: 2001 }, (_none, index) => ({
    path: `${index}.md`,
    text: `words ${index}`,
  }));
  const { items, problems } = read(...files);
  expect(items.length).toBe(2001);
  expect(problems).toEqual([
    {
      row: null,
      column: null,
      severity: 'error',
      what: 'these are 2,001 runbooks; at most 2,000 come at once',
    },
  ]);
});

test.each([
  ['---js\nmodule.exports = 1\n---\n# A\n', 'written in js; only YAML is read and nothing runs'],
  ['---\ntitle: A\n', 'no second --- closes it'],
  ['---\na: 1\nb: 2\na: 3\n---\n', 'in line 4: Map keys must be unique'],
  ['---\na: &a [1]\nb: *a\n---\n', 'by aliases (*name), which are not followed'],
])('of front matter that stays text it is said why, and where: %j', (text, why) => {
  expect(told(text)).toEqual([expect.stringContaining(why)]);
});

test('a passage marked over several lines of a plain document stays marked, wherever its lines go', () => {
  const text = [
    '1. Pipeline Name: Profit',
    'Common Issues',
    'a. Late [redact]SECRET',
    'b. SECRET two',
    '[/redact]',
    "SLA's",
    '[redact]',
    'a. SECRET by the 5th of each month',
    '[/redact]',
    'b. within 12 hours',
    'Owners',
    '[redact]',
    'Primary: Engineer 2',
    '[/redact]',
    'A last word',
  ].join('\n');
  const { items, problems } = read(text);
  const [runbook] = items.map((item) => item.runbook);
  expect(problems).toEqual([]);
  expect(runbook?.slas.map(({ text: said }) => said)).toEqual([
    '[redact]SECRET by the 5th of each month[/redact]',
    'within 12 hours',
  ]);
  const out = JSON.stringify(redacted(runbook as never));
  expect(out).not.toMatch(/SECRET|5th|Engineer 2/);
  expect(out).toContain('A last word');
});
