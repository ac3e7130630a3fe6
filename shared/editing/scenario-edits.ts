import { dateOf } from '../calendar/days.ts';
import { ok, refused } from '../result.ts';
import type { ShiftId } from '../model/ids.ts';
import { sameJson } from '../model/json.ts';
import type { Scenario } from '../model/scenario.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { shiftsOfQuarter } from '../rotation/recorded.ts';
import type { CommandOf } from './command.ts';
import { savePerson } from './people-edits.ts';
import { addPolicy } from './policy-edits.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';
import { saveRotation } from './rotation-edits.ts';
import { acceptPlan } from './shift-edits.ts';

export const saveScenario = (workspace: Workspace, { scenario }: CommandOf<'save-scenario'>): Outcome =>
  save(workspace, 'scenarios', scenario);

export function removeScenario(workspace: Workspace, { scenario }: CommandOf<'remove-scenario'>): Outcome {
  return recordOf(workspace, 'scenarios', scenario) === undefined
    ? unknown('scenarios', scenario, 'scenario')
    : ok(withoutRecord(workspace, 'scenarios', scenario));
}

/** Makes a scenario the plan: its facts first, then its shifts, all or nothing. What has ended by today stays as it was worked. */
export function adoptScenario(workspace: Workspace, { scenario: id, today }: CommandOf<'adopt-scenario'>): Outcome {
  const scenario = recordOf(workspace, 'scenarios', id);
  if (scenario === undefined) return unknown('scenarios', id, 'scenario');
  const staying = new Set<ShiftId>(scenario.assignments.map(({ shift }) => shift));
  let cleared = workspace;
  for (const { id: shift, end, pinned } of shiftsOfQuarter(workspace.shifts, scenario.quarter)) {
    if (dateOf(end) <= today || staying.has(shift)) continue;
    // The scenario's rotations no longer have this turn.
    if (pinned) return refused({ kind: 'pinned', shift });
    cleared = withoutRecord(cleared, 'shifts', shift);
  }
  const facts = withFacts(cleared, scenario);
  if (!facts.ok) return facts;
  const { seed, digest, iterations, cost, bound } = scenario.plan ?? unplanned;
  return acceptPlan(facts.value, {
    kind: 'accept-plan',
    quarter: scenario.quarter,
    assignments: scenario.assignments.filter(({ shift, person }) => isOpenTo(facts.value, shift, person, today)),
    seed,
    digest,
    iterations,
    cost,
    bound,
    today,
  });
}

const unplanned = { seed: 0, digest: '', iterations: 0, cost: null, bound: null };

/** A turn that has ended keeps whoever worked it, whatever the scenario says. */
function isOpenTo(workspace: Workspace, shift: ShiftId, person: string | null, today: string): boolean {
  const held = recordOf(workspace, 'shifts', shift);
  return held === undefined || held.person === person || dateOf(held.end) > today;
}

function withFacts(workspace: Workspace, { facts }: Scenario): Outcome {
  let next = workspace;
  const take = (outcome: Outcome): Outcome => {
    if (outcome.ok) next = outcome.value;
    return outcome.ok || outcome.reason.kind !== 'no-change' ? outcome : ok(next);
  };
  for (const person of facts.people) {
    const taken = take(savePerson(next, { kind: 'save-person', person }));
    if (!taken.ok) return taken;
  }
  for (const rotation of facts.rotations) {
    const taken = take(saveRotation(next, { kind: 'save-rotation', rotation }));
    if (!taken.ok) return taken;
  }
  return facts.policy === null ? ok(next) : withPolicy(next, facts.policy);
}

/** The scenario's policy as the newest version; adopted a second time it is there already. */
function withPolicy(workspace: Workspace, wanted: NonNullable<Scenario['facts']['policy']>): Outcome {
  const known = recordOf(workspace, 'policies', wanted.id);
  if (known !== undefined && sameJson({ ...known, version: 0 }, { ...wanted, version: 0 })) return ok(workspace);
  const version = 1 + Math.max(0, ...recordsOf(workspace, 'policies').map((policy) => policy.version));
  return addPolicy(workspace, { kind: 'add-policy', policy: { ...wanted, version } });
}
