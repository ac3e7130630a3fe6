import { expect, test } from 'vitest';
import { balanceOf } from '../../../shared/comp-time/balance.ts';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import type { CompTimeId } from '../../../shared/model/ids.ts';
import { aPolicy, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const ann = personIdOf('Ann');
const line = (
  id: string,
  kind: CompTimeEntry['kind'],
  minutes: number,
  day: string,
  reverses: string | null = null,
): CompTimeEntry => ({
  id: `comp-${id}` as CompTimeId,
  kind,
  person: ann,
  date: date(day),
  minutes,
  source: { shift: null, holiday: null, incident: null, leave: null },
  reverses: reverses === null ? null : (`comp-${reverses}` as CompTimeId),
  policy: 'policy-1' as never,
  author: 'Lead',
  note: '',
});
const balance = (day: string, ...lines: readonly CompTimeEntry[]) =>
  balanceOf(aWorkspace({ compTime: lines }), ann, date(day));

test('somebody without lines has nothing', () => {
  expect(balance('2027-01-01')).toEqual({
    earned: 0,
    adjusted: 0,
    taken: 0,
    expired: 0,
    open: 0,
    owed: 0,
    lots: [],
  });
});

test('only lines up to the day count, and only those of the person', () => {
  const lines = [
    line('1', 'earn', 480, '2027-01-01'),
    line('2', 'take', -60, '2027-02-01'),
    { ...line('3', 'earn', 99, '2027-01-01'), person: personIdOf('Bo') },
  ];
  expect(balance('2027-01-31', ...lines).open).toBe(480);
  expect(balance('2027-02-01', ...lines)).toMatchObject({ earned: 480, taken: 60, open: 420 });
});

test('what is taken comes off the oldest', () => {
  const { lots } = balance(
    '2027-06-01',
    line('1', 'earn', 100, '2027-01-01'),
    line('2', 'earn', 100, '2027-02-01'),
    line('3', 'take', -130, '2027-03-01'),
  );
  expect(lots).toEqual([{ entry: 'comp-2', earnedOn: '2027-02-01', expiresOn: '2028-02-01', open: 70 }]);
});

test('what had expired is not taken while something newer is left', () => {
  const lots = balance(
    '2028-02-01',
    line('1', 'earn', 100, '2027-01-01'),
    line('2', 'earn', 100, '2027-06-01'),
    line('3', 'take', -50, '2028-01-01'),
  ).lots;
  expect(lots.map(({ entry, open }) => [entry, open])).toEqual([
    ['comp-1', 100],
    ['comp-2', 50],
  ]);
  const dayBefore = balance(
    '2028-02-01',
    line('1', 'earn', 100, '2027-01-01'),
    line('2', 'earn', 100, '2027-06-01'),
    line('3', 'take', -50, '2027-12-31'),
  ).lots;
  expect(dayBefore.map(({ entry, open }) => [entry, open])).toEqual([
    ['comp-1', 50],
    ['comp-2', 100],
  ]);
});

test('an expiry takes the oldest away', () => {
  const result = balance(
    '2028-02-01',
    line('1', 'earn', 100, '2027-01-01'),
    line('2', 'earn', 100, '2027-06-01'),
    line('3', 'expire', -100, '2028-01-01'),
  );
  expect(result).toMatchObject({
    earned: 200,
    expired: 100,
    open: 100,
    lots: [{ entry: 'comp-2', open: 100 }],
  });
});

test('a reversal counts within the kind that it reverses', () => {
  const result = balance(
    '2027-03-01',
    line('1', 'earn', 480, '2027-01-01'),
    line('2', 'take', -480, '2027-02-01'),
    line('3', 'reverse', 480, '2027-02-02', '2'),
  );
  expect(result).toEqual({
    earned: 480,
    adjusted: 0,
    taken: 0,
    expired: 0,
    open: 480,
    owed: 0,
    lots: [{ entry: 'comp-1', earnedOn: '2027-01-01', expiresOn: '2028-01-01', open: 480 }],
  });
});

test('where the policy has no expiry, nothing expires', () => {
  const policies = [aPolicy({ compTime: { ...aPolicy().compTime, expiresAfterMonths: null } })];
  const workspace = aWorkspace({ policies, compTime: [line('1', 'earn', 480, '2027-01-31')] });
  expect(balanceOf(workspace, ann, date('2050-01-01')).lots[0]?.expiresOn).toBeNull();
  expect(balance('2027-02-01', line('1', 'earn', 480, '2027-01-31')).lots[0]?.expiresOn).toBe('2028-01-31');
});

test('a debt that the lead agreed to is paid back by what is earned next', () => {
  const lines = [
    line('1', 'earn', 100, '2027-01-01'),
    line('2', 'take', -160, '2027-02-01'),
    line('3', 'earn', 50, '2027-03-01'),
    line('4', 'earn', 50, '2027-04-01'),
  ];
  expect(balance('2027-02-28', ...lines)).toMatchObject({ open: -60, owed: 60, lots: [] });
  expect(balance('2027-03-31', ...lines)).toMatchObject({ open: -10, owed: 10, lots: [] });
  expect(balance('2027-04-30', ...lines)).toMatchObject({ open: 40, owed: 0, lots: [{ open: 40 }] });
});

test('what was taken stays taken off what there was then, though something fresher is earned later', () => {
  const { lots } = balance(
    '2028-06-01',
    line('1', 'earn', 100, '2027-01-01'),
    line('2', 'take', -60, '2028-02-01'),
    line('3', 'earn', 100, '2028-03-01'),
  );
  expect(lots.map(({ entry, open }) => [entry, open])).toEqual([
    ['comp-1', 40],
    ['comp-3', 100],
  ]);
});
