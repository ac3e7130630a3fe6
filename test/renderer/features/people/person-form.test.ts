import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  formOf,
  isPerson,
  newPerson,
  personOfForm,
  saveCommand,
  twinErrors,
  type PersonForm,
} from '../../../../renderer/features/people/person-form.ts';
import { personSchema } from '../../../../shared/model/person.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  primary,
  rotationIdOf,
  secondary,
} from '../../../builders/a-workspace.ts';
import { made } from '../../../shared/editing/try-edit.ts';

const today = date('2026-12-01');
const ann = aPerson('Ann', {
  email: 'ann@example.com',
  aliases: ['Annie', 'A. Meyer'],
  externalIds: { pagerduty: 'P1' },
});

function saved(
  workspace: Workspace,
  change: Partial<PersonForm>,
  person = workspace.people[personIdOf('Ann')] ?? ann,
) {
  const form = { ...formOf(workspace, person), ...change };
  const answer = personOfForm(form, person);
  if (!isPerson(answer)) throw new Error(JSON.stringify(answer));
  return saveCommand(workspace, form, answer, 'Change Ann');
}

test('a form that nobody touched describes the person it was made of', () => {
  for (const person of [ann, ...Object.values(sampleWorkspace().people)])
    expect(personOfForm(formOf(sampleWorkspace(), person), person)).toEqual(person);
});

test('whatever is typed, it is a person the model takes or a sentence at its field', () => {
  const text = fc.oneof(fc.string(), fc.constantFrom('', '80', '2027-01-04', 'US', 'Europe/Berlin', 'a: b'));
  const typed = fc.record({
    name: text,
    email: text,
    aliases: text,
    share: text,
    limit: text,
    joins: text,
    leaves: text,
    region: text,
    zone: text,
    externalIds: text,
  });
  fc.assert(
    fc.property(typed, (fields) => {
      const form = { ...formOf(aWorkspace(), ann), ...fields };
      const answer = personOfForm(form, ann);
      if (isPerson(answer)) expect(personSchema.safeParse(answer).error).toBeUndefined();
      else for (const sentence of Object.values(answer)) expect(sentence).toMatch(/^\S.*\.$/s);
    }),
    { numRuns: 300 },
  );
});

test('a last day before the first is told at the last day', () => {
  const form = { ...formOf(aWorkspace(), ann), joins: '2027-02-01', leaves: '2027-01-31' };
  expect(personOfForm(form, ann)).toEqual({ leaves: 'The last day is before the first.' });
});

test('without a change of turns only the person is saved', () => {
  expect(saved(aWorkspace(), { share: '80' })).toMatchObject({
    kind: 'save-person',
    person: { fullTimePercent: 80 },
  });
});

test('places in rotations are one step with the person; a place in the turn order is kept, a newcomer comes last', () => {
  const profit = aRotation('Profit', ['Bo'], { kind: 'watch', position: 1, standIns: [personIdOf('Ann')] });
  const workspace = aWorkspace({ rotations: [aRotation(), profit] });
  const command = saved(workspace, {
    share: '80',
    turns: { [rotationIdOf('Team')]: [secondary], [rotationIdOf('Profit')]: [secondary, primary] },
    standsIn: [],
  });
  expect(command.kind).toBe('together');
  const after = made(workspace, command);
  expect(after.people[personIdOf('Ann')]?.fullTimePercent).toBe(80);
  expect(after.rotations[rotationIdOf('Team')]?.participants[0]).toEqual({
    person: personIdOf('Ann'),
    layers: [secondary],
  });
  expect(after.rotations[profit.id]?.participants.at(-1)).toEqual({
    person: personIdOf('Ann'),
    layers: [primary, secondary],
  });
  expect(after.rotations[profit.id]?.standIns).toEqual([]);
});

test('whoever takes no turns any more leaves the order, and the others keep theirs', () => {
  const workspace = aWorkspace();
  const command = saved(workspace, { turns: {} });
  expect(command).toMatchObject({ kind: 'together', commands: [{ kind: 'save-rotation' }] });
  expect(
    made(workspace, command).rotations[rotationIdOf('Team')]?.participants.map(({ person }) => person),
  ).toEqual(['Bo', 'Cy', 'Di'].map(personIdOf));
});

test('somebody new joins today once weeks were worked, and has always been there in a plan that begins', () => {
  const id = personIdOf('Eve');
  expect(newPerson(aWorkspace(), id, today)).toMatchObject({ joinsOn: null, position: 4, region: null });
  const begun = aWorkspace({ shifts: [aShift('2026-11-02', 'Ann')] });
  expect(newPerson(begun, id, today).joinsOn).toBe(today);
  const added = made(
    begun,
    saved(begun, { name: 'Eve', turns: { [rotationIdOf('Team')]: [primary] } }, newPerson(begun, id, today)),
  );
  expect(added.people[id]?.name).toBe('Eve');
  expect(added.rotations[rotationIdOf('Team')]?.participants).toHaveLength(5);
});

test('a name that reads like somebody else’s is told at its field; one’s own name is not', () => {
  const workspace = aWorkspace();
  expect(twinErrors(workspace, { ...ann, name: '  bO ' })?.name).toMatch(
    /^Bo has the same name\. Add what tells/,
  );
  expect(twinErrors(workspace, { ...ann, name: 'ANN' })).toBeNull();
  const left = {
    ...workspace,
    people: { ...workspace.people, [personIdOf('Bo')]: aPerson('Bo', { archivedOn: today }) },
  };
  expect(twinErrors(left, { ...ann, name: 'Bo' })?.name).toMatch(/^Bo, who left, has the same name/);
});
