import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, takenOver, withChoices, type Side } from '../../../shared/document/merge.ts';
import { checkWorkspace } from '../../../shared/document/open.ts';
import { applyRecorded, diff } from '../../../shared/editing/changes.ts';
import type { Change } from '../../../shared/editing/command.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aLeave, aPerson, aRotation, aShift, aTask, aWorkspace, date } from '../../builders/a-workspace.ts';

const names = ['Ann', 'Bo', 'Cy', 'Di'] as const;
const mondays = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'] as const;
const base = aWorkspace({
  people: names.map((name, position) =>
    aPerson(name, { position, wishes: [{ week: date('2027-02-01'), kind: 'avoid' }] }),
  ),
  rotations: [aRotation('Team')],
  shifts: mondays.map((day, index) => aShift(day, names[index])),
  tasks: [aTask('A', 'Ann', 'Bo')],
  leave: [aLeave('Bo', '2027-06-01', '2027-06-04')],
});

type Records = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const changed = (
  workspace: Workspace,
  table: keyof Workspace,
  id: string,
  fields: object | null,
): Workspace => {
  const records = workspace[table] as unknown as Records;
  const rest = Object.fromEntries(Object.entries(records).filter(([one]) => one !== id));
  return { ...workspace, [table]: fields === null ? rest : { ...rest, [id]: { ...records[id], ...fields } } };
};

/** One edit of one field or record; those that would make the workspace contradict itself are not made. */
const anEdit = fc.oneof(
  fc.record({
    kind: fc.constant('person' as const),
    who: fc.nat(3),
    field: fc.constantFrom('email', 'fullTimePercent', 'zone', 'name', 'wishes', 'aliases'),
    value: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('shift' as const),
    which: fc.nat(3),
    field: fc.constantFrom('person', 'pinned', 'note'),
    value: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('gone' as const),
    table: fc.constantFrom('people' as const, 'leave' as const, 'shifts' as const),
    which: fc.nat(3),
  }),
  fc.record({
    kind: fc.constant('leave' as const),
    who: fc.nat(3),
    day: fc.integer({ min: 1, max: 9 }),
    part: fc.constantFrom('day', 'morning'),
  }),
  fc.record({ kind: fc.constant('owner' as const), day: fc.integer({ min: 1, max: 4 }), who: fc.nat(3) }),
);
type Edit = typeof anEdit extends fc.Arbitrary<infer T> ? T : never;

const fieldOf = (field: string, value: number): object => {
  switch (field) {
    case 'email':
      return { email: `a${value}@example.org` };
    case 'fullTimePercent':
      return { fullTimePercent: 50 + value };
    case 'zone':
      return { zone: ['Europe/Berlin', 'UTC', 'Asia/Tokyo', 'Europe/Paris'][value] };
    case 'wishes':
      return { wishes: [{ week: date(`2027-02-0${value + 1}`), kind: value % 2 === 0 ? 'want' : 'avoid' }] };
    case 'aliases':
      return { aliases: [`Alias ${value}`] };
    default:
      return { name: `Name ${value}` };
  }
};

function made(workspace: Workspace, edit: Edit): Workspace {
  switch (edit.kind) {
    case 'person': {
      const id = `person-${names[edit.who]!.toLowerCase()}`;
      return id in workspace.people
        ? changed(workspace, 'people', id, fieldOf(edit.field, edit.value))
        : workspace;
    }
    case 'shift': {
      const [id, shift] = Object.entries(workspace.shifts)[edit.which] ?? [];
      if (id === undefined || shift === undefined) return workspace;
      const to = { person: `person-${names[edit.value]!.toLowerCase()}`, sequence: shift.sequence + 1 };
      return changed(
        workspace,
        'shifts',
        id,
        edit.field === 'person'
          ? to
          : edit.field === 'note'
            ? { note: `n${edit.value}` }
            : { pinned: edit.value > 1 },
      );
    }
    case 'gone': {
      const id = Object.keys(workspace[edit.table])[edit.which];
      return id === undefined ? workspace : changed(workspace, edit.table, id, null);
    }
    case 'leave': {
      const leave = aLeave(names[edit.who]!, `2027-03-0${edit.day}`, `2027-03-0${edit.day}`, {
        part: edit.part as 'day',
      });
      return changed(workspace, 'leave', leave.id, leave);
    }
    case 'owner': {
      const [task] = Object.values(workspace.tasks);
      const next = {
        from: date(`2027-0${edit.day}-01`),
        primary: `person-${names[edit.who]!.toLowerCase()}`,
        secondary: null,
      };
      const ownership = [...task!.ownership.filter(({ from }) => from !== next.from), next].sort((a, b) =>
        a.from < b.from ? -1 : 1,
      );
      return changed(workspace, 'tasks', task!.id, { ownership });
    }
  }
}

const edited = (edits: readonly Edit[]): Workspace =>
  edits.reduce((workspace, edit) => {
    const next = made(workspace, edit);
    return integrityFindings(next).length === 0 ? next : workspace;
  }, base);

const aVersion = fc.array(anEdit, { maxLength: 6 }).map(edited);

const merged = (ancestor: Workspace, ours: Workspace, theirs: Workspace, prefer: Side = 'ours') => {
  const records = compareVersions(ancestor, ours, theirs);
  const conflicts = records.filter((record) => record.conflicts.length > 0);
  const settled = withChoices(
    records,
    conflicts.map(({ table, id }) => ({ table, id, side: prefer })),
  );
  return { workspace: applyRecorded(ours, takenOver(settled)), conflicts };
};

const isSame = (one: Workspace, other: Workspace): void => expect(diff(one, other)).toEqual([]);
/** The same each time: a test that fails by chance is one that nobody believes. */
const RUNS = { numRuns: 60, seed: 20261123 };

test('who alone changed something gets it all: merge(b, x, b) = x and merge(b, b, y) = y, without a conflict', () => {
  fc.assert(
    fc.property(aVersion, (version) => {
      for (const { workspace, conflicts } of [merged(base, version, base), merged(base, base, version)]) {
        isSame(workspace, version);
        expect(conflicts).toEqual([]);
      }
    }),
    RUNS,
  );
});

test('who did the same agree: merge(b, x, x) = x', () => {
  fc.assert(
    fc.property(aVersion, (version) => {
      const { workspace, conflicts } = merged(base, version, structuredClone(version));
      isSame(workspace, version);
      expect(conflicts).toEqual([]);
    }),
    RUNS,
  );
});

test('the sides can be exchanged: the same conflicts with their sides turned, and the same result when the same version is preferred', () => {
  fc.assert(
    fc.property(aVersion, aVersion, (one, other) => {
      const [left, right] = [merged(base, one, other, 'ours'), merged(base, other, one, 'theirs')];
      isSame(left.workspace, right.workspace);
      const turned = right.conflicts.map(({ table, id, conflicts }) => ({
        table,
        id,
        conflicts: conflicts.map(({ field, before, ours, theirs }) => ({
          field,
          before,
          ours: theirs,
          theirs: ours,
        })),
      }));
      expect(left.conflicts.map(({ table, id, conflicts }) => ({ table, id, conflicts }))).toEqual(turned);
    }),
    RUNS,
  );
});

/** The fields that a version changed, or the record as a whole where it came or went. */
const touched = (version: Workspace): ReadonlySet<string> =>
  new Set(
    diff(base, version).flatMap(({ table, id, before, after }: Change) => {
      if (before === null || after === null) return [`${table}/${id}`];
      const [was, is] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
      return Object.keys(is!)
        .filter((field) => JSON.stringify(was![field]) !== JSON.stringify(is![field]))
        .map((field) => `${table}/${id}.${field}`);
    }),
  );

test('edits of different fields and records never conflict, and both are in the result', () => {
  let apart = 0;
  fc.assert(
    fc.property(aVersion, aVersion, (one, other) => {
      const [ours, theirs] = [touched(one), touched(other)];
      const records = (all: ReadonlySet<string>) => new Set([...all].map((place) => place.split('.')[0]));
      const meets = [...ours].some(
        (place) => theirs.has(place) || (!place.includes('.') && records(theirs).has(place)),
      );
      const met = [...theirs].some((place) => !place.includes('.') && records(ours).has(place));
      fc.pre(!meets && !met);
      apart += Number(ours.size > 0 && theirs.size > 0);
      const { workspace, conflicts } = merged(base, one, other);
      expect(conflicts).toEqual([]);
      const all = touched(workspace);
      for (const place of [...ours, ...theirs]) expect(all).toContain(place);
    }),
    RUNS,
  );
  expect(apart).toBeGreaterThan(10);
});

test('a result is sound or refused, never anything between; and both happen', () => {
  let [sound, refused] = [0, 0];
  fc.assert(
    fc.property(aVersion, aVersion, (one, other) => {
      const { workspace } = merged(base, one, other);
      const checked = checkWorkspace(workspace);
      expect(checked.ok).toBe(integrityFindings(workspace).length === 0);
      if (checked.ok) sound += 1;
      else refused += 1;
    }),
    { ...RUNS, numRuns: 120 },
  );
  expect(sound).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(0);
});

test('a shift that one gave away and the other pinned is both; whoever saw either hears of it', () => {
  const [shift] = Object.values(base.shifts);
  const given = changed(base, 'shifts', shift!.id, { person: 'person-di', sequence: 1 });
  const pinned = changed(base, 'shifts', shift!.id, { pinned: true });
  const [result] = Object.values(merged(base, given, pinned).workspace.shifts).filter(
    ({ id }) => id === shift!.id,
  );
  expect(result).toMatchObject({ person: 'person-di', pinned: true, sequence: 1 });
  // Both gave it to somebody: the calendar that showed Di must see a newer number than hers.
  const other = changed(base, 'shifts', shift!.id, { person: 'person-cy', sequence: 1 });
  const { workspace, conflicts } = merged(base, given, other, 'theirs');
  expect(
    conflicts[0]?.conflicts.map(({ field, before, ours, theirs }) => [field, before, ours, theirs]),
  ).toEqual([['person', 'person-ann', 'person-di', 'person-cy']]);
  expect(workspace.shifts[shift!.id]).toMatchObject({ person: 'person-cy', sequence: 2 });
});
