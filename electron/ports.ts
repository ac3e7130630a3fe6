import type { Sheet } from '../shared/print/style.ts';
import type { HostInfo, SavedKind } from '../shared/contract/channels.ts';
import type { Notice, WindowFace } from '../shared/contract/window-face.ts';
import type { Result } from '../shared/result.ts';

/** A file that is open for writing. Every operation rejects with the system's error, whose `code` is `ENOSPC` and the like. */
export interface OpenFile {
  /** Writes all bytes at the end of what has been written, or rejects. */
  write(bytes: Uint8Array): Promise<void>;
  /** Resolves when data and metadata are on the disk. */
  sync(): Promise<void>;
  /** Resolves when the data, and the length, are on the disk. */
  syncData(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface Look {
  readonly bytes: number;
  /** ISO instant of the last change. */
  readonly changed: string;
  readonly folder: boolean;
  /** Names the file itself: another one that took its place has another. */
  readonly id: string;
  /** Differs whenever the file was written or replaced, as finely as the system keeps time. */
  readonly mark: string;
}

/** Who may read what is made: nothing but what is published is for everybody. */
export type Readers = 'owner' | 'everybody';

/** The disk. The real one is storage/node-files.ts; tests put one in its place that fails, or that writes down the order. */
export interface Files {
  /** The whole file; rejects with `EFBIG` when it is longer than `most` bytes. */
  read(path: string, most: number): Promise<Uint8Array>;
  /**
   * Creates a file that is not there yet, for its owner alone unless it is for everybody whom the system's own rules let; rejects with
   * `EEXIST` when it is there.
   */
  create(path: string, readers?: Readers): Promise<OpenFile>;
  /** Opens a file that is there, to write behind its end. */
  append(path: string): Promise<OpenFile>;
  /** What the system knows of a file or folder, or null when there is none. */
  look(path: string): Promise<Look | null>;
  /** The path with every link followed, so that a rename replaces the file and not a link to it. */
  resolve(path: string): Promise<string>;
  /** Replaces `to`, at once. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; one that is not there is no error. */
  remove(path: string): Promise<void>;
  /** Removes a folder if it is empty. */
  removeFolder(path: string): Promise<void>;
  /** Names in a folder, sorted; none when it is not there. */
  list(folder: string): Promise<readonly string[]>;
  /** Makes a folder and those above it, for its owner alone or as `create`. */
  makeFolder(path: string, readers?: Readers): Promise<void>;
  /** Resolves when new, renamed and removed names in a folder are on the disk; does nothing where a system has no such call. */
  syncFolder(path: string): Promise<void>;
}

/** Which programs run: tells a live owner of a workspace from one that died. */
export interface Processes {
  readonly pid: number;
  /**
   * Null when no such process runs; else a text that differs between two processes that had the same number one after the
   * other, or 'alive' where the system cannot tell.
   */
  signature(pid: number): Promise<string | null>;
}

export interface Clock {
  /** ISO instant, for display and for names of backups; nothing is ordered by it. */
  now(): string;
  /** Calls `action` once after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, action: () => void): () => void;
}

/** Questions that only the system's own dialogs answer. Null is "cancelled". */
export interface Dialogs {
  chooseWorkspace(): Promise<string | null>;
  chooseDestination(suggestion: {
    readonly name: string;
    readonly kind: 'workspace' | 'pdf' | 'any' | SavedKind;
  }): Promise<string | null>;
  /** A folder that is there, or that the dialog made. */
  chooseFolder(title: string): Promise<string | null>;
  confirmLink(url: string): Promise<boolean>;
}

/** Makes a tagged PDF from one self-contained HTML page. */
export interface Pdf {
  /** So many pages may be printed at a time. */
  readonly lanes: number;
  /** Makes ready to print so many pages at a time soon: whoever is asked where a file is to lie takes longer than a process takes to start. */
  expect(pages: number): void;
  /**
   * `footer` stands at the foot of each page, left of "page n / m"; '' leaves the foot empty. Rejects when the page cannot be printed, and as
   * soon as `signal` calls it off.
   */
  print(
    html: string,
    options: { readonly paper: Sheet; readonly footer: string; readonly signal: AbortSignal },
  ): Promise<Uint8Array>;
}

export interface Shell {
  /** Opens a link in the system's own program. The caller has checked and confirmed it. */
  openLink(url: string): Promise<void>;
}

/** One request to a service outside. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Spelled out in full, by https; by http only on this computer itself. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What came back, whatever its status. A redirect is such an answer too: nobody follows it, since it would carry the token along. */
export interface Answered {
  readonly status: number;
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Why nothing came back. After a timeout the request may have been carried out all the same. */
export type NetworkFault = 'offline' | 'timeout' | 'too-large';

/** The way to services that the lead connected. Nothing else of the app goes there. */
export interface Network {
  /** Waits for half a minute and takes at most 20 MB. */
  ask(request: Asked): Promise<Result<Answered, NetworkFault>>;
}

/** Why there is nothing to keep a secret in: no keychain, or one that keeps what it is given in plain text. */
export type NoKeychain = 'no-keychain' | 'plain-text';

/** The system's keychain. */
export interface Cipher {
  /** Null when it can be used. */
  fault(): Promise<NoKeychain | null>;
  encrypt(text: string): Promise<Uint8Array>;
  decrypt(bytes: Uint8Array): Promise<string>;
}

/** The outside world as the services see it; each host fills it in its own ports.ts. */
export interface Ports {
  readonly host: HostInfo;
  readonly files: Files;
  readonly processes: Processes;
  readonly clock: Clock;
  /** Random text of 32 hexadecimal digits. */
  readonly nonce: () => string;
  /** SHA-256 of a text, in hexadecimal digits. */
  readonly hash: (text: string) => string;
  /** Null where the host has no such thing: the page then does it itself. */
  readonly dialogs: Dialogs | null;
  readonly pdf: Pdf | null;
  readonly shell: Shell | null;
  /** Null where the host keeps secrets only as long as it runs. */
  readonly cipher: Cipher | null;
  readonly network: Network;
  /** Shows a notification of the system, and says whether there are any; left out where the host has none. */
  readonly showNotice?: (notice: Notice) => boolean;
  /** Draws the menu bar; left out where the host has none. */
  readonly showFace?: (face: WindowFace) => void;
  /** Where the system's environment wants backups to be kept besides the workspace's own folder. */
  readonly backupFolder?: string;
  /** One line for the log of this program. */
  readonly log: (line: string) => void;
}
