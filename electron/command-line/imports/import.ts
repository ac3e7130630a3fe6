import { basename } from 'node:path';
import { edit } from '../../../shared/editing/edit.ts';
import { mostBytes } from '../../../shared/exchange/decode.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import type { AuditLine } from '../../../shared/words/audit-text.ts';
import { counted } from '../../../shared/words/number-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { diffLines, versionDiff, type RecordDiff } from '../../../shared/words/version-diff.ts';
import type { Files } from '../../ports.ts';
import { diskProblem } from '../../storage/disk-problem.ts';
import type { Arguments } from '../arguments.ts';
import { asJson, FINDINGS, FINE, type Outcome, Stop } from '../outcome.ts';
import { personNamed } from '../turn-named.ts';
import { writeWorkspace } from '../write-file.ts';
import { findFiles } from './find-files.ts';
import type { FoundFiles, Imported, ImportFormat, ImportOption, InFile } from './format.ts';
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
  const { map, layers, person, region, quarter, remove } = given;
  for (const [option, isGiven] of Object.entries({
    map: map.length > 0,
    layer: layers.length > 0,
    person: person !== null,
    region: region !== null,
    quarter: quarter !== null,
    remove,
  } satisfies Record<ImportOption, boolean>))
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

const nothingFound: FoundFiles = { files: [], links: [] };

/** Errors that are written out; somebody who chose the wrong folder has thousands. */
const MOST_ERRORS = 10;

const stopped = ({ problems }: Imported): never => {
  const errors = problems.filter(({ severity }) => severity === 'error').map(problemLine);
  const more = errors.length - MOST_ERRORS;
  const rest = more > 0 ? [`And ${counted(more, 'more error')}.`] : [];
  throw new Stop(`Nothing was imported: ${[...errors.slice(0, MOST_ERRORS), ...rest].join(' ')}`);
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
  const { others, layers, person, region, quarter, remove, out, dryRun, json } = given;
  const mapping = mappingOf(workspace, given.map);
  const isOne = format.takes === 'one file';
  const imported = await format.read({
    workspace,
    today,
    files: isOne ? await readFiles(others, files) : [],
    found: isOne ? nothingFound : await findFiles(others, files),
    mapping,
    layers,
    person,
    region,
    quarter,
    remove,
  });
  const { command, problems, unknown, audit = [], missing = null } = imported;
  if (problems.some(({ severity }) => severity === 'error')) stopped(imported);
  if (missing !== null && !dryRun) throw new Stop(`Nothing was imported: ${missing}`);
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
    audit,
    missing,
  };
  const said = [
    ...(missing === null ? [] : [missing]),
    ...problems.map(problemLine),
    ...(unknown.length === 0 ? [] : [unknownNote(unknown)]),
  ];
  return {
    code: dryRun && isPending ? FINDINGS : FINE,
    out: json ? asJson(told) : `${importText(changes, dryRun ? null : out)}${auditText(audit)}`,
    notes: json ? notes : [...notes, ...said],
  };
}

/** How to say who is meant. */
const unknownNote = ([first = '', ...rest]: readonly string[]): string =>
  `Nobody here is known by "${first}"${rest.length === 0 ? '' : ` and ${rest.length} other ${rest.length === 1 ? 'name' : 'names'}`}. Say who it is with --map "${first}=NAME", or leave it out with --map "${first}=".`;

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

/** Dates of one finding that are written out. */
const MOST_DATES = 8;

/** What a schedule has in store, each with its dates. */
function auditText(audit: readonly AuditLine[]): string {
  if (audit.length === 0) return '';
  const lines = audit.flatMap(({ title, what, dates, isTrouble }) => [
    `  ${isTrouble ? '!' : ' '} ${title}. ${what}`,
    ...dates.slice(0, MOST_DATES).map((date) => `      ${date}`),
    ...(dates.length > MOST_DATES
      ? [`      and ${dates.length - MOST_DATES} more, all of them with --json`]
      : []),
  ]);
  return `\n${['Audit of the schedule, ! where it wants a decision:', ...lines].join('\n')}\n`;
}
