import { Download } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { ledgerDays } from '../../../shared/comp-time/statement.ts';
import { csvOf, type OutTable } from '../../../shared/exchange/csv-out.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Paper } from '../../../shared/print/style.ts';
import { balancesTable, linesTable } from '../../../shared/words/ledger-table.ts';
import { personName } from '../../../shared/words/names.ts';
import { statementDocument } from '../../../shared/words/statement-page.ts';
import { keeper } from '../../state/keeper.ts';
import { usualPaper } from '../../state/paper.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { showToast } from '../../state/toast-store.ts';
import { usePrinting } from '../../state/use-printing.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { buttonLook } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PrintView } from '../../ui/print-view.tsx';
import { ledgerToday } from './acts.ts';

interface Props {
  /** Whose lines: one person, or everybody. */
  readonly people: readonly PersonId[];
}

function titleOf(workspace: Workspace, people: readonly PersonId[]): string {
  const [only] = people;
  const whose =
    people.length === 1 && only !== undefined ? personName(workspace, only) : workspace.about.name;
  return `Comp time, ${whose}, ${ledgerToday()}`;
}

function saveCsv(people: readonly PersonId[], table: (workspace: Workspace) => OutTable): void {
  const workspace = openWorkspace();
  const made = table(workspace);
  const bytes = new TextEncoder().encode(csvOf(made));
  void saveFile({
    name: safeFileName(
      `${titleOf(workspace, people)}, ${made.name.split(' ')[0]?.toLowerCase() ?? ''}`,
      'csv',
    ),
    kind: 'csv',
    bytes,
  });
}

async function saveXlsx(people: readonly PersonId[]): Promise<void> {
  const workspace = openWorkspace();
  try {
    // Fetched when somebody asks for a workbook.
    const { xlsxOf } = await import('../../../shared/exchange/xlsx.ts');
    const bytes = await xlsxOf([
      balancesTable(workspace, people, ledgerToday()),
      linesTable(workspace, people, null, ledgerToday()),
    ]);
    await saveFile({ name: safeFileName(titleOf(workspace, people), 'xlsx'), kind: 'xlsx', bytes });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    showToast({ text: `The workbook could not be made: ${detail}. Try again, or take CSV.`, tone: 'error' });
  }
}

/** All days of these people's ledgers, so that a statement holds every line; today alone where there is none. */
function daysOf(workspace: Workspace, people: readonly PersonId[]): { from: LocalDate; to: LocalDate } {
  const today = ledgerToday();
  let [from, to] = [today, today];
  for (const person of people) {
    const days = ledgerDays(workspace, person);
    if (days === null) continue;
    if (days.from < from) from = days.from;
    if (days.to > to) to = days.to;
  }
  return { from, to };
}

/** Balances and lines as files, and statements on paper. Reasons for leave are in none of them. */
export function ExportMenu({ people }: Props) {
  const [paper, setPaper] = useState<Paper>(usualPaper);
  const { makesPdf, busy, printing, run, printed } = usePrinting();
  const print = (): void => {
    const workspace = openWorkspace();
    const days = daysOf(workspace, people);
    run({
      paper,
      document: () => statementDocument(openWorkspace(), people, days, ledgerToday()),
      write: () =>
        keeper().call('page.pdf', {
          page: { kind: 'comp-statement', people, ...days },
          paper,
          today: ledgerToday(),
        }),
    });
  };
  const statements = people.length === 1 ? 'Statement' : `Statements of ${people.length} people`;
  return (
    <>
      <Menu
        label="Export comp time"
        placement="bottom end"
        trigger={
          <AriaButton aria-disabled={busy} className={buttonLook('plain')}>
            <Download size={14} aria-hidden />
            {busy ? 'Making the PDF…' : 'Export'}
          </AriaButton>
        }
        groups={[
          {
            id: 'files',
            title: 'Files',
            entries: [
              { id: 'xlsx', title: 'Balances and lines as Excel workbook', run: () => void saveXlsx(people) },
              {
                id: 'balances',
                title: 'Balances as CSV',
                run: () => saveCsv(people, (workspace) => balancesTable(workspace, people, ledgerToday())),
              },
              {
                id: 'lines',
                title: 'Lines as CSV',
                run: () => saveCsv(people, (workspace) => linesTable(workspace, people, null, ledgerToday())),
              },
            ],
          },
          {
            id: 'paper',
            title: 'Paper',
            entries: [
              {
                id: 'statements',
                title: makesPdf ? `${statements} as PDF` : `Print ${statements.toLowerCase()}`,
                disabledReason: people.length > 500 ? 'At most 500 at a time: open one person' : undefined,
                run: print,
              },
              ...(['A4', 'Letter'] as const).map((size) => ({
                id: size,
                title: size,
                checked: size === paper,
                run: () => setPaper(size),
              })),
            ],
          },
        ]}
      />
      {printing === null ? null : (
        <PrintView
          key={printing.turn}
          title={printing.title}
          articles={printing.articles}
          style={printing.style}
          onDone={printed}
        />
      )}
    </>
  );
}
