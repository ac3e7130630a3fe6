import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, type Outcome } from './records.ts';

/** Opens an incident or adds to it; events that cannot follow each other are a fault. */
export const saveIncident = (workspace: Workspace, { incident }: CommandOf<'save-incident'>): Outcome =>
  save(workspace, 'incidents', incident);
