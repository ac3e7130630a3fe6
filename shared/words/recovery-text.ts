import { assertNever } from '../assert-never.ts';
import type {
  Comparison,
  OtherVersion,
  PointKind,
  RecordEffect,
  RestorePoint,
  Side,
  SideEffect,
  TableEffect,
} from '../contract/recovery.ts';
import { counted, decimalText } from './number-text.ts';

const kinds: Readonly<Record<Exclude<PointKind, 'edit'>, string>> = {
  checkpoint: 'The file as it was last written',
  previous: 'The file one writing earlier',
  hourly: 'Hourly copy',
  daily: 'Daily copy',
  shrunk: 'Copy set apart: it held far fewer records than the one before',
  'before-import': 'Copy from before an import',
  'before-upgrade': 'Copy from before the upgrade of its format',
  'before-restore': 'Copy from before a restore',
  'other-version': 'Another version of the file, kept when two had been changed',
};

/** What a restore point is: the edit that led to it, or the kind of copy. */
export const pointTitle = ({ kind, title }: RestorePoint): string =>
  kind === 'edit' ? (title ?? 'An edit') : kinds[kind];

/** `640 B`, `1.2 kB`, `3.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000
    ? `${decimalText(bytes / 1000, 1, 'keep')} kB`
    : `${decimalText(bytes / 1_000_000, 1, 'keep')} MB`;
}

/** How far back a point lies. */
export function sinceText({ editsSince }: Pick<RestorePoint, 'editsSince'>): string {
  if (editsSince === null) return 'not on the way to what is open';
  return editsSince === 0 ? 'what is open now' : `${counted(editsSince, 'edit')} ago`;
}

/** What restoring does to one table, in words: `3 come back, 1 goes, 2 change`. */
export function tableEffectText({
  comeBack,
  go,
  change,
}: Pick<TableEffect, 'comeBack' | 'go' | 'change'>): string {
  const parts = [
    comeBack > 0 ? `${counted(comeBack, 'comes', 'come')} back` : '',
    go > 0 ? counted(go, 'goes', 'go') : '',
    change > 0 ? counted(change, 'changes', 'change') : '',
  ].filter((part) => part !== '');
  return parts.join(', ');
}

const effects: Readonly<Record<RecordEffect['effect'], string>> = {
  'comes-back': 'comes back',
  goes: 'goes',
  changes: 'changes',
};

export const recordEffectText = ({ effect }: Pick<RecordEffect, 'effect'>): string => effects[effect];

/** Where another version of the open file comes from. */
export function versionText({ kind }: Pick<OtherVersion, 'kind'>): string {
  switch (kind) {
    case 'changed-underneath':
      return 'Something else wrote this file while it was open here';
    case 'conflicted-copy':
      return 'A copy beside the file, as programs that synchronise folders leave them';
    case 'set-aside':
      return 'Kept by Evenwatch when it met another version';
    default:
      return assertNever(kind);
  }
}

const sideEffects: Readonly<Record<SideEffect, string>> = {
  same: 'left as it was',
  added: 'added',
  changed: 'changed',
  removed: 'removed',
};

export const sideEffectText = (effect: SideEffect): string => sideEffects[effect];

/** Whose version it is, as the lead sees it. */
export const sideText = (side: Side): string => (side === 'ours' ? 'Open here' : 'Other version');

/** How two versions differ, in one sentence. */
export function comparisonText({ records, more, conflicts, ancestor }: Comparison): string {
  const differing = counted(records.length + more, 'record');
  const from =
    ancestor === null
      ? 'No state is known that both come from, so every difference asks for your choice.'
      : conflicts === 0
        ? 'No field was changed in both, differently, so they fit together.'
        : `${counted(conflicts, 'of them was', 'of them were')} changed in both, differently: choose one each.`;
  return `${differing} ${records.length + more === 1 ? 'differs' : 'differ'}. ${from}`;
}

const tables: Readonly<Record<TableEffect['table'], string>> = {
  about: 'Name and zone of the team',
  people: 'People',
  pipelines: 'Pipelines',
  tasks: 'Tasks',
  rotations: 'Rotations',
  shifts: 'Shifts',
  leave: 'Leave',
  holidaySets: 'Holiday sets',
  holidays: 'Holidays',
  compTime: 'Time-off ledger',
  policies: 'Policies',
  quarters: 'Quarters',
  deadlines: 'Deadlines',
  deliveries: 'Deliveries',
  incidents: 'Incidents',
  runbooks: 'Runbooks',
  runs: 'Runs of runbooks',
  images: 'Pictures',
  scenarios: 'Scenarios',
  connections: 'Connections',
  published: 'Published events',
};

/** A table as the lead knows it: `Time-off ledger`. */
export const tableName = (table: TableEffect['table']): string => tables[table];

/** The tables that a restore leaves alone: `People (4), Tasks (5) and Leave (9) stay as they are.` */
export function sameTablesText(same: readonly Pick<TableEffect, 'table' | 'now'>[]): string {
  const named = same.map(({ table, now }) =>
    table === 'about' ? tables.about : `${tables[table]} (${now})`,
  );
  const last = named.at(-1) ?? '';
  return named.length < 2
    ? `${last} ${same[0]?.table === 'about' ? 'stays' : 'stay'} as before.`
    : `${named.slice(0, -1).join(', ')} and ${last} stay as they are.`;
}
