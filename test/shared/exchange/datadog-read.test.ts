import { expect, test } from 'vitest';
import { healthOf, isHealth } from '../../../shared/exchange/datadog-read.ts';
import { objectiveText } from '../../../shared/words/health-text.ts';

const readAt = '2026-11-23T09:00:00.000Z';

test('monitors are read from a bare list, with seconds, texts and states of any kind', () => {
  const answer = [
    {
      id: 1,
      name: 'Profit is late',
      overall_state: 'Alert',
      overall_state_modified: '2026-11-23T08:00:00+00:00',
      tags: ['pipeline:profit'],
    },
    { id: 2, name: 'Growth rows', overall_state: 'OK', overall_state_modified: 1795420800 },
    { id: 3, name: 'New', overall_state: 'Exploded', tags: [7, 'team:a', 'Pipeline:Growth'] },
  ];
  const { monitors, objectives, unread } = healthOf([answer], readAt);
  expect(monitors.map(({ state, since }) => [state, since])).toEqual([
    ['Alert', '2026-11-23T08:00:00Z'],
    ['OK', '2026-11-23T08:00:00Z'],
    ['Unknown', null],
  ]);
  expect(monitors[2]?.tags).toEqual(['Pipeline:Growth']);
  expect([objectives, unread]).toEqual([null, 0]);
});

test('objectives are read with their status from a search', () => {
  const slo = (id: string, attributes: object) => ({ data: { id, type: 'slo', attributes } });
  const answer = {
    data: {
      attributes: {
        slos: [
          slo('a', {
            name: 'Profit by 06:00',
            all_tags: ['pipeline:profit'],
            thresholds: [{ target: 99.5, timeframe: '30d' }],
            status: { state: 'breached', sli: 98.1, error_budget_remaining: -280 },
          }),
          slo('b', { name: 'Growth', thresholds: [], status: { state: 'new one' } }),
          slo('c', { thresholds: [] }),
        ],
      },
    },
  };
  const { objectives, unread } = healthOf([answer], readAt);
  expect(objectives).toEqual([
    {
      id: 'a',
      name: 'Profit by 06:00',
      state: 'breached',
      reached: 98.1,
      target: 99.5,
      window: '30d',
      budget: -280,
      tags: ['pipeline:profit'],
    },
    {
      id: 'b',
      name: 'Growth',
      state: 'unknown',
      reached: null,
      target: null,
      window: null,
      budget: null,
      tags: [],
    },
  ]);
  expect(unread).toBe(1);
});

test('a saved list of objectives and saved monitors are told apart', () => {
  const { monitors, objectives } = healthOf(
    [
      { data: [{ id: 'a', name: 'Profit', thresholds: [{ target: 99, timeframe: '7d' }] }] },
      { monitors: [{ id: 5, name: 'Growth', status: 'Warn' }] },
      { id: 6, name: 'Alone', overall_state: 'No Data' },
    ],
    readAt,
  );
  expect(monitors.map(({ id, state }) => [id, state])).toEqual([
    ['5', 'Warn'],
    ['6', 'No Data'],
  ]);
  expect(objectives?.map(({ state }) => state)).toEqual(['unknown']);
  // A plain list says no more of an objective than what it is after: that is no news that nothing was measured.
  expect(objectives?.map(objectiveText)).toEqual(['goal 99 % in 7 days']);
});

test.each([[null], ['text'], [[]], [{}], [{ data: [] }], [[{ id: 1 }]], [{ errors: ['Forbidden'] }]])(
  'what is no answer about monitors is known as none: %j',
  (answer) => {
    expect(isHealth(answer)).toBe(false);
    expect(healthOf([answer], readAt).monitors).toEqual([]);
  },
);
