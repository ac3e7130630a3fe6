import { useCallback, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { announce } from '../../state/announce.ts';
import { askWhyNotIn } from '../../state/ask-week.ts';
import {
  aimAt,
  cancelDrag,
  drop,
  landingOf,
  pickUp,
  proposalFirst,
  proposalHoldsPlan,
  useDrag,
} from '../../state/drag-store.ts';
import { ask } from '../../state/explain-store.ts';
import { intentOf, type Intent } from '../../state/grid-keys.ts';
import { repeatLast } from '../../state/repeat-acts.ts';
import { runOnShift, type ShiftAct } from '../../state/shift-acts.ts';
import { anchorOf, openWeek, showHover, useShiftDesk, type Anchor } from '../../state/shift-desk.ts';
import { select, setPivot, setZoom, useView } from '../../state/view-store.ts';
import { conflictFrom, freeWeekAt, holdingAt, shiftAt } from './at-cursor.ts';
import { moveCursor } from './cursor.ts';
import { shiftsBetween } from './lasso.ts';
import type { Columns } from './layout.ts';
import { targetOf, type Box } from './target.ts';
import { useAimKeys } from './use-aim-keys.ts';
import type { BoardModel } from './use-board-model.ts';
import type { CursorControl } from './use-cursor.ts';

interface Parts {
  readonly pane: RefObject<HTMLElement | null>;
  readonly model: BoardModel;
  readonly columns: Columns;
  readonly control: CursorControl;
  readonly outline: (box: Box | null) => void;
}

const rowsPerPage = 8;
const isMac = () => /Mac/.test(navigator.platform);

const anchorAt = (target: EventTarget): Anchor =>
  target instanceof Element ? anchorOf(target) : { x: 0, y: 0, width: 0, height: 0 };

function askAbout(shift: ShiftId | null, question: 'why' | 'why-not'): void {
  if (shift === null) announce('There is no shift here to ask about.', 'assertive');
  else ask(question, { shift, person: null });
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

const pickedUp = {
  shift: 'Picked up. Arrow keys aim, Enter places, Escape cancels.',
  leave:
    'Leave picked up. Left and right move it by a day, with Shift by a week. Enter places, Escape cancels.',
} as const;

/** What a letter after V shows: the pivots, and how much time. */
const views: Readonly<Record<string, () => void>> = {
  p: () => setPivot('people'),
  r: () => setPivot('rotations'),
  b: () => setPivot('both'),
  q: () => setZoom('quarter'),
  y: () => setZoom('year'),
};

/** Listens for V and then a letter; true when the key was part of that. */
function useViewChord(): (event: KeyboardEvent<HTMLElement>) => boolean {
  const waiting = useRef(false);
  return useCallback((event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || useDrag.getState().held !== null) return false;
    const key = event.key.toLowerCase();
    const show = waiting.current ? views[key] : undefined;
    waiting.current = show === undefined && key === 'v';
    show?.();
    return show !== undefined || waiting.current;
  }, []);
}

/** Feeds the same drag controller from keys, and does what else the key map asks. */
export function useBoardKeys({
  pane,
  model,
  columns,
  control,
  outline,
}: Parts): (event: KeyboardEvent<HTMLElement>) => void {
  const { cursor, moveTo, follow, anchor } = control;
  const { aimCell, aimLeave } = useAimKeys({ pane, model, columns, outline });
  const viewChord = useViewChord();

  const go = useCallback(
    (intent: Extract<Intent, { kind: 'go' | 'go-to' }>, aiming: boolean) => {
      if (aiming && useDrag.getState().held?.kind === 'leave')
        return aimLeave(cursor.row, intent.kind === 'go' ? intent : null);
      const next = moveCursor(model.rows, model.weeks.length, cursor, intent, rowsPerPage, aiming);
      moveTo(next, true);
      if (aiming) return aimCell(next);
      if (intent.kind !== 'go' || !intent.extend) {
        anchor.current = next;
        return;
      }
      anchor.current ??= cursor;
      select(shiftsBetween(model.rows, anchor.current, next));
    },
    [model, cursor, moveTo, aimCell, aimLeave, anchor],
  );

  const finish = useCallback(
    (anyway: boolean) => {
      outline(null);
      const landed = landingOf(useDrag.getState());
      if (landed !== null) follow(landed);
      drop(anyway);
    },
    [outline, follow],
  );

  const take = useCallback(() => {
    const holding = holdingAt(model, cursor, useView.getState().selection);
    if (holding === null) return announce('Nothing to pick up here.', 'assertive');
    showHover(null);
    pickUp(holding, 'keys');
    if (holding.kind === 'leave') aimLeave(cursor.row, null);
    else aimCell(cursor);
    announce(holding.kind === 'leave' ? pickedUp.leave : pickedUp.shift, 'assertive');
  }, [model, cursor, aimCell, aimLeave]);

  const nudge = useCallback(
    (intent: Extract<Intent, { kind: 'nudge' }>) => {
      const holding = holdingAt(model, cursor, useView.getState().selection);
      if (holding === null || holding.kind === 'person') return;
      pickUp(holding, 'keys');
      if (holding.kind === 'leave') aimLeave(cursor.row, { ...intent, kind: 'go', extend: true });
      else {
        const step = { ...intent, kind: 'go', extend: false } as const;
        const next = moveCursor(model.rows, model.weeks.length, cursor, step, rowsPerPage, true);
        aimAt(targetOf(model, { ...next, chip: null, day: 0 }, holding));
      }
      finish(false);
    },
    [model, cursor, aimLeave, finish],
  );

  return useCallback(
    (event) => {
      if (event.target instanceof HTMLElement && event.target.closest('.board-row') === null) return;
      const claim = () => {
        event.preventDefault();
        event.stopPropagation();
      };
      if (viewChord(event)) return claim();
      const { held, by } = useDrag.getState();
      const aiming = held !== null && by === 'keys';
      const mod = isMac() ? event.metaKey : event.ctrlKey;
      const intent = intentOf({ key: event.key, shift: event.shiftKey, alt: event.altKey, mod }, aiming);
      if (intent === null) return;
      const { selection } = useView.getState();
      if (intent.kind === 'deselect') {
        if (selection.length === 0 && useShiftDesk.getState().hover === null) return;
        showHover(null);
        select([]);
        return claim();
      }
      claim();
      if (intent.kind === 'go' || intent.kind === 'go-to') return go(intent, aiming);
      if (intent.kind === 'cancel') {
        outline(null);
        return cancelDrag();
      }
      if (intent.kind === 'drop') return finish(intent.anyway);
      if (intent.kind === 'next-conflict' || intent.kind === 'previous-conflict') {
        const there = conflictFrom(model, cursor, intent.kind === 'next-conflict' ? 1 : -1);
        if (there === null) announce('No conflicts.');
        else moveTo(there, true);
        return;
      }
      const shift = shiftAt(model, cursor);
      const free: ReturnType<typeof freeWeekAt> = shift === null ? freeWeekAt(model, cursor) : null;
      if (free !== null && intent.kind === 'menu') return openWeek(free, anchorAt(event.target));
      if (intent.kind === 'why' || intent.kind === 'why-not')
        return free === null ? askAbout(shift, intent.kind) : askWhyNotIn(free);
      if (proposalHoldsPlan()) return announce(proposalFirst, 'assertive');
      if (intent.kind === 'pick-up') return take();
      if (intent.kind === 'nudge') return nudge(intent);
      if (shift === null) return;
      if (intent.kind === 'repeat') return repeatLast(shift);
      if (intent.kind === 'select') {
        anchor.current = cursor;
        return select(
          selection.includes(shift) ? selection.filter((one) => one !== shift) : [...selection, shift],
        );
      }
      if (intent.kind === 'suggestion')
        return runOnShift('suggestion', shift, anchorAt(event.target), intent.rank);
      const act = acts[intent.kind];
      if (act === 'unassign') follow(shift);
      if (act !== undefined) runOnShift(act, shift, anchorAt(event.target));
    },
    [model, cursor, moveTo, follow, outline, anchor, go, finish, take, nudge, viewChord],
  );
}
