import { useCallback, type KeyboardEvent, type RefObject } from 'react';
import type { Held } from '../../../shared/editing/aim.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { aimAt, cancelDrag, drop, pickUp, proposalHoldsPlan, useDrag } from '../../state/drag-store.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
import { askWhyNotIn } from '../../state/ask-week.ts';
import { ask } from '../../state/explain-store.ts';
import { anchorOf, openWeek, type Anchor, type FreeWeek } from '../../state/shift-desk.ts';
import { runOnShift, type ShiftAct } from '../../state/shift-acts.ts';
import { select, useView } from '../../state/view-store.ts';
import { effectSpeech } from '../../../shared/words/effect-text.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { moveCursor, type Cursor } from './cursor.ts';
import { intentOf, type Intent } from '../../state/grid-keys.ts';
import type { Columns } from './layout.ts';
import { boxOf, targetOf, type Box } from './target.ts';
import type { BoardModel } from './use-board-model.ts';
import type { CursorControl } from './use-cursor.ts';
import { headHeight } from './sizes.ts';

interface Parts {
  readonly pane: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly columns: Columns;
  readonly control: CursorControl;
  readonly outline: (box: Box | null) => void;
}

const rowsPerPage = 8;
const isMac = () => /Mac/.test(navigator.platform);

/** The shift under the cursor. */
export function shiftAt({ rows }: BoardModel, { row, column, chip }: Cursor): ShiftId | null {
  const one = rows[row];
  const index = one?.cells[column]?.[chip ?? 0];
  return index === undefined ? null : (one?.chips[index]?.slot.id ?? null);
}

function holdingAt(model: BoardModel, cursor: Cursor): Held | null {
  const row = model.rows[cursor.row];
  if (cursor.column === -1) return row?.kind === 'person' ? { kind: 'person', person: row.person } : null;
  const shift = shiftAt(model, cursor);
  return shift === null ? null : { kind: 'slot', slot: shift };
}

/** The week of a person in which nothing is held, where the cursor is on one. */
export function freeWeekAt({ rows, weeks }: BoardModel, { row, column }: Cursor): FreeWeek | null {
  const [one, week] = [rows[row], weeks[column]];
  if (one?.kind !== 'person' || week === undefined || (one.cells[column]?.length ?? 0) > 0) return null;
  return { person: one.person, monday: week.monday };
}

const anchorAt = (target: EventTarget): Anchor =>
  target instanceof Element ? anchorOf(target) : { x: 0, y: 0, width: 0, height: 0 };

function askAbout(shift: ShiftId | null, question: 'why' | 'why-not'): void {
  if (shift === null) announce('There is no shift here to ask about.', 'assertive');
  else ask(question, { shift, person: null });
}

/** The next or previous chip with an open conflict, by rows and weeks, round the end. */
function conflictFrom({ rows }: BoardModel, cursor: Cursor, step: 1 | -1): Cursor | null {
  const all = rows.flatMap((row, index) =>
    row.kind === 'person'
      ? row.chips
          .filter(({ face }) => face.conflict !== null)
          .map((chip) => ({
            row: index,
            column: chip.column,
            chip: row.cells[chip.column]?.indexOf(row.chips.indexOf(chip)) ?? 0,
          }))
      : [],
  );
  const place = (at: Cursor) => at.row * 10_000 + at.column * 100 + (at.chip ?? 0);
  const sorted = all.toSorted((a, b) => step * (place(a) - place(b)));
  return sorted.find((one) => step * (place(one) - place(cursor)) > 0) ?? sorted[0] ?? null;
}

const acts: Readonly<Partial<Record<Intent['kind'], ShiftAct>>> = {
  'open-card': 'card',
  swap: 'swap',
  give: 'give',
  unassign: 'unassign',
  pin: 'pin',
  runbook: 'runbook',
  menu: 'menu',
  'hover-card': 'hover',
};

/** Feeds the same drag controller from keys, and does what else the key map asks. */
export function useBoardKeys({
  pane,
  model,
  columns,
  control,
  outline,
}: Parts): (event: KeyboardEvent<HTMLElement>) => void {
  const { cursor, moveTo, follow } = control;

  const aimFrom = useCallback(
    (at: Cursor) => {
      const hit = { row: at.row, column: at.column, chip: null };
      const target = targetOf(model, hit, useDrag.getState().held);
      aimAt(target);
      const box = boxOf(model, columns, hit, false);
      outline(target === null ? null : box);
      const element = pane.current;
      if (element !== null) {
        const { left, top } = element.getBoundingClientRect();
        placeGhost({
          x: left + box.left - element.scrollLeft + columns.week * 0.6,
          y: top + headHeight + box.top - element.scrollTop + box.height - 10,
        });
      }
      const { preview } = useDrag.getState();
      announce(preview === null ? 'No change here.' : effectSpeech(openWorkspace(), preview), 'assertive');
    },
    [model, columns, outline, pane],
  );

  return useCallback(
    (event) => {
      if (event.target instanceof HTMLElement && event.target.closest('.board-row') === null) return;
      const { held, by } = useDrag.getState();
      const aiming = held !== null && by === 'keys';
      const mod = isMac() ? event.metaKey : event.ctrlKey;
      const intent = intentOf({ key: event.key, shift: event.shiftKey, alt: event.altKey, mod }, aiming);
      if (intent === null) return;
      event.preventDefault();
      event.stopPropagation();
      const shift = shiftAt(model, cursor);

      if (intent.kind === 'go' || intent.kind === 'go-to') {
        const next = moveCursor(model.rows, model.weeks.length, cursor, intent, rowsPerPage, aiming);
        moveTo(next, true);
        if (aiming) aimFrom(next);
        else if (intent.kind === 'go' && intent.extend && shift !== null) {
          const to = shiftAt(model, next);
          const { selection } = useView.getState();
          select([...new Set([...selection, shift, ...(to === null ? [] : [to])])]);
        }
        return;
      }
      if (intent.kind === 'cancel') {
        outline(null);
        return cancelDrag();
      }
      if (intent.kind === 'drop') {
        outline(null);
        if (held?.kind === 'slot') follow(held.slot);
        drop(intent.anyway);
        return;
      }
      if (intent.kind === 'next-conflict' || intent.kind === 'previous-conflict') {
        const there = conflictFrom(model, cursor, intent.kind === 'next-conflict' ? 1 : -1);
        if (there === null) announce('No conflicts.');
        else moveTo(there, true);
        return;
      }
      const free = shift === null ? freeWeekAt(model, cursor) : null;
      if (free !== null && intent.kind === 'menu') return openWeek(free, anchorAt(event.target));
      if (intent.kind === 'why' || intent.kind === 'why-not')
        return free === null ? askAbout(shift, intent.kind) : askWhyNotIn(free);
      if (proposalHoldsPlan()) return announce('Accept or discard the proposal first.', 'assertive');
      if (intent.kind === 'pick-up') {
        const holding = holdingAt(model, cursor);
        if (holding === null) return announce('Nothing to pick up here.', 'assertive');
        pickUp(holding, 'keys');
        aimFrom(cursor);
        announce('Picked up. Arrow keys aim, Enter places, Escape cancels.', 'assertive');
        return;
      }
      if (shift === null) return;
      if (intent.kind === 'nudge') {
        const next = moveCursor(
          model.rows,
          model.weeks.length,
          cursor,
          { kind: 'go', rows: intent.rows, columns: intent.columns, extend: false },
          rowsPerPage,
          true,
        );
        pickUp({ kind: 'slot', slot: shift }, 'keys');
        aimAt(targetOf(model, { row: next.row, column: next.column, chip: null }, useDrag.getState().held));
        follow(shift);
        drop(false);
        return;
      }
      if (intent.kind === 'select') {
        const { selection } = useView.getState();
        select(selection.includes(shift) ? selection.filter((one) => one !== shift) : [...selection, shift]);
        return;
      }
      const anchor = anchorAt(event.target);
      if (intent.kind === 'suggestion') return runOnShift('suggestion', shift, anchor, intent.rank);
      const act = acts[intent.kind];
      if (act === 'unassign') follow(shift);
      if (act !== undefined) runOnShift(act, shift, anchor);
    },
    [model, cursor, moveTo, follow, aimFrom, outline],
  );
}
