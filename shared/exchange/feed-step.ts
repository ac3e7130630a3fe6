import { attempt } from '../editing/attempt.ts';
import type { Command, SimpleCommand } from '../editing/command.ts';
import type { Connection } from '../model/connection.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LayerName, PersonId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { changedTurns, type FeedShifts } from './feed-shifts.ts';

/** What was chosen for a feed. */
export interface FeedChoices {
  readonly rotation: Rotation;
  readonly layer: LayerName;
  readonly mapping: ReadonlyMap<string, PersonId | null>;
}

/** How a calendar of this name was read the last time. */
export const rememberedFeed = (workspace: Workspace, name: string): Connection | undefined =>
  recordsOf(workspace, 'connections').find((known) => known.kind === 'calendar' && known.name === name);

/** Takes the turns of a feed over and remembers how it was read, as one step. */
export function feedStep(
  workspace: Workspace,
  feed: FeedShifts,
  name: string,
  choices: FeedChoices,
  today: LocalDate,
): Extract<Command, { kind: 'together' }> {
  const changed = changedTurns(feed);
  const assignments = changed.map(({ slot, wanted }) => ({ shift: slot.id, person: wanted }));
  // A plan that was made elsewhere may break rules of ours; its shifts are flagged for that, not refused.
  const { command } = attempt(
    workspace,
    (accept, reason) => ({ kind: 'assign-shifts', assignments, accept, today, reason }) as const,
    `As in ${name}`,
  );
  const title = `Import ${changed.length === 1 ? 'one turn' : `${changed.length} turns`} from ${name}`;
  const commands: readonly SimpleCommand[] = [
    { kind: 'save-connection', connection: connectionOf(workspace, name, choices) },
    command,
  ];
  return { kind: 'together', title: title.slice(0, 300), commands: [...commands] };
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
