import { expect, test } from 'vitest';
import type { LayerName } from '../../../shared/model/ids.ts';
import { foretold } from '../../../shared/rotation/turn-order.ts';
import type { QuarterChange } from '../../../shared/editing/rotation-change.ts';
import {
  changedText,
  changeLines,
  endingText,
  foretoldText,
  pastText,
  restText,
  shortText,
  stateOf,
  stateText,
  termsText,
  weightText,
} from '../../../shared/words/rotation-text.ts';
import {
  aPerson,
  aRotation,
  aWorkspace,
  date,
  personIdOf,
  primary,
  secondary,
} from '../../builders/a-workspace.ts';
import { quarter } from '../scenarios/what-if.ts';

const today = date('2027-01-13');

test('terms, weights and states are told in a few words', () => {
  expect(termsText(aRotation())).toBe('Every week, Monday 09:00');
  expect(termsText(aRotation('Team', [], { cadenceWeeks: 2 }))).toBe('Every two weeks, Monday 09:00');
  expect([100, 50, 0, 150].map((weightPercent) => weightText({ weightPercent }))).toEqual([
    'counts in full',
    'counts 50 %',
    'looks on, carries no duty',
    'counts 150 %',
  ]);
  const states = [
    aRotation(),
    aRotation('Team', [], { endsOn: date('2027-02-01') }),
    aRotation('Team', [], { startsOn: date('2027-02-01') }),
    aRotation('Team', [], { endsOn: date('2027-01-13') }),
    aRotation('Team', [], { startsOn: date('2027-02-01'), endsOn: date('2027-02-01') }),
  ];
  expect(states.map((one) => stateOf(one, today))).toEqual([
    'running',
    'running',
    'coming',
    'ended',
    'ended',
  ]);
  expect(states.map((one) => stateText(one, today))).toEqual([
    '',
    'ends Mon 1 Feb 2027',
    'from Mon 1 Feb 2027',
    'ended Wed 13 Jan 2027',
    'never had a turn',
  ]);
});

test('what the list foretells names person, layers and week, and how often', () => {
  const people = [...'ABCDE'].map((name, position) => aPerson(name, { position }));
  const rotation = aRotation('Team', [], {
    participants: people.map(({ id, name }) => ({
      person: id,
      layers: name === 'A' ? [primary] : [primary, secondary],
    })),
  });
  const workspace = aWorkspace({ people, rotations: [rotation] });
  expect(foretoldText(workspace, rotation, foretold(rotation, date('2027-01-04')))).toBe(
    'In W17 (Mon 26 Apr) the list has B as primary and secondary, and 3 more turns like it in each round. The planner keeps them apart; a rota that follows the list would not.',
  );
  expect(foretoldText(workspace, rotation, [])).toBe('');
});

test('too few people for layers or for rest are told with the number that is needed', () => {
  expect(shortText(aRotation('Team', ['Ann', 'Bo']))).toBe('');
  expect(shortText(aRotation('Team', ['Ann']))).toBe(
    '2 layers need as many people at once; one is here, so a turn stays open each time.',
  );
  const juniors = aRotation('Team', [], {
    participants: ['Ann', 'Bo'].map((name) => ({ person: personIdOf(name), layers: [secondary] })),
  });
  expect(shortText(juniors)).toBe('Nobody takes turns as primary: its turns stay open.');
  const shadow = { name: 'shadow' as LayerName, title: 'Shadow', weightPercent: 0 };
  expect(shortText(aRotation('Team', ['Ann'], { layers: [aRotation().layers[0] ?? shadow, shadow] }))).toBe(
    '',
  );
  expect(restText(aRotation('Team', ['Ann', 'Bo', 'Cy'], { restWeeks: 1 }))).toBe(
    '1 week of rest after each turn takes 4 people; with 3 it is cut short.',
  );
  expect(restText(aRotation('Team', ['Ann', 'Bo', 'Cy', 'Di'], { restWeeks: 1 }))).toBe('');
  expect(restText(aRotation('Team', ['Ann', 'Bo'], { restWeeks: 2, kind: 'watch' }))).toBe('');
});

test('what a change does is told a line each, with its units', () => {
  const change = (moved: number, opened: number, turns: number, gaps: readonly string[]): QuarterChange =>
    ({
      quarter,
      after: aWorkspace(),
      duty: { before: { turns: 13, gaps: [] }, after: { turns, gaps } },
      moved,
      opened: Array.from({ length: opened }, (_, place) => `turn-${place}`),
      people: [],
    }) as unknown as QuarterChange;
  expect(changeLines(change(0, 5, 9, ['1', '2', '3', '4', '5']))).toEqual([
    '9 turns in Q1 2027 instead of 13',
    '5 turns are open after it: nobody had most of its days, or may hold it',
    '5 gaps to fill: plan the quarter after the change',
  ]);
  expect(changeLines(change(1, 0, 13, []))).toEqual([
    '13 turns in Q1 2027, as before',
    '1 turn keeps its holder under the new terms',
    'No gap in it',
  ]);
  expect(pastText(['times', 'weight', 'people'], 0)).toBe(
    'Applied to all turns, this would change what has been worked: its hand-offs, what it counts and who may have held it.',
  );
  expect(pastText([], 0)).toMatch(/^Planned turns would have no place/);
  expect(pastText([], 2)).toMatch(/^2 planned turns are with somebody who takes none .+ as conflicts\.$/);
  expect(pastText(['people'], 1)).toMatch(/And 1 planned turn is with somebody/);
  expect(changedText('Team', date('2027-02-01'))).toBe('Team goes on under new terms from Mon 1 Feb 2027.');
  expect(endingText(1, date('2027-02-01'))).toMatch(/^1 planned turn from Mon 1 Feb 2027 on is taken out\./);
  expect(endingText(0, date('2027-02-01'))).toMatch(/^No turn is planned/);
});
