import type { SimpleCommand } from '../../../shared/editing/command.ts';
import type { Image } from '../../../shared/model/image.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { innerLinks, textsOf } from '../../../shared/runbooks/links.ts';
import { changedFields } from '../../../shared/runbooks/versions.ts';
import { act } from '../../state/act.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

/** The pictures that belong to a runbook, in the order in which they were saved. */
export const picturesOf = (runbook: Pick<Runbook, 'id'>): readonly Image[] =>
  Object.values(openWorkspace().images).filter((it) => it.runbook === runbook.id);

/**
 * Saves a runbook with its pictures as one step: new ones that its text shows, and the removal of those that were taken out.
 *
 * @returns null when it was saved or nothing had changed, else why not, as a sentence
 */
export function saveWithPictures(runbook: Runbook, pictures: readonly Image[]): string | null {
  const { runbooks, images } = openWorkspace();
  const before = runbooks[runbook.id];
  const shown = new Set(
    textsOf(runbook)
      .flatMap(innerLinks)
      .map((it) => it.id),
  );
  const kept = new Set<string>(pictures.map((it) => it.id));
  const commands: SimpleCommand[] = [
    ...(before === undefined || changedFields(before, runbook).length > 0
      ? [{ kind: 'save-runbook', runbook } as const]
      : []),
    ...pictures
      .filter((it) => images[it.id] === undefined && shown.has(it.id))
      .map((image) => ({ kind: 'save-image', image }) as const),
    ...picturesOf(runbook)
      .filter((it) => !kept.has(it.id))
      .map((it) => ({ kind: 'remove-image', image: it.id }) as const),
  ];
  const [only] = commands;
  if (only === undefined) return null;
  const title = `${before === undefined ? 'Add' : 'Change'} runbook ${runbook.title}`;
  const done = `${runbook.title} is ${before === undefined ? 'added' : 'changed'}.`;
  return commands.length === 1 ? act(only, done) : act({ kind: 'together', title, commands }, done, title);
}

/** An older version in the place of what is saved; the place in the list stays. */
export function restoreVersion(version: Runbook, when: string): string | null {
  const now = openWorkspace().runbooks[version.id];
  const runbook = { ...version, position: now?.position ?? version.position };
  return act({ kind: 'save-runbook', runbook }, `${version.title} is as it was ${when}.`);
}
