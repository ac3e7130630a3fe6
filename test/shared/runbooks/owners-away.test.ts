import { expect, test } from 'vitest';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { LeaveId, PersonId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { runbooksInOrder } from '../../../shared/runbooks/coverage.ts';
import { ownersAway } from '../../../shared/runbooks/owners-away.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { date } from '../../builders/a-workspace.ts';

const quarter = '2027-Q2' as QuarterId;
const sample = sampleWorkspace();
const [runbook] = runbooksInOrder(sample);
const ownerPrimary = runbook?.ownerPrimary ?? null;
const ownerSecondary = runbook?.ownerSecondary ?? null;
if (runbook === undefined || ownerPrimary === null || ownerSecondary === null)
  throw new Error('the first runbook of the sample has two owners');

const away = (
  number: number,
  person: PersonId,
  from: string,
  to: string,
  changes: Partial<Leave> = {},
): Leave => ({
  id: `leave-x${String(number)}` as LeaveId,
  person,
  from: date(from),
  to: date(to),
  part: 'day',
  kind: 'leave',
  tentative: false,
  reason: '',
  ...changes,
});
const withLeave = (...leave: Leave[]): Workspace => ({
  ...sample,
  leave: Object.fromEntries(leave.map((it) => [it.id, it])),
});
const weeks = (workspace: Workspace) =>
  ownersAway(workspace, [runbook], quarter).map(({ week, days }) => [week, days.length]);

test('a week is listed where leave of all owners meets, with the working days concerned', () => {
  const both = withLeave(
    away(1, ownerPrimary, '2027-04-05', '2027-04-14'),
    away(2, ownerSecondary, '2027-04-09', '2027-04-30'),
  );
  expect(weeks(both)).toEqual([
    ['2027-04-05', 1],
    ['2027-04-12', 3],
  ]);
  expect(weeks(withLeave(away(1, ownerPrimary, '2027-04-05', '2027-04-14')))).toEqual([]);
});

test('half days and what is not settled leave somebody there', () => {
  const first = away(1, ownerPrimary, '2027-04-05', '2027-04-05');
  const others = [{ tentative: true }, { part: 'morning' as const }];
  for (const changes of others)
    expect(weeks(withLeave(first, away(2, ownerSecondary, '2027-04-05', '2027-04-05', changes)))).toEqual([]);
  expect(weeks(withLeave(first, away(2, ownerSecondary, '2027-04-05', '2027-04-05')))).toEqual([
    ['2027-04-05', 1],
  ]);
});

test('whoever has left is away, and nobody owns a runbook without owners', () => {
  const person = sample.people[ownerSecondary];
  if (person === undefined) throw new Error('the owner is of the team');
  const left = {
    ...sample,
    people: { ...sample.people, [person.id]: { ...person, leavesOn: date('2027-04-01') } },
  };
  const workspace = { ...left, leave: withLeave(away(1, ownerPrimary, '2027-06-28', '2027-07-05')).leave };
  // Memorial Day and Juneteenth: the one keeps the holiday, the other is gone.
  expect(weeks(workspace)).toEqual([
    ['2027-05-31', 1],
    ['2027-06-14', 1],
    ['2027-06-28', 3],
  ]);
  expect(ownersAway(workspace, [{ ...runbook, ownerPrimary: null, ownerSecondary: null }], quarter)).toEqual(
    [],
  );
});
