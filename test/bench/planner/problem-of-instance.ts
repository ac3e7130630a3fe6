import { loadSolver } from '../../../electron/command-line/load-solver.ts';
import type { Aim } from '../../../shared/planner/aim.ts';
import { attainableShares } from '../../../shared/planner/attainable.ts';
import type { PlanInput } from '../../../shared/planner/plan.ts';
import { OPEN } from '../../../shared/planner/problem.ts';
import { aimOfInstance, instances, type InstanceTerms, makeInstance, saltOf } from '../instances.ts';

export type InstanceName = keyof typeof instances;
export const instanceNames = Object.keys(instances) as InstanceName[];

/** An instance to plan from nothing. Only the named instances, k = 0, have shares and an optimum that are written down. */
export interface ReadyInstance {
  readonly terms: InstanceTerms;
  readonly input: PlanInput;
  readonly aim: Aim;
  readonly optimum: number | null;
}

/** @param attainable A of everybody; null takes those of the paper, else asks the linear program */
export async function readyInstance(name: InstanceName, k: number, attainable: readonly number[] | null): Promise<ReadyInstance> {
  const { terms, optimum, attainable: written } = instances[name];
  const instance = makeInstance(terms, saltOf(k));
  const { problem, carry } = instance;
  const shares = attainable ?? (k === 0 ? written : null) ?? [...(await attainableShares(problem, carry, await loadSolver()))];
  const aim = aimOfInstance(instance, shares);
  const count = problem.slots.length;
  const input: PlanInput = {
    problem,
    aim,
    present: new Int16Array(count).fill(OPEN),
    fixed: new Uint8Array(count),
    closed: new Uint8Array(count),
    holders: problem.slots.map(() => null),
  };
  return { terms, input, aim, optimum: k === 0 ? optimum : null };
}
