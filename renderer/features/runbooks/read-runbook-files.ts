import { decodeText, fileFault, mostBytes } from '../../../shared/exchange/decode.ts';
import { runbookImporter, type RunbookImport } from '../../../shared/exchange/runbook-import.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Image } from '../../../shared/model/image.ts';
import { leftOutText, noRunbookText } from '../../../shared/words/runbook-import-text.ts';
import { pickedFiles, type PickedFile } from './picked-files.ts';
import { readRunbookPictures } from './read-runbook-pictures.ts';

/** What was chosen, read. */
export interface RunbookFiles extends RunbookImport {
  /** Files that were read as runbooks. */
  readonly files: number;
  /** Pictures that the runbooks name, and that come along. */
  readonly images: readonly Image[];
}

/** Most bytes that one import reads; what it brings becomes one step of the journal. */
const MOST_TOGETHER = 20_000_000;

/** How long reading goes on, in milliseconds, before the window gets a turn. */
const AT_A_STRETCH = 12;

/** What begins with a dot, and what tools keep, is nobody's runbook. */
const isHidden = (path: string): boolean => path.split('/').some((part) => /^\.|^node_modules$/.test(part));
const isText = (path: string): boolean => /\.(md|markdown|mdx|txt)$/i.test(path);

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const told = (error: unknown): string =>
  `it could not be read: ${error instanceof Error ? error.message : String(error)}`;

const byPath = (a: PickedFile, b: PickedFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/**
 * Reads files as runbooks, in the order of their paths, with a rest for the window now and then, and the pictures that they name. Links inside
 * a folder are not followed.
 */
export async function readRunbookFiles(workspace: Workspace, chosen: readonly File[]): Promise<RunbookFiles> {
  const about: ImportProblem[] = [];
  const nothing = (files: number, what: string): RunbookFiles => ({
    files,
    items: [],
    images: [],
    problems: [{ row: null, column: null, severity: 'error', what }],
  });
  let visible: readonly PickedFile[];
  try {
    visible = (await pickedFiles(chosen)).filter(({ path }) => !isHidden(path));
  } catch (error) {
    return nothing(0, told(error));
  }
  const files = visible.filter(({ path }) => isText(path)).toSorted(byPath);
  if (files.reduce((sum, file) => sum + Math.min(file.size, mostBytes), 0) > MOST_TOGETHER)
    return nothing(files.length, 'the files are larger than 20 MB together; import them in parts');
  const importer = runbookImporter(workspace, () => `runbook-${crypto.randomUUID()}`);
  let since = performance.now();
  const restNowAndThen = async (): Promise<void> => {
    if (performance.now() - since <= AT_A_STRETCH) return;
    await rest();
    since = performance.now();
  };
  for (const { path, read } of files) {
    try {
      const bytes = await read(mostBytes + 1);
      const fault = fileFault(bytes);
      if (fault === null) importer.add({ path, text: decodeText(bytes).text });
      else
        about.push({
          row: null,
          column: path,
          severity: fault === 'empty' ? 'loss' : 'error',
          what: noRunbookText[fault],
        });
    } catch (error) {
      about.push({ row: null, column: path, severity: 'error', what: told(error) });
    }
    await restNowAndThen();
  }
  const { items: texts, problems } = importer.result();
  const others = visible.filter(({ path }) => !isText(path));
  const pictured = await readRunbookPictures(workspace, texts, others, restNowAndThen);
  const unused = others.map(({ path }) => path).filter((path) => !pictured.used.has(path));
  if (unused.length > 0)
    about.unshift({ row: null, column: null, severity: 'loss', what: leftOutText(unused.toSorted()) });
  const { items, images } = pictured;
  return { files: files.length, items, images, problems: [...about, ...problems, ...pictured.problems] };
}
