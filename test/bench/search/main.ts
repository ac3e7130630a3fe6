/** Full-text search over 2,000 runbooks, in plain Node: what the window asks on each key, and what the index costs. */
import { performance } from 'node:perf_hooks';
import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { createFinder } from '../../../shared/runbooks/find.ts';
import { median, quantile } from '../row.ts';
import { manyRunbooks, numbers } from './many-runbooks.ts';

const COUNT = 2000;
const GOAL_MS = 30;
/** As many rows as the list draws. */
const SHOWN = 100;

interface Row {
  readonly measure: string;
  readonly median: number;
  readonly p95: number;
  readonly count: number;
  /** Searches that found something. */
  readonly found: number;
}

const next = numbers(7);
const anyOf = (words: readonly string[], length = 6) => {
  const long = words.filter((word) => word.length >= length);
  return long[Math.floor(next() ** 2 * long.length)] ?? '';
};
/** Two neighbouring letters swapped in the middle. */
const slipped = (word: string) => {
  const at = 1 + Math.floor(next() * (word.length - 3));
  return `${word.slice(0, at)}${word[at + 1] ?? ''}${word[at] ?? ''}${word.slice(at + 2)}`;
};

function timed(measure: string, tasks: readonly (() => number)[]): Row {
  let found = 0;
  const times = tasks.map((task) => {
    const begun = performance.now();
    if (task() > 0) found += 1;
    return performance.now() - begun;
  });
  return { measure, median: median(times), p95: quantile(times, 0.95), count: times.length, found };
}

function touched(workspace: Workspace, index: number): Workspace {
  const id = `runbook-many-${String(index)}` as RunbookId;
  const runbook = workspace.runbooks[id];
  if (runbook === undefined) throw new Error(`there is no ${id}`);
  return {
    ...workspace,
    runbooks: { ...workspace.runbooks, [id]: { ...runbook, body: `${runbook.body} changed` } },
  };
}

const { workspace, words } = manyRunbooks(COUNT);
const find = createFinder();
/** As the list asks: all that is found, and the words around the match for the rows that it shows. */
const asks = (queries: readonly string[]) =>
  queries.map((query) => () => {
    const found = find(workspace, query);
    return found.length + found.slice(0, SHOWN).filter(({ excerpt }) => excerpt?.match === '').length;
  });
const many = (make: () => string, count = 100) => Array.from({ length: count }, make);

const first = timed('first search, with the index', asks(['anything']));
const rows: readonly Row[] = [
  timed('one word', asks(many(() => anyOf(words)))),
  timed('two words', asks(many(() => `${anyOf(words.slice(0, 400))} ${anyOf(words)}`))),
  timed('the beginning of a word', asks(many(() => anyOf(words).slice(0, 3)))),
  timed('one word with a slip', asks(many(() => slipped(anyOf(words))))),
  timed(
    'two words, both with a slip',
    asks(many(() => `${slipped(anyOf(words.slice(0, 400)))} ${slipped(anyOf(words))}`)),
  ),
  timed(
    'the first search after an edit',
    Array.from(
      { length: 20 },
      (_, index) => () => find(touched(workspace, index), 'anything at all').length + 1,
    ),
  ),
  first,
];

if (process.argv.includes('--json'))
  process.stdout.write(JSON.stringify({ runbooks: COUNT, rows }, null, 2) + '\n');
else {
  process.stdout.write(`search over ${String(COUNT)} runbooks; goal: median at most ${String(GOAL_MS)} ms\n`);
  for (const row of rows)
    process.stdout.write(
      `${row.measure.padEnd(32)}${row.median.toFixed(1).padStart(8)} ms${row.p95.toFixed(1).padStart(8)} ms p95${String(row.found).padStart(6)} of ${String(row.count)} found\n`,
    );
}
if (rows.slice(0, 5).some((row) => row.median > GOAL_MS)) process.exitCode = 1;
