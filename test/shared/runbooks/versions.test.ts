import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFields, rebased, versionText, wordDiff } from '../../../shared/runbooks/versions.ts';
import { aRunbook, owner } from './a-runbook.ts';
import { processorTime } from '../../support/processor-time.ts';

test('a change is told by its words, and the rest stays', () => {
  const pieces = wordDiff('Look at the scheduler.', 'Look at the queue.');
  expect(pieces.filter((it) => it.kind === 'removed').map((it) => it.text)).toEqual(['scheduler']);
  expect(pieces.filter((it) => it.kind === 'added').map((it) => it.text)).toEqual(['queue']);
});

test('both texts can be read back from their differences, letter by letter', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', 'ü', '**', '1.'), { maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const pieces = wordDiff(one.join(''), other.join(''));
      const read = (without: string) =>
        pieces
          .filter((it) => it.kind !== without)
          .map((it) => it.text)
          .join('');
      expect([read('added'), read('removed')]).toEqual([one.join(''), other.join('')]);
    }),
  );
});

test('texts without anything in common are told whole, soon', () => {
  const words = (seed: string) => Array.from({ length: 20_000 }, (_, at) => `${seed}${String(at)}`).join(' ');
  const worked = processorTime();
  expect(wordDiff(words('a'), words('b')).map((it) => it.kind)).toEqual(['removed', 'added']);
  expect(worked()).toBeLessThan(15_000);
});

const base = aRunbook({ title: 'Profit', body: 'old', dataTypes: ['a'] });

test('fields that nobody touched here take the newer value, typed ones stay, and clashes are named', () => {
  const mine = { ...base, body: 'mine', title: 'Same' };
  const theirs = { ...base, body: 'theirs', title: 'Same', dataTypes: ['a', 'b'], position: 4 };
  expect(rebased(base, mine, theirs)).toEqual({
    runbook: { ...mine, dataTypes: ['a', 'b'] },
    clashes: ['body'],
    taken: ['dataTypes'],
  });
});

test('a place in the list is no change of a runbook', () => {
  expect(changedFields(base, { ...base, position: 7 })).toEqual([]);
  expect(changedFields(base, { ...base, ownerPrimary: null })).toEqual(['ownerPrimary']);
});

test('a version as text names people, and says every field', () => {
  const issue = { symptom: 'Late', cause: 'Queue', steps: ['Look', 'Wait'], escalation: 'Lead' };
  const text = versionText({ ...base, issues: [issue] }, (id) => (id === owner('Bo') ? 'Bo' : '?'));
  for (const part of [
    'Primary owner: Bo',
    'Type of data: a',
    'Issue: Late',
    '2. Wait',
    'Escalation: Lead',
    'old',
  ])
    expect(text).toContain(part);
});
