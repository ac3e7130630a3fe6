import { expect, test } from 'vitest';
import { finding } from '../../../shared/planner/finding.ts';
import type { Finding } from '../../../shared/planner/finding.ts';
import { findingText } from '../../../shared/words/finding-text.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
  secondary,
} from '../../builders/a-workspace.ts';

const workspace = aWorkspace({
  people: [aPerson('Bram'), aPerson('Chidi')],
  rotations: [aRotation('Profit', ['Bram', 'Chidi'])],
  shifts: [aShift('2027-02-01', 'Bram', { rotation: 'rotation-profit' as never })],
});
const bram = personIdOf('Bram');
const w5 = aShiftId('Profit', primary, '2027-02-01');
const w6 = aShiftId('Profit', secondary, '2027-02-08');
const days = { from: date('2027-02-03'), to: date('2027-02-05') };

const cases: readonly (readonly [string, Finding])[] = [
  ['Nobody holds Profit primary, W5 (1–7 Feb)', finding('gap', w5, null, {})],
  ['Bram is on leave 3–5 Feb', finding('on-leave', w5, bram, { days })],
  ['Bram is on leave in W5', finding('on-leave', w5, bram, {})],
  ['Bram may be on leave 3–5 Feb', finding('tentative-leave', w5, bram, { days })],
  ['Bram takes no turns in Profit', finding('not-eligible', w5, bram, { because: 'no-part' })],
  ['Bram takes no turns as primary of Profit', finding('not-eligible', w5, bram, { because: 'other-layer' })],
  ['Bram is not in the team yet in W5', finding('not-eligible', w5, bram, { because: 'not-joined' })],
  ['Bram is no longer in the team in W5', finding('not-eligible', w5, bram, { because: 'has-left' })],
  ['Bram is archived', finding('not-eligible', w5, bram, { because: 'archived' })],
  [
    'somebody unknown (person-zed) is not in this workspace',
    finding('not-eligible', w5, personIdOf('Zed'), { because: 'unknown-person' }),
  ],
  [
    'Bram holds two roles of Profit in W5: two people are needed',
    finding('two-roles-two-people', w5, bram, {}),
  ],
  ['Bram already holds Profit secondary W6', finding('no-overlap', w5, bram, { other: w6 })],
  [
    'Bram has 14 shifts in the quarter; the cap is 12',
    finding('shift-cap', w5, bram, { measure: { found: 14, allowed: 12 } }),
  ],
  [
    'Bram: back to back with Profit secondary W6',
    finding('minimum-rest', w5, bram, { other: w6, measure: { found: 0, allowed: 1 } }),
  ],
  [
    'Bram: 1 week of rest after Profit secondary W6, 2 wanted',
    finding('minimum-rest', w5, bram, { other: w6, measure: { found: 1, allowed: 2 } }),
  ],
  ['Bram stands in on Profit primary, W5', finding('stand-in', w5, bram, {})],
  [
    'Bram asked not to be on call in W5',
    finding('avoided-week', w5, bram, { days: { from: date('2027-02-01'), to: date('2027-02-07') } }),
  ],
  ['Bram is on leave 3–5 Feb (accepted)', finding('on-leave', w5, bram, { days, accepted: true })],
];

test.each(cases)('%s', (sentence, found) => {
  expect(findingText(found, workspace)).toBe(sentence);
});

test('a finding of a rotation that is gone still has a sentence', () => {
  const text = findingText(
    finding('not-eligible', aShiftId('Gone', primary, '2027-02-01'), bram, { because: 'unknown-rotation' }),
    workspace,
  );
  expect(text).toBe('Bram holds a shift of an unknown rotation (rotation-gone)');
});
