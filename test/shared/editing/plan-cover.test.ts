import fc from 'fast-check';
import loadHighs from 'highs';
import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import { planMove } from '../../../shared/editing/plan-move.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { assess } from '../../../shared/planner/assess.ts';
import { checkShifts } from '../../../shared/planner/check.ts';
import { daysServed } from '../../../shared/planner/covers/days-served.ts';
import { lendAssessment } from '../../../shared/planner/covers/lend-assessment.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { type Solver, solverOver } from '../../../shared/planner/solver.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aShift, aWorkspace, date, personIdOf } from '../../builders/a-workspace.ts';

const workspace = sampleWorkspace();
const quarter = '2026-Q4' as QuarterId;
/** A day before the quarter, so that no week of it is over. */
const today = '2026-09-01' as LocalDate;
const people = Object.keys(workspace.people) as PersonId[];
const turns = Object.values(workspace.shifts).filter(
  ({ start, covers }) => covers === null && start >= '2026-10-01' && start < '2027-01-01',
);

let solver: Solver;
beforeAll(async () => {
  solver = solverOver(await loadHighs());
});

type Cover = Extract<Gesture, { kind: 'cover' }>;

const oneDay = fc
  .record({
    turn: fc.constantFrom(...turns),
    day: fc.integer({ min: 0, max: 6 }),
    person: fc.constantFrom(...people),
  })
  .map(({ turn, day, person }) => {
    const from = addDays(turn.start.slice(0, 10) as LocalDate, day);
    return { shift: turn.id, from, until: addDays(from, 1), person };
  });
const gesture: fc.Arbitrary<Cover> = fc
  .array(oneDay, { minLength: 1, maxLength: 3 })
  .map((covers) => ({ kind: 'cover', covers, remove: [] }));

test('what a cover shows is what committing it does, for hundreds of random days', () => {
  let moved = 0;
  let conflicting = 0;
  fc.assert(
    fc.property(gesture, (random) => {
      const preview = planMove(workspace, quarter, random, null, today);
      expect(preview.refusal).toBeNull();
      if (preview.command === null) return;
      moved += 1;
      if (preview.conflicts.length > 0) conflicting += 1;
      const made = edit(workspace, preview.command);
      if (!made.ok) throw new Error(`the previewed command was refused: ${made.reason.kind}`);
      const after = made.value.workspace;
      expect(preview.after).toEqual(judge(after, quarter, null));
      const ids = made.value.changes
        .filter(({ after: record }) => record !== null)
        .map(({ id }) => id as ShiftId);
      expect(new Set(preview.findings)).toEqual(
        new Set(
          checkShifts(
            after,
            ids.filter((id) => id.includes('/cover/')),
          ),
        ),
      );
      const changed = new Set(
        random.covers.flatMap(({ shift }) => {
          const [was, is] = [daysServed(workspace, shift), daysServed(after, shift)];
          return is.flatMap(({ person }, place) =>
            was[place]?.person === person ? [] : [person, was[place]?.person],
          );
        }),
      );
      for (const person of changed) expect(preview.affected.map((one) => one.person)).toContain(person);
    }),
    { numRuns: 200, seed: 20_261_123 },
  );
  expect(moved).toBeGreaterThan(120);
  expect(conflicting).toBeGreaterThan(20);
});

test('a day given away moves its points and its holiday from one card to the other, against the shares that stand', async () => {
  const assessment = await assess(workspace, quarter, solver);
  const turn = turns.find(({ id }) => id.startsWith('rotation-team/primary/2026-12-21'));
  if (turn === undefined) throw new Error('the sample has no Christmas week');
  const other = people.find((person) => person !== turn.person) as PersonId;
  const christmas = { shift: turn.id, from: date('2026-12-25'), until: date('2026-12-26'), person: other };
  const { before, after, command } = planMove(
    workspace,
    quarter,
    { kind: 'cover', covers: [christmas], remove: [] },
    assessment,
    today,
  );
  expect(command).not.toBeNull();
  const of = (fairness: typeof before, person: PersonId) =>
    fairness.people.find((one) => one.person === person);
  const moved = (person: PersonId) => (of(after, person)?.load ?? 0) - (of(before, person)?.load ?? 0);
  expect([moved(turn.person), moved(other)]).toEqual([-12, 12]);
  expect((of(after, other)?.holidays.length ?? 0) - (of(before, other)?.holidays.length ?? 0)).toBe(1);
  expect([before.assessed, after.assessed]).toEqual([true, true]);
  for (const person of people)
    expect(
      Math.abs((of(after, person)?.attainable ?? 0) - (of(before, person)?.attainable ?? 0)),
    ).toBeLessThan(1);
});

test('lent shares are of the plan they were worked out for, and of no other', async () => {
  const assessment = await assess(workspace, quarter, solver);
  expect(lendAssessment(assessment, workspace, workspace, quarter)).toBe(assessment);
  expect(lendAssessment(null, workspace, workspace, quarter)).toBeNull();
  expect(lendAssessment({ ...assessment, digest: 'other' }, workspace, workspace, quarter)).toBeNull();
});

test('days gone by say that they need a reason, and the command waits for it', () => {
  const week = aShift('2027-01-11', 'Ann');
  const small = aWorkspace({ shifts: [week] });
  const covers = [
    { shift: week.id, from: date('2027-01-12'), until: date('2027-01-13'), person: personIdOf('Bo') },
  ];
  const preview = planMove(
    small,
    '2027-Q1' as QuarterId,
    { kind: 'cover', covers, remove: [] },
    null,
    date('2027-02-01'),
  );
  expect([preview.needsReason, preview.refusal, preview.command?.kind]).toEqual([true, null, 'cover-days']);
  expect(edit(small, { ...(preview.command as never as object), reason: '' } as never).ok).toBe(false);
});

test('a cover that is taken back names both, and a day that is held already changes nothing', () => {
  const week = aShift('2027-01-11', 'Ann');
  const small = aWorkspace({ shifts: [week] });
  const q1 = '2027-Q1' as QuarterId;
  const covers = [
    { shift: week.id, from: date('2027-01-12'), until: date('2027-01-13'), person: personIdOf('Bo') },
  ];
  const before = date('2027-01-01');
  const given = planMove(small, q1, { kind: 'cover', covers, remove: [] }, null, before);
  const made = edit(small, given.command as never);
  if (!made.ok) throw new Error('refused');
  const after = made.value.workspace;
  expect(planMove(after, q1, { kind: 'cover', covers, remove: [] }, null, before).command).toBeNull();
  const back = planMove(
    after,
    q1,
    { kind: 'cover', covers: [], remove: [`${week.id}/cover/2027-01-12` as ShiftId] },
    null,
    before,
  );
  expect(back.affected).toEqual([
    { person: 'person-ann', takes: [week.id], gives: [] },
    { person: 'person-bo', takes: [], gives: [week.id] },
  ]);
});
