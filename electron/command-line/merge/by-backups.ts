import { placeValues, type Ancestor } from '../../../shared/document/merge.ts';
import { diff } from '../../../shared/editing/changes.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Files } from '../../ports.ts';
import { backupsToTry } from '../../storage/backups.ts';
import { readDocument } from '../../storage/read-document.ts';
import { sha256 } from '../../storage/system.ts';
import { placesHere, realPath } from '../read-file.ts';
import type { FoundAncestor, Version } from './ancestor.ts';

interface Copy extends Ancestor {
  readonly path: string;
}

/** The sound copies beside a file that are no newer than it and of the same workspace, the newest first. */
async function copiesOf({ file, revision, workspace }: Version, files: Files): Promise<readonly Copy[]> {
  const places = await placesHere(await realPath(file, files), files);
  const found = new Map<number, Copy>();
  for (const path of await backupsToTry(files, places)) {
    const document = await readDocument(files, path, sha256);
    if (!document.ok) continue; // a damaged copy says nothing
    const copy = { path, workspace: document.value.workspace, revision: document.value.revision };
    const isOfIt = copy.revision <= revision && copy.workspace.about.id === workspace.about.id;
    if (isOfIt && !found.has(copy.revision)) found.set(copy.revision, copy);
  }
  return [...found.values()].sort((one, other) => other.revision - one.revision);
}

const told = ({ path, revision, workspace }: Copy, file: string): FoundAncestor => ({
  workspace,
  revision,
  told: `The common ancestor is revision ${revision}, by the copy ${path} of ${file}.`,
});

/** The newest copy that both files have beside them. */
function shared(ours: readonly Copy[], theirs: readonly Copy[]): Copy | undefined {
  const others = new Map(theirs.map((copy) => [copy.revision, copy]));
  return ours.find((copy) => {
    const other = others.get(copy.revision);
    return other !== undefined && diff(copy.workspace, other.workspace).length === 0;
  });
}

/**
 * The newest copy of one version that the other can come from. Copies tell a history with holes: where the versions differ in a field that was
 * changed between two copies, the other may have had it from in between, so the state from before that change is taken. A merge then asks
 * more than it must, and loses nothing.
 */
function oneSided(own: Version, copies: readonly Copy[], other: Version): Copy | undefined {
  const places = (from: Workspace, to: Workspace): readonly string[] =>
    diff(from, to).flatMap((change) => placeValues(change).map(([place]) => place));
  const apart = new Set(places(own.workspace, other.workspace));
  let [found, after]: [Copy | undefined, Workspace] = [undefined, own.workspace];
  for (const copy of copies) {
    const isTouched = places(copy.workspace, after).filter((place) => apart.delete(place)).length > 0;
    if (copy.revision <= other.revision && (isTouched || found === undefined)) found = copy;
    else if (isTouched) found = undefined;
    if (apart.size === 0 && found !== undefined) break;
    after = copy.workspace;
  }
  return found;
}

/** The state that two versions come from, by the copies that lie beside either of them; null where none shows it. */
export async function byBackups(ours: Version, theirs: Version, files: Files): Promise<FoundAncestor | null> {
  const [own, their] = [await copiesOf(ours, files), await copiesOf(theirs, files)];
  const both = shared(own, their);
  if (both !== undefined) return told(both, ours.file);
  const [mine, others] = [oneSided(ours, own, theirs), oneSided(theirs, their, ours)];
  if (mine !== undefined) return told(mine, ours.file);
  return others === undefined ? null : told(others, theirs.file);
}
