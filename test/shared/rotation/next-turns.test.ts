import { expect, test } from 'vitest';
import { nextTurns } from '../../../shared/rotation/next-turns.ts';
import { aRotation, aShift, aWorkspace, date, primary, secondary } from '../../builders/a-workspace.ts';

const workspace = aWorkspace({
  shifts: [aShift('2027-01-11', 'Cy'), aShift('2027-01-25', 'Bo', { layer: secondary })],
});

test('the running turn comes first, then those after it, with holders and whose turn it is by the list', () => {
  const turns = nextTurns(workspace, aRotation(), date('2027-01-13'), 6);
  expect(turns.map(({ start }) => start.slice(0, 10))).toEqual([
    '2027-01-11',
    '2027-01-18',
    '2027-01-25',
    '2027-02-01',
    '2027-02-08',
    '2027-02-15',
  ]);
  expect(turns[0]?.layers).toMatchObject([
    { layer: primary, person: 'person-cy', listed: 'person-bo' },
    { layer: secondary, person: null, listed: 'person-cy' },
  ]);
  expect(turns[2]?.layers[1]).toMatchObject({ person: 'person-bo', listed: 'person-ann' });
});

test('before its start a rotation begins with its first hand-off', () => {
  const turns = nextTurns(
    workspace,
    aRotation('Team', ['Ann'], { startsOn: date('2027-03-03') }),
    date('2026-11-23'),
    2,
  );
  expect(turns.map(({ start }) => start)).toEqual(['2027-03-08T09:00', '2027-03-15T09:00']);
});

test('a draft of other times keeps no holder, for the turns are others', () => {
  const draft = aRotation('Team', ['Ann', 'Bo'], { cadenceWeeks: 2 });
  const [turn] = nextTurns(workspace, draft, date('2027-01-13'), 3);
  expect(turn).toMatchObject({ start: '2027-01-04T09:00', end: '2027-01-18T09:00' });
  expect(
    nextTurns(workspace, draft, date('2027-01-13'), 3).flatMap(({ layers }) =>
      layers.map(({ person }) => person),
    ),
  ).toEqual(Array(6).fill(null));
});

test('a rotation that ends has fewer turns, and one that has ended none', () => {
  expect(
    nextTurns(workspace, aRotation('Team', ['Ann'], { endsOn: date('2027-01-25') }), date('2027-01-13'), 6),
  ).toHaveLength(2);
  expect(
    nextTurns(workspace, aRotation('Team', ['Ann'], { endsOn: date('2027-01-11') }), date('2027-01-13'), 6),
  ).toEqual([]);
});
