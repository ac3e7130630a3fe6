import { expect, test } from 'vitest';
import type { Health, Monitor, MonitorState } from '../../../shared/exchange/health.ts';
import { mappedHealth } from '../../../shared/exchange/pipeline-health.ts';
import type { PipelineId } from '../../../shared/model/ids.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';

const id = (name: string): PipelineId => `pipeline-${name}` as PipelineId;

const workspace = aWorkspace({
  pipelines: ['Profit', 'Sales & Growth'].map((name, position) => ({
    id: id(String(position)),
    name,
    code: name.slice(0, 3).toUpperCase(),
    position,
  })),
});

const monitor = (name: string, state: MonitorState = 'OK', tags: readonly string[] = []): Monitor => ({
  id: name,
  name,
  state,
  since: null,
  tags,
});

const mapped = (monitors: readonly Monitor[]) => {
  const health: Health = { readAt: '2026-11-23T09:00:00Z', monitors, objectives: null, unread: 0 };
  const { pipelines, loose } = mappedHealth(workspace, health);
  return {
    worst: pipelines.map(({ worst }) => worst),
    names: pipelines.map((one) => one.monitors.map(({ name }) => name)),
    loose: loose.map(({ name }) => name),
  };
};

test('a pipeline stands as the worst of its monitors does', () => {
  const { worst, names } = mapped([
    monitor('a', 'OK', ['pipeline:profit']),
    monitor('b', 'No Data', ['pipeline:profit']),
    monitor('c', 'Warn', ['pipeline:profit']),
    monitor('d', 'Ignored', ['pipeline:sales_growth']),
  ]);
  expect(worst).toEqual(['Warn', 'Ignored']);
  expect(names[0]).toEqual(['c', 'b', 'a']);
});

test('tags name a pipeline by name or code, however it is written, and go before the name of the monitor', () => {
  expect(
    mapped([
      monitor('1', 'OK', ['pipeline:Sales & Growth']),
      monitor('2', 'OK', ['pipeline:sal']),
      monitor('Profit of growth', 'OK', ['pipeline:sales-growth']),
      monitor('Profit, unknown tag', 'OK', ['pipeline:other']),
    ]),
  ).toEqual({
    worst: [null, 'OK'],
    names: [[], ['1', '2', 'Profit of growth']],
    loose: ['Profit, unknown tag'],
  });
});

test('without a tag the whole name of a pipeline must stand in the name of the monitor', () => {
  expect(
    mapped([
      monitor('[prod] Profit is late'),
      monitor('Profitability'),
      monitor('sales/growth rows'),
      monitor('growth'),
    ]),
  ).toEqual({
    worst: ['OK', 'OK'],
    names: [['[prod] Profit is late'], ['sales/growth rows']],
    loose: ['Profitability', 'growth'],
  });
});
