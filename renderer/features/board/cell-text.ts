import type { BoardRow } from './rows.ts';
import type { Week } from './weeks.ts';

/** What a screen reader hears of a cell without chips: "Bram de Vries, week 6, on leave". */
export function emptyCellLabel(row: BoardRow, week: Week, column: number): string {
  const name =
    row.kind === 'person'
      ? row.name
      : row.kind === 'gaps'
        ? 'Gaps'
        : row.kind === 'rotation'
          ? `${row.name} ${row.layerTitle}`
          : '';
  const away = row.kind === 'person' ? row.leave.filter((mark) => mark.column === column) : [];
  const feasts = week.holidays
    .filter(({ region }) => row.kind === 'person' && row.region === region)
    .map(({ name: feast }) => feast);
  const words = away.map(({ tentative }) => (tentative ? 'perhaps on leave' : 'on leave'));
  return [
    name,
    `week ${week.number}`,
    ...feasts,
    ...(words.length > 0 ? words : [row.kind === 'gaps' ? 'none' : 'free']),
  ].join(', ');
}
