import { decodeText, fileFault, mostBytes } from '../../../shared/exchange/decode.ts';
import { runbookImporter, type RunbookImport } from '../../../shared/exchange/runbook-import.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { leftOutText, noRunbookText } from '../../../shared/words/runbook-import-text.ts';

/** What was chosen, read. */
export interface RunbookFiles extends RunbookImport {
  /** Files that were read as runbooks. */
  readonly files: number;
}

/** Most bytes that one import reads; what it brings becomes one step of the journal. */
const MOST_TOGETHER = 20_000_000;

/** How long reading goes on, in milliseconds, before the window gets a turn. */
const AT_A_STRETCH = 12;

const pathOf = (file: File): string => (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);
/** What begins with a dot, and what tools keep, is nobody's runbook. */
const isHidden = (path: string): boolean => path.split('/').some((part) => /^\.|^node_modules$/.test(part));
const isText = (path: string): boolean => /\.(md|markdown|mdx|txt)$/i.test(path);

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** Reads files as runbooks, in the order of their paths, with a rest for the window now and then. Links inside a folder are not followed. */
export async function readRunbookFiles(workspace: Workspace, chosen: readonly File[]): Promise<RunbookFiles> {
  const about: ImportProblem[] = [];
  const visible = chosen.filter((file) => !isHidden(pathOf(file)));
  const files = visible
    .filter((file) => isText(pathOf(file)))
    .toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : pathOf(a) > pathOf(b) ? 1 : 0));
  const others = visible.filter((file) => !isText(pathOf(file))).map(pathOf);
  if (others.length > 0)
    about.push({ row: null, column: null, severity: 'loss', what: leftOutText(others.toSorted()) });
  if (files.reduce((sum, file) => sum + Math.min(file.size, mostBytes), 0) > MOST_TOGETHER) {
    const what = 'the files are larger than 20 MB together; import them in parts';
    return {
      files: files.length,
      items: [],
      problems: [{ row: null, column: null, severity: 'error', what }],
    };
  }
  const importer = runbookImporter(workspace, () => `runbook-${crypto.randomUUID()}`);
  let since = performance.now();
  for (const file of files) {
    const path = pathOf(file);
    try {
      const bytes = new Uint8Array(await file.slice(0, mostBytes + 1).arrayBuffer());
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
      const what = `it could not be read: ${error instanceof Error ? error.message : String(error)}`;
      about.push({ row: null, column: path, severity: 'error', what });
    }
    if (performance.now() - since > AT_A_STRETCH) {
      await rest();
      since = performance.now();
    }
  }
  const { items, problems } = importer.result();
  return { files: files.length, items, problems: [...about, ...problems] };
}
