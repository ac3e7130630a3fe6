import { decodeText, fileFault, mostBytes } from '../exchange/decode.ts';
import type { ImportProblem } from '../exchange/import-report.ts';
import { mostRunbooks, runbookImporter, type RunbookImport } from '../exchange/runbook-import.ts';
import type { Image } from '../model/image.ts';
import type { Workspace } from '../model/workspace.ts';
import { decodedText, leftOutText, noRunbookText, unreadText } from './runbook-import-text.ts';
import { counted } from './number-text.ts';
import { withInner } from './runbook-inner.ts';

/** A file of an import, wherever it lies. */
export interface RunbookFile {
  /** With its folders: `runbooks/images/chart.png`. */
  readonly path: string;
  readonly size: number;
  /** Meant as a text, whatever its name ends in. */
  readonly isText?: boolean;
  /** All of it; asked for only where `size` is bearable. Rejects where it cannot be read. */
  readonly read: () => Promise<Uint8Array>;
}

/** What reading files needs of the host. */
export interface FileReading {
  /** An id that no runbook has. */
  readonly newId: () => string;
  readonly base64: (bytes: Uint8Array) => string;
  /** Called between two files: gives others a turn where it has been long. */
  readonly rest: () => Promise<void>;
}

/** What was chosen, read. */
export interface RunbookFiles extends RunbookImport {
  /** Files that were read as runbooks. */
  readonly files: number;
  /** Pictures that the runbooks name, and that come along. */
  readonly images: readonly Image[];
}

/** Most bytes that one import reads; what it brings becomes one step of the journal. */
const MOST_TOGETHER = 20_000_000;

/** What begins with a dot, and what tools keep, is nobody's runbook: hosts leave it out of the folders that they read. */
export const isHiddenName = (name: string): boolean => /^\.|^node_modules$/.test(name);
const isText = ({ path, isText: isMeant = false }: RunbookFile): boolean =>
  isMeant || /\.(md|markdown|mdx|txt)$/i.test(path);

const byPath = (a: RunbookFile, b: RunbookFile): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

/** An import of which nothing could be read, and why. */
export const nothingRead = (files: number, what: string): RunbookFiles => ({
  files,
  items: [],
  images: [],
  problems: [{ row: null, column: null, severity: 'error', what }],
});

/**
 * Reads files as runbooks, in the order of their paths, with the pictures that they name and the links between them. Never throws: what cannot
 * be read is told.
 */
export async function readRunbooks(
  workspace: Workspace,
  chosen: readonly RunbookFile[],
  reading: FileReading,
): Promise<RunbookFiles> {
  const about: ImportProblem[] = [];
  const files = chosen.filter(isText).toSorted(byPath);
  if (files.reduce((sum, file) => sum + Math.min(file.size, mostBytes), 0) > MOST_TOGETHER)
    return nothingRead(files.length, 'the files are larger than 20 MB together; import them in parts');
  // A text makes a runbook at least, unless it is empty: nobody waits for thousands to be read to hear that they are too many.
  if (files.length > mostRunbooks)
    return nothingRead(
      files.length,
      `these are ${counted(files.length, 'text')}, and at most ${counted(mostRunbooks, 'runbook')} come at once; import them in parts`,
    );
  const importer = runbookImporter(workspace, reading.newId);
  for (const { path, size, read } of files) {
    const tell = (severity: ImportProblem['severity'], what: string): void =>
      void about.push({ row: null, column: path, severity, what });
    try {
      const bytes = size > mostBytes ? null : await read();
      const fault = bytes === null ? 'too-large' : fileFault(bytes);
      if (bytes !== null && fault === null) {
        const { text, encoding } = decodeText(bytes);
        if (encoding === 'Windows-1252') tell('warning', decodedText);
        importer.add({ path, text });
      } else if (fault !== null) tell(fault === 'empty' ? 'loss' : 'error', noRunbookText[fault]);
    } catch (error) {
      tell('error', unreadText(error));
    }
    await reading.rest();
  }
  const { items: texts, problems } = importer.result();
  const others = chosen.filter((file) => !isText(file));
  const { items, images, problems: inner, used } = await withInner(workspace, texts, others, reading);
  const unused = others.map(({ path }) => path).filter((path) => !used.has(path));
  if (unused.length > 0)
    about.unshift({ row: null, column: null, severity: 'loss', what: leftOutText(unused.toSorted()) });
  return { files: files.length, items, images, problems: [...about, ...problems, ...inner] };
}
