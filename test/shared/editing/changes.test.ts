import { expect, test } from 'vitest';
import { applyChanges, applyRecorded, diff, digestOf, reverse } from '../../../shared/editing/changes.ts';
import type { Change, Changes } from '../../../shared/editing/command.ts';
import { aPerson, aShift, aWorkspace } from '../../builders/a-workspace.ts';

const json = (value: unknown) => value as Change['before'];
const shift = aShift('2027-01-04', 'Ann');
const given = { ...shift, person: aShift('2027-01-04', 'Bo').person };
const change: Change = { table: 'shifts', id: shift.id, before: json(shift), after: json(given) };

test('the difference of a workspace and itself is empty, also when tables were copied', () => {
  const workspace = aWorkspace({ shifts: [shift] });
  expect(diff(workspace, workspace)).toEqual([]);
  expect(diff(workspace, structuredClone(workspace))).toEqual([]);
});

test('the difference names added, changed and removed records, by table and then by id', () => {
  const before = aWorkspace({ shifts: [shift, aShift('2027-01-18')] });
  const after = aWorkspace({
    shifts: [aShift('2027-01-11'), given],
    people: [...Object.values(before.people), aPerson('Aaron')],
  });
  const later = { ...after, about: { ...after.about, name: 'Other' } };
  expect(
    diff(before, later).map(({ table, id, before: was, after: is }) => [
      table,
      id,
      was !== null,
      is !== null,
    ]),
  ).toEqual([
    ['about', 'about', true, true],
    ['people', 'person-aaron', false, true],
    ['shifts', 'rotation-team/primary/2027-01-04', true, true],
    ['shifts', 'rotation-team/primary/2027-01-11', false, true],
    ['shifts', 'rotation-team/primary/2027-01-18', true, false],
  ]);
});

test('changes apply only where the records still are as they were', () => {
  const workspace = aWorkspace({ shifts: [shift] });
  const applied = applyChanges(workspace, [change]);
  expect(applied.ok && applied.value.shifts[shift.id]).toEqual(given);
  const moved = aWorkspace({ shifts: [{ ...shift, note: 'Changed meanwhile' }] });
  expect(applyChanges(moved, [change])).toEqual({
    ok: false,
    reason: { kind: 'changed-since', table: 'shifts', id: shift.id },
  });
  expect(applyChanges(aWorkspace(), [change])).toMatchObject({
    ok: false,
    reason: { kind: 'changed-since' },
  });
});

test('one record that changed makes the whole set refused', () => {
  const workspace = aWorkspace({ shifts: [shift] });
  const missing: Change = { table: 'people', id: 'person-ann', before: null, after: json(aPerson('Ann')) };
  expect(applyChanges(workspace, [change, missing]).ok).toBe(false);
  expect(workspace.shifts[shift.id]).toEqual(shift);
});

test('the order of keys does not make a record another one', () => {
  const turned = Object.fromEntries(Object.entries(shift).reverse());
  expect(applyChanges(aWorkspace({ shifts: [shift] }), [{ ...change, before: json(turned) }]).ok).toBe(true);
});

test.each<[string, Change]>([
  [
    'a record under another id',
    { ...change, after: json({ ...given, id: 'rotation-team/primary/2027-01-11' }) },
  ],
  ['something that is no record', { ...change, after: json([1, 2]) }],
  ['a workspace without its name', { table: 'about', id: 'about', before: null, after: null }],
])('%s is refused', (_name, wrong) => {
  expect(applyChanges(aWorkspace({ shifts: [shift] }), [wrong])).toMatchObject({
    ok: false,
    reason: { kind: 'invalid' },
  });
});

test('a record changed twice in one set is refused, as its order would matter', () => {
  const back = reverse([change]);
  expect(applyChanges(aWorkspace({ shifts: [shift] }), [change, ...back])).toMatchObject({
    ok: false,
    reason: { kind: 'invalid' },
  });
});

test('a key that every object inherits is a key like any other', () => {
  const workspace = aWorkspace();
  const evil: Changes = [
    { table: 'people', id: '__proto__', before: null, after: json({ id: '__proto__', name: 'Eve' }) },
  ];
  const next = applyRecorded(workspace, evil);
  expect(Object.hasOwn(next.people, '__proto__')).toBe(true);
  expect(Object.getPrototypeOf(next.people)).toBe(Object.prototype);
  expect(({} as { name?: string }).name).toBeUndefined();
  const inherited: Changes = [
    { table: 'people', id: 'constructor', before: null, after: json({ id: 'constructor' }) },
  ];
  expect(applyChanges(workspace, inherited).ok).toBe(true);
});

test('recorded changes apply even where the records have changed, and leave other tables alone', () => {
  const workspace = aWorkspace({ shifts: [{ ...shift, note: 'Changed meanwhile' }] });
  const next = applyRecorded(workspace, [change]);
  expect(next.shifts[shift.id]).toEqual(given);
  expect(next.people).toBe(workspace.people);
  expect(applyRecorded(next, [{ ...change, after: null }]).shifts).toEqual({});
});

test('the reverse of the reverse is the same set', () => {
  expect(reverse(reverse([change]))).toEqual([change]);
  expect(reverse([change])[0]).toMatchObject({ before: change.after, after: change.before });
});

test('the digest is fixed for all time: the journal of an older version is compared by it', () => {
  expect(digestOf([])).toBe('d095202279b28c9e');
  expect(
    digestOf([
      {
        table: 'people',
        id: 'person-ann',
        before: null,
        after: json({ id: 'person-ann', name: 'Ann Ünïcode 🙂' }),
      },
    ]),
  ).toMatch(/^[0-9a-f]{16}$/);
});

test('the digest differs with every part of a change, and not with the order of keys', () => {
  const digests = new Set(
    [
      change,
      { ...change, id: 'x' },
      { ...change, table: 'people' as const },
      { ...change, before: null },
      { ...change, after: json({ ...given, sequence: 1 }) },
    ].map((one) => digestOf([one])),
  );
  expect(digests.size).toBe(5);
  const turned = json(Object.fromEntries(Object.entries(given).reverse()));
  expect(digestOf([{ ...change, after: turned }])).toBe(digestOf([change]));
  expect(digestOf([change, reverse([change])[0] as Change])).not.toBe(
    digestOf([reverse([change])[0] as Change, change]),
  );
});

test('records with a missing and with an undefined field are the same for the digest', () => {
  const loose = json({ ...given, extra: undefined });
  expect(digestOf([{ ...change, after: loose }])).toBe(digestOf([change]));
});
