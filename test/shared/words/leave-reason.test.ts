import { beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { edit } from '../../../shared/editing/edit.ts';
import { csvOf } from '../../../shared/exchange/csv-out.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { clashesWith } from '../../../shared/planner/leave-clashes.ts';
import { printPage, type PrintDocument } from '../../../shared/print/document.ts';
import { printDocument } from '../../../shared/runbooks/print-document.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { findingText } from '../../../shared/words/finding-text.ts';
import { leaveLabel, leaveTitle } from '../../../shared/words/leave-text.ts';
import { balancesTable, linesTable } from '../../../shared/words/ledger-table.ts';
import { personsDocument } from '../../../shared/words/person-page.ts';
import { quarterDocument } from '../../../shared/words/quarter-page.ts';
import { statementDocument } from '../../../shared/words/statement-page.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';

const SECRET = 'nobody-else-reads-this';
const quarters = ['2026-Q4', '2027-Q1'] as const satisfies readonly string[];
const today = '2026-11-23' as LocalDate;
const days = { from: '2026-01-01' as LocalDate, to: '2027-12-31' as LocalDate };

/** The sample, each leave with a reason. */
function talkative(): Workspace {
  const sample = sampleWorkspace();
  const leave = Object.values(sample.leave).map((one) => [one.id, { ...one, reason: SECRET }] as const);
  return { ...sample, leave: Object.fromEntries(leave) };
}

let workspace: Workspace;
let people: readonly PersonId[];
beforeAll(() => {
  workspace = talkative();
  people = Object.values(workspace.people).map(({ id }) => id);
});

const html = (document: PrintDocument): string => printPage(document, { paper: 'A4', fonts: [] });

test('the workspace of these tests has reasons to keep', () => {
  expect(JSON.stringify(workspace)).toContain(SECRET);
});

test('no page that is printed has a reason for leave', () => {
  const stamp = { revision: 1, today };
  const pages = [
    html(printDocument(workspace, Object.values(workspace.runbooks), today)),
    html(statementDocument(workspace, people, days, today)),
    ...quarters.flatMap((quarter) => [
      html(personsDocument(workspace, quarter as QuarterId, people, stamp)),
      html(quarterDocument(workspace, quarter as QuarterId, 'A3', stamp)),
    ]),
  ];
  // They do speak of leave: the test would say nothing of pages that leave it out.
  expect(pages.some((page) => page.includes('Days off'))).toBe(true);
  for (const page of pages) expect(page).not.toContain(SECRET);
});

test('no table that is exported has a reason for leave', () => {
  const tables = [balancesTable(workspace, people, today), linesTable(workspace, people, days, today)].map(
    csvOf,
  );
  expect(tables.some((table) => table.includes('Engineer'))).toBe(true);
  for (const table of tables) expect(table).not.toContain(SECRET);
});

test('no sentence about leave, its conflicts or its edits has the reason', () => {
  const sentences = Object.values(workspace.leave).flatMap((leave) => {
    const moved = { ...leave, to: addDays(leave.to, 1), part: 'day' } as const;
    const save = { kind: 'save-leave', leave: moved } as const;
    const edited = edit(workspace, save);
    return [
      leaveTitle(workspace, leave),
      leaveLabel(workspace, leave, 2, clashesWith(workspace, leave, today)),
      stepTitle(save, workspace),
      stepTitle({ kind: 'remove-leave', leave: leave.id }, workspace),
      ...(edited.ok
        ? quarters.flatMap((quarter) =>
            checkQuarter(edited.value.workspace, quarter as QuarterId).map((finding) =>
              findingText(finding, edited.value.workspace),
            ),
          )
        : []),
    ];
  });
  expect(sentences.length).toBeGreaterThan(20);
  for (const sentence of sentences) expect(sentence).not.toContain(SECRET);
});
