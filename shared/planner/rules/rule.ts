import type { RuleName } from '../../model/rules.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Duty } from '../facts.ts';
import type { Finding } from '../finding.ts';

/** One rule: what it has to say about one held shift. Rules know nothing of each other. `near` is what else its holder has on. */
export interface Rule {
  readonly name: RuleName;
  readonly check: (workspace: Workspace, duty: Duty, near: readonly Duty[]) => readonly Finding[];
}
