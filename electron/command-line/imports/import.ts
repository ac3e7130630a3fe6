import { basename } from 'node:path';
import { edit } from '../../../shared/editing/edit.ts';
import { mostBytes } from '../../../shared/exchange/decode.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { diffLines, versionDiff, type RecordDiff } from '../../../shared/words/version-diff.ts';
import type { Files } from '../../ports.ts';
import { diskProblem } from '../../storage/disk-problem.ts';
import type { Arguments } from '../arguments.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from '../outcome.ts';
import { personNamed } from '../turn-named.ts';
import { writeWorkspace } from '../write-file.ts';
import type { Imported, ImportFormat, InFile } from './format.ts';
import { importFormats } from './formats.ts';

interface Opened {
  readonly file: string;
  readonly workspace: Workspace;
  readonly revision: number;
  readonly notes: readonly string[];
  readonly today: LocalDate;
}

const example = 'such as evenwatch import FILE feed.ics --format on-call --dry-run';

function formatAsked(given: Arguments): ImportFormat {
  const { format, others, out, dryRun } = given;
  const names = Object.keys(importFormats).join(', ');
  if (others.length === 0)
    throw new Stop(`evenwatch import needs a workspace and a file to take over, ${example}.`);
  if (format === null)
    throw new Stop(`evenwatch import needs --format, ${example}. The formats are ${names}.`);
  const known = Object.hasOwn(importFormats, format) ? importFormats[format] : undefined;
  if (known === undefined) throw new Stop(`There is no format "${format}" to import. There are ${names}.`);
  if (known.takes === 'one file' && others.length > 1)
    throw new Stop(`--format ${format} takes one file, not ${others.length}.`);
  const { map, layer, person } = given;
  for (const [option, isGiven] of Object.entries({
    map: map.length > 0,
    layer: layer !== null,
    person: person !== null,
  }))
    if (isGiven && !known.options.some((one) => one === option))
      throw new Stop(`--format ${format} has no option --${option}.`);
  if (out === null && !dryRun)
    throw new Stop(
      'evenwatch import needs --out FILE for the workspace with what was imported, or --dry-run.',
    );
  return known;
}

/** `A. Lovelace=Ann` says that Ann is meant; nothing behind the sign leaves the name out. */
function mappingOf(workspace: Workspace, map: readonly string[]): ReadonlyMap<string, PersonId | null> {
  return new Map(
    map.map((text) => {
      const at = text.lastIndexOf('=');
      const [outside, name] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      if (at < 0 || outside === '')
        throw new Stop(`--map is a name of the file and a person, such as "A. Lovelace=Ann", not "${text}".`);
      return [outside, name === '' ? null : personNamed(workspace, name)];
    }),
  );
}

async function readFiles(paths: readonly string[], files: Files): Promise<readonly InFile[]> {
  const read: InFile[] = [];
  for (const path of paths) {
    try {
      read.push({ path, name: basename(path), bytes: await files.read(path, mostBytes) });
    } catch (error) {
      throw new Stop(problemText(diskProblem('read', path, error)));
    }
  }
  return read;
}

const stopped = ({ problems }: Imported): never => {
  const errors = problems.filter(({ severity }) => severity === 'error').map(problemLine);
  throw new Stop(`Nothing was imported: ${errors.join(' ')}`);
};

/**
 * Takes files over as one step, by the command that the window would make, and writes the workspace with it to a file of its own.
 *
 * @throws Stop with the reason
 */
export async function importHere(
  given: Arguments,
  open: () => Promise<Opened>,
  files: Files,
): Promise<Outcome> {
  const format = formatAsked(given);
  const { file, workspace, revision, notes, today } = await open();
  const { others, layer, person, out, dryRun, json } = given;
  const mapping = mappingOf(workspace, given.map);
  const imported = await format.read({
    workspace,
    today,
    files: await readFiles(others, files),
    mapping,
    layer,
    person,
  });
  const { command, problems, unknown } = imported;
  if (problems.some(({ severity }) => severity === 'error')) stopped(imported);
  const edited = command === null ? null : edit(workspace, command);
  const isRefused = edited !== null && !edited.ok && edited.reason.kind !== 'no-change';
  if (isRefused) throw new Stop(`Nothing was imported: ${refusalText(edited.reason, workspace)}`);
  const next = edited?.ok === true ? edited.value.workspace : workspace;
  const changes = versionDiff(workspace, next);
  const isPending = changes.length > 0;
  if (out !== null && !dryRun)
    await writeWorkspace(out, next, isPending ? revision + 1 : revision, file, files);
  const told = {
    format: given.format,
    written: !dryRun,
    title: titleOf(command),
    changes,
    problems,
    unknown,
  };
  return {
    code: dryRun && isPending ? FINDINGS : FINE,
    out: json ? asJson(told) : importText(changes, dryRun ? null : out),
    notes: json ? notes : [...notes, ...problems.map(problemLine)],
  };
}

const titleOf = (command: Imported['command']): string | null =>
  command !== null && 'title' in command ? command.title : null;

function problemLine({ row, column, what, severity }: ImportProblem): string {
  const place = [row === null ? '' : `line ${row}`, column ?? ''].filter((part) => part !== '').join(', ');
  const sign = { error: '', warning: 'Note: ', loss: 'Left out: ' }[severity];
  return `${sign}${place === '' ? '' : `${place}: `}${what}${/[.!?]$/.test(what) ? '' : '.'}`;
}

function importText(changes: readonly RecordDiff[], out: string | null): string {
  const count = changes.length === 1 ? 'One record' : `${changes.length} records`;
  const head =
    changes.length === 0
      ? 'Nothing in it changes the plan.'
      : `${count} ${out === null ? 'would change' : `changed; the workspace with them is in ${out}`}.`;
  return `${[head, ...changes.flatMap(diffLines)].join('\n')}\n`;
}
