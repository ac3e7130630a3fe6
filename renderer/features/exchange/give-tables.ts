import { csvOf, type OutTable } from '../../../shared/exchange/csv-out.ts';
import { chatOf, htmlOf, markdownOf, tabbedOf } from '../../../shared/exchange/table-text.ts';
import { announce } from '../../state/announce.ts';
import { today } from '../../state/clock.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';

const fileName = (title: string, ending: string): string => {
  const { name, zone } = openWorkspace().about;
  return safeFileName(`${name}, ${title}, ${today(zone)}`, ending);
};

export async function saveCsv(title: string, table: OutTable): Promise<void> {
  const bytes = new TextEncoder().encode(csvOf(table));
  await saveFile({ name: fileName(title, 'csv'), kind: 'csv', bytes });
}

/** Tables as one workbook, a sheet each. */
export async function saveWorkbook(tables: readonly OutTable[]): Promise<void> {
  try {
    // Fetched when somebody asks for a workbook.
    const { xlsxOf } = await import('../../../shared/exchange/xlsx.ts');
    await saveFile({ name: fileName('tables', 'xlsx'), kind: 'xlsx', bytes: await xlsxOf(tables) });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    showToast({ text: `The workbook could not be made: ${detail}. Try again, or take CSV.`, tone: 'error' });
  }
}

/** Puts a table onto the clipboard; whoever takes it picks the form that it understands. */
export async function copyTable(
  title: string,
  table: OutTable,
  as: 'rich' | 'markdown' | 'chat',
): Promise<void> {
  const plain =
    as === 'rich' ? tabbedOf(table) : as === 'markdown' ? markdownOf(table) : chatOf(title, table);
  const parts = { 'text/plain': plain, ...(as === 'rich' ? { 'text/html': htmlOf(table) } : {}) };
  const entries = Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(entries))]);
    showToast({ text: `${title} is on the clipboard.`, tone: 'info' });
    announce(`${title} is on the clipboard.`);
  } catch {
    const text = 'Not copied: the system gave no clipboard. Save the table as a file instead.';
    showToast({ text, tone: 'error' });
    announce(text, 'assertive');
  }
}
