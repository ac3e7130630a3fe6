import { expect, test } from 'vitest';
import { newWorkspace, type NewWorkspace } from '../../../shared/editing/new-workspace.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import { workspaceSchema } from '../../../shared/model/workspace.ts';
import { expand } from '../../../shared/rotation/expand.ts';
import { date, zone } from '../../builders/a-workspace.ts';

const input: NewWorkspace = {
  id: 'k3f9',
  name: 'Payments',
  zone,
  region: 'DE',
  people: ['Amara Okafor', ' Bram  de Vries ', '', 'Chidi', 'Dana'],
  cadenceWeeks: 1,
  startsOn: date('2027-01-04'),
  createdOn: date('2026-11-23'),
};

test('pasted names become people in turn order, with one rotation and a policy', () => {
  const made = newWorkspace(input);
  if (!made.ok) throw new Error(JSON.stringify(made.reason));
  expect(integrityFindings(made.value)).toEqual([]);
  expect(workspaceSchema.safeParse(made.value).error).toBeUndefined();
  expect(Object.values(made.value.people).map(({ name }) => name)).toEqual([
    'Amara Okafor',
    'Bram de Vries',
    'Chidi',
    'Dana',
  ]);
  const [rotation] = Object.values(made.value.rotations);
  expect(rotation?.participants.map(({ person }) => person)).toEqual(Object.keys(made.value.people));
  expect(rotation && expand(rotation, { from: date('2027-01-01'), until: date('2027-04-01') })).toHaveLength(
    26,
  );
});

test('two workspaces of the same names share no id', () => {
  const ids = (id: string) => {
    const made = newWorkspace({ ...input, id });
    if (!made.ok) throw new Error('refused');
    return [
      made.value.about.id,
      ...Object.keys(made.value.people),
      ...Object.keys(made.value.rotations),
      ...Object.keys(made.value.policies),
    ];
  };
  expect(ids('one').filter((id) => ids('two').includes(id))).toEqual([]);
});

test('somebody alone is primary only, since nobody can be their own secondary', () => {
  const made = newWorkspace({ ...input, people: ['Amara'] });
  expect(made.ok && Object.values(made.value.rotations)[0]?.layers.map(({ name }) => name)).toEqual([
    'primary',
  ]);
});

test('rest is asked for only where there are enough people for it', () => {
  const rest = (people: readonly string[]) => {
    const made = newWorkspace({ ...input, people });
    return made.ok ? Object.values(made.value.rotations)[0]?.restWeeks : null;
  };
  expect([rest(['A']), rest(['A', 'B']), rest(['A', 'B', 'C']), rest(['A', 'B', 'C', 'D'])]).toEqual([
    0, 0, 0, 1,
  ]);
});

test.each<[string, Partial<NewWorkspace>, string]>([
  ['no name', { name: '  ' }, 'name'],
  ['nobody in it', { people: ['', ' '] }, 'people'],
  ['one name twice', { people: ['Ann', 'ann '] }, 'people'],
  [
    'more people than a rotation holds',
    { people: Array.from({ length: 201 }, (_none, index) => `P${index}`) },
    'people',
  ],
  ['a name without end', { people: ['x'.repeat(201)] }, 'people'],
  ['an id that cannot be one', { id: 'a b' }, 'id'],
])('a workspace with %s is refused at the field', (_name, changes, where) => {
  expect(newWorkspace({ ...input, ...changes })).toMatchObject({
    ok: false,
    reason: { kind: 'invalid', where },
  });
});
