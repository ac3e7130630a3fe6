import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { checkShifts } from '../../../shared/planner/check.ts';
import { planInput } from '../../../shared/planner/plan.ts';
import { date } from '../../builders/a-workspace.ts';
import { anyTeam } from './any-team.ts';
import { finish, q1 } from './small-team.ts';

test('whatever the team, its own plan is accepted, and what the planner set breaks no hard rule', () => {
  let accepted = 0;
  const bad: string[] = [];
  for (let seed = 1; seed <= 200; seed++) {
    const workspace = anyTeam(seed);
    const today = addDays(date('2026-12-01'), (seed * 7) % 90);
    const proposal = finish(planInput(workspace, q1, null, today), 2_000);
    const { assignments, digest, iterations } = proposal;
    const edited = edit(workspace, { kind: 'accept-plan', quarter: q1, assignments: [...assignments], seed: 1, digest, iterations, cost: 0, bound: null, today });
    if (!edited.ok) {
      if (edited.reason.kind !== 'no-change') bad.push(`team ${seed}: ${JSON.stringify(edited.reason)}`);
      continue;
    }
    accepted += 1;
    const next = edited.value.workspace;
    const set = assignments.filter(({ shift, person }) => person !== null && workspace.shifts[shift]?.person !== person).map(({ shift }) => shift);
    const hard = checkShifts(next, set).filter(({ severity }) => severity === 'hard');
    if (hard.length > 0) bad.push(`team ${seed}: ${JSON.stringify(hard[0])}`);
  }
  expect(bad).toEqual([]);
  expect(accepted).toBeGreaterThan(150);
}, 60_000);
