import { expect, test } from 'vitest';
import type { ImageId, RunbookId } from '../../../shared/model/ids.ts';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { printPage, type PrintFont } from '../../../shared/print/document.ts';
import { printDocument } from '../../../shared/runbooks/print-document.ts';
import { runbookStyle } from '../../../shared/runbooks/print-style.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aRunbook } from './a-runbook.ts';

const sample = sampleWorkspace();
const runbooks = runbooksInOrder(sample);
const inter: PrintFont = {
  family: 'Inter',
  url: 'data:font/woff2;base64,AAAA',
  weight: '400',
  style: 'normal',
  unicodeRange: 'U+0-FF',
};

const pageOf = (list: typeof runbooks, paper: 'A4' | 'Letter' = 'A4') =>
  printPage(printDocument(sample, list, sampleToday), { paper, fonts: [inter] });
const headings = (html: string) =>
  [...html.matchAll(/<h(\d)>(.*?)<\/h\1>/g)].map(([, level, text]) => [Number(level), text]);
const words = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x26;/g, '&')
    .replace(/&#x3C;/g, '<')
    .replace(/\s+/g, ' ');

test('the page says its language, title and typefaces, and forbids itself scripts and requests', () => {
  const html = pageOf(runbooks.slice(0, 1), 'Letter');
  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(html).toContain('<title>Profit runbook</title>');
  expect(html).toContain("@font-face { font-family: 'Inter';");
  expect(html).toContain('@page { size: Letter;');
  expect(html.replaceAll('&#x27;', "'")).toContain(
    `content="default-src 'none'; style-src 'unsafe-inline'; font-src data:;`,
  );
  expect(html).not.toMatch(/<script|<link|<img|<iframe|url\((?!data:)/);
});

test('headings begin at 1 and leave no level out', () => {
  const levels = headings(pageOf(runbooks)).map(([level]) => level as number);
  expect(levels[0]).toBe(1);
  for (const [index, level] of levels.entries())
    if (index > 0) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
});

test('the Profit page says everything the runbook knows, the difference of its owner included', () => {
  const [profit] = runbooks;
  if (!profit) throw new Error('the sample has no runbooks');
  const html = pageOf([profit]);
  expect(
    headings(html)
      .filter(([level]) => level === 2)
      .map(([, text]) => text),
  ).toEqual(['Types of data', 'Owners', 'On call', 'Common issues', 'Service levels', 'Links', 'Notes']);
  const text = words(html);
  for (const it of profit.dataTypes) expect(text).toContain(it);
  for (const { symptom, steps } of profit.issues) {
    expect(text).toContain(symptom);
    // Each step once: a page that says a step twice is followed twice.
    for (const step of steps)
      expect(text.split(words(step.replace(/`/g, ' ')).trim().slice(0, 30)), step).toHaveLength(2);
  }
  for (const { text: promise } of profit.slas) expect(text).toContain(promise);
  for (const { title, url } of profit.links) {
    expect(text).toContain(title);
    expect(html).toContain(`href="${url}"`);
  }
  expect(text).toContain('Differs: Task B names Engineer 3');
  expect(text).toContain('Last reviewed Wed 30 Sep 2026');
  expect(text).toContain('Profit pipeline · Investor-facing');
});

test('who is on call this week and next stands in a table, by pipeline and for the team', () => {
  const html = pageOf(runbooks.slice(0, 1));
  const table = /<table class="duties">([\s\S]*?)<\/table>/.exec(html)?.[1] ?? '';
  expect(table).toContain('<th scope="col">This week</th><th scope="col">Next week</th>');
  const rows = [...table.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/g)].map(([, duty, cells]) => [
    duty,
    words(cells ?? '').trim(),
  ]);
  expect(rows.map(([duty]) => duty)).toEqual(['Profit, primary', 'Profit, secondary', 'Team, primary']);
  for (const [, cells] of rows)
    expect(cells).toMatch(
      /^Engineer \d Mon 23 Nov 09:00 to Mon 30 Nov 09:00 Engineer \d Mon 30 Nov 09:00 to Mon 7 Dec 09:00$/,
    );
});

test('every cell of a head row and the first of each other row is a head with its scope', () => {
  const html = pageOf(runbooks);
  for (const [, row] of html.matchAll(/<thead><tr>(.*?)<\/tr><\/thead>/g)) expect(row).not.toContain('<td');
  for (const table of html.matchAll(/<table class="(?:owners|duties|promises)">[\s\S]*?<\/table>/g)) {
    expect([...table[0].matchAll(/<th\b(?![^>]*scope=)/g)]).toEqual([]);
  }
});

test('several runbooks are a book: cover and contents first, each with a link to its page', () => {
  const document = printDocument(sample, runbooks, sampleToday);
  expect(document.title).toBe('Runbooks');
  expect(document.articles).toHaveLength(runbooks.length + 2);
  const html = pageOf(runbooks);
  for (const { id } of runbooks) {
    expect(html).toContain(`href="#${id}"`);
    expect(html.split(`id="${id}"`)).toHaveLength(2);
  }
  expect(
    headings(html)
      .filter(([level]) => level === 1)
      .map(([, text]) => text),
  ).toEqual(['Runbooks', 'Contents', ...runbooks.map((it) => it.title)]);
});

test('a title that says runbook is not called so twice', () => {
  expect(printDocument(sample, [aRunbook({ title: 'Nightly runbook' })], sampleToday).title).toBe(
    'Nightly runbook',
  );
});

const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

test.each([
  ['title', aRunbook({ title: evil })],
  ['data type', aRunbook({ dataTypes: [evil] })],
  ['symptom', aRunbook({ issues: [{ symptom: evil, cause: evil, steps: [evil], escalation: evil }] })],
  [
    'service level',
    aRunbook({ slas: [{ text: evil, dayOfMonth: null, resolveWithinHours: null, severity: null }] }),
  ],
  ['link', aRunbook({ links: [{ title: evil, url: `https://a.example/${evil}` }] })],
  ['link without scheme', aRunbook({ links: [{ title: 'x', url: 'javascript:alert(1)' }] })],
  ['body', aRunbook({ body: evil })],
  [
    'style',
    aRunbook({ title: '</style><script>alert(1)</script>', body: '</style><script>alert(1)</script>' }),
  ],
])('a %s that is written as HTML stays text', (_what, runbook) => {
  const html = pageOf([{ ...runbook, id: 'runbook-evil' as RunbookId }]);
  expect(html).not.toMatch(/<script|<img|javascript:/i);
  expect(html.match(/<style>/g)).toHaveLength(1);
  const outsideTags = html.replace(/<style>[\s\S]*?<\/style>/, '').replace(/"[^"]*"/g, '""');
  expect(outsideTags).not.toMatch(/<[^>]*\son\w+=/i);
});

test('names of people and of the workspace are text as well', () => {
  const workspace = {
    ...sample,
    about: { ...sample.about, name: evil },
    people: Object.fromEntries(
      Object.entries(sample.people).map(([id, person]) => [id, { ...person, name: evil }]),
    ),
  };
  const html = printPage(printDocument(workspace, runbooks, sampleToday), { paper: 'A4', fonts: [] });
  expect(html).not.toMatch(/<script|<img/i);
  expect(html).toContain('&#x3C;script>');
});

test('what a runbook does not say has no heading', () => {
  const html = pageOf([aRunbook({ pipeline: null })]);
  expect(headings(html).map(([, text]) => text)).toEqual(['Profit', 'Owners', 'On call']);
});

test('an address that is its own name is not printed twice', () => {
  const html = pageOf([aRunbook({ body: 'https://a.example/x and [x](https://a.example/y)' })]);
  expect(html).toContain('<a href="https://a.example/x" class="bare">https://a.example/x</a>');
  expect(html).toContain('<a href="https://a.example/y">x</a>');
});

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test('pictures kept with the plan are printed, and links to runbooks of the same book lead to their page', () => {
  const [first, second] = runbooks;
  if (!first || !second) throw new Error('the sample has no runbooks');
  const body = `![Chart](image:image-1) ![Far](https://example.com/x.png) see [there](runbook:${second.id}), [gone](runbook:nowhere)`;
  const linking = {
    ...first,
    body,
    issues: [{ symptom: 'x', cause: `As [there](runbook:${second.id})`, steps: [], escalation: '' }],
  };
  const workspace = {
    ...sample,
    images: {
      'image-1': {
        id: 'image-1' as ImageId,
        runbook: first.id,
        name: 'chart.png',
        type: 'image/png' as const,
        base64: pixel,
      },
    },
  };
  const html = printPage(printDocument(workspace, [linking, second], sampleToday), {
    paper: 'A4',
    fonts: [],
  });
  expect(html).toContain(`<img src="data:image/png;base64,${pixel}" alt="Chart">`);
  expect(html.match(new RegExp(`href="#${second.id}">there`, 'g'))).toHaveLength(2);
  expect(html).toContain('gone');
  expect(html).not.toMatch(/href="runbook:|src="https/);
  const alone = printPage(printDocument(workspace, [linking], sampleToday), { paper: 'A4', fonts: [] });
  expect(alone).not.toContain(`#${second.id}`);
  expect(alone).toContain('see there');
});

test('a sentence stays on the page of the list, the table or the code that it leads to', () => {
  // Only Chromium lays pages out; the words of a long runbook are looked at there.
  const kept = /\.paper (\S+\(\+ :is\(([^)]*)\)\)) \{ break-after: avoid; \}/.exec(runbookStyle);
  expect(kept?.[2]?.split(', ')).toEqual(['ul', 'ol', 'table', 'pre']);
});
