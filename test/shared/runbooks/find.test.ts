import { expect, test } from 'vitest';
import type { RunbookId } from '../../../shared/model/ids.ts';
import { createFinder } from '../../../shared/runbooks/find.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';
import { aRunbook, profit } from './a-runbook.ts';

const ids = (query: string) => createFinder()(sampleWorkspace(), query).map((it) => it.runbook);

test.each([
  ['the title', 'growth', 'runbook-growth'],
  ['the pipeline’s code', 'ENG', 'runbook-engagement'],
  ['a symptom', 'aggregation late', 'runbook-profit'],
  ['a step', 'profit_inputs', 'runbook-profit'],
  ['part of a name with underscores', 'quarantine', 'runbook-profit'],
  ['the beginning of a word', 'retent', 'runbook-engagement'],
])('a runbook is found by %s', (_what, query, runbook) => {
  expect(ids(query)[0]).toBe(runbook);
});

test.each([
  ['two letters swapped', 'gorwth', 'runbook-growth'],
  ['a letter missing', 'enggement', 'runbook-engagement'],
  ['a letter too many', 'proffit', 'runbook-profit'],
])('a slip is forgiven: %s', (_what, query, runbook) => {
  expect(ids(query)).toContain(runbook);
});

test('every word must be said, and nothing is found by a word that nobody says', () => {
  expect(ids('profit zebra')).toEqual([]);
  expect(ids('xyzzyx')).toEqual([]);
});

test('a word that is said as typed brings no lookalikes', () => {
  const workspace = aWorkspace({
    pipelines: [profit],
    runbooks: [
      aRunbook({ body: 'Wait for the lock.' }),
      aRunbook({ id: 'runbook-look' as RunbookId, title: 'Other', body: 'Take a look.' }),
    ],
  });
  expect(createFinder()(workspace, 'lock').map((it) => it.runbook)).toEqual(['runbook-profit']);
});

test('the excerpt shows the words around the match, cut between words', () => {
  const body =
    'Before anything else somebody should always make sure that the frobnicator of the second cluster is off, and stays off until morning.';
  const [found] = createFinder()(aWorkspace({ runbooks: [aRunbook({ body })] }), 'frobnicator');
  expect(found?.excerpt?.match).toBe('frobnicator');
  const { before = '', after = '' } = found?.excerpt ?? {};
  expect(before.startsWith('…')).toBe(true);
  expect(after.endsWith('…')).toBe(true);
  const inside = `${before.slice(1)}frobnicator${after.slice(0, -1)}`.trim();
  expect(` ${body} `).toContain(` ${inside} `);
});

test('a match in the title needs no excerpt', () => {
  expect(createFinder()(sampleWorkspace(), 'growth')[0]?.excerpt).toBe(null);
});

test('the index follows changes, additions and removals', () => {
  const find = createFinder();
  const first = aRunbook({ body: 'alpha' });
  expect(find(aWorkspace({ runbooks: [first] }), 'alpha')).toHaveLength(1);
  const changed = aRunbook({ body: 'bravo' });
  const second = aRunbook({ id: 'runbook-second' as RunbookId, body: 'alpha' });
  const next = aWorkspace({ runbooks: [changed, second] });
  expect(find(next, 'alpha').map((it) => it.runbook)).toEqual(['runbook-second']);
  expect(find(next, 'bravo').map((it) => it.runbook)).toEqual(['runbook-profit']);
  expect(find(aWorkspace({ runbooks: [] }), 'alpha')).toEqual([]);
});

test('an index that is prepared bit by bit finds the same, and knows when it is ready', () => {
  const find = createFinder();
  const sample = sampleWorkspace();
  expect([find.prepare(sample, 2), find.prepare(sample, 2), find.prepare(sample, 2)]).toEqual([
    false,
    true,
    true,
  ]);
  expect(find(sample, 'gorwth').map((it) => it.runbook)).toEqual(ids('gorwth'));
});
