import { ok, refused } from '../result.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

/** Longest name and note that the file takes: the window edits without its schema. */
const MOST_NAME = 200;
const MOST_NOTE = 20_000;

/** Names a plan, or follows a plan of that id with a newer one. Nothing of the plan that stands changes. */
export function saveScenario(workspace: Workspace, { scenario }: CommandOf<'save-scenario'>): Outcome {
  const invalid = (field: string, what: string): Outcome =>
    refused({ kind: 'invalid', where: `scenarios/${scenario.id}.${field}`, what });
  if (scenario.name.trim() === '' || scenario.name.length > MOST_NAME)
    return invalid('name', `must have 1 to ${MOST_NAME} characters`);
  if (scenario.note.length > MOST_NOTE) return invalid('note', `must have at most ${MOST_NOTE} characters`);
  return save(workspace, 'scenarios', scenario);
}

export function removeScenario(workspace: Workspace, { scenario }: CommandOf<'remove-scenario'>): Outcome {
  return recordOf(workspace, 'scenarios', scenario) === undefined
    ? unknown('scenarios', scenario, 'scenario')
    : ok(withoutRecord(workspace, 'scenarios', scenario));
}
