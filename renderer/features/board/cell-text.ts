import { dateText } from '../../../shared/words/date-text.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { isoWeek, mondayOf, dateOf } from '../../../shared/calendar/days.ts';
import type { BoardRow, PlacedChip } from './rows.ts';
import type { Week } from './weeks.ts';

/** What a screen reader hears of a chip: "PRO P, Profit, Primary, week 3, 18 January, Bram de Vries, conflict: Leave". */
export function chipLabel(workspace: Workspace, { slot, face }: PlacedChip): string {
  const rotation = workspace.rotations[slot.rotation];
  const layer = rotation?.layers.find(({ name }) => name === slot.layer);
  const monday = mondayOf(dateOf(slot.start));
  return [
    `${face.code} ${face.role}`,
    rotation?.name ?? '',
    layer?.title ?? slot.layer,
    `week ${isoWeek(monday)}`,
    dateText(monday),
    face.person?.name ?? 'gap, nobody assigned',
    ...(face.conflict === null ? [] : [`${face.accepted ? 'accepted conflict' : 'conflict'}: ${face.conflict.toLowerCase()}`]),
    ...(face.pinned ? ['pinned'] : []),
    ...(face.proposed ? ['proposed'] : []),
  ].join(', ');
}

/** What it hears of a cell without chips: "Bram de Vries, week 6, on leave". */
export function emptyCellLabel(row: BoardRow, week: Week, column: number): string {
  const name = row.kind === 'person' ? row.name : row.kind === 'gaps' ? 'Gaps' : row.kind === 'rotation' ? `${row.name} ${row.layerTitle}` : '';
  const away = row.kind === 'person' ? row.leave.filter((mark) => mark.column === column) : [];
  const words = away.map(({ tentative }) => (tentative ? 'perhaps on leave' : 'on leave'));
  return [name, `week ${week.number}`, ...(words.length > 0 ? words : [row.kind === 'gaps' ? 'none' : 'free'])].join(', ');
}
