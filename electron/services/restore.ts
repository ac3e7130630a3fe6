import type { Channels, Opened, Reply } from '../../shared/contract/channels.ts';
import type { RestoreList, RestorePreview, WrittenFile } from '../../shared/contract/recovery.ts';
import { closeWorkspace } from '../../shared/document/close.ts';
import { mostBytes } from '../../shared/document/envelope.ts';
import { diff } from '../../shared/editing/changes.ts';
import type { Ports } from '../ports.ts';
import { bytesOf } from '../storage/disk-text.ts';
import { fileNameOf, folderNameOf, placesOf } from '../storage/places.ts';
import { beginWithPoint, resolved } from './begin.ts';
import { effectsOf } from './effects.ts';
import { handOut } from './hand-out.ts';
import { damagedPath, findPoint, listPoints, stateAt, type Around, type FoundPoint } from './restore-points.ts';
import type { Session } from './session.ts';
import type { Keeper } from './workspace.ts';

type Asked<Name extends 'restore.points' | 'restore.preview' | 'restore.apply' | 'restore.export'> =
  Channels[Name]['request'];

/** Everything that can be taken back of the open workspace, or of one on the list that could not be opened. */
export const restorePoints = ({ file, before }: Asked<'restore.points'>, keeper: Keeper, ports: Ports): Promise<Reply<RestoreList>> =>
  around(file, keeper, ports, async (place) => ({ ok: true, value: await listPoints(place, before, ports) }));

/** What taking a point back would change. Nothing is written. */
export const restorePreview = ({ file, point: id }: Asked<'restore.preview'>, keeper: Keeper, ports: Ports): Promise<Reply<RestorePreview>> =>
  around<RestorePreview>(file, keeper, ports, async (place) => {
    const point = await findPoint(place, id, ports);
    if (point === null) return gone(id);
    const state = await stateAt(place, point, ports);
    if (!state.ok) return { ok: false, problem: state.reason };
    const { path: _path, ...told } = point;
    return { ok: true, value: { point: told, ...effectsOf(place.session?.workspace() ?? null, state.value) } };
  });

/**
 * Takes a point back. In the open workspace that is one edit, which undo takes back, after a copy of what was there. A file that could not be opened is set
 * aside, and opens with the state of the point.
 */
export async function restoreApply({ file, point: id }: Asked<'restore.apply'>, keeper: Keeper, ports: Ports): Promise<Reply<Opened>> {
  if (file === null) return keeper.withSession((session) => restoreIn(session, id, ports));
  return keeper.openPrepared(file, async (path) => {
    const place: Around = { places: placesOf(path, ports.host.dataFolder), session: null };
    const point = await findPoint(place, id, ports);
    return point === null ? { ok: false, reason: { kind: 'not-found', file: id } } : beginWithPoint(place, point, ports);
  });
}

async function restoreIn(session: Session | null, id: string, ports: Ports): Promise<Reply<Opened>> {
  if (session === null) return { ok: false, problem: { kind: 'not-open' } };
  const place: Around = { places: session.places, session };
  const point = await findPoint(place, id, ports);
  if (point === null) return gone(id);
  const state = await stateAt(place, point, ports);
  if (!state.ok) return { ok: false, problem: state.reason };
  const changes = diff(session.workspace(), state.value);
  if (changes.length === 0) return { ok: true, value: session.opened() };
  if (session.isWritable()) await session.keepCopy('before-restore');
  const reply = await session.apply({
    baseRevision: session.revision(),
    title: titleOf(point),
    command: { kind: 'restore', from: 'restore-point', changes },
  });
  return reply.ok ? { ok: true, value: session.opened() } : reply;
}

/** `Restore revision 12 (Plan Q1 2027)`. */
const titleOf = ({ revision, title }: FoundPoint): string =>
  `Restore revision ${revision}${title === null ? '' : ` (${title.slice(0, 200)})`}`;

/** Gives a point, or a damaged file as it was found, into the lead's hands. */
export const restoreExport = ({ file, item }: Asked<'restore.export'>, keeper: Keeper, ports: Ports): Promise<Reply<WrittenFile>> =>
  around(file, keeper, ports, async (place) => {
    const damaged = await damagedPath(place.places, item, ports);
    if (damaged !== null)
      return handOut(fileNameOf(damaged), await ports.files.read(damaged, mostBytes * 16), ports);
    const point = await findPoint(place, item, ports);
    if (point === null) return gone(item);
    if (point.path !== null) {
      const name = `${fileNameOf(place.places.file).replace(/\.json$/, '')}-revision-${point.revision}.json`;
      return handOut(name, await ports.files.read(point.path, mostBytes), ports);
    }
    const state = await stateAt(place, point, ports);
    if (!state.ok) return { ok: false, problem: state.reason };
    const name = `${folderNameOf(state.value.about.name)}-revision-${point.revision}.evenwatch.json`;
    return handOut(name, bytesOf(closeWorkspace(state.value, point.revision, ports.hash)), ports);
  });

const gone = (id: string): Reply<never> => ({ ok: false, problem: { kind: 'not-found', file: id } });

/** The open workspace; or the place of a file of the list, which a window may name and no other. */
export function around<Value>(
  file: string | null,
  keeper: Keeper,
  ports: Ports,
  action: (place: Around) => Promise<Reply<Value>>,
): Promise<Reply<Value>> {
  return keeper.withSession(async (session) => {
    if (file === null)
      return session === null
        ? { ok: false, problem: { kind: 'not-open' } }
        : action({ places: session.places, session });
    const path = await resolved(file, ports);
    if (session?.file === path) return action({ places: session.places, session });
    const recent = await keeper.recent();
    if (!recent.ok) return recent;
    if (!recent.value.some((entry) => entry.file === file || entry.file === path)) return gone(file);
    return action({ places: placesOf(path, ports.host.dataFolder), session: null });
  });
}
