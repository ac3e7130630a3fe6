import { guarded } from './csv-cell.ts';
import type { OutCell, OutTable } from './csv-out.ts';

const textOf = (cell: OutCell): string => (cell === null ? '' : String(cell));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A table as HTML, as word processors, mail and spreadsheets take it from the clipboard; no text of it runs there as a formula. */
export function htmlOf({ columns, rows }: OutTable): string {
  const head = columns.map((title) => `<th align="left">${escaped(title)}</th>`).join('');
  const body = rows
    .map((row) => {
      const cells = row.map((cell) =>
        typeof cell === 'number'
          ? `<td align="right">${cell}</td>`
          : `<td>${escaped(guarded(textOf(cell)))}</td>`,
      );
      return `<tr>${cells.join('')}</tr>`;
    })
    .join('');
  return `<meta charset="utf-8"><table border="1" cellspacing="0" cellpadding="4"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** What stands in one cell of text that is read line by line. */
const oneLine = (cell: OutCell): string =>
  textOf(cell)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim();

/** A table with tabs between its cells: what a plain text field or a spreadsheet gets, which would run some of them as formulas. */
export const tabbedOf = ({ columns, rows }: OutTable): string =>
  [columns, ...rows]
    .map((row) =>
      row.map((cell) => (typeof cell === 'number' ? String(cell) : guarded(oneLine(cell)))).join('\t'),
    )
    .join('\n');

const markdownCell = (cell: OutCell): string => oneLine(cell).replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');

/** A table as GitHub's Markdown; figures stand at the right. */
export function markdownOf({ columns, rows }: OutTable): string {
  const isFigure = columns.map((_title, column) => rows.some((row) => typeof row[column] === 'number'));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(markdownCell)),
    line(isFigure.map((right) => (right ? '---:' : '---'))),
    ...rows.map((row) => line(row.map(markdownCell))),
  ].join('\n');
}

/** A letter that stands over the one before it, or has no width. */
const noWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** A letter that takes two columns: East Asian ones and pictures. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Columns that a text takes where every letter has one width. */
const widthOf = (text: string): number =>
  [...text].reduce((width, letter) => width + (noWidth.test(letter) ? 0 : wide.test(letter) ? 2 : 1), 0);

/**
 * A table as text in columns between marks of code, below its title: chats such as Slack know no tables, and letters of one width line up
 * there. Columns in which nothing stands are left out, since a chat is narrow.
 */
export function chatOf(title: string, table: OutTable): string {
  const isFilled = table.columns.map((_title, column) =>
    table.rows.some((row) => oneLine(row[column] ?? null) !== ''),
  );
  const columns = table.columns.filter((_title, column) => isFilled[column]);
  const rows = table.rows.map((row) => row.filter((_cell, column) => isFilled[column]));
  const lines = [columns, ...rows].map((row) => row.map((cell) => oneLine(cell).replaceAll('```', "'''")));
  const widths = columns.map((_title, column) =>
    Math.max(...lines.map((line) => widthOf(line[column] ?? ''))),
  );
  const isFigure = columns.map((_title, column) => rows.some((row) => typeof row[column] === 'number'));
  const padded = (cell: string, column: number): string => {
    const room = ' '.repeat((widths[column] ?? 0) - widthOf(cell));
    return isFigure[column] === true ? room + cell : cell + room;
  };
  const head = `*${oneLine(title).replace(/[*`]/g, '')}*`;
  return [head, '```', ...lines.map((line) => line.map(padded).join('  ').trimEnd()), '```'].join('\n');
}
