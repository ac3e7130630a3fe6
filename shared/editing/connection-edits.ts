import { ok, refused } from '../result.ts';
import { recordFaults } from '../model/integrity.ts';
import { derived, recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { CommandOf } from './command.ts';
import { save, unknown, withoutRecord, type Outcome } from './records.ts';

/** Adds a connection or changes how it maps. What it wrote elsewhere is recorded by `record-pushed` alone. */
export function saveConnection(workspace: Workspace, { connection }: CommandOf<'save-connection'>): Outcome {
  const own = recordOf(workspace, 'connections', connection.id)?.own ?? [];
  return save(workspace, 'connections', { ...connection, own });
}

/** What a connection has written on the other side by now: true there, so it is no step of undo (lasting.ts). */
export function recordPushed(workspace: Workspace, { connection, own }: CommandOf<'record-pushed'>): Outcome {
  const known = recordOf(workspace, 'connections', connection);
  return known === undefined
    ? unknown('connections', connection, 'own')
    : save(workspace, 'connections', { ...known, own });
}

export function removeConnection(
  workspace: Workspace,
  { connection }: CommandOf<'remove-connection'>,
): Outcome {
  return recordOf(workspace, 'connections', connection) === undefined
    ? unknown('connections', connection, 'connection')
    : ok(withoutRecord(workspace, 'connections', connection));
}

/** Records calendar events as they go out. Each is new, or of a higher SEQUENCE than when it went out last. */
export function publish(workspace: Workspace, { events }: CommandOf<'publish'>): Outcome {
  const seen = new Set<string>();
  for (const event of events) {
    const invalid = (what: string): Outcome =>
      refused({ kind: 'invalid', where: `published/${event.id}`, what });
    if (seen.has(event.id)) return invalid('is given twice');
    seen.add(event.id);
    const known = recordOf(workspace, 'published', event.id);
    if (known !== undefined && event.sequence <= known.sequence)
      return invalid(`has SEQUENCE ${event.sequence}, and went out with ${known.sequence} already`);
    const fault = recordFaults(workspace, 'published', event)[0];
    if (fault !== undefined) return refused(fault);
  }
  const added = Object.fromEntries(events.map((event) => [event.id, event]));
  return ok({
    ...workspace,
    published: derived(workspace.published, { ...workspace.published, ...added }, Object.keys(added)),
  });
}
