import type { PersonId } from '../model/ids.ts';
import { roundToTotal } from './fair-share.ts';

/** What somebody has held beyond their share, in q; negative is less. */
export interface Balance {
  readonly person: PersonId;
  readonly load: number;
}

/** Points that one person would have to take over from another for both to be on their share, in q. */
export interface Debt {
  /** Held less than their share. */
  readonly from: PersonId;
  /** Held more. */
  readonly to: PersonId;
  readonly load: number;
}

/** Balances against their mean, in whole q that add up to nothing: what everybody holds too much of, nobody owes. */
export function againstMean(balances: readonly Balance[]): readonly Balance[] {
  const mean = balances.reduce((sum, { load }) => sum + load, 0) / Math.max(1, balances.length);
  const whole = roundToTotal(
    balances.map(({ load }) => load - mean),
    0,
  );
  return balances.map(({ person }, place) => ({ person, load: whole[place] ?? 0 }));
}

/**
 * Who owes whom: the largest debt to whom most is owed, until all is paid. With n people that takes fewer than n payments; ties
 * go by the order given.
 *
 * @param balances against the team's mean or not: only the differences count
 */
export function debts(balances: readonly Balance[]): readonly Debt[] {
  const open = againstMean(balances).map(({ person, load }) => ({ person, load }));
  const found: Debt[] = [];
  for (;;) {
    const creditor = open.reduce((most, one) => (one.load > most.load ? one : most), {
      person: '' as PersonId,
      load: 0,
    });
    const debtor = open.reduce((least, one) => (one.load < least.load ? one : least), {
      person: '' as PersonId,
      load: 0,
    });
    const load = Math.min(creditor.load, -debtor.load);
    if (load <= 0) return found;
    found.push({ from: debtor.person, to: creditor.person, load });
    creditor.load -= load;
    debtor.load += load;
  }
}
