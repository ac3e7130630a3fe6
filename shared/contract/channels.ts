/**
 * The one contract between a window and its keeper: names and types only. schemas.ts checks requests, handlers.ts serves
 * them. Payloads are JSON values.
 */
import type { Command } from '../editing/command.ts';
import type { JournalLine } from '../document/journal-line.ts';
import type { LocalDate, QuarterId } from '../model/dates.ts';
import type { PersonId, RunbookId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { KeptDraft } from './drafts.ts';
import type { Preferences } from './preferences.ts';
import type { Problem } from './problems.ts';
import type { ServiceChannels } from './services.ts';
import type { SiteOptions, SitePreview } from './site.ts';
import type { Notice, WindowFace } from './window-face.ts';
import type {
  BackupSettings,
  Comparison,
  OtherVersion,
  RecordChoice,
  RestoreList,
  RestorePreview,
  RunbookVersion,
  WrittenFile,
} from './recovery.ts';

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Problem };

export interface Engine {
  readonly name: string;
  readonly version: string;
}

export interface HostInfo {
  readonly host: 'desktop' | 'browser';
  /** True where PDF is made by the host itself; else the browser's print dialog does it. */
  readonly makesPdf: boolean;
  readonly version: string;
  /** Version of the file format that it writes. */
  readonly format: number;
  /** What it runs on, by name and version: Electron, Chromium, Node. */
  readonly engines: readonly Engine[];
  readonly dataFolder: string;
  /** The system's locale as a tag, '' where it has none that says anything; null where the page's own counts. */
  readonly locale: string | null;
  /** Name of the system's user, who makes the edits of this window; null where the system does not say. */
  readonly user: string | null;
}

export interface RecentWorkspace {
  /** Key to open it again; the path of its file. */
  readonly file: string;
  readonly name: string;
  /** ISO instant of the last checkpoint, for display. */
  readonly savedAt: string;
  readonly present: boolean;
}

/** Something that start-up had to do and the lead must hear of: a torn tail dropped, a backup taken instead. */
export interface RecoveryNotice {
  readonly kind:
    | 'torn-tail'
    | 'journal-gap'
    | 'previous-generation'
    | 'backup'
    | 'newer-format'
    | 'upgraded'
    | 'odd-file'
    /** Something else had written the file; what was kept here lies beside it and can be compared. */
    | 'other-version'
    /** The last checkpoint had failed; the journal made up for it. */
    | 'late-checkpoint';
  readonly detail: string;
  /** Where the original lies, when it was set aside. */
  readonly keptAs: string | null;
}

export interface Opened {
  readonly file: string;
  readonly workspace: Workspace;
  readonly revision: number;
  /** Set when nothing can be written: the reason, as a sentence's end ("the file was written by a newer version"). */
  readonly readOnlyBecause: string | null;
  /** The most recent edits, oldest first, at most 500: from them the window rebuilds undo and redo. */
  readonly recentLines: readonly JournalLine[];
  readonly notices: readonly RecoveryNotice[];
}

export interface Acknowledged {
  readonly revision: number;
  /** Digest of the changes the keeper made; the window compares it with its own. */
  readonly digest: string;
}

/** What the window may have written for the lead, each with its own ending. */
export type SavedKind = 'csv' | 'xlsx' | 'ics' | 'png' | 'json' | 'markdown' | 'zip';

/** What can be printed from the plan; the keeper makes the page. */
export type PrintedPage =
  /** The time-off ledger of each of these people, `from` and `to` included. */
  | {
      readonly kind: 'comp-statement';
      readonly people: readonly PersonId[];
      readonly from: LocalDate;
      readonly to: LocalDate;
    }
  /** A quarter as a poster. */
  | { readonly kind: 'quarter'; readonly quarter: QuarterId }
  /** A page for each of these people, with their turns of a quarter. */
  | { readonly kind: 'persons'; readonly quarter: QuarterId; readonly people: readonly PersonId[] }
  /** All that somebody needs on call in a quarter: turns, what is due, hand-over, the runbooks of their duties. */
  | { readonly kind: 'kit'; readonly quarter: QuarterId; readonly person: PersonId };

/** How far a print is: its articles are made, laid out and printed by the host, and finished as a file. */
export interface PrintState {
  readonly stage: 'articles' | 'print' | 'finish' | 'write';
  /** So many articles are made, or printed; 0 while one window prints all of them. Of `write`, which a site has, so many files are ready to be put in place. */
  readonly done: number;
  /** So many articles the document has. */
  readonly of: number;
}

/** An edit on its way to the keeper. */
export interface PendingEdit {
  readonly baseRevision: number;
  readonly title: string;
  readonly command: Command;
}

export type OpenSource =
  | { readonly kind: 'last' }
  | { readonly kind: 'sample' }
  | { readonly kind: 'file'; readonly file: string }
  /** Desktop: shows the open dialog. */
  | { readonly kind: 'choose' }
  /** Browser host: a file that the page read. */
  | { readonly kind: 'content'; readonly name: string; readonly text: string }
  | { readonly kind: 'new'; readonly workspace: Workspace };

/** Request and reply of each channel. */
export interface Channels extends ServiceChannels {
  'host.info': { request: null; reply: HostInfo };
  'workspace.recent': { request: null; reply: readonly RecentWorkspace[] };
  /** Takes a plan off the list of recent ones; its file, if it is still there, is not touched. */
  'workspace.forget': { request: { readonly file: string }; reply: null };
  'workspace.open': { request: { readonly source: OpenSource }; reply: Opened | null };
  'workspace.apply': {
    request: PendingEdit;
    reply: Acknowledged;
  };
  /** Writes a copy of what the window shows. Desktop asks where; the browser host gets the text to download. */
  'workspace.saveCopy': {
    request: { readonly workspace: Workspace; readonly revision: number };
    reply: { readonly file: string | null; readonly text: string | null };
  };
  /**
   * `quitting` is the window's consent to the end of the host; without it only the workspace is closed. A problem says that the last checkpoint
   * failed: the workspace is closed all the same, and the journal has every edit.
   */
  'workspace.close': { request: { readonly quitting: boolean }; reply: null };
  /**
   * What can be taken back. `file` null is the open workspace, else one of the list that could not be opened; `before` pages back through the journal by
   * revision.
   */
  'restore.points': {
    request: { readonly file: string | null; readonly before: number | null };
    reply: RestoreList;
  };
  /** What taking a point back would change. */
  'restore.preview': {
    request: { readonly file: string | null; readonly point: string };
    reply: RestorePreview;
  };
  /** Takes a point back: in the open workspace as one edit, which undo takes back. */
  'restore.apply': { request: { readonly file: string | null; readonly point: string }; reply: Opened };
  /** Gives out a point, or a damaged file as it was found. */
  'restore.export': { request: { readonly file: string | null; readonly item: string }; reply: WrittenFile };
  /** Gives out the whole journal. */
  'journal.export': { request: null; reply: WrittenFile };
  'backups.settings': { request: null; reply: BackupSettings };
  /** Asks for a folder in which copies are kept besides the workspace's own, or gives that up. */
  'backups.choose': { request: { readonly folder: 'ask' | 'none' }; reply: BackupSettings };
  /** Other versions of the open file that nobody has dealt with yet. */
  'versions.list': { request: null; reply: readonly OtherVersion[] };
  /** Compares one with what is open. `pending` are edits of the window that could not be saved: they count as ours. */
  'versions.compare': {
    request: { readonly version: string; readonly pending: readonly PendingEdit[] };
    reply: Comparison;
  };
  /** Brings the two together as one edit, which undo takes back. Their version is kept aside first, and `pending` is saved. */
  'versions.resolve': {
    request: {
      readonly version: string;
      readonly pending: readonly PendingEdit[];
      readonly take: 'ours' | 'theirs' | 'merge';
      /** For `merge`: records whose side is not the one that was proposed. */
      readonly choices: readonly RecordChoice[];
    };
    reply: Opened;
  };
  /** How somebody likes to look at plans, on this machine. */
  'preferences.read': { request: null; reply: Preferences };
  'preferences.save': { request: Preferences; reply: null };
  /**
   * Writes a file that the window made, where the lead chooses; null when cancelled. A host without dialogs answers `unsupported`: there
   * `renderer/state/save-file.ts` gives it to the browser's downloads without asking here.
   */
  'file.save': {
    request: { readonly name: string; readonly kind: SavedKind; readonly base64: string };
    reply: { readonly file: string } | null;
  };
  /** Prints a page of the plan to a PDF and writes it where the lead chooses; null when cancelled. */
  'page.pdf': {
    request: { readonly page: PrintedPage; readonly paper: 'A4' | 'Letter' | 'A3'; readonly today: string };
    reply: { readonly file: string; readonly pages: number } | null;
  };
  /** Prints self-contained HTML to a PDF and writes it where the lead chooses; null when cancelled. */
  'runbooks.pdf': {
    request: {
      readonly runbooks: readonly RunbookId[];
      readonly paper: 'A4' | 'Letter';
      readonly today: string;
    };
    reply: { readonly file: string; readonly pages: number } | null;
  };
  /**
   * Writes runbooks as Markdown files into a folder that the lead chooses, and of these only what has changed; null when cancelled. Nothing is
   * written where a file of the folder is in the way.
   */
  'runbooks.folder': {
    request: { readonly runbooks: readonly RunbookId[] };
    reply: {
      readonly folder: string;
      readonly written: number;
      readonly same: number;
      /** Titles of runbooks whose front matter cannot be read. */
      readonly unreadable: readonly string[];
    } | null;
  };
  /** Where the site of the open plan goes and what was in it last; asks for another folder first where the host can. */
  'site.folder': {
    request: { readonly choose: boolean };
    reply: { readonly folder: string | null; readonly options: SiteOptions | null };
  };
  /**
   * Compares the site of the open plan with its folder, and publishes it there. A host without dialogs has no folder: it gives the whole site
   * out as an archive. Progress and calling off are those of a print. Null when called off: nothing was changed.
   */
  'site.run': {
    request: {
      readonly options: SiteOptions;
      readonly paper: 'A4' | 'Letter';
      readonly today: string;
      readonly publish: boolean;
    };
    reply: { readonly preview: SitePreview; readonly archive: WrittenFile | null } | null;
  };
  /** How far the newest print is; null when nothing is printed. */
  'print.state': { request: null; reply: PrintState | null };
  /** Calls the newest print off: it is answered like a cancelled dialog, and nothing is written. */
  'print.cancel': { request: null; reply: null };
  /** Each version of a runbook that the journal remembers, the newest first; `hasEarlier` when there are more than one answer holds. */
  'runbook.versions': {
    request: { readonly runbook: RunbookId };
    reply: { readonly versions: readonly RunbookVersion[]; readonly hasEarlier: boolean };
  };
  /** What was being written of runbooks and not saved when the plan was last open here. */
  'drafts.read': { request: { readonly file: string }; reply: readonly KeptDraft[] };
  /** Keeps what is being written of runbooks in the place of what was kept before; nothing is kept of an empty list. */
  'drafts.keep': { request: { readonly file: string; readonly drafts: readonly KeptDraft[] }; reply: null };
  /** Opens an https or mailto link in the system's program, after asking. */
  'shell.openLink': { request: { readonly url: string }; reply: null };
  /** Shows a notification of the system; false where there are none. The page asks only for what the lead wants to be told. */
  'notice.show': { request: Notice; reply: boolean };
  /** Tells the host what its menu bar is to show. A host without one does nothing. */
  'window.show': { request: WindowFace; reply: null };
}

export type ChannelName = keyof Channels;

/** Every channel, for allow-lists; a channel that is missing here fails to compile. */
export const channelNames = Object.keys({
  'host.info': true,
  'workspace.recent': true,
  'workspace.forget': true,
  'workspace.open': true,
  'workspace.apply': true,
  'workspace.saveCopy': true,
  'workspace.close': true,
  'restore.points': true,
  'restore.preview': true,
  'restore.apply': true,
  'restore.export': true,
  'journal.export': true,
  'backups.settings': true,
  'backups.choose': true,
  'versions.list': true,
  'versions.compare': true,
  'versions.resolve': true,
  'preferences.read': true,
  'preferences.save': true,
  'file.save': true,
  'page.pdf': true,
  'runbooks.pdf': true,
  'runbooks.folder': true,
  'site.folder': true,
  'site.run': true,
  'print.state': true,
  'print.cancel': true,
  'runbook.versions': true,
  'drafts.read': true,
  'drafts.keep': true,
  'shell.openLink': true,
  'notice.show': true,
  'window.show': true,
  'service.keys': true,
  'service.state': true,
  'pagerduty.directory': true,
  'pagerduty.window': true,
  'pagerduty.apply': true,
  'pagerduty.onCalls': true,
  'pagerduty.incidents': true,
  'datadog.health': true,
  'datadog.schedule': true,
  'health.seen': true,
  'health.keep': true,
} satisfies Record<ChannelName, true>) as readonly ChannelName[];

/** Messages from keeper to window. */
export interface Events {
  /** The host wants to quit: the window answers by finishing its outbox and calling `workspace.close` with `quitting`. */
  'app.quit': null;
  /** An entry of the application menu was chosen: the id of an action in `renderer/state/actions.ts`. */
  'menu.action': { readonly action: string };
  /** The system passed on the address of a runbook, such as an alert carries: its id, which the plan may not know. */
  'runbook.open': { readonly runbook: string };
  /** The system passed on an address of ours that names nothing known. */
  'link.unknown': null;
  /** The system, or the list of recent plans in its menu, names a file to open: `workspace.open` takes it. */
  'file.open': { readonly file: string };
}

export type EventName = keyof Events;

export const eventNames = Object.keys({
  'app.quit': true,
  'menu.action': true,
  'runbook.open': true,
  'link.unknown': true,
  'file.open': true,
} satisfies Record<EventName, true>) as readonly EventName[];

/** What a window sees of its keeper, whatever carries it. */
export interface Bridge {
  call<Name extends ChannelName>(
    name: Name,
    request: Channels[Name]['request'],
  ): Promise<Reply<Channels[Name]['reply']>>;
  on<Name extends EventName>(name: Name, listener: (payload: Events[Name]) => void): () => void;
  /** Desktop: tells the keeper of a file that was dropped, so that `workspace.open` takes it; its path, or null for what has none. */
  readonly offer?: (dropped: object) => Promise<string | null>;
}
