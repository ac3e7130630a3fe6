import type { Workspace } from '../../shared/model/workspace.ts';
import { diffLines, versionDiff } from '../../shared/words/version-diff.ts';
import type { Files } from '../ports.ts';
import type { Arguments } from './arguments.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from './outcome.ts';
import { readWorkspace } from './read-file.ts';

/** Two files of one team say so by their id; of two teams nearly everything differs, and that is no news about anybody. */
const strangersNote = (one: Workspace, other: Workspace): string =>
  `These are two workspaces, not two versions of one: ${one.about.name} and ${other.about.name} were begun apart.`;

/**
 * What another version of a workspace says otherwise, by record and field, in words.
 *
 * @throws Stop where one of them cannot be read
 */
export async function diffHere({ file, others: [other], json }: Arguments, files: Files): Promise<Outcome> {
  if (file === null || other === undefined)
    throw new Stop('evenwatch diff needs two files: evenwatch diff BEFORE AFTER.');
  const [before, after] = [await readWorkspace(file, files), await readWorkspace(other, files)];
  const changes = versionDiff(before.workspace, after.workspace);
  const strangers = before.workspace.about.id !== after.workspace.about.id;
  const notes = [
    ...before.notes,
    ...after.notes,
    ...(strangers ? [strangersNote(before.workspace, after.workspace)] : []),
  ];
  const [from, to] = [before, after].map(({ revision }) => revision);
  const count = changes.length === 1 ? 'One record differs' : `${changes.length} records differ`;
  const head =
    changes.length === 0
      ? 'No record differs.'
      : `${count} from ${file} (revision ${from ?? 0}) to ${other} (revision ${to ?? 0}).`;
  return {
    code: changes.length === 0 ? FINE : FINDINGS,
    out: json
      ? asJson({ before: { file, revision: from }, after: { file: other, revision: to }, changes })
      : `${[head, ...changes.flatMap(diffLines)].join('\n')}\n`,
    notes,
  };
}
