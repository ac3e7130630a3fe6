import { expect, test } from 'vitest';
import { benchArguments } from './arguments.ts';
import type { InstanceRow, PeerRow } from './measure.ts';
import { summaries } from './table.ts';
import { costAt, medianOrNull, type TracePoint } from './trace.ts';

test('a trace says what was best at a moment, and nothing before the first plan', () => {
  const trace: readonly TracePoint[] = [[0.05, 900], [0.4, 700], [2, 650]];
  expect([0.01, 0.1, 1, 10].map((seconds) => costAt(trace, seconds))).toEqual([null, 900, 700, 650]);
});

test('a median counts runs without a result as worse than all others', () => {
  expect(medianOrNull([3, 1, 2])).toBe(2);
  expect(medianOrNull([1, null, 2, null, null])).toBeNull();
  expect(medianOrNull([1, null, 2, 3, null])).toBe(3);
  expect(medianOrNull([])).toBeNull();
});

const peer = (provenSeconds: number | null, proofRatio: number | null): PeerRow =>
  ({ solver: 'theirs', version: '1', cost01: null, cost1: null, cost10: null, cost: null, bound: null, provenSeconds, proofRatio, excess10: null, cpuSeconds: 0, memoryMB: 0 });
const row = (instance: string, provenSeconds: number | null, theirs: PeerRow): InstanceRow =>
  ({ instance, provenSeconds, peers: [theirs] }) as Partial<InstanceRow> as InstanceRow;

test('the summary says where others win: sooner, or alone', () => {
  const rows = [row('a', 2, peer(1, 0.5)), row('b', 2, peer(6, 3)), row('c', 1, peer(null, null)), row('d', null, peer(5, null)), row('e', null, peer(null, null))];
  expect(summaries(rows)).toEqual([{ solver: 'theirs', medianRatio: 3, worstRatio: 0.5, onlyOurs: ['c'], onlyTheirs: ['d'], theirsSooner: ['a'] }]);
});

test('what the benchmark does not know it says, instead of measuring something else', () => {
  expect(benchArguments(['--only', 'f,rosters', '--seeds', '2', '--json'])).toEqual({ json: true, peers: false, only: ['f'], seeds: 2, extra: 0, limit: null, rosters: true });
  expect(benchArguments([]).only).toHaveLength(8);
  expect(() => benchArguments(['--only', 'x'])).toThrow('not "x"');
  expect(() => benchArguments(['--seeds', '0'])).toThrow('--seeds is a whole number from 1');
  expect(() => benchArguments(['--sedes', '1'])).toThrow('--sedes');
});
