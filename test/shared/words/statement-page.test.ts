import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { balanceOf } from '../../../shared/comp-time/balance.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { printPage } from '../../../shared/print/document.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { minutesText } from '../../../shared/words/date-text.ts';
import { statementDocument } from '../../../shared/words/statement-page.ts';

const sample = sampleWorkspace();
const four = 'person-engineer-4' as PersonId;
const day = (text: string): LocalDate => text as LocalDate;
const words = (html: string): string =>
  html
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
const pageOf = (from: string, to: string, workspace = sample): string =>
  printPage(statementDocument(workspace, [four], { from: day(from), to: day(to) }), {
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
