import type { Channels, Opened, PendingEdit, Reply } from '../../shared/contract/channels.ts';
import type {
  ComparedRecord,
  Comparison,
  FieldDifference,
  OtherVersion,
} from '../../shared/contract/recovery.ts';
import { knownVersion, mostBytes } from '../../shared/document/envelope.ts';
import type { JournalLine } from '../../shared/document/journal-line.ts';
import {
  allTheirs,
  commonAncestor,
  compareVersions,
  takenOver,
  withChoices,
  type Ancestor,
  type MergedRecord,
} from '../../shared/document/merge.ts';
import { checkWorkspace, finishDocument } from '../../shared/document/open.ts';
import { wayBack } from '../../shared/document/way-back.ts';
import { applyRecorded, diff } from '../../shared/editing/changes.ts';
import { edit } from '../../shared/editing/edit.ts';
import { sameJson } from '../../shared/model/json.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { PlainNames } from '../../shared/words/plain-names.ts';
import { isPlain, valueLine } from '../../shared/words/plain-values.ts';
import type { Ports } from '../ports.ts';
import { keepBefore } from '../storage/backups.ts';
import { mostEditsBack } from '../storage/history.ts';
import { fileNameOf } from '../storage/places.ts';
import { readPlain } from '../storage/read-document.ts';
import { rememberWritten } from '../storage/written.ts';
import { nameOf } from './effects.ts';
import { findVersion, fingerprintOf, versionsOf } from './other-versions.ts';
import { linesOf } from './restore-points.ts';
import type { Session } from './session.ts';

const mostCompared = 500;

export async function listVersions(
  session: Session | null,
  ports: Ports,
): Promise<Reply<readonly OtherVersion[]>> {
  if (session === null) return notOpen;
  return { ok: true, value: await versionsOf(session, ports) };
}

/** Compares another version with what is open, record by record. Nothing is written. */
export async function compareVersion(
  { version: id, pending }: Channels['versions.compare']['request'],
  session: Session | null,
  ports: Ports,
): Promise<Reply<Comparison>> {
  if (session === null) return notOpen;
  const both = await bothVersions(id, pending, session, ports);
  if (!both.ok) return both;
  const { version, theirs, ours, ancestor, records } = both.value;
  const shown = [...records]
    .sort((left, right) => Number(right.conflicts.length > 0) - Number(left.conflicts.length > 0))
    .slice(0, mostCompared);
  const merged = checkWorkspace(applyRecorded(ours.workspace, takenOver(records)));
  const names = { ours: new PlainNames(ours.workspace), theirs: new PlainNames(theirs.workspace) };
  return {
    ok: true,
    value: {
      version,
      theirRevision: theirs.revision,
      ourRevision: ours.revision,
      ancestor: ancestor === null ? null : { revision: ancestor.revision, time: ancestor.time },
      records: shown.map((record) => compared(record, ours.workspace, theirs.workspace, names)),
      more: records.length - shown.length,
      conflicts: records.filter((record) => record.conflicts.length > 0).length,
      findings: merged.ok ? [] : merged.reason,
    },
  };
}

/**
 * Brings another version and ours together. What would contradict itself is refused before anything is written; then their file is copied aside, edits that
 * waited are saved, and the records taken over are one edit more. A kill in between is met at the next start like any file that something else wrote.
 */
export async function resolveVersion(
  { version: id, pending, take, choices }: Channels['versions.resolve']['request'],
  session: Session | null,
  ports: Ports,
): Promise<Reply<Opened>> {
  if (session === null) return notOpen;
  if (take === 'ours') return keepOurs(id, pending, session, ports);
  // Before anything is read: what arrives from here on is a version that the lead has not seen, and is not passed over.
  const mark = (await ports.files.look(session.places.file))?.mark ?? null;
  const both = await bothVersions(id, pending, session, ports);
  if (!both.ok) return both;
  const { version, theirs, ours, records } = both.value;
  const changes = takenOver(take === 'theirs' ? allTheirs(records) : withChoices(records, choices));
  const merged = checkWorkspace(applyRecorded(ours.workspace, changes));
  if (!merged.ok)
    return {
      ok: false,
      problem: { kind: 'invalid-workspace', file: 'the two versions together', findings: merged.reason },
    };
  if (version.kind === 'changed-underneath') {
    const bytes = await ports.files.read(version.file, mostBytes);
    await keepTheirs(bytes, theirs.revision, session, ports);
    await session.passOver(mark);
  }
  const saved = await savePending(pending, session);
  if (!saved.ok) return saved;
  if (changes.length > 0) {
    await session.keepCopy('before-restore');
    const title = `${take === 'theirs' ? 'Take over' : 'Merge'} ${changes.length === 1 ? 'one record' : `${changes.length} records`} of another version (${fileNameOf(version.file).slice(0, 100)})`;
    const saved = await session.apply({
      baseRevision: session.revision(),
      title,
      command: { kind: 'restore', from: 'other-version', changes },
    });
    if (!saved.ok) return saved;
  }
  await session.checkpoint('must');
  await rememberWritten(session.places, theirs.checksum, ports, 'settled');
  return { ok: true, value: session.opened() };
}

/**
 * Goes on with ours. Their version is kept aside as it is, and need not be readable: half a file, an empty one, or one of a newer format must not keep the lead
 * from her own plan.
 */
async function keepOurs(
  id: string,
  pending: readonly PendingEdit[],
  session: Session,
  ports: Ports,
): Promise<Reply<Opened>> {
  const mark = (await ports.files.look(session.places.file))?.mark ?? null;
  const version = await findVersion(session, id, ports);
  if (version === null) return { ok: false, problem: { kind: 'not-found', file: id } };
  const waiting = withPending(session, pending);
  if (!waiting.ok) return waiting;
  const { print, revision } = await fingerprintOf(version.file, ports);
  if (version.kind === 'changed-underneath') {
    const bytes = await ports.files.read(version.file, mostBytes);
    await keepTheirs(bytes, revision ?? session.revision(), session, ports);
    await session.passOver(mark);
  }
  const saved = await savePending(pending, session);
  if (!saved.ok) return saved;
  await session.checkpoint('must');
  await rememberWritten(session.places, print, ports, 'settled');
  return { ok: true, value: session.opened() };
}

const keepTheirs = (
  bytes: Uint8Array,
  revision: number,
  { places }: Session,
  ports: Ports,
): Promise<string> =>
  keepBefore(
    places.backups,
    'other-version',
    { revision, now: ports.clock.now(), bytes, isOurs: false },
    ports,
  );

async function savePending(pending: readonly PendingEdit[], session: Session): Promise<Reply<null>> {
  for (const request of pending) {
    const saved = await session.apply(request);
    if (!saved.ok) return saved;
  }
  return { ok: true, value: null };
}

interface Both {
  readonly version: OtherVersion;
  readonly theirs: { readonly workspace: Workspace; readonly revision: number; readonly checksum: string };
  readonly ours: Ancestor;
  readonly ancestor: (Ancestor & { readonly time: string | null }) | null;
  readonly records: readonly MergedRecord[];
}

/** An edit of ours: of the journal, or one that waits to be saved. */
type Edit = Pick<JournalLine, 'revision' | 'changes' | 'command'> & { readonly time: string | null };

async function bothVersions(
  id: string,
  pending: readonly PendingEdit[],
  session: Session,
  ports: Ports,
): Promise<Reply<Both>> {
  const version = await findVersion(session, id, ports);
  if (version === null) return { ok: false, problem: { kind: 'not-found', file: id } };
  const plain = await readPlain(ports.files, version.file, ports.hash);
  if (!plain.ok) return { ok: false, problem: plain.reason };
  // Of a newer format we would see a part only, and a merge would drop the rest without a word.
  if (plain.value.version > knownVersion)
    return {
      ok: false,
      problem: { kind: 'newer-format', file: version.file, found: plain.value.version, known: knownVersion },
    };
  const document = finishDocument(plain.value);
  if (!document.ok) return { ok: false, problem: document.reason };
  const { checksum, revision } = plain.value;
  const theirs = { workspace: document.value.workspace, revision, checksum };
  const waiting = withPending(session, pending);
  if (!waiting.ok) return waiting;
  const edits: Edit[] = [...waiting.value.edits].reverse();
  for await (const line of linesOf({ places: session.places, session }, ports)) {
    if (edits.length >= mostEditsBack) break;
    edits.push(line);
  }
  const { ours } = waiting.value;
  const ancestor =
    whereTaken(ours, theirs, edits) ?? commonAncestor(ours, theirs.workspace, edits, theirs.revision);
  const records = compareVersions(ancestor?.workspace ?? null, ours.workspace, theirs.workspace);
  const time = edits.find((line) => line.revision === ancestor?.revision)?.time ?? null;
  return {
    ok: true,
    value: { version, theirs, ours, ancestor: ancestor === null ? null : { ...ancestor, time }, records },
  };
}

/**
 * For a version of ours that was set aside when something else's was taken over: the state that those two came from. By our history alone ours would be the older
 * state of what is open, and a merge would keep nothing of it.
 */
function whereTaken(ours: Ancestor, theirs: Both['theirs'], edits: readonly Edit[]): Ancestor | null {
  const taken = edits.find(({ revision }) => revision === theirs.revision + 1);
  if (taken?.command.kind !== 'restore' || taken.command.from !== 'other-version') return null;
  const since = edits.filter(({ revision }) => revision > taken.revision);
  const after = applyRecorded(ours.workspace, wayBack(since));
  const before = applyRecorded(after, wayBack([taken]));
  if (diff(before, theirs.workspace).length > 0) return null;
  const earlier = edits.filter(({ revision }) => revision <= theirs.revision);
  return commonAncestor({ workspace: before, revision: theirs.revision }, after, earlier, theirs.revision);
}

/** Our version with the edits that could not be saved yet; a problem where one does not follow on the others. */
function withPending(
  session: Session,
  pending: readonly PendingEdit[],
): Reply<{ readonly ours: Ancestor; readonly edits: readonly Edit[] }> {
  let ours: Ancestor = { workspace: session.workspace(), revision: session.revision() };
  const edits: Edit[] = [];
  for (const { baseRevision, command, title } of pending) {
    if (baseRevision !== ours.revision)
      return { ok: false, problem: { kind: 'stale-base', sent: baseRevision, current: ours.revision } };
    const edited = edit(ours.workspace, command);
    if (!edited.ok)
      return { ok: false, problem: { kind: 'refused-edit', refusal: `“${title}” is no longer possible` } };
    ours = { workspace: edited.value.workspace, revision: ours.revision + 1 };
    edits.push({ revision: ours.revision, changes: edited.value.changes, time: null, command });
  }
  return { ok: true, value: { ours, edits } };
}

function compared(record: MergedRecord, ours: Workspace, theirs: Workspace, names: Names): ComparedRecord {
  const { table, id, ourEffect, theirEffect, side, conflicts } = record;
  const name = nameOf({ table, id, after: record.theirs }, ours, theirs);
  const isConflict = conflicts.length > 0;
  const fits = !isConflict && ourEffect !== 'same' && theirEffect !== 'same';
  const fields = fieldsOf(record, names);
  return { table, id, name, ours: ourEffect, theirs: theirEffect, side, isConflict, fits, fields };
}

/** What records are called in either version. */
interface Names {
  readonly ours: PlainNames;
  readonly theirs: PlainNames;
}

const longestValue = 200;

function fieldsOf(
  { before, ours, theirs, conflicts, taken }: MergedRecord,
  names: Names,
): readonly FieldDifference[] {
  const fields = new Set([ours, theirs].flatMap((record) => (isPlain(record) ? Object.keys(record) : [])));
  const open = new Set(conflicts.map(({ field }) => field));
  return [...fields].flatMap((field) => {
    const [base, our, their, both] = [before, ours, theirs, taken.both].map((record) =>
      valueIn(record, field),
    );
    if (sameJson(our, their)) return [];
    const side = open.has(field) || open.has(null) ? null : sameJson(both, their) ? 'theirs' : 'ours';
    const told = (value: unknown, by: PlainNames) =>
      value === undefined ? null : short(valueLine(value, by));
    return [
      {
        field,
        side,
        before: told(base, names.ours),
        ours: told(our, names.ours),
        theirs: told(their, names.theirs),
      },
    ];
  });
}

/** Undefined where the record, or the field of it, is not there. */
const valueIn = (record: unknown, field: string): unknown =>
  isPlain(record) && Object.hasOwn(record, field) ? record[field] : undefined;

const short = (text: string): string =>
  text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;

const notOpen: Reply<never> = { ok: false, problem: { kind: 'not-open' } };
