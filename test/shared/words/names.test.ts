import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/model/ids.ts';
import { nameAlone, personName } from '../../../shared/words/names.ts';
import { aPerson, aWorkspace } from '../../builders/a-workspace.ts';

const id = (text: string) => text as PersonId;
const workspace = aWorkspace({
  people: [
    aPerson('Ann Lee', { id: id('person-a'), position: 0 }),
    aPerson('Bo', { id: id('person-b'), position: 1 }),
    aPerson('ann lee ', { id: id('person-c'), position: 2 }),
    aPerson('أمارا', { id: id('person-d'), position: 3 }),
  ],
});

test('two people of one name are told apart by a number, everybody else keeps the name alone', () => {
  expect(personName(workspace, id('person-a'))).toBe('Ann Lee (1)');
  expect(personName(workspace, id('person-c'))).toBe('ann lee (2)');
  expect(personName(workspace, id('person-b'))).toBe('Bo');
  expect(personName(workspace, null)).toBe('nobody');
  expect(personName(workspace, id('person-x'))).toBe('somebody unknown (person-x)');
});

test('a name from right to left is held apart within a sentence, and plain by itself', () => {
  expect(personName(workspace, id('person-d'))).toBe('\u2068أمارا\u2069');
  expect(nameAlone(workspace, id('person-d'))).toBe('أمارا');
});
