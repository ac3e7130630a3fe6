import { balanceOf, bookedAfter, type Balance } from '../comp-time/balance.ts';
import { statementOf, type Statement } from '../comp-time/statement.ts';
import type { LocalDate } from '../model/dates.ts';
import type { PersonId } from '../model/ids.ts';
import type { Workspace } from '../model/workspace.ts';
import type { PrintDocument } from '../print/document.ts';
import { element, plain, section, table, type Child } from '../print/element.ts';
import { dayWithYearText, minutesText } from './date-text.ts';
import { entryText, lineKindText, signedMinutesText } from './ledger-text.ts';
import { personName } from './names.ts';

interface Days {
  readonly from: LocalDate;
  /** Included. */
  readonly to: LocalDate;
}

const style = `
.paper .sums, .paper .lines, .paper .lots { font-size: 9pt; }
.paper .sums td, .paper .sums tbody th, .paper .lines td, .paper .lines tbody th, .paper .lots td, .paper .lots tbody th { padding-top: 2.25pt; padding-bottom: 2.25pt; }
.paper .lines td:nth-child(3) { width: 100%; }
.paper .sums { width: auto; min-width: 50%; }
.paper .sums td, .paper .sums thead th:last-child { text-align: right; font-variant-numeric: tabular-nums; }
.paper .sums tr:last-child > * { font-weight: 600; border-bottom: 1pt solid #16191d; }
.paper .lines thead th:nth-child(n+4), .paper .lines td:nth-child(n+4) { text-align: right; white-space: nowrap; padding-right: 0; padding-left: 10pt; font-variant-numeric: tabular-nums; }
.paper .lines tbody th, .paper .lines td:nth-child(2) { font-weight: 400; white-space: nowrap; }
.paper .lots td:last-child, .paper .lots thead th:last-child { text-align: right; padding-right: 0; font-variant-numeric: tabular-nums; }
.paper .lots tbody th { font-weight: 400; }
.paper .gone { text-decoration: line-through; text-decoration-thickness: 0.5pt; }
.paper .agreed { margin-top: 34pt; display: flex; gap: 24pt; break-inside: avoid; break-before: avoid; }
.paper .agreed > div { flex: 1; border-top: 0.75pt solid #16191d; padding-top: 3pt; color: #586271; font-size: 8.5pt; }
`;

/** Earned, adjusted, taken, expired, open: the figures that must add up, as they do on screen, on paper and in files. */
export function balanceRows(balance: Balance): readonly (readonly [string, number])[] {
  return [
    ['Earned', balance.earned],
    ['Adjusted', balance.adjusted],
    ['Taken', 0 - balance.taken],
    ['Expired', 0 - balance.expired],
    ['Open', balance.open],
  ];
}

function linesTable(workspace: Workspace, { lines, before, from }: Statement, today: LocalDate): Element {
  const rows = lines.map(({ entry, open, reversedBy }): Child[] => [
    dayWithYearText(entry.date),
    lineKindText(entry, today),
    plain(
      'div',
      element('span', reversedBy === null ? {} : { className: ['gone'] }, entryText(workspace, entry)),
      reversedBy === null ? null : ' (taken back)',
      entry.note === '' ? null : element('div', { className: ['note'] }, entry.note),
    ),
    signedMinutesText(entry.minutes),
    minutesText(open),
  ]);
  const opening = [dayWithYearText(from), 'Open before', '', '', minutesText(before)];
  return table('lines', ['Date', 'What', 'For', 'Time', 'Open'], [opening, ...rows]);
}

function lotRows(workspace: Workspace, balance: Balance): readonly Child[][] {
  return balance.lots.map(({ entry, earnedOn, expiresOn, open }) => {
    const line = workspace.compTime[entry];
    return [
      line === undefined ? dayWithYearText(earnedOn) : entryText(workspace, line),
      dayWithYearText(earnedOn),
      expiresOn === null ? 'Never' : dayWithYearText(expiresOn),
      minutesText(open),
    ];
  });
}

/** What is booked after the day of the balance, and what is left open then. */
function bookedNote(booked: number, open: number): Element | null {
  if (booked === 0) return null;
  const text = `${minutesText(booked)} are booked for later days. They are not taken yet; then ${minutesText(open - booked)} are open.`;
  return element('p', { className: ['note'] }, text);
}

function article(workspace: Workspace, statement: Statement, today: LocalDate): Element {
  const { person, from, to } = statement;
  // Nothing is taken before its day: a balance of days to come would say so.
  const on = to > today ? today : to;
  const balance = balanceOf(workspace, person, on);
  const booked = bookedAfter(workspace, person, on);
  const lots = lotRows(workspace, balance);
  return element(
    'article',
    { id: person },
    plain(
      'header',
      plain('h1', `Comp time of ${personName(workspace, person)}`),
      element(
        'p',
        { className: ['facts'] },
        `${workspace.about.name} · ${dayWithYearText(from)} to ${dayWithYearText(to)}`,
      ),
    ),
    section('Balance', [
      table(
        'sums',
        [`At the end of ${dayWithYearText(on)}`, 'Time'],
        balanceRows(balance).map(([name, minutes]) => [name, minutesText(minutes)]),
      ),
      balance.owed > 0
        ? element(
            'p',
            { className: ['note'] },
            `${minutesText(balance.owed)} were taken ahead and are still to be earned.`,
          )
        : null,
      bookedNote(booked, balance.open),
    ]),
    section('Lines', [linesTable(workspace, statement, today)]),
    section(
      'Still open',
      lots.length === 0 ? [] : [table('lots', ['For', 'Earned on', 'Lost on', 'Open'], lots)],
    ),
    element(
      'div',
      { className: ['agreed'] },
      plain('div', 'Date, team lead'),
      plain('div', `Date, ${personName(workspace, person)}`),
    ),
  );
}

type Element = PrintDocument['articles'][number];

/**
 * Statements of these people on paper, each on a page of its own. Reasons for leave are not in them.
 *
 * @param today the balance is that of the last day, or of today where that is later
 */
export function statementDocument(
  workspace: Workspace,
  people: readonly PersonId[],
  days: Days,
  today: LocalDate,
): PrintDocument {
  const [only] = people;
  const title =
    people.length === 1 && only !== undefined
      ? `Comp time of ${personName(workspace, only)}`
      : 'Comp time statements';
  return {
    title,
    articles: people.map((person) => article(workspace, statementOf(workspace, person, days), today)),
    style,
  };
}
