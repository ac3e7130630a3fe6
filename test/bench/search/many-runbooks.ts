import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';

/** Numbers from 0 up to 1 that are the same in each run (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const syllables =
  'ba co de fi gu ha je ki lo mu na pe qui ro sa te vu wi xe yo za str pla gre tion ment ing er'.split(' ');

/** 8,000 words of two to four syllables, of which few are said often and most seldom, as in any language. */
function vocabulary(next: () => number): readonly string[] {
  const words = new Set<string>();
  while (words.size < 8000) {
    const length = 2 + Math.floor(next() * 3);
    words.add(Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)] ?? '').join(''));
  }
  return [...words];
}

/** A workspace with so many runbooks of about 480 words each, as long as those of the sample. */
export function manyRunbooks(count: number): { workspace: Workspace; words: readonly string[] } {
  const next = numbers(2026);
  const words = vocabulary(next);
  // By rank, the word of rank r about as often as 1 / r.
  const word = () => words[Math.floor(Math.exp(next() * Math.log(words.length))) - 1] ?? 'word';
  const text = (length: number) => Array.from({ length }, word).join(' ');
  const sample = sampleWorkspace();
  const [pattern] = Object.values(sample.runbooks);
  if (pattern === undefined) throw new Error('the sample has runbooks');
  const runbooks = Array.from({ length: count }, (_, index): Runbook => {
    const issues = Array.from({ length: 5 }, () => ({
      symptom: text(5),
      cause: text(10),
      steps: Array.from({ length: 4 }, () => text(9)),
      escalation: text(5),
    }));
    return {
      ...pattern,
      id: `runbook-many-${String(index)}` as RunbookId,
      title: `${text(2)} ${String(index)}`,
      issues,
      body: Array.from({ length: 12 }, () => `## ${text(3)}\n\n${text(12)}`).join('\n\n'),
      position: index,
    };
  });
  return { workspace: { ...sample, runbooks: Object.fromEntries(runbooks.map((it) => [it.id, it])) }, words };
}
