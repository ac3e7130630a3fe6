import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  isHiddenName,
  nothingRead,
  readRunbooks,
  type RunbookFiles,
} from '../../../shared/words/runbook-files.ts';
import { unreadText } from '../../../shared/words/runbook-import-text.ts';
import { base64Of } from '../../state/save-file.ts';
import { pickedFiles } from './picked-files.ts';

/** How long reading goes on, in milliseconds, before the window gets a turn. */
const AT_A_STRETCH = 12;

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Reads chosen files and archives as runbooks, with a rest for the window now and then. */
export async function readRunbookFiles(workspace: Workspace, chosen: readonly File[]): Promise<RunbookFiles> {
  let since = performance.now();
  const restNowAndThen = async (): Promise<void> => {
    if (performance.now() - since <= AT_A_STRETCH) return;
    await rest();
    since = performance.now();
  };
  try {
    const visible = (await pickedFiles(chosen, restNowAndThen)).filter(
      ({ path }) => !path.split('/').some(isHiddenName),
    );
    return await readRunbooks(workspace, visible, {
      newId: () => `runbook-${crypto.randomUUID()}`,
      base64: base64Of,
      rest: restNowAndThen,
    });
  } catch (error) {
    // An archive that cannot be unpacked.
    return nothingRead(0, unreadText(error));
  }
}
