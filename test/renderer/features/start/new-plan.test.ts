import { expect, test } from 'vitest';
import {
  firstDayOffered,
  isWorkspace,
  namesIn,
  planFromForm,
  type NewPlanForm,
} from '../../../../renderer/features/start/new-plan.ts';
import type { LocalDate } from '../../../../shared/model/dates.ts';

const given = { id: 'abcd1234', today: '2026-11-23' as LocalDate };
const form = (fields: Partial<NewPlanForm>): NewPlanForm => ({
  name: 'Data',
  names: 'Amara\nBram',
  cadence: 'weekly',
  startsOn: '2027-01-04',
  zone: 'Europe/Berlin',
  region: 'DE-BY',
  ...fields,
});

test('names are read from a column, a list or lines with addresses', () => {
  expect(namesIn('Amara Okafor\n\n Bram de Vries ,Chidi;Dilnoza <d@example.org>\tEilidh')).toEqual([
    'Amara Okafor',
    'Bram de Vries',
    'Chidi',
    'Dilnoza',
    'Eilidh',
  ]);
});

test('the first Monday of the coming quarter is offered', () => {
  expect(firstDayOffered('2026-11-23' as LocalDate)).toBe('2027-01-04');
  expect(firstDayOffered('2026-01-01' as LocalDate)).toBe('2026-04-06');
});

test('a filled form becomes a workspace with its people in turn order', () => {
  const answer = planFromForm(form({ cadence: 'two-weekly' }), given);
  if (!isWorkspace(answer)) throw new Error(JSON.stringify(answer));
  expect(Object.values(answer.people).map(({ name }) => name)).toEqual(['Amara', 'Bram']);
  expect(answer.about).toMatchObject({ zone: 'Europe/Berlin', region: 'DE-BY' });
  expect(Object.values(answer.rotations)[0]).toMatchObject({
    cadenceWeeks: 2,
    startsOn: '2027-01-04',
    handoff: { zone: 'Europe/Berlin' },
  });
});

test.each([
  [{ name: '  ' }, 'name'],
  [{ names: ' \n ' }, 'names'],
  [{ names: 'Amara\namara' }, 'names'],
  [{ startsOn: '' }, 'startsOn'],
  [{ zone: 'Mars/Base' }, 'zone'],
] as const)('what is wrong with %j is said at its field', (fields, field) => {
  const answer = planFromForm(form(fields), given);
  expect(isWorkspace(answer)).toBe(false);
  expect(Object.keys(answer)).toEqual([field]);
});

test('markers of a pasted list are no part of the names, and show who is named twice', () => {
  expect(namesIn('1. Anna\n- Carla\n• Ben\na) Dan')).toEqual(['Anna', 'Carla', 'Ben', 'Dan']);
  expect(planFromForm(form({ names: '1. Anna\n2. Anna' }), given)).toHaveProperty('names');
});
