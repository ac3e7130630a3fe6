import type { CommandOf } from '../editing/command.ts';
import type { Connection } from '../model/connection.ts';
import type { LocalDate } from '../model/dates.ts';
import type { LayerName, PersonId } from '../model/ids.ts';
import type { Rotation } from '../model/rotation.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { FeedShifts } from './feed-shifts.ts';
import { changedTurns } from './held-turns.ts';
import { turnStep } from './turn-steps.ts';

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
): CommandOf<'together'> {
  return turnStep(workspace, name, changedTurns(feed), connectionOf(workspace, name, choices), today);
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
