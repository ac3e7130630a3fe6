import { expect, test } from 'vitest';
import { judge } from '../../../shared/planner/judge.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { loadTable } from '../../../shared/words/load-table.ts';

test('everybody has a row, and the loads add up to what the fairness screen shows', () => {
  const workspace = sampleWorkspace();
  const quarter = '2026-Q4' as QuarterId;
  const fairness = judge(workspace, quarter, null);
  const { columns, rows } = loadTable(workspace, quarter, fairness);
  expect(rows).toHaveLength(4);
  const load = columns.indexOf('Load points');
  const sum = rows.reduce((total, row) => total + Number(row[load]), 0);
  expect(sum).toBe(fairness.people.reduce((total, card) => total + card.load, 0) / 4);
  expect(sum).toBeGreaterThan(0);
});
