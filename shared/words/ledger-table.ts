import { balanceOf, bookedAfter } from '../comp-time/balance.ts';
import { ledgerDays, statementOf } from '../comp-time/statement.ts';
import type { OutTable } from '../exchange/csv-out.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import { entryText, lineKindText } from './ledger-text.ts';
import { personName } from './names.ts';

/** Balances of these people at the end of a day, in minutes: earned + adjusted = taken + expired + open. What is booked for later is not off. */
export function balancesTable(workspace: Workspace, people: readonly PersonId[], on: LocalDate): OutTable {
  return {
    name: `Balances ${on}`,
    columns: [
      'Person',
      'Day',
      'Earned min',
      'Adjusted min',
      'Taken min',
      'Expired min',
      'Open min',
      'Booked ahead min',
      'Next lost on',
      'Next lost min',
    ],
    rows: people.map((person) => {
      const { earned, adjusted, taken, expired, open, lots } = balanceOf(workspace, person, on);
      const [next] = lots
        .filter(({ expiresOn }) => expiresOn !== null)
        .sort((one, other) => ((one.expiresOn ?? '') < (other.expiresOn ?? '') ? -1 : 1));
      return [
        personName(workspace, person),
        on,
        earned,
        adjusted,
        taken,
        expired,
        open,
        bookedAfter(workspace, person, on),
        next?.expiresOn ?? null,
        next?.open ?? null,
      ];
    }),
  };
}

interface Days {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Lines of these people from one day to another, both included; all of them where no days are given. Minutes are signed.
 *
 * @param today what is taken off a later day is called booked
 */
export function linesTable(
  workspace: Workspace,
  people: readonly PersonId[],
  days: Days | null,
  today: LocalDate,
): OutTable {
  return {
    name: 'Lines',
    columns: [
      'Person',
      'Date',
      'What',
      'For',
      'Minutes',
      'Open min after',
      'Taken back by',
      'Policy',
      'Author',
      'Note',
      'Line',
    ],
    rows: people.flatMap((person) => {
      const within = days ?? ledgerDays(workspace, person);
      if (within === null) return [];
      return statementOf(workspace, person, within).lines.map(({ entry, open, reversedBy }) => [
        personName(workspace, person),
        entry.date,
        lineKindText(entry, today),
        entryText(workspace, entry),
        entry.minutes,
        open,
        reversedBy,
        workspace.policies[entry.policy]?.version ?? entry.policy,
        entry.author,
        entry.note,
        entry.id,
      ]);
    }),
  };
}
