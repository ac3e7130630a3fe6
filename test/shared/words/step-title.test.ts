import { expect, test } from 'vitest';
import type { Assignment, Command } from '../../../shared/editing/command.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';
import {
  aLeave,
  aPerson,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
  secondary,
} from '../../builders/a-workspace.ts';

const workspace = aWorkspace({
  shifts: [
    aShift('2027-02-01', 'Bo'),
    aShift('2027-02-01', 'Cy', { layer: secondary }),
    aShift('2027-02-15', 'Di'),
  ],
  leave: [aLeave('Ann', '2027-02-03', '2027-02-05')],
});
const w5 = aShiftId('Team', primary, '2027-02-01');
const w5second = aShiftId('Team', secondary, '2027-02-01');
const w7 = aShiftId('Team', primary, '2027-02-15');
const gap = aShiftId('Team', primary, '2027-03-01');
const to = (shift: typeof w5, person: string | null): Assignment => ({
  shift,
  person: person === null ? null : personIdOf(person),
});
const assign = (...assignments: readonly Assignment[]): Command => ({
  kind: 'assign-shifts',
  assignments,
  accept: [],
  today: date('2026-12-01'),
  reason: '',
});

test.each<[string, Command]>([
  ['Ann takes Team primary W9', assign(to(gap, 'Ann'))],
  ['Ann takes Team primary W5 from Bo', assign(to(w5, 'Ann'))],
  ['Bo off Team primary W5', assign(to(w5, null))],
  ['Bo ↔ Di, Team primary W5 and W7', assign(to(w5, 'Di'), to(w7, 'Bo'))],
  ['Bo ↔ Cy, Team primary W5 and Team secondary W5', assign(to(w5, 'Cy'), to(w5second, 'Bo'))],
  ['Ann takes 2 shifts', assign(to(w5, 'Ann'), to(w7, 'Ann'))],
  ['Leave open 2 shifts', assign(to(w5, null), to(w7, null))],
  ['Assign 3 shifts', assign(to(w5, 'Ann'), to(w7, 'Bo'), to(gap, 'Cy'))],
  ['Pin Team primary W5', { kind: 'pin-shifts', shifts: [w5], pinned: true }],
  ['Unpin 2 shifts', { kind: 'pin-shifts', shifts: [w5, w7], pinned: false }],
  [
    'Plan Q1 2027',
    {
      kind: 'accept-plan',
      quarter: '2027-Q1' as never,
      assignments: [],
      seed: 1,
      digest: '',
      iterations: 1,
      cost: null,
      bound: null,
      today: date('2026-12-01'),
    },
  ],
  ['Change Ann', { kind: 'save-person', person: aPerson('Ann') }],
  ['Add Eve', { kind: 'save-person', person: aPerson('Eve') }],
  ['Add leave of Bo, 3–5 Feb', { kind: 'save-leave', leave: aLeave('Bo', '2027-02-03', '2027-02-05') }],
  [
    'Remove leave of Ann, 3–5 Feb',
    { kind: 'remove-leave', leave: aLeave('Ann', '2027-02-03', '2027-02-05').id },
  ],
])('%s', (title, command) => {
  expect(stepTitle(command, workspace)).toBe(title);
});
