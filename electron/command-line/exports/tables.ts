import { csvOf, type OutTable } from '../../../shared/exchange/csv-out.ts';
import { markdownOf } from '../../../shared/exchange/table-text.ts';
import { xlsxOf } from '../../../shared/exchange/xlsx.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { incidentsTable } from '../../../shared/words/incident-text.ts';
import { balancesTable, linesTable } from '../../../shared/words/ledger-table.ts';
import { loadTable } from '../../../shared/words/load-table.ts';
import { shiftTable } from '../../../shared/words/shift-table.ts';
import { bytesOf } from '../../storage/disk-text.ts';
import { quarterToLookAt } from '../arguments.ts';
import { Stop } from '../outcome.ts';
import { scoreHere } from '../score.ts';
import type { ExportAsked, ExportFormat } from './format.ts';

const people = ({ workspace }: ExportAsked) => recordsOf(workspace, 'people').map(({ id }) => id);
const quarterOf = ({ workspace, quarter, today }: ExportAsked) =>
  quarter ?? quarterToLookAt(workspace, today);

/** The tables that the window gives away, by what they are called here. Reasons for being away are in none of them. */
const tables: Readonly<Record<string, (asked: ExportAsked) => OutTable | Promise<OutTable>>> = {
  plan: (asked) => shiftTable(asked.workspace, quarterOf(asked)),
  load: async (asked) =>
    loadTable(asked.workspace, quarterOf(asked), await scoreHere(asked.workspace, quarterOf(asked))),
  balances: (asked) => balancesTable(asked.workspace, people(asked), asked.today),
  ledger: (asked) => linesTable(asked.workspace, people(asked), null, asked.today),
  incidents: (asked) => incidentsTable(asked.workspace, asked.now),
};

const names = Object.keys(tables);

/** The table that was asked for, the plan where none was. */
function tableAsked(asked: ExportAsked): OutTable | Promise<OutTable> {
  const name = asked.table ?? 'plan';
  const make = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (make === undefined)
    throw new Stop(
      `There is no table "${name}". There are ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}.`,
    );
  return make(asked);
}

const oneTable = (what: string, ending: string, textOf: (table: OutTable) => string): ExportFormat => ({
  help: `one table as ${what}: --table ${names.join(', ')}`,
  into: 'text',
  noun: 'tables',
  options: ['quarter', 'table'],
  make: async (asked) => {
    const table = await tableAsked(asked);
    const file = `${table.name}.${ending}`;
    return { files: [{ file, bytes: bytesOf(textOf(table)), facts: { rows: table.rows.length } }] };
  },
});

export const csv = oneTable('comma-separated values', 'csv', csvOf);
export const markdown = oneTable('Markdown', 'md', (table) => `${markdownOf(table)}\n`);

/** Every table that there is; of one that cannot be made, such as the load of a team without turns, the reason. */
async function allTables(
  asked: ExportAsked,
): Promise<{ readonly found: readonly OutTable[]; readonly notes: readonly string[] }> {
  const found: OutTable[] = [];
  const notes: string[] = [];
  for (const table of names) {
    try {
      found.push(await tableAsked({ ...asked, table }));
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      notes.push(`Without the table "${table}": ${error.message}`);
    }
  }
  return { found, notes };
}

/** All tables with a sheet each, or the one that was asked for. A sheet without rows says nothing and is left out. */
export const xlsx: ExportFormat = {
  help: 'all of these tables as one Excel workbook, or one of them',
  into: 'file',
  noun: 'workbooks',
  options: ['quarter', 'table'],
  make: async (asked) => {
    const { found, notes } =
      asked.table === null ? await allTables(asked) : { found: [await tableAsked(asked)], notes: [] };
    const filled = found.filter(({ rows }) => rows.length > 0);
    if (filled.length === 0)
      throw new Stop('There is nothing to put into a workbook: every table is empty yet.');
    return {
      files: [{ file: 'tables.xlsx', bytes: await xlsxOf(filled), facts: { sheets: filled.length } }],
      notes,
    };
  },
};
