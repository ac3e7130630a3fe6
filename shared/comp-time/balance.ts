import { addMonths } from '../calendar/days.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { CompTimeId, PersonId } from '../model/ids.ts';
import { recordOf, recordsOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';

/** What is left of one line that gave time. */
export interface Lot {
  readonly entry: CompTimeId;
  readonly earnedOn: LocalDate;
  /** The first day on which it can no longer be taken; null where it never expires. */
  readonly expiresOn: LocalDate | null;
  readonly open: number;
}

/** Somebody's time off in return, in minutes. `earned + adjusted = taken + expired + open`, at every moment. */
export interface Balance {
  readonly earned: number;
  readonly adjusted: number;
  readonly taken: number;
  readonly expired: number;
  readonly open: number;
  /** Oldest first; what is taken comes off the oldest that had not expired. */
  readonly lots: readonly Lot[];
}

type Kind = Exclude<CompTimeEntry['kind'], 'reverse'>;

/** The balance at the end of a day. A reversal counts within the kind of the line it reverses. */
export function balanceOf(workspace: Workspace, person: PersonId, on: LocalDate): Balance {
  const entries = recordsOf(workspace, 'compTime')
    .filter((entry) => entry.person === person && entry.date <= on)
    .sort((left, right) =>
      left.date === right.date ? (left.id < right.id ? -1 : 1) : left.date < right.date ? -1 : 1,
    );
  const sums: Record<Kind, number> = { earn: 0, take: 0, expire: 0, adjust: 0 };
  for (const entry of entries) sums[kindOf(workspace, entry)] += entry.minutes;
  const { earn, adjust } = sums;
  // Minus zero would be another value than zero to whoever compares balances.
  const taken = 0 - sums.take;
  const expired = 0 - sums.expire;
  return {
    earned: earn,
    adjusted: adjust,
    taken,
    expired,
    open: earn + adjust - taken - expired,
    lots: lotsOf(workspace, entries),
  };
}

function kindOf(workspace: Workspace, entry: CompTimeEntry): Kind {
  if (entry.kind !== 'reverse') return entry.kind;
  const original = entry.reverses === null ? undefined : recordOf(workspace, 'compTime', entry.reverses);
  return original === undefined || original.kind === 'reverse' ? 'adjust' : original.kind;
}

function lotsOf(workspace: Workspace, entries: readonly CompTimeEntry[]): readonly Lot[] {
  const reversed = new Set(entries.map(({ reverses }) => reverses));
  const standing = entries.filter(({ id, kind }) => kind !== 'reverse' && !reversed.has(id));
  let lots: readonly Lot[] = standing
    .filter(({ minutes }) => minutes > 0)
    .map((entry) => ({
      entry: entry.id,
      earnedOn: entry.date,
      expiresOn: expiryOf(workspace, entry),
      open: entry.minutes,
    }));
  for (const entry of standing) if (entry.minutes < 0) lots = takenFrom(lots, entry);
  return lots.filter(({ open }) => open > 0);
}

function expiryOf(workspace: Workspace, entry: CompTimeEntry): LocalDate | null {
  const months = recordOf(workspace, 'policies', entry.policy)?.compTime.expiresAfterMonths ?? null;
  return months === null ? null : addMonths(entry.date, months);
}

/** An expiry comes off the oldest; a take off the oldest that can still be taken that day, and only then off the others. */
function takenFrom(lots: readonly Lot[], entry: CompTimeEntry): readonly Lot[] {
  const canBeTaken = ({ expiresOn }: Lot): boolean =>
    entry.kind === 'expire' || expiresOn === null || entry.date < expiresOn;
  const order = [...lots.filter(canBeTaken), ...lots.filter((lot) => !canBeTaken(lot))];
  let left = -entry.minutes;
  const after = new Map<CompTimeId, number>();
  for (const lot of order) {
    const part = Math.min(left, lot.open);
    after.set(lot.entry, lot.open - part);
    left -= part;
  }
  return lots.map((lot) => ({ ...lot, open: after.get(lot.entry) ?? lot.open }));
}
