import { expect, test } from 'vitest';
import type { Refusal } from '../../../shared/editing/refusal.ts';
import { finding } from '../../../shared/planner/finding.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import {
  aHolidaySet,
  aLeave,
  aPerson,
  aRotation,
  aTask,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
} from '../../builders/a-workspace.ts';

const workspace = aWorkspace({
  people: [aPerson('Bram', { archivedOn: date('2027-01-15') }), aPerson('Chidi')],
  rotations: [aRotation('Profit', ['Bram', 'Chidi'])],
  tasks: [aTask('A', 'Bram', 'Chidi')],
  leave: [aLeave('Bram', '2027-02-03', '2027-02-05')],
  holidaySets: [aHolidaySet('US', 2027)],
});
const bram = personIdOf('Bram');
const shift = aShiftId('Profit', primary, '2027-02-01');

const cases: readonly (readonly [string, Refusal])[] = [
  ['No change: everything is already as you asked.', { kind: 'no-change' }],
  [
    'Not placed: Bram is on leave 3–5 Feb. Choose somebody else, or place it anyway.',
    {
      kind: 'breaks-rules',
      findings: [
        finding('on-leave', shift, bram, { days: { from: date('2027-02-03'), to: date('2027-02-05') } }),
      ],
    },
  ],
  [
    'Profit primary, W5 (1–7 Feb) has been worked. Open the shift and give a reason to correct it.',
    { kind: 'past-needs-reason', shift },
  ],
  [
    'The plan would take Profit primary, W5 (1–7 Feb) from the person it is pinned to. Plan again, or unpin the shift.',
    { kind: 'pinned', shift },
  ],
  [
    'Profit primary, W5 (1–7 Feb) is not in Q2 2027. Plan the quarter that it begins in.',
    { kind: 'outside-quarter', shift, quarter: '2027-Q2' as never },
  ],
  [
    'Bram is archived since Fri 15 Jan 2027. Choose somebody in the team, or take the archiving back.',
    { kind: 'archived', table: 'people', id: bram, on: date('2027-01-15') },
  ],
  [
    'Bram is still needed by the task Task A. Change that first.',
    { kind: 'still-used', table: 'people', id: bram, by: { table: 'tasks', id: 'task-a' } },
  ],
  [
    'The leave of Bram is still needed by the line of the time-off ledger comp-1. Change that first.',
    {
      kind: 'still-used',
      table: 'leave',
      id: 'leave-bram-2027-02-03',
      by: { table: 'compTime', id: 'comp-1' },
    },
  ],
  [
    '1 shift would have no place under the new terms of Profit, such as Profit primary, W5 (1–7 Feb). End this rotation on a day and start one that continues it.',
    { kind: 'shifts-left-over', rotation: 'rotation-profit' as never, shifts: [shift] },
  ],
  [
    'The holiday set US 2027 is reviewed and locked. Unlock it to change its days.',
    { kind: 'locked', set: 'holidays-us-2027' as never },
  ],
  [
    'Q1 2027 is closed, and its balance went into the next quarter. Undo the closing to change it.',
    { kind: 'closed-quarter', quarter: '2027-Q1' as never },
  ],
  [
    'Policy policy-1 is already written and stays as it is. Add a new one that corrects it.',
    { kind: 'append-only', table: 'policies', id: 'policy-1' },
  ],
  [
    'Bram has 2 h of time off; 8 h were asked for. Book less, or adjust the balance first.',
    { kind: 'overdrawn', person: bram, balance: 120, wanted: 480 },
  ],
  [
    'The rotation Profit was changed after this step. Undo the later change first.',
    { kind: 'changed-since', table: 'rotations', id: 'rotation-profit' },
  ],
  [
    'The workspace was changed after this step. Undo the later change first.',
    { kind: 'changed-since', table: 'about', id: 'about' },
  ],
  [
    'There is no person person-zed in this workspace, but tasks/task-a.ownership names it. Choose one that is there.',
    { kind: 'unknown-record', table: 'people', id: 'person-zed', by: 'tasks/task-a.ownership' },
  ],
  [
    'Chidi has the same name. Choose another, or change that one.',
    { kind: 'duplicate', table: 'people', id: 'person-x', with: 'person-chidi', field: 'name' },
  ],
  [
    'Bram, leaves on: the last day in the team is before the first.',
    {
      kind: 'invalid',
      where: 'people/person-bram.leavesOn',
      what: 'the last day in the team is before the first',
    },
  ],
  ['This workspace: is read only.', { kind: 'invalid', where: 'this workspace', what: 'is read only' }],
];

test.each(cases)('%s', (sentence, refusal) => {
  expect(refusalText(refusal, workspace)).toBe(sentence);
});
