import { basename, dirname, resolve } from 'node:path';
import { problemText } from '../../../shared/words/problem-text.ts';
import type { Files } from '../../ports.ts';
import { diskProblem } from '../../storage/disk-problem.ts';
import type { Arguments } from '../arguments.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from '../outcome.ts';
import { refuseTarget } from '../write-file.ts';
import type { ExportAsked, Exported, ExportFormat } from './format.ts';
import { exportFormats } from './formats.ts';
import { putFiles, type PutFile } from './put-files.ts';

const formatNames = (): string => Object.keys(exportFormats).join(', ');

function formatAsked({ format, out, quarter, table, audience, dryRun }: Arguments): ExportFormat {
  const example = 'such as evenwatch export FILE --format ics --out FOLDER';
  if (format === null)
    throw new Stop(
      `evenwatch export needs to know what to write, ${example}. The formats are ${formatNames()}.`,
    );
  const known = Object.hasOwn(exportFormats, format) ? exportFormats[format] : undefined;
  if (known === undefined)
    throw new Stop(`There is no format "${format}". There are ${formatNames()}, ${example}.`);
  for (const option of ['quarter', 'table', 'audience'] as const)
    if ({ quarter, table, audience }[option] !== null && !known.options.includes(option))
      throw new Stop(`--format ${format} has no option --${option}.`);
  if (out === null && known.into === 'folder')
    throw new Stop(`--format ${format} is a folder of files and needs --out FOLDER, ${example}.`);
  if (out === null && (known.into === 'file' || dryRun))
    throw new Stop(`--format ${format}${dryRun ? ' --dry-run' : ''} needs --out FILE.`);
  return known;
}

/**
 * Gives away what a workspace holds, in the format that was asked for. A file that is the same already is left alone; the workspace itself is not
 * written.
 *
 * @throws Stop with the reason
 */
export async function exportHere(
  given: Arguments,
  open: () => Promise<{
    readonly asked: ExportAsked;
    readonly file: string;
    readonly notes: readonly string[];
  }>,
  files: Files,
): Promise<Outcome> {
  const format = formatAsked(given);
  const { asked, file, notes } = await open();
  const { out, dryRun } = given;
  const inFolder = format.into === 'folder';
  const exported = await format.make(
    asked,
    inFolder && out !== null ? { folder: resolve(out), files } : null,
  );
  const told = [...notes, ...(exported.notes ?? [])];
  if (out === null) return { ...toStandardOutput(given, exported), notes: told };
  const [only] = exported.files;
  if (!inFolder && only === undefined) throw new Error(`${given.format ?? ''} made no file`);
  if (!inFolder) await refuseTarget(out, file, files);
  const path = resolve(out);
  const folder = inFolder ? path : dirname(path);
  const wanted = inFolder || only === undefined ? exported.files : [{ ...only, file: basename(path) }];
  const place = (): Promise<readonly PutFile[]> =>
    format.put?.(folder, asked.workspace, wanted, dryRun, files) ?? putFiles(folder, wanted, dryRun, files);
  const put = await written(folder, place, { makesFolder: inFolder && !dryRun, format }, files);
  const pending = put.filter(isPending).length;
  const facts = { format: given.format, folder, written: !dryRun, ...exported.facts };
  return {
    code: dryRun && pending > 0 ? FINDINGS : FINE,
    out: given.json
      ? asJson({
          ...facts,
          files: put.map(({ file: name, facts: own, state }) => ({ file: name, ...own, state })),
        })
      : inFolder
        ? folderText(put, format.noun, folder, dryRun)
        : `${path} ${fileState(put, dryRun)}.\n`,
    notes: told,
  };
}

async function written(
  folder: string,
  place: () => Promise<readonly PutFile[]>,
  { makesFolder, format }: { readonly makesFolder: boolean; readonly format: ExportFormat },
  files: Files,
): Promise<readonly PutFile[]> {
  try {
    if (makesFolder) await files.makeFolder(folder, format.readers);
    return await place();
  } catch (error) {
    if (error instanceof Stop) throw error;
    throw new Stop(problemText(diskProblem('write', folder, error)));
  }
}

/** A byte order mark stays: what is redirected into a file is what `--out` writes. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function toStandardOutput(
  { json, format }: Arguments,
  { files, facts }: Exported,
): Pick<Outcome, 'code' | 'out'> {
  const text = files.map(({ bytes }) => utf8.decode(bytes)).join('');
  return { code: FINE, out: json ? asJson({ format, ...facts, ...files[0]?.facts, text }) : text };
}

function fileState([only]: readonly PutFile[], dryRun: boolean): string {
  if (only === undefined || only.state === 'same') return 'is the same already';
  if (only.state === 'new') return dryRun ? 'would be written' : 'is written';
  return dryRun ? 'would be changed' : 'is written anew';
}

/** What stays as it is changes nothing. */
const isPending = ({ state }: PutFile): boolean => state !== 'same' && state !== 'kept';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function folderText(put: readonly PutFile[], noun: string, folder: string, dryRun: boolean): string {
  const changing = put.filter(isPending);
  const columns = Object.keys(put[0]?.facts ?? {});
  const head = ['State  ', ...columns.map((name) => capital(name).padStart(6)), 'File'].join('  ');
  const rows = put.map(({ file, state, facts }) =>
    [
      state.padEnd(7),
      ...columns.map((name) => String(facts?.[name] ?? '').padStart(Math.max(6, name.length))),
      file,
    ].join('  '),
  );
  const verb = dryRun ? 'would be written' : 'written';
  return `${changing.length} of ${put.length} ${noun} ${verb} to ${folder}.\n\n${[head, ...rows].map((line) => `  ${line}`).join('\n')}\n`;
}
