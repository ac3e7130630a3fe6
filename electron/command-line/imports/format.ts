import type { Command } from '../../../shared/editing/command.ts';
import type { ImportProblem } from '../../../shared/exchange/import-report.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { RunbookFile } from '../../../shared/words/runbook-files.ts';
import type { AuditLine } from '../../../shared/words/audit-text.ts';

/** A file to be imported, as it was read: at most 10 MB, of any encoding. */
export interface InFile {
  /** As typed, with its folders. */
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FoundFiles {
  readonly files: readonly RunbookFile[];
  /** Links in folders, which are not followed: they may lead anywhere. */
  readonly links: readonly string[];
}

/** What is asked of an import. */
export interface ImportAsked {
  readonly workspace: Workspace;
  readonly today: LocalDate;
  /** Exactly one, of a format that takes one file; else none. */
  readonly files: readonly InFile[];
  /** Of a format that takes files and folders: the files, and those in the folders, not read yet. */
  readonly found: FoundFiles;
  /** Who is meant by what the file says, as said with `--map`; null leaves it out. */
  readonly mapping: ReadonlyMap<string, PersonId | null>;
  /** Layers as typed; none where none was named. */
  readonly layers: readonly string[];
  /** Options as typed; null where they were not given. */
  readonly person: string | null;
  readonly region: string | null;
  readonly quarter: QuarterId | null;
  /** Remove what the file does not have. */
  readonly remove: boolean;
}

export interface Imported {
  /** The one step that takes the file over, as the window would make it; null where nothing would change. */
  readonly command: Command | null;
  /** All that is to be known before; an error keeps the whole file out. */
  readonly problems: readonly ImportProblem[];
  /** Names in the file whom nobody here is known by: `--map` says who they are. */
  readonly unknown: readonly string[];
  /** What a schedule has in store for whoever takes it over, where the format is one of schedules. */
  readonly audit?: readonly AuditLine[];
  /** What must be said before anything of it can be taken; a dry run only tells it. */
  readonly missing?: string | null;
}

/** Options that some formats take beside those of every import. */
export type ImportOption = 'map' | 'layer' | 'person' | 'region' | 'quarter' | 'remove';

/** One thing that `evenwatch import --format` knows. Adding one is an entry in formats.ts. */
export interface ImportFormat {
  /** One line of the help. */
  readonly help: string;
  readonly takes: 'one file' | 'files and folders';
  /** Options that it takes beside those of every import. */
  readonly options: readonly ImportOption[];
  /** @throws Stop where the file cannot be read at all, or more must be said */
  readonly read: (asked: ImportAsked) => Imported | Promise<Imported>;
}
