import { addDays, atTime, dateOf, wallMinutes } from '../../../shared/calendar/days.ts';
import type { LocalDateTime, LocalTime } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { handoffText } from '../../../shared/words/calendar-text.ts';
import { faceOf, type Face } from '../../state/chip-faces.ts';
import { rankOf } from './bars.ts';
import type { Handoff, Handoffs } from './handoffs.ts';

export interface HandoffLine {
  readonly shift: ShiftId;
  /** The duty, with whoever takes it over. */
  readonly face: Face;
  readonly from: { readonly name: string; readonly position: number } | null;
  /** The first turn of its duty. */
  readonly begins: boolean;
  readonly text: string;
}

/** A moment in the time grid, and who hands what to whom. */
export interface HandoffBlock {
  readonly at: LocalDateTime;
  readonly label: string;
  readonly lines: readonly HandoffLine[];
  /** Duties beyond those named. */
  readonly more: number;
}

/** More lines than these would cover the day; the bars above name all of them. */
const mostLines = 10;
/** Minutes of the time grid that one line is high: 20 px where an hour has 30. */
const minutesOfLine = 40;

const noFindings = new Map();

function lineOf(workspace: Workspace, { slot, from, to, begins }: Handoff): HandoffLine {
  const before = from === null ? undefined : workspace.people[from];
  return {
    shift: slot.id,
    face: faceOf(workspace, slot, noFindings, false),
    from: before === undefined ? null : { name: before.name, position: before.position },
    begins,
    text: handoffText(workspace, slot.id, from, to),
  };
}

export function blockOf(workspace: Workspace, { at, duties }: Handoffs): HandoffBlock {
  const lines = [...duties]
    .sort((a, b) => rankOf(workspace, a.slot) - rankOf(workspace, b.slot))
    .map((duty) => lineOf(workspace, duty));
  const shown = lines.length > mostLines ? lines.slice(0, mostLines - 1) : lines;
  return {
    at,
    label: lines.map(({ text }) => text).join('; '),
    lines: shown,
    more: lines.length - shown.length,
  };
}

const two = (number: number): string => String(Math.floor(number)).padStart(2, '0');

/** Where a block ends so that its lines have room: a height, not a duration. It stays within its day. */
export function endOfBlock({ at, lines, more }: Pick<HandoffBlock, 'at' | 'lines' | 'more'>): LocalDateTime {
  const minutes = (wallMinutes(at) % 1440) + minutesOfLine * (1.3 + lines.length + (more > 0 ? 1 : 0));
  if (minutes >= 1440) return atTime(addDays(dateOf(at), 1), '00:00' as LocalTime);
  return atTime(dateOf(at), `${two(minutes / 60)}:${two(minutes % 60)}` as LocalTime);
}
