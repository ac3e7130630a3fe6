import { useCallback, useRef, type KeyboardEvent, type RefObject } from 'react';
import { addDays, dateOf, mondayOf } from '../../../shared/calendar/days.ts';
import type { Held, Target } from '../../../shared/editing/aim.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { slotOf } from '../../../shared/rotation/expand.ts';
import { effectSpeech } from '../../../shared/words/effect-text.ts';
import { announce } from '../../state/announce.ts';
import { placeGhost } from '../../state/drag-position.ts';
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
import { anchorOf } from '../../state/shift-desk.ts';
import { select, useView } from '../../state/view-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { nextStop, shiftsInBox, type Stop } from './chip-order.ts';
import { setCalendarCursor, useCalendarCursor } from './cursor-store.ts';

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

/** Has the week of a day drawn. */
type Reveal = (day: LocalDate) => void;

/** Frames in which a week that was not drawn yet is waited for: FullCalendar shows its bars once it has measured them. */
const patience = 12;

/** Goes to a bar, as soon as it stands there. */
function focusChip(find: () => HTMLElement | null | undefined, frames = patience): void {
  const chip = find();
  chip?.scrollIntoView({ block: 'nearest' });
  chip?.focus({ preventScroll: true });
  const stands = chip !== null && chip !== undefined && document.activeElement === chip;
  if (!stands && frames > 0) requestAnimationFrame(() => focusChip(find, frames - 1));
}

/** Goes to a bar by the id of its event. */
function focusEvent(
  root: HTMLElement | null,
  event: string,
  day: LocalDate | undefined,
  reveal: Reveal,
): void {
  setCalendarCursor(event);
  if (day !== undefined) reveal(day);
  focusChip(() => root?.querySelector<HTMLElement>(`[data-event="${CSS.escape(event)}"]`));
}

/** Goes to a shift, at the first of its bars: where it was moved to. */
export function focusShift(root: HTMLElement | null, shift: ShiftId, reveal: Reveal): void {
  if (root?.isConnected !== true) return;
  const slot = slotOf(openWorkspace(), shift);
  if (slot !== null) reveal(dateOf(slot.start));
  focusChip(() => {
    const chip = root.querySelector<HTMLElement>(`[data-event][data-shift="${CSS.escape(shift)}"]`);
    if (chip?.dataset['event'] !== undefined) setCalendarCursor(chip.dataset['event']);
    return chip;
  });
}

const leadOf = (held: Held | null): ShiftId | null =>
  held?.kind === 'slot' ? held.slot : held?.kind === 'slots' ? held.lead : null;

/** A shift, or the selection that it is part of. */
function holding(shift: ShiftId): Held {
  const { selection } = useView.getState();
  return selection.length > 1 && selection.includes(shift)
    ? { kind: 'slots', lead: shift, slots: selection }
    : { kind: 'slot', slot: shift };
}

/** While a shift is held by keys: up and down go through the people, left and right through the weeks. */
function aimByKey(held: ShiftId, rows: number, columns: number): void {
  const workspace = openWorkspace();
  const people = Object.values(workspace.people)
    .filter(({ archivedOn }) => archivedOn === null)
    .sort((a, b) => a.position - b.position);
  const slot = slotOf(workspace, held);
  const owner = workspace.shifts[held]?.person;
  if (slot === null) return;
  const { target } = useDrag.getState();
  const own = mondayOf(dateOf(slot.start));
  const at = target?.kind === 'person-week' ? target : { person: owner ?? people[0]?.id, week: own };
  const place = people.findIndex(({ id }) => id === at.person);
  const person = people[Math.max(0, Math.min(people.length - 1, place + rows))]?.id;
  if (person === undefined) return;
  const next: Target = { kind: 'person-week', person, week: addDays(at.week, columns * 7) };
  aimAt(next);
  const { preview, stuck } = useDrag.getState();
  const effect = preview === null ? 'No change here.' : effectSpeech(workspace, preview);
  announce(stuck === null ? effect : `${stuck}.`, 'assertive');
}

/** Lets go, and goes where the shift went. */
function finish(root: HTMLElement | null, anyway: boolean, reveal: Reveal): void {
  const landed = landingOf(useDrag.getState());
  if (drop(anyway) === 'placed' && landed !== null) setTimeout(() => focusShift(root, landed, reveal), 0);
}

/** The Board's key map, for the shifts of the calendar. */
export function useCalendarKeys(
  root: RefObject<HTMLElement | null>,
  stops: readonly Stop[],
  reveal: Reveal,
): (event: KeyboardEvent<HTMLElement>) => void {
  /** Where a selection with Shift began. */
  const from = useRef<string | null>(null);
  return useCallback(
    (event) => {
      if (!(event.target instanceof HTMLElement) || event.target.closest('[data-shift]') === null) return;
      const { held, by } = useDrag.getState();
      const lead = by === 'keys' ? leadOf(held) : null;
      const aiming = lead !== null;
      const mod = /Mac/.test(navigator.platform) ? event.metaKey : event.ctrlKey;
      const intent = intentOf({ key: event.key, shift: event.shiftKey, alt: event.altKey, mod }, aiming);
      const { event: cursor } = useCalendarCursor.getState();
      const shift = stops.find((stop) => stop.event === cursor)?.shift;
      if (intent === null || shift === undefined || cursor === null) return;
      if (intent.kind === 'deselect' && useView.getState().selection.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const goTo = (next: string): void =>
        focusEvent(root.current, next, stops.find((stop) => stop.event === next)?.start, reveal);
      if (intent.kind === 'go') {
        if (lead !== null) return aimByKey(lead, intent.rows, intent.columns);
        const next = nextStop(stops, cursor, intent.rows, intent.columns);
        if (next === null) return;
        goTo(next);
        if (!intent.extend) {
          from.current = next;
          return;
        }
        from.current ??= cursor;
        return select(shiftsInBox(stops, from.current, next));
        return;
      }
      if (intent.kind === 'go-to') {
        const end = intent.edge === 'row-end' || intent.edge === 'grid-end';
        const there = intent.edge.startsWith('page')
          ? nextStop(stops, cursor, intent.edge === 'page-up' ? -24 : 24, 0)
          : (end ? stops[stops.length - 1] : stops[0])?.event;
        if (there !== null && there !== undefined) goTo(there);
        return;
      }
      if (intent.kind === 'cancel') return cancelDrag();
      if (intent.kind === 'deselect') return select([]);
      if (intent.kind === 'drop') return finish(root.current, intent.anyway, reveal);
      if (intent.kind === 'why' || intent.kind === 'why-not')
        return ask(intent.kind, { shift, person: null });
      if (proposalHoldsPlan()) return announce(proposalFirst, 'assertive');
      const anchor = anchorOf(event.target);
      switch (intent.kind) {
        case 'pick-up':
          pickUp(holding(shift), 'keys');
          placeGhost({ x: anchor.x + 24, y: anchor.y + anchor.height });
          announce(
            'Picked up. Up and down choose a person, left and right a week. Enter places, Escape cancels.',
            'assertive',
          );
          return;
        case 'nudge':
          pickUp(holding(shift), 'keys');
          aimByKey(shift, intent.rows, intent.columns);
          return finish(root.current, false, reveal);
        case 'repeat':
          repeatLast(shift);
          return;
        case 'select': {
          const { selection } = useView.getState();
          select(
            selection.includes(shift) ? selection.filter((one) => one !== shift) : [...selection, shift],
          );
          return;
        }
        case 'suggestion':
          return runOnShift('suggestion', shift, anchor, intent.rank);
        default: {
          const act = acts[intent.kind];
          if (act !== undefined) runOnShift(act, shift, anchor);
        }
      }
    },
    [root, stops, reveal],
  );
}
