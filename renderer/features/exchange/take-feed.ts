import { attempt } from '../../../shared/editing/attempt.ts';
import type { SimpleCommand } from '../../../shared/editing/command.ts';
import { changedTurns, type FeedShifts } from '../../../shared/exchange/feed-shifts.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { LayerName, PersonId } from '../../../shared/model/ids.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/clock.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** What was chosen for a feed. */
export interface FeedChoices {
  readonly rotation: Rotation;
  readonly layer: LayerName;
  readonly mapping: ReadonlyMap<string, PersonId | null>;
}

/** How a calendar of this name was read the last time. */
export const rememberedFeed = (workspace: Workspace, name: string): Connection | undefined =>
  recordsOf(workspace, 'connections').find((known) => known.kind === 'calendar' && known.name === name);

/** Takes the turns of a feed over and remembers how it was read, as one step; says what became of it. */
export function takeFeed(feed: FeedShifts, name: string, choices: FeedChoices): boolean {
  const workspace = openWorkspace();
  const changed = changedTurns(feed);
  const now = today(workspace.about.zone);
  const assignments = changed.map(({ slot, wanted }) => ({ shift: slot.id, person: wanted }));
  // A plan that was made elsewhere may break rules of ours; its shifts are flagged for that, not refused.
  const { command } = attempt(
    workspace,
    (accept, reason) => ({ kind: 'assign-shifts', assignments, accept, today: now, reason }) as const,
    `As in ${name}`,
  );
  const title = `Import ${changed.length === 1 ? 'one turn' : `${changed.length} turns`} from ${name}`;
  const commands: readonly SimpleCommand[] = [
    { kind: 'save-connection', connection: connectionOf(workspace, name, choices) },
    command,
  ];
  const made = runCommand({ kind: 'together', title: title.slice(0, 300), commands }, title);
  const text = made.ok ? `${title.replace('Import', 'Imported')}.` : refusalText(made.reason, workspace);
  showToast({ text, tone: made.ok ? 'info' : 'error', undo: made.ok });
  announce(text, made.ok ? 'polite' : 'assertive');
  return made.ok;
}

function connectionOf(
  workspace: Workspace,
  name: string,
  { rotation, layer, mapping }: FeedChoices,
): Connection {
  const known = rememberedFeed(workspace, name);
  const said = new Map(known?.people.map((entry) => [entry.outside, entry]));
  for (const [outside, person] of mapping) said.set(outside, { outside, name: outside, person });
  return {
    id: known?.id ?? freeId(workspace),
    kind: 'calendar',
    name,
    address: null,
    people: [...said.values()],
    rotations: [{ outside: name, name, rotation: rotation.id, layer }],
    own: [],
  };
}

function freeId(workspace: Workspace): Connection['id'] {
  let number = 1;
  while (recordOf(workspace, 'connections', `connection-calendar-${number}`) !== undefined) number += 1;
  return `connection-calendar-${number}` as Connection['id'];
}
