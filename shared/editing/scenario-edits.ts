import { ok } from '../result.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

/** Names a plan, or follows a plan of that id with a newer one. Nothing of the plan that stands changes. */
export const saveScenario = (workspace: Workspace, { scenario }: CommandOf<'save-scenario'>): Outcome =>
  save(workspace, 'scenarios', scenario);

export function removeScenario(workspace: Workspace, { scenario }: CommandOf<'remove-scenario'>): Outcome {
  return recordOf(workspace, 'scenarios', scenario) === undefined
    ? unknown('scenarios', scenario, 'scenario')
    : ok(withoutRecord(workspace, 'scenarios', scenario));
}
