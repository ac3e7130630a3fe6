import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { balanceOf, bookedAfter } from '../../../shared/comp-time/balance.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { printPage } from '../../../shared/print/document.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import { balancesTable, linesTable } from '../../../shared/words/ledger-table.ts';
import { statementDocument } from '../../../shared/words/statement-page.ts';

const sample = sampleWorkspace();
const four = 'person-engineer-4' as PersonId;
const day = (text: string): LocalDate => text as LocalDate;
const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const pageOf = (from: string, to: string, workspace = sample, today = '2027-12-31'): string =>
  printPage(statementDocument(workspace, [four], { from: day(from), to: day(to) }, day(today)), {
    paper: 'A4',
    fonts: [],
  });

test('a statement says the balance that the ledger comes to, and every line of its days', () => {
  const text = words(pageOf('2026-10-01', '2027-03-31'));
  const balance = balanceOf(sample, four, day('2027-03-31'));
  expect(text).toContain(
    `Earned ${minutesText(balance.earned)} Adjusted 0 min Taken ${minutesText(-balance.taken)} Expired 0 min Open ${minutesText(balance.open)}`,
  );
  for (const entry of Object.values(sample.compTime).filter(({ person }) => person === four))
    expect(text, entry.id).toContain(minutesText(Math.abs(entry.minutes)));
  expect(text).toContain('Time off on 5 Mar');
});

test('what was open before comes from the days before, and later lines are left out', () => {
  const eve = addDays(day('2027-03-05'), -1);
  const text = words(pageOf('2027-03-01', eve));
  const open = minutesText(balanceOf(sample, four, eve).open);
  expect(text).toContain(`Mon 1 Mar 2027 Open before ${open}`);
  expect(text).not.toContain('Time off on');
});

test('the reason of a day off is not on paper', () => {
  const leave = Object.values(sample.leave).find(({ kind }) => kind === 'comp-time');
  if (leave === undefined) throw new Error('the sample books no time off');
  const secret = 'a reason that is nobody’s business';
  const workspace = { ...sample, leave: { ...sample.leave, [leave.id]: { ...leave, reason: secret } } };
  const html = pageOf('2026-10-01', '2027-12-31', workspace);
  expect(html).toContain('Time off on 5 Mar');
  expect(html).not.toContain(secret);
});

test('names and notes are text, whatever they say', () => {
  const evil = '<script>alert(1)</script>';
  const [line] = Object.values(sample.compTime).filter(({ person }) => person === four);
  const person = sample.people[four];
  if (line === undefined || person === undefined) throw new Error('the sample has no such line');
  const workspace = {
    ...sample,
    people: { ...sample.people, [four]: { ...person, name: evil } },
    compTime: { ...sample.compTime, [line.id]: { ...line, note: evil } },
  };
  const html = pageOf('2026-10-01', '2027-12-31', workspace);
  expect(html).not.toContain('<script');
  expect(html.match(/&#x3C;script>/g)?.length).toBeGreaterThanOrEqual(4);
});

test('time off of a day to come is booked, not taken, and the balance is that of today', () => {
  const today = '2026-11-23';
  const text = words(pageOf('2026-10-01', '2027-12-31', sample, today));
  const { open } = balanceOf(sample, four, day(today));
  const booked = bookedAfter(sample, four, day(today));
  expect(booked).toBeGreaterThan(0);
  expect(text).toContain('At the end of Mon 23 Nov 2026');
  expect(text).toContain(`Taken 0 min Expired 0 min Open ${minutesText(open)}`);
  expect(text).toContain(
    `${minutesText(booked)} are booked for later days. They are not taken yet; then ${minutesText(open - booked)} are open.`,
  );
  expect(text).toMatch(/5 Mar 2027 Booked Time off on 5 Mar/);
  expect(words(pageOf('2026-10-01', '2027-12-31'))).toMatch(/5 Mar 2027 Taken Time off on 5 Mar/);
});

test('a file calls time off of a day to come booked, and counts it apart', () => {
  const today = day('2026-11-23');
  const { columns, rows } = balancesTable(sample, [four], today);
  const figure = (column: string) => rows[0]?.[columns.indexOf(column)];
  expect(figure('Booked ahead min')).toBe(bookedAfter(sample, four, today));
  expect(figure('Taken min')).toBe(0);
  const kinds = (on: LocalDate) => linesTable(sample, [four], null, on).rows.map((row) => row[2]);
  expect(kinds(today)).toContain('Booked');
  expect(kinds(today)).not.toContain('Taken');
  expect(kinds(day('2027-12-31'))).toContain('Taken');
});
