/** What passes between window and keeper when an older state is taken back, or two versions of a file are brought together. */
import type { Runbook } from '../model/runbook.ts';
import type { TableName } from '../model/workspace.ts';
import type { Problem } from './problems.ts';

/** A state that can be taken back: a position of the journal, or a whole copy. */
export type PointKind =
  /** As it stood after one edit of the journal. */
  | 'edit'
  /** The file itself, as it was written last. Only listed where it is not what is open. */
  | 'checkpoint'
  /** The generation before that. */
  | 'previous'
  | 'hourly'
  | 'daily'
  /** A copy that lost more than 30 % of its records against the one before: kept apart, so that it pushes out nothing. */
  | 'shrunk'
  | 'before-import'
  | 'before-upgrade'
  | 'before-restore'
  /** Another version of the file, set aside when both had been changed. */
  | 'other-version';

export interface RestorePoint {
  /** Names the point to the keeper, which made it. Holds as long as the workspace is open. */
  readonly id: string;
  readonly kind: PointKind;
  readonly revision: number;
  /** ISO instant, for display: order is by revision. */
  readonly time: string;
  /** The edit that led here; null for a copy. */
  readonly title: string | null;
  /** Bytes of the copy; null for a position of the journal. */
  readonly bytes: number | null;
  /** Edits since then, which would be taken back; null where the copy does not lie on the way to what is open. */
  readonly editsSince: number | null;
  /** True for a copy in the folder that the lead chose for backups. */
  readonly inChosenFolder: boolean;
}

/** Something that could not be read, kept as it was. */
export interface KeptDamage {
  /** Names it to `restore.export`. */
  readonly id: string;
  readonly file: string;
  readonly bytes: number;
  /** ISO instant at which it was set aside. */
  readonly time: string;
}

export interface RestoreList {
  /** The highest revision first. */
  readonly points: readonly RestorePoint[];
  /** True when the journal has edits before the oldest one listed: ask again with its revision as `before`. */
  readonly hasEarlier: boolean;
  readonly damaged: readonly KeptDamage[];
}

/** What restoring does to one table. */
export interface TableEffect {
  readonly table: TableName | 'about';
  /** Records in what is open (none, where nothing is), and in the state to take back. */
  readonly now: number;
  readonly then: number;
  readonly comeBack: number;
  readonly go: number;
  readonly change: number;
}

export interface RecordEffect {
  readonly table: TableName | 'about';
  readonly id: string;
  /** As people know it: `the rotation Profit`. */
  readonly name: string;
  readonly effect: 'comes-back' | 'goes' | 'changes';
}

export interface RestorePreview {
  readonly point: RestorePoint;
  /** Name of the workspace then. */
  readonly workspaceName: string;
  /** Tables with records, then or now, in the order of the file. */
  readonly tables: readonly TableEffect[];
  /** The first two hundred records that differ. */
  readonly records: readonly RecordEffect[];
  /** How many more differ. */
  readonly more: number;
}

/** A file that was written for the lead: at `file`; or, where the host has no dialogs, as bytes for the browser to download. */
export interface WrittenFile {
  readonly file: string | null;
  /** A name to download it under. */
  readonly name: string;
  readonly base64: string | null;
}

export interface BackupSettings {
  /** Where copies go besides the workspace's own folder; null when nobody chose one. */
  readonly folder: string | null;
  /** Set where the system's environment names the folder: then it cannot be changed here. */
  readonly isFixed: boolean;
  /** The workspace's own copies; null when none is open. */
  readonly ownFolder: string | null;
  /** ISO instant of the newest copy in the chosen folder; null when there is none. */
  readonly lastCopy: string | null;
  /** Why the last copy could not be put there; null when it could. */
  readonly problem: Problem | null;
}

/** Another version of the open file. */
export interface OtherVersion {
  readonly id: string;
  /**
   * `changed-underneath`: the file itself, which something else wrote while it was open. `conflicted-copy`: a file beside it, as programs that
   * synchronise folders leave them. `set-aside`: kept by Evenwatch when it met one of these.
   */
  readonly kind: 'changed-underneath' | 'conflicted-copy' | 'set-aside';
  readonly file: string;
  readonly bytes: number;
  /** ISO instant of its last change. */
  readonly time: string;
}

/** What happened to a record in one version since the state that both come from. */
export type SideEffect = 'same' | 'added' | 'changed' | 'removed';
export type Side = 'ours' | 'theirs';
/** Where a record is taken from: one version, or both, field by field. */
export type Taken = Side | 'both';

export interface FieldDifference {
  readonly field: string;
  /** Where it is taken from when the record is taken from both; null where both changed it, differently. */
  readonly side: Side | null;
  /** Values in words, cut where they are long; null where the record is not there. */
  readonly before: string | null;
  readonly ours: string | null;
  readonly theirs: string | null;
}

export interface ComparedRecord {
  readonly table: TableName | 'about';
  readonly id: string;
  readonly name: string;
  readonly ours: SideEffect;
  readonly theirs: SideEffect;
  /** Where a merge takes it from unless the lead chooses otherwise. */
  readonly side: Taken;
  /** Both versions changed a field of it, differently: the lead should choose. The choice is about those fields; the others are from the version that changed them. */
  readonly isConflict: boolean;
  /** Both versions changed it, in fields that fit: it can be taken from both. */
  readonly fits: boolean;
  /** Fields whose values differ between the two versions. */
  readonly fields: readonly FieldDifference[];
}

export interface Comparison {
  readonly version: OtherVersion;
  readonly theirRevision: number;
  readonly ourRevision: number;
  /** The last state that both versions come from, as far as the journal tells; null when there is none: then every difference asks for a choice. */
  readonly ancestor: { readonly revision: number; readonly time: string | null } | null;
  /** Records that differ between the versions, conflicts first; at most five hundred. */
  readonly records: readonly ComparedRecord[];
  readonly more: number;
  readonly conflicts: number;
  /** What would contradict itself if the merge were taken as proposed; empty when nothing would. */
  readonly findings: readonly { readonly where: string; readonly what: string }[];
}

export interface RecordChoice {
  readonly table: TableName | 'about';
  readonly id: string;
  readonly side: Taken;
}

/** A runbook as it stood after one of its edits. */
export interface RunbookVersion {
  /** Of the edit that saved it; of what stood before the journal, the one before its first edit. */
  readonly revision: number;
  /** ISO instant, for display; null for what stood before the journal. */
  readonly time: string | null;
  /** Who saved it; null where it is not on record. */
  readonly by: string | null;
  /** The edit in words; null for what stood before the journal. */
  readonly title: string | null;
  readonly runbook: Runbook;
}
