import { handOver, type HeldRole, type RoleCell } from '../../../shared/editing/task-owners.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { PersonId, TaskId } from '../../../shared/model/ids.ts';
import { handOverRefusalText } from '../../../shared/words/task-owners-text.ts';
import { announce } from '../../state/announce.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { makeHandovers } from './task-acts.ts';
import { setDrag, useTasksDesk, type RoleDrag } from './tasks-desk.ts';

/** The role that a chip shows; null where there is none under the hand. */
export function heldAt(element: Element | null): HeldRole | null {
  const chip = element?.closest<HTMLElement>('[data-held-task]');
  const { heldTask, heldRole, heldPerson } = chip?.dataset ?? {};
  if (heldTask === undefined || (heldRole !== 'primary' && heldRole !== 'secondary')) return null;
  return { task: heldTask as TaskId, role: heldRole, person: (heldPerson || null) as PersonId | null };
}

/** The cell of the matrix that holds this element; null outside. */
export function cellAt(element: Element | null): (RoleCell & { readonly element: HTMLElement }) | null {
  const cell = element?.closest<HTMLElement>('[data-cell-task]');
  const { cellTask, cellPerson } = cell?.dataset ?? {};
  if (cell === null || cell === undefined || cellTask === undefined) return null;
  return { task: cellTask as TaskId, person: (cellPerson || null) as PersonId | null, element: cell };
}

export const pickUpRole = (held: HeldRole, by: RoleDrag['by']): void =>
  setDrag({ held, by, over: null, handovers: [], refusal: null });

let marked: HTMLElement | null = null;

/** Outlines the cell that is aimed at, red where the role cannot go there. Outside React: it changes with every cell. */
function mark(element: HTMLElement | null, isRefused: boolean): void {
  if (marked !== element) delete marked?.dataset['aim'];
  marked = element;
  if (element !== null) element.dataset['aim'] = isRefused ? 'refused' : 'fine';
}

/** Aims what is held at a cell: what dropping it there would do is worked out once per cell. */
export function aimRole(day: LocalDate, cell: ReturnType<typeof cellAt>): void {
  const { drag } = useTasksDesk.getState();
  if (drag === null) return;
  if (cell === null) {
    mark(null, false);
    if (drag.over !== null) setDrag({ ...drag, over: null, handovers: [], refusal: null });
    return;
  }
  const { task, person } = cell;
  if (drag.over?.task === task && drag.over.person === person) return;
  const made = handOver(openWorkspace(), day, drag.held, { task, person });
  mark(cell.element, !made.ok && made.reason.kind !== 'no-change');
  setDrag({
    ...drag,
    over: { task, person },
    handovers: made.ok ? made.value : [],
    refusal: made.ok ? null : made.reason,
  });
}

export function dropRole(day: LocalDate): void {
  const { drag } = useTasksDesk.getState();
  mark(null, false);
  setDrag(null);
  if (drag === null) return;
  if (drag.refusal !== null && drag.refusal.kind !== 'no-change') {
    const text = handOverRefusalText(openWorkspace(), drag.refusal);
    showToast({ text, tone: 'warning' });
    announce(text, 'assertive');
  } else if (drag.handovers.length > 0) makeHandovers(day, drag.handovers);
  else announce('No change.', 'assertive');
}

export function cancelRole(): void {
  mark(null, false);
  if (useTasksDesk.getState().drag === null) return;
  setDrag(null);
  announce('Cancelled. Nothing changed.', 'assertive');
}
