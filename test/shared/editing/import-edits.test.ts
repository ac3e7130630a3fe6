import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import { commandSchema, type Command, type Imported } from '../../../shared/editing/command.ts';
import type { CompTimeEntry } from '../../../shared/model/comp-time.ts';
import type { CompTimeId, PolicyId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aShift,
  aTask,
  aWorkspace,
  date,
  personIdOf,
} from '../../builders/a-workspace.ts';
import { aRunbook } from '../runbooks/a-runbook.ts';

const people = (...names: readonly string[]): readonly Imported[] =>
  names.map((name) => ({ table: 'people', record: aPerson(name) }));

const aLine = (name: string, leave: Leave | null): CompTimeEntry => ({
  id: 'comp-1' as CompTimeId,
  person: personIdOf(name),
  kind: 'take',
  date: date('2027-02-01'),
  minutes: -480,
  source: { shift: null, holiday: null, incident: null, leave: leave?.id ?? null },
  policy: 'policy-1' as PolicyId,
  reverses: null,
  note: '',
  author: 'Test',
});

const bring = (workspace: Workspace, records: readonly Imported[]) =>
  edit(workspace, { kind: 'import-records', title: 'Import people', source: 'people.csv', records });

const namesOf = (workspace: Workspace): readonly string[] =>
  Object.values(workspace.people as Readonly<Record<string, Person>>).map(({ name }) => name);

test('a file comes in as one step, and what was there stays', () => {
  const before = aWorkspace();
  const result = bring(before, people('Dora', 'Emil'));
  expect(result.ok && namesOf(result.value.workspace)).toEqual([...namesOf(before), 'Dora', 'Emil']);
  expect(result.ok && result.value.changes.length).toBe(2);
});

test('one bad record keeps out the whole file, and says which', () => {
  const before = aWorkspace();
  const [dora] = people('Dora');
  const wrong = aPerson('Emil', { joinsOn: date('2027-02-01'), leavesOn: date('2027-01-01') });
  const result = bring(before, [dora as Imported, { table: 'people', record: wrong }]);
  expect(result).toMatchObject({
    ok: false,
    reason: { kind: 'invalid', where: `people/${wrong.id}.leavesOn` },
  });
});

test('rows may refer to each other in any order', () => {
  const dora = aPerson('Dora');
  const leave = aLeave('Dora', '2027-02-01', '2027-02-03');
  expect(
    bring(aWorkspace(), [
      { table: 'leave', record: leave },
      { table: 'people', record: dora },
    ]).ok,
  ).toBe(true);
});

test('a record twice in one file is refused', () => {
  expect(bring(aWorkspace(), people('Dora', 'Dora'))).toMatchObject({
    ok: false,
    reason: { kind: 'invalid', what: 'is given twice in one import' },
  });
});

test('a locked set of holidays takes nothing in', () => {
  const set = aHolidaySet('US', 2026, { locked: true });
  const before = aWorkspace({ holidaySets: [set] });
  expect(bring(before, [{ table: 'holidaySets', record: { ...set, against: 'a file' } }])).toMatchObject({
    ok: false,
    reason: { kind: 'locked' },
  });
});

test('a day does not leave a locked set of holidays through a file either', () => {
  const [locked, open] = [aHolidaySet('US', 2026, { locked: true }), aHolidaySet('US', 2027)];
  const day = aHoliday('US', 'New Year', '2026-01-01');
  const before = aWorkspace({ holidaySets: [locked, open], holidays: [day] });
  const record = { ...day, set: open.id, actual: date('2027-01-01') };
  expect(bring(before, [{ table: 'holidays', record }])).toMatchObject({
    ok: false,
    reason: { kind: 'locked' },
  });
});

const runbook = aRunbook({ ownerPrimary: personIdOf('Old') });

test.each<[string, Imported]>([
  ['a task', { table: 'tasks', record: aTask('Feed', 'Old', null) }],
  ['a runbook', { table: 'runbooks', record: runbook }],
  ['a rotation', { table: 'rotations', record: aRotation('Night', ['Old', 'Ann']) }],
])('%s of somebody archived is refused', (_name, imported) => {
  const people = [aPerson('Ann'), aPerson('Old', { archivedOn: date('2026-06-01') })];
  const before = aWorkspace({ people, rotations: [] });
  expect(bring(before, [imported])).toMatchObject({ ok: false, reason: { kind: 'archived' } });
});

test('a rotation that would end planned turns of its forerunner elsewhere is refused', () => {
  const ended = aRotation('Team', undefined, { endsOn: date('2027-01-16') });
  const before = aWorkspace({ rotations: [ended], shifts: [aShift('2027-01-11', 'Bo')] });
  const handoff = { ...ended.handoff, weekday: 3 };
  const next = aRotation('Next', undefined, { succeeds: ended.id, startsOn: date('2027-01-16'), handoff });
  expect(bring(before, [{ table: 'rotations', record: next }])).toMatchObject({
    ok: false,
    reason: { kind: 'invalid', where: `rotations/${ended.id}` },
  });
});

const together = (...commands: Extract<Command, { kind: 'together' }>['commands']): Command => ({
  kind: 'together',
  title: 'Take in two people',
  commands,
});

test('edits made together are one step, and later ones see what earlier ones made', () => {
  const dora = aPerson('Dora');
  const result = edit(
    aWorkspace(),
    together(
      { kind: 'save-person', person: dora },
      { kind: 'save-leave', leave: aLeave('Dora', '2027-02-01', '2027-02-03') },
    ),
  );
  expect(result.ok && result.value.changes.map(({ table }) => table).sort()).toEqual(['leave', 'people']);
});

test('when one of them is refused, none is made', () => {
  const result = edit(
    aWorkspace(),
    together(
      { kind: 'save-person', person: aPerson('Dora') },
      { kind: 'remove-leave', leave: 'leave-nowhere' as never },
    ),
  );
  expect(result).toMatchObject({ ok: false, reason: { kind: 'unknown-record' } });
});

test('what changes nothing is passed over, unless nothing at all changes', () => {
  const before = aWorkspace();
  const [known] = Object.values(before.people as Readonly<Record<string, Person>>);
  if (known === undefined) throw new Error('the builder has people');
  const again = { kind: 'save-person', person: known } as const;
  expect(edit(before, together(again, { kind: 'save-person', person: aPerson('Dora') })).ok).toBe(true);
  expect(edit(before, together(again))).toMatchObject({ ok: false, reason: { kind: 'no-change' } });
});

test('what has gone from a file goes in the same step, and may make room for what comes', () => {
  const was = aLeave('Ann', '2027-02-01', '2027-02-03');
  const before = aWorkspace({ leave: [was] });
  const moved = aLeave('Ann', '2027-02-02', '2027-02-04');
  const made = edit(before, {
    kind: 'import-records',
    title: 'Import leave',
    source: 'ann.ics',
    records: [{ table: 'leave', record: moved }],
    gone: [was.id],
  });
  expect(made.ok && Object.keys(made.value.workspace.leave)).toEqual([moved.id]);
  expect(made.ok && made.value.changes.length).toBe(2);
});

test('what is not there, comes and goes at once, or was taken off a balance, cannot go', () => {
  const leave = aLeave('Ann', '2027-02-01', '2027-02-03');
  const before = aWorkspace({
    leave: [leave],
    compTime: [aLine('Ann', leave)],
  });
  const bringing = (gone: readonly Leave[], records: readonly Imported[] = []) =>
    edit(before, {
      kind: 'import-records',
      title: 'Import leave',
      source: 'ann.ics',
      records,
      gone: gone.map(({ id }) => id),
    });
  expect(bringing([aLeave('Bo', '2027-02-01', '2027-02-03')])).toMatchObject({
    reason: { kind: 'unknown-record' },
  });
  expect(bringing([leave], [{ table: 'leave', record: leave }])).toMatchObject({
    reason: { kind: 'invalid', what: 'is given twice in one import' },
  });
  expect(bringing([leave])).toMatchObject({ reason: { kind: 'still-used', table: 'leave' } });
});

test('no file brings lines of the ledger: they are only added, one by one or as a step of their own', () => {
  const bringing = (records: readonly unknown[]) =>
    commandSchema.safeParse({ kind: 'import-records', title: 'Import', source: 'ledger.csv', records });
  const line = { ...aLine('Ann', null), kind: 'adjust', note: 'By hand' };
  expect(
    commandSchema.safeParse({ kind: 'add-comp-time', entry: line }).success,
    'the line itself is in order',
  ).toBe(true);
  expect(bringing([{ table: 'compTime', record: line }]).success).toBe(false);
  expect(bringing(people('Dora')).success).toBe(true);
});
