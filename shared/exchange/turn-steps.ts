import { attempt } from '../editing/attempt.ts';
import type { CommandOf, SimpleCommand } from '../editing/command.ts';
import type { Connection } from '../model/connection.ts';
import type { LocalDate } from '../model/dates.ts';
import type { Workspace } from '../model/workspace.ts';
import type { HeldTurn } from './held-turns.ts';

/** Most turns of one command; a longer list becomes several. */
const MOST_TURNS = 1000;

/**
 * The commands that give turns to people as a file has them. A plan that was made elsewhere may break rules of ours: its shifts are flagged
 * for that, not refused.
 *
 * @param today what ended by then is corrected, for which the reason stands
 */
function turnSteps(
  workspace: Workspace,
  turns: readonly HeldTurn[],
  today: LocalDate,
  reason: string,
): readonly SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let now = workspace;
  for (let at = 0; at < turns.length; at += MOST_TURNS) {
    const assignments = turns
      .slice(at, at + MOST_TURNS)
      .map(({ slot, wanted }) => ({ shift: slot.id, person: wanted }));
    const { command, edited } = attempt(
      now,
      (accept, why) => ({ kind: 'assign-shifts', assignments, accept, today, reason: why }) as const,
      reason.slice(0, 500),
    );
    commands.push(command);
    if (edited.ok) now = edited.value.workspace;
  }
  return commands;
}

/**
 * Takes turns of a file over and remembers how it was read, as one step.
 *
 * @param file its name, as the step and the reason of corrections have it
 */
export function turnStep(
  workspace: Workspace,
  file: string,
  changed: readonly HeldTurn[],
  connection: Connection,
  today: LocalDate,
): CommandOf<'together'> {
  const title = `Import ${changed.length === 1 ? 'one turn' : `${changed.length} turns`} from ${file}`;
  const commands: readonly SimpleCommand[] = [
    { kind: 'save-connection', connection },
    ...turnSteps(workspace, changed, today, `As in ${file}`),
  ];
  return { kind: 'together', title: title.slice(0, 300), commands: [...commands] };
}
