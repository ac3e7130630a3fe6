import type { RuleName } from '../model/rules.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Result } from '../result.ts';
import type { SimpleCommand } from './command.ts';
import { edit, type Edited } from './edit.ts';
import type { Refusal } from './refusal.ts';

/** What a hand's edit came to once all was accepted and reasoned that a lead can accept and give a reason for. */
export interface Attempt<Command> {
  readonly edited: Result<Edited, Refusal>;
  /** Something that was worked is among it, and the reason for that was not given. */
  readonly needsReason: boolean;
  /** Names every rule that is broken, and carries the reason as it was given. */
  readonly command: Command;
}

/** What stands in for the reason while a correction is only shown; no command carries it. */
const toBeGiven = 'to be given';

/**
 * Runs an edit as often as it takes to know which rules it breaks and whether it lacks a reason.
 *
 * @param commandWith the edit that accepts these rules and gives this reason
 */
export function attempt<Command extends SimpleCommand>(
  workspace: Workspace,
  commandWith: (accept: readonly RuleName[], reason: string) => Command,
  reason: string,
): Attempt<Command> {
  let why = reason;
  let accept: readonly RuleName[] = [];
  let edited = edit(workspace, commandWith(accept, why));
  const needsReason = !edited.ok && edited.reason.kind === 'past-needs-reason';
  if (needsReason) {
    why = toBeGiven;
    edited = edit(workspace, commandWith(accept, why));
  }
  if (!edited.ok && edited.reason.kind === 'breaks-rules') {
    accept = [...new Set(edited.reason.findings.map((finding) => finding.rule))].sort();
    edited = edit(workspace, commandWith(accept, why));
  }
  return { edited, needsReason, command: commandWith(accept, reason) };
}
