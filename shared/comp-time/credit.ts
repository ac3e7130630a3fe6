import type { CompTimeEntry } from '../model/comp-time.ts';
import type { LocalDate } from '../model/dates.ts';
import type { CompTimeId } from '../model/ids.ts';
import { recordOf } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import { balanceOfLines, leastOpenFrom } from './balance.ts';
import { occasionOf, type Earning } from './earning.ts';
import { inOrder, linesOf, standing } from './ledger.ts';
import type { Settlement } from './settlements.ts';

/** Who writes lines, on which day, and how their ids are made: what a pure function cannot know. */
export interface Writing {
  readonly author: string;
  readonly today: LocalDate;
  readonly newId: () => CompTimeId;
}

const nothing = { shift: null, holiday: null, incident: null, leave: null };

/** The line that takes another one back. Dated today, or on the day of a line that lies ahead. */
export function reversalOf(
  entry: CompTimeEntry,
  note: string,
  { author, today, newId }: Writing,
): CompTimeEntry {
  return {
    ...entry,
    id: newId(),
    kind: 'reverse',
    date: entry.date > today ? entry.date : today,
    minutes: 0 - entry.minutes,
    reverses: entry.id,
    author,
    note,
  };
}

function earned(
  { person, date, minutes, source, policy }: Earning,
  { author, newId }: Writing,
): CompTimeEntry {
  return {
    id: newId(),
    kind: 'earn',
    person,
    date,
    minutes,
    source,
    reverses: null,
    policy,
    author,
    note: '',
  };
}

/**
 * The lines that settle these occasions, in an order in which each is accepted. What an earning would bring beyond the most
 * that the policy lets stand open is written off at once, by a line of its own: earned stays what was served.
 */
export function settlingLines(
  workspace: Workspace,
  settlements: readonly Settlement[],
  writing: Writing,
): readonly CompTimeEntry[] {
  const lines: CompTimeEntry[] = [];
  for (const { takeBack, credit } of settlements) {
    for (const entry of takeBack) {
      lines.push(reversalOf(entry, '', writing));
      for (const cut of cutsOf(workspace, entry)) lines.push(reversalOf(cut, '', writing));
    }
    for (const earning of credit) {
      const line = earned(earning, writing);
      lines.push(line);
      const beyond = beyondCap(workspace, lines, line);
      if (beyond > 0)
        lines.push({
          ...line,
          id: writing.newId(),
          kind: 'expire',
          minutes: -beyond,
          note: 'Beyond the cap',
        });
    }
  }
  return lines;
}

/** What was written off a line at once, because of the cap. */
const cutsOf = (workspace: Workspace, { person, source, date }: CompTimeEntry): readonly CompTimeEntry[] =>
  standing(linesOf(workspace, person)).filter(
    (line) =>
      line.kind === 'expire' &&
      occasionOf(line) !== null &&
      occasionOf(line) === occasionOf({ source, date }),
  );

function beyondCap(workspace: Workspace, written: readonly CompTimeEntry[], line: CompTimeEntry): number {
  const most = recordOf(workspace, 'policies', line.policy)?.compTime.mostOpenMinutes ?? null;
  if (most === null) return 0;
  const own = [...linesOf(workspace, line.person), ...written.filter(({ person }) => person === line.person)];
  own.sort(inOrder);
  const upTo = own.filter(({ date }) => date <= line.date);
  const beyond = Math.min(line.minutes, balanceOfLines(workspace, upTo).open - most);
  // What was taken later, out of what this line brings, is not written off under it.
  return beyond <= 0 ? 0 : Math.max(0, Math.min(beyond, leastOpenFrom(workspace, own, line.date)));
}

/** Time that has expired and still stands open, of one person. */
export interface Expired {
  readonly person: CompTimeEntry['person'];
  readonly entry: CompTimeId;
  readonly on: LocalDate;
  readonly minutes: number;
}

/**
 * What could no longer be taken by a day and is not written off yet, the longest expired first. What is booked for later days
 * out of it is not in it: it was agreed to, and writing it off would leave the booking without cover.
 */
export function expiredBy(workspace: Workspace, today: LocalDate): readonly Expired[] {
  return peopleOfLedger(workspace)
    .flatMap((person) =>
      balanceOfLines(workspace, linesOf(workspace, person)).lots.flatMap(
        ({ entry, expiresOn, open }): readonly Expired[] =>
          expiresOn !== null && expiresOn <= today ? [{ person, entry, on: expiresOn, minutes: open }] : [],
      ),
    )
    .sort((one, other) =>
      one.on === other.on ? (one.entry < other.entry ? -1 : 1) : one.on < other.on ? -1 : 1,
    );
}

const peopleOfLedger = (workspace: Workspace): readonly CompTimeEntry['person'][] => [
  ...new Set(Object.values(workspace.compTime).map(({ person }) => person)),
];

/** The lines that write off what has expired, each on the day on which it did. */
export const writeOffLines = (
  workspace: Workspace,
  expired: readonly Expired[],
  { author, newId }: Writing,
): readonly CompTimeEntry[] =>
  expired.flatMap(({ person, entry, on, minutes }): readonly CompTimeEntry[] => {
    const lot = recordOf(workspace, 'compTime', entry);
    if (lot === undefined) return [];
    const { policy } = lot;
    return [
      {
        id: newId(),
        kind: 'expire',
        person,
        date: on,
        minutes: -minutes,
        source: nothing,
        reverses: null,
        policy,
        author,
        note: '',
      },
    ];
  });
