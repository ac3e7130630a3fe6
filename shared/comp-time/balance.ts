import { addMonths } from '../calendar/days.ts';
import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { CompTimeId, PersonId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { occasionOf } from './earning.ts';
import { linesOf, standing } from './ledger.ts';

/** What is left of one line that gave time. */
export interface Lot {
  readonly entry: CompTimeId;
  readonly earnedOn: LocalDate;
  /** The first day on which it can no longer be taken; null where it never expires. */
  readonly expiresOn: LocalDate | null;
  readonly open: number;
}

/**
 * Somebody's time off in return, in minutes. At every moment `earned + adjusted = taken + expired + open`, and what is open
 * is what the lots hold less what is owed: the two sides are counted apart.
 */
export interface Balance {
  readonly earned: number;
  readonly adjusted: number;
  readonly taken: number;
  readonly expired: number;
  /** Below zero where more was taken than given. */
  readonly open: number;
  /** Taken beyond what there was, and not earned back since. */
  readonly owed: number;
  /** Oldest first; what is taken comes off the oldest that had not expired. */
  readonly lots: readonly Lot[];
}

type Kind = Exclude<CompTimeEntry['kind'], 'reverse'>;

/** The balance at the end of a day. A reversal counts within the kind of the line it reverses. */
export function balanceOf(workspace: Workspace, person: PersonId, on: LocalDate): Balance {
  return balanceOfLines(
    workspace,
    linesOf(workspace, person).filter(({ date }) => date <= on),
  );
}

/** Minutes of somebody's lines that lie after a day: booked ahead, and not off the balance of that day. */
export const bookedAfter = (workspace: Workspace, person: PersonId, on: LocalDate): number =>
  linesOf(workspace, person).reduce((sum, { date, minutes }) => (date > on ? sum - minutes : sum), 0);

/** The balance that lines of one person, in order, come to. */
export function balanceOfLines(workspace: Workspace, lines: readonly CompTimeEntry[]): Balance {
  const sums: Record<Kind, number> = { earn: 0, take: 0, expire: 0, adjust: 0 };
  for (const entry of lines) sums[kindOf(workspace, entry)] += entry.minutes;
  const purse = fill(workspace, standing(lines));
  return {
    earned: sums.earn,
    adjusted: sums.adjust,
    // Minus zero would be another value than zero to whoever compares balances.
    taken: 0 - sums.take,
    expired: 0 - sums.expire,
    open: purse.lots.reduce((sum, lot) => sum + lot.open, 0) - purse.owed,
    owed: purse.owed,
    lots: purse.lots.filter(({ open }) => open > 0).map(({ occasion: _occasion, ...lot }) => lot),
  };
}

/** The kind within which a line counts: that of the line it reverses, where it reverses one. */
export function kindOf(workspace: Workspace, entry: CompTimeEntry): Kind {
  if (entry.kind !== 'reverse') return entry.kind;
  const original = entry.reverses === null ? undefined : recordOf(workspace, 'compTime', entry.reverses);
  return original === undefined || original.kind === 'reverse' ? 'adjust' : original.kind;
}

interface OpenLot extends Lot {
  readonly occasion: string | null;
}

interface Purse {
  readonly lots: readonly OpenLot[];
  readonly owed: number;
}

/** Line by line, as time went: what gives pays back what is owed first, what takes comes off the lots there are by then. */
function fill(workspace: Workspace, lines: readonly CompTimeEntry[]): Purse {
  let purse: Purse = { lots: [], owed: 0 };
  for (const entry of lines)
    purse = entry.minutes > 0 ? given(workspace, purse, entry) : takenFrom(purse, entry);
  return purse;
}

function given(workspace: Workspace, { lots, owed }: Purse, entry: CompTimeEntry): Purse {
  const paidBack = Math.min(owed, entry.minutes);
  const lot: OpenLot = {
    entry: entry.id,
    earnedOn: entry.date,
    expiresOn: expiryOf(workspace, entry),
    open: entry.minutes - paidBack,
    occasion: occasionOf(entry),
  };
  return { lots: [...lots, lot], owed: owed - paidBack };
}

function expiryOf(workspace: Workspace, entry: CompTimeEntry): LocalDate | null {
  const months = recordOf(workspace, 'policies', entry.policy)?.compTime.expiresAfterMonths ?? null;
  return months === null ? null : addMonths(entry.date, months);
}

function takenFrom({ lots, owed }: Purse, entry: CompTimeEntry): Purse {
  let left = -entry.minutes;
  const after = new Map<CompTimeId, number>();
  for (const lot of inTurn(lots, entry)) {
    const part = Math.min(left, lot.open);
    after.set(lot.entry, lot.open - part);
    left -= part;
  }
  return {
    lots: lots.map((lot) => ({ ...lot, open: after.get(lot.entry) ?? lot.open })),
    owed: owed + left,
  };
}

/**
 * An expiry comes off what it names, else off what has expired; a take off the oldest that can still be taken that day. Only
 * then the others, the oldest first.
 */
function inTurn(lots: readonly OpenLot[], entry: CompTimeEntry): readonly OpenLot[] {
  const hasExpired = ({ expiresOn }: Lot): boolean => expiresOn !== null && expiresOn <= entry.date;
  const occasion = occasionOf(entry);
  const isMeant = (lot: OpenLot): boolean =>
    entry.kind === 'expire'
      ? occasion === null
        ? hasExpired(lot)
        : lot.occasion === occasion
      : !hasExpired(lot);
  return [...lots.filter(isMeant), ...lots.filter((lot) => !isMeant(lot))];
}

/** The least that is open on a day or later: a take in between must not leave a later one without cover. */
export function leastOpenFrom(workspace: Workspace, lines: readonly CompTimeEntry[], day: LocalDate): number {
  const days = new Set([day, ...lines.map(({ date }) => date).filter((date) => date > day)]);
  return Math.min(
    ...[...days].map(
      (on) =>
        balanceOfLines(
          workspace,
          lines.filter(({ date }) => date <= on),
        ).open,
    ),
  );
}
