import type { SiteAudience } from '../../../shared/contract/site.ts';
import type { Instant, LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Files } from '../../ports.ts';
import type { PutFile } from './put-files.ts';

/** What is asked of an export. */
export interface ExportAsked {
  readonly workspace: Workspace;
  readonly today: LocalDate;
  readonly now: Instant;
  /** Null where none was named. */
  readonly quarter: QuarterId | null;
  /** Which table, as typed; null where none was named. */
  readonly table: string | null;
  /** For whom a site is; null where nothing was said. */
  readonly audience: SiteAudience | null;
}

/** Where an export goes, for what goes by what lies there. */
export interface Into {
  readonly folder: string;
  readonly files: Files;
}

/** What the JSON says beside the names of files: `{ events: 12 }`. */
export type Facts = Readonly<Record<string, string | number>>;

export interface OutFile {
  /** Below the folder, with `/` between folders; what the file would be called where the export is one file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly facts?: Facts;
}

export interface Exported {
  /** In the order in which they are told. A format that is one file makes exactly one. */
  readonly files: readonly OutFile[];
  /** Of all of it. */
  readonly facts?: Facts;
  /** What the export could not carry, and what else is to be known, as sentences. */
  readonly notes?: readonly string[];
}

/** One thing that `evenwatch export --format` knows. Adding one is an entry in formats.ts. */
export interface ExportFormat {
  /** One line of the help. */
  readonly help: string;
  /** Where it goes: a folder of files, one file, or one file of text that goes to standard output where `--out` names none. */
  readonly into: 'folder' | 'file' | 'text';
  /** What its files are called, many of them: `calendars`. */
  readonly noun: string;
  /** Who may read the folder that is made for it, where that is not its owner alone. */
  readonly readers?: 'everybody';
  /** Options that it takes beside `--out`, `--dry-run`, `--today` and `--json`. */
  readonly options: readonly ('quarter' | 'table' | 'audience')[];
  /**
   * @param into the folder that was named; null where the export is no folder of files
   * @throws Stop where what was asked for is not to be had, or what lies in the folder cannot be read
   */
  readonly make: (asked: ExportAsked, into: Into | null) => Exported | Promise<Exported>;
  /** Where files are not just put into the folder one by one: what became of each, and of those that it no longer has. */
  readonly put?: (
    folder: string,
    workspace: Workspace,
    files: readonly OutFile[],
    dryRun: boolean,
    disk: Files,
  ) => Promise<readonly PutFile[]>;
}
