import { useMemo } from 'react';
import {
  balanceOf,
  balanceOfLines,
  bookedAfter,
  type Balance,
  type Lot,
} from '../../../shared/comp-time/balance.ts';
import { expiredBy, type Expired } from '../../../shared/comp-time/credit.ts';
import { linesOf } from '../../../shared/comp-time/ledger.ts';
import { dueBy, waitingFor, type Due } from '../../../shared/comp-time/settlements.ts';
import { termsOn } from '../../../shared/comp-time/terms.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { expiringSoon } from '../../../shared/words/comp-time-text.ts';
import { today as todayIn } from '../../state/clock.ts';
import { memoise } from '../../state/memoise.ts';
import { useWorkspace } from '../../state/workspace-store.ts';

/** Somebody's balance today, with what is about to happen to it. */
export interface PersonRow {
  readonly person: Person;
  readonly balance: Balance;
  /** Minutes that wait to be approved, less those to be taken back. */
  readonly waiting: number;
  /** Minutes booked for days ahead; they are not off the balance yet. */
  readonly booked: number;
  /** Lost soon, the soonest first. */
  readonly expiring: readonly Lot[];
}

export interface Ledger {
  readonly workspace: Workspace;
  readonly today: LocalDate;
  readonly policy: Policy | null;
  readonly due: Due;
  readonly expired: readonly Expired[];
  /** The team in its order, then those who left and still have lines. */
  readonly people: readonly PersonRow[];
}

function ledgerOf(workspace: Workspace, today: LocalDate): Ledger {
  const policy = termsOn(workspace, today);
  const due = dueBy(workspace, today);
  const waiting = waitingFor(due);
  const row = (person: Person): PersonRow => {
    const balance = balanceOf(workspace, person.id, today);
    const lines = linesOf(workspace, person.id);
    return {
      person,
      balance,
      waiting: waiting.get(person.id) ?? 0,
      booked: bookedAfter(workspace, person.id, today),
      // What is booked for days ahead is not lost.
      expiring: expiringSoon(balanceOfLines(workspace, lines), today, policy?.compTime.warnDaysBefore ?? 0),
    };
  };
  const isShown = ({ id, archivedOn }: Person): boolean =>
    archivedOn === null || linesOf(workspace, id).length > 0;
  const people = Object.values(workspace.people)
    .filter(isShown)
    .sort(
      (one, other) =>
        Number(one.archivedOn !== null) - Number(other.archivedOn !== null) || one.position - other.position,
    );
  return { workspace, today, policy, due, expired: expiredBy(workspace, today), people: people.map(row) };
}

const remembered = memoise(ledgerOf, 2);

/** Everything that the screen shows, worked out once for each state of the plan. */
export function useLedger(): Ledger {
  const workspace = useWorkspace();
  const today = todayIn(workspace.about.zone);
  return useMemo(() => remembered(workspace, today), [workspace, today]);
}
