import { expect, test } from 'vitest';
import { planThere, suggestedPeople } from '../../../shared/exchange/remote-mapping.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  personIdOf,
  primary,
  rotationIdOf,
} from '../../builders/a-workspace.ts';

const DAY = 86_400_000;
const workspace = aWorkspace({
  people: [
    aPerson('Ann', { email: 'ann@example.com' }),
    aPerson('Bo', { externalIds: { pagerduty: 'PB' } }),
    aPerson('Cy', { aliases: ['Cyril Sky'] }),
    aPerson('Di', { name: 'Sam' }),
    aPerson('Ed', { name: 'Sam' }),
  ],
  rotations: [aRotation('Team', ['Ann', 'Bo'])],
  shifts: [aShift('2027-01-04', 'Ann'), aShift('2027-01-11', 'Bo')],
});

test('people are found by id, address, name and other names; of two who fit neither is taken', () => {
  const users = [
    { id: 'PA', name: 'A.', email: 'ANN@example.com' },
    { id: 'PB', name: 'Somebody', email: null },
    { id: 'PC', name: 'cyril  sky', email: null },
    { id: 'PS', name: 'Sam', email: null },
    { id: 'PX', name: 'An', email: null },
  ];
  const found = suggestedPeople(workspace, 'pagerduty', users, []);
  expect(found.map(({ person }) => person)).toEqual([
    personIdOf('Ann'),
    personIdOf('Bo'),
    personIdOf('Cy'),
    null,
    null,
  ]);
});

test('what was said once is not guessed again, nobody included', () => {
  const users = [{ id: 'PA', name: 'Ann', email: null }];
  const said = [{ outside: 'PA', name: 'Ann', person: null }];
  expect(suggestedPeople(workspace, 'pagerduty', users, said)[0]?.person).toBeNull();
});

test('the plan is told in ids of the service, and whoever has none is named', () => {
  const role = { rotation: rotationIdOf('Team'), layer: primary };
  const start = Date.UTC(2027, 0, 4, 8);
  const people = [{ outside: 'PA', name: 'Ann', person: personIdOf('Ann') }];
  expect(planThere(workspace, role, people, start, start + 14 * DAY)).toEqual({
    turns: [{ start, end: start + 7 * DAY, user: 'PA' }],
    unmapped: [personIdOf('Bo')],
  });
});
