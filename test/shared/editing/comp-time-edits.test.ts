import { expect, test } from 'vitest';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import type { CompTimeId } from '../../../shared/model/ids.ts';
import { expiredBy } from '../../../shared/comp-time/credit.ts';
import { writeOffStep } from '../../../shared/editing/comp-time-steps.ts';
import { edit } from '../../../shared/editing/edit.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPolicy,
  aShift,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';
import { made, refusalOf } from './try-edit.ts';

const entry = (
  id: string,
  kind: CompTimeEntry['kind'],
  minutes: number,
  day: string,
  changes: Partial<CompTimeEntry> = {},
): CompTimeEntry => ({
  id: `comp-${id}` as CompTimeId,
  kind,
  person: personIdOf('Ann'),
  date: date(day),
  minutes,
  source: { shift: null, holiday: null, incident: null, leave: null },
  reverses: null,
  policy: 'policy-1' as never,
  author: 'Lead',
  note: '',
  ...changes,
});
const add = (line: CompTimeEntry) => ({ kind: 'add-comp-time' as const, entry: line });
const earned = () => aWorkspace({ compTime: [entry('1', 'earn', 480, '2027-01-01')] });

test('a line that stands is never written again', () => {
  expect(refusalOf(earned(), add(entry('1', 'earn', 60, '2027-02-01')))).toEqual({
    kind: 'append-only',
    table: 'compTime',
    id: 'comp-1',
  });
});

test('earned time is above zero, taken and expired time below', () => {
  for (const [kind, minutes] of [
    ['earn', -1],
    ['take', 1],
    ['expire', 1],
    ['earn', 0],
    ['adjust', 0],
  ] as const) {
    expect(refusalOf(earned(), add(entry('2', kind, minutes, '2027-02-01'))), kind).toMatchObject({
      kind: 'invalid',
    });
  }
});

test('nobody takes more than the balance holds, to the minute', () => {
  expect(refusalOf(earned(), add(entry('2', 'take', -481, '2027-02-01')))).toEqual({
    kind: 'overdrawn',
    person: 'person-ann',
    balance: 480,
    wanted: 481,
  });
  expect(made(earned(), add(entry('2', 'take', -480, '2027-02-01'))).compTime).toHaveProperty('comp-2');
});

test('time is not taken before it was earned, nor twice by an earlier date', () => {
  expect(refusalOf(earned(), add(entry('2', 'take', -1, '2026-12-31')))).toMatchObject({
    kind: 'overdrawn',
    balance: 0,
  });
  const taken = made(earned(), add(entry('2', 'take', -400, '2027-03-01')));
  expect(refusalOf(taken, add(entry('3', 'take', -100, '2027-02-01')))).toMatchObject({
    kind: 'overdrawn',
    balance: 80,
  });
});

test('a reversal takes back a whole line of the same person, once, and no reversal', () => {
  const reversal = entry('2', 'reverse', -480, '2027-02-01', { reverses: 'comp-1' as CompTimeId });
  const reversed = made(earned(), add(reversal));
  expect(reversed.compTime).toHaveProperty('comp-2');
  expect(refusalOf(reversed, add({ ...reversal, id: 'comp-3' as CompTimeId }))).toMatchObject({
    kind: 'duplicate',
    field: 'reverses',
  });
  expect(
    refusalOf(
      reversed,
      add({ ...reversal, id: 'comp-3' as CompTimeId, minutes: 480, reverses: 'comp-2' as CompTimeId }),
    ),
  ).toMatchObject({ kind: 'invalid' });
  expect(refusalOf(earned(), add({ ...reversal, minutes: -479 }))).toMatchObject({ kind: 'invalid' });
  expect(refusalOf(earned(), add({ ...reversal, person: personIdOf('Bo') }))).toMatchObject({
    kind: 'invalid',
  });
  expect(refusalOf(earned(), add({ ...reversal, date: date('2026-12-31') }))).toMatchObject({
    kind: 'invalid',
    where: 'compTime/comp-2.date',
  });
  expect(refusalOf(earned(), add({ ...reversal, reverses: null }))).toMatchObject({ kind: 'invalid' });
  expect(refusalOf(earned(), add({ ...reversal, reverses: 'comp-9' as CompTimeId }))).toMatchObject({
    kind: 'unknown-record',
  });
});

test('one holiday of one shift earns once, and again only after a reversal', () => {
  const holiday = aHoliday('US', "New Year's Day", '2027-01-01');
  const shift = aShift('2026-12-28');
  const source = { shift: shift.id, holiday: holiday.id, incident: null, leave: null };
  const first = entry('1', 'earn', 480, '2027-01-01', { source });
  const workspace = aWorkspace({
    holidaySets: [aHolidaySet('US', 2027)],
    holidays: [holiday],
    compTime: [first],
  });
  const again = entry('2', 'earn', 240, '2027-01-01', { source });
  expect(refusalOf(workspace, add(again))).toMatchObject({
    kind: 'duplicate',
    field: 'source',
    with: 'comp-1',
  });
  const reversed = made(
    workspace,
    add(entry('3', 'reverse', -480, '2027-01-02', { source, reverses: first.id })),
  );
  expect(made(reversed, add(again)).compTime).toHaveProperty('comp-2');
  expect(made(workspace, add({ ...again, person: personIdOf('Bo') })).compTime).toHaveProperty('comp-2');
});

test('unknown people, policies, holidays and leave are named', () => {
  const line = entry('2', 'earn', 60, '2027-02-01');
  expect(refusalOf(earned(), add({ ...line, person: personIdOf('Zed') }))).toMatchObject({
    kind: 'unknown-record',
    table: 'people',
  });
  expect(refusalOf(earned(), add({ ...line, policy: 'policy-9' as never }))).toMatchObject({
    kind: 'unknown-record',
    table: 'policies',
  });
  expect(
    refusalOf(earned(), add({ ...line, source: { ...line.source, holiday: 'holiday-9' as never } })),
  ).toMatchObject({ table: 'holidays' });
  expect(
    refusalOf(earned(), add({ ...line, source: { ...line.source, leave: 'leave-9' as never } })),
  ).toMatchObject({ table: 'leave' });
});

const booked = () => {
  const leave = aLeave('Ann', '2027-07-12', '2027-07-12', { kind: 'comp-time' });
  const taken = entry('t', 'take', -480, '2027-07-12', {
    source: { shift: null, holiday: null, incident: null, leave: leave.id },
  });
  const compTime = [
    entry('1', 'adjust', 480, '2027-01-01'),
    entry('2', 'adjust', 300, '2027-01-01', { person: personIdOf('Bo') }),
    taken,
  ];
  const policy = aPolicy();
  const policies = [{ ...policy, compTime: { ...policy.compTime, expiresAfterMonths: 6 } }];
  return { leave, workspace: aWorkspace({ leave: [leave], compTime, policies }) };
};

test('expired time that is booked for later is not written off, and does not stand in the way of others', () => {
  const { workspace } = booked();
  const expired = expiredBy(workspace, date('2027-07-05'));
  expect(expired).toMatchObject([{ person: 'person-bo', minutes: 300 }]);
  const writing = { author: 'Lead', today: date('2027-07-05'), newId: () => 'comp-9' as CompTimeId };
  const step = writeOffStep(workspace, expired, 'Write off', writing);
  expect(step !== null && edit(workspace, step).ok).toBe(true);
});

test('a booked day moves, but is not stretched, given away or made another kind without its line', () => {
  const { leave, workspace } = booked();
  const save = (changes: Partial<typeof leave>) => ({
    kind: 'save-leave' as const,
    leave: { ...leave, ...changes },
  });
  for (const [field, changes] of [
    ['to', { to: date('2027-07-30') }],
    ['to', { part: 'morning' }],
    ['person', { person: personIdOf('Bo') }],
    ['kind', { kind: 'leave' }],
  ] as const) {
    const refusal = refusalOf(workspace, save(changes));
    expect(refusal).toMatchObject({ kind: 'invalid', where: `leave/${leave.id}.${field}` });
    expect(refusal.kind === 'invalid' && refusal.what).toContain('under Comp time');
    const record = { ...leave, ...changes };
    expect(
      refusalOf(workspace, {
        kind: 'import-records',
        title: 'Import',
        source: 'x.csv',
        records: [{ table: 'leave', record }],
      }),
    ).toEqual(refusal);
  }
  expect(made(workspace, save({ from: date('2027-07-13'), to: date('2027-07-13') })).leave).toHaveProperty(
    leave.id,
  );
});
