import { expect, test } from 'vitest';
import {
  dueRows,
  lateFrom,
  ownerInDoubt,
  ownerMissing,
  stillOpen,
  type DueRow,
} from '../../../shared/deadlines/deliveries.ts';
import { onCallThen } from '../../../shared/deadlines/on-call-then.ts';
import type { Instant } from '../../../shared/model/dates.ts';
import type { Deadline, Delivery } from '../../../shared/model/deadline.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aLeave, date } from '../../builders/a-workspace.ts';

const sample = sampleWorkspace();
const noon = '2026-11-23T17:00:00Z' as Instant;
const range = (from: string, until: string) => ({ from: date(from), until: date(until) });
const rowOf = (rows: readonly DueRow[], id: string, day: string): DueRow => {
  const row = rows.find((one) => one.deadline.id === `deadline-${id}` && one.day === day);
  if (row === undefined) throw new Error(`no row of ${id} on ${day}`);
  return row;
};
const withRule = (id: string, changes: Partial<Deadline>): Workspace => {
  const rule = sample.deadlines[`deadline-${id}` as Deadline['id']];
  if (rule === undefined) throw new Error('no such rule');
  return { ...sample, deadlines: { ...sample.deadlines, [rule.id]: { ...rule, ...changes } } };
};
const withDelivery = (workspace: Workspace, delivery: Partial<Delivery>): Workspace => {
  const first = Object.values(sample.deliveries)[0];
  if (first === undefined) throw new Error('no delivery');
  const made = { ...first, id: 'delivery-made' as Delivery['id'], ...delivery };
  return { ...workspace, deliveries: { ...workspace.deliveries, [made.id]: made } };
};

test('a month has its occurrences by day, each met where it is on record', () => {
  const rows = dueRows(sample, range('2026-11-01', '2026-12-01'), noon);
  expect(rows.map(({ day, status }) => `${day} ${status}`)).toEqual([
    '2026-11-03 met',
    '2026-11-03 met',
    '2026-11-05 met',
    '2026-11-05 met',
    '2026-11-05 met',
  ]);
});

test('what has no record is upcoming, due soon from its first reminder on, and late once its moment has passed', () => {
  const december = range('2026-12-01', '2027-01-01');
  const statusAt = (now: string) =>
    rowOf(dueRows(sample, december, now as Instant), 'growth-report', '2026-12-03').status;
  const { zone } = sample.about;
  expect(zone).toBe('America/New_York');
  expect(statusAt('2026-12-01T04:59:00Z')).toBe('upcoming');
  expect(statusAt('2026-12-01T05:00:00Z')).toBe('due-soon');
  // The last minute of the 3rd in New York is 04:59 of the 4th in UTC.
  expect(statusAt('2026-12-04T04:59:00Z')).toBe('due-soon');
  expect(statusAt('2026-12-04T05:01:00Z')).toBe('late');
});

test('a time of day ends it then, on the clock of its zone, also after a clock change', () => {
  const at = (day: string) => lateFrom({ time: '17:00' as never, zone: 'Europe/Berlin' as never }, date(day));
  expect(at('2026-10-23')).toBe('2026-10-23T15:00:00Z');
  expect(at('2026-10-26')).toBe('2026-10-26T16:00:00Z');
});

test('what was delivered after its moment is met late, and what was waived or missed stays so', () => {
  const due = date('2026-12-03');
  const of = (changes: Partial<Delivery>) =>
    rowOf(
      dueRows(
        withDelivery(sample, { deadline: 'deadline-growth-report' as Deadline['id'], due, ...changes }),
        range('2026-12-01', '2027-01-01'),
        '2026-12-20T12:00:00Z' as Instant,
      ),
      'growth-report',
      '2026-12-03',
    ).status;
  expect(of({ outcome: 'met', at: '2026-12-04T05:00:00Z' as Instant })).toBe('met');
  expect(of({ outcome: 'met', at: '2026-12-04T05:00:01Z' as Instant })).toBe('met-late');
  expect(of({ outcome: 'waived' })).toBe('waived');
  expect(of({ outcome: 'missed' })).toBe('missed');
});

test('before the first record, or the first day, of a rule nobody knows what became of it', () => {
  const september = range('2026-09-01', '2026-10-01');
  expect(dueRows(sample, september, noon).every(({ status }) => status === 'before-records')).toBe(true);
  const since = dueRows(withRule('profit-data', { startsOn: date('2026-09-01') }), september, noon);
  expect(since.filter(({ status }) => status === 'late').map(({ deadline }) => deadline.id)).toEqual([
    'deadline-profit-data',
  ]);
});

test('a record stays in sight when its rule moves to another day', () => {
  const rows = dueRows(
    withRule('profit-data', { anchor: { kind: 'day-of-month', day: 9 } }),
    range('2026-11-01', '2026-12-01'),
    noon,
  );
  expect(rowOf(rows, 'profit-data', '2026-11-05')).toMatchObject({ occurrence: null, status: 'met' });
  expect(rowOf(rows, 'profit-data', '2026-11-09')).toMatchObject({ status: 'late' });
});

test('a rule that cannot be kept says so instead of being late', () => {
  const rows = dueRows(
    withRule('profit-data', { convention: 'preceding', anchor: { kind: 'day-of-month', day: 3 } }),
    range('2027-01-01', '2027-02-01'),
    noon,
  );
  expect(rowOf(rows, 'profit-data', '2027-01-03').status).toBe('unkept');
});

test('the owner is the one of that day, in the role of the rule, and leave over the day is told', () => {
  const due = '2026-12-03';
  const plain = rowOf(dueRows(sample, range('2026-12-01', '2027-01-01'), noon), 'growth-report', due);
  expect(plain.owner).toBe('person-engineer-3');
  expect(ownerMissing(plain)).toBe(false);
  const away = { ...aLeave('Engineer 3', '2026-12-02', due), id: 'leave-x' as LeaveId };
  const workspace = { ...sample, leave: { ...sample.leave, [away.id]: away } };
  const row = rowOf(dueRows(workspace, range('2026-12-01', '2027-01-01'), noon), 'growth-report', due);
  expect(row.ownerAway).toBe(away);
  expect(ownerMissing(row)).toBe(true);
  for (const less of [{ tentative: true }, { from: date(due), part: 'morning' as const }]) {
    const leave = { ...sample.leave, [away.id]: { ...away, ...less } };
    const maybe = rowOf(
      dueRows({ ...sample, leave }, range('2026-12-01', '2027-01-01'), noon),
      'growth-report',
      due,
    );
    expect([ownerInDoubt(maybe), ownerMissing(maybe)]).toEqual([true, false]);
  }
  const other = rowOf(
    dueRows(withRule('growth-report', { ownerRole: 'secondary' }), range('2026-12-01', '2027-01-01'), noon),
    'growth-report',
    due,
  );
  expect(other.owner).not.toBe(plain.owner);
  const without = rowOf(
    dueRows(withRule('growth-report', { task: null }), range('2026-12-01', '2027-01-01'), noon),
    'growth-report',
    due,
  );
  expect([without.owner, ownerMissing(without)]).toEqual([null, true]);
});

test('what is late and without a record is still asked for in the months after', () => {
  const january = '2027-01-20T12:00:00Z' as Instant;
  const open = stillOpen(sample, date('2027-01-01'), january);
  expect(open).toHaveLength(5);
  expect(open.every(({ day }) => day.startsWith('2026-12'))).toBe(true);
});

test('who is on call for the pipeline then is told, with a hand-off on the very day', () => {
  const [first] = dueRows(sample, range('2026-11-01', '2026-12-01'), noon);
  if (first === undefined) throw new Error('nothing is due');
  const then = onCallThen(sample, first);
  expect(then?.person).toMatch(/^person-engineer-[1-4]$/);
  expect(then?.handoff).toBeNull();
  const monday = withRule('growth-report', {
    anchor: { kind: 'day-of-month', day: 2 },
    startsOn: date('2026-11-01'),
  });
  const row = rowOf(dueRows(monday, range('2026-11-01', '2026-11-03'), noon), 'growth-report', '2026-11-02');
  expect(onCallThen(monday, row)?.handoff).toBe('2026-11-02T09:00');
});
