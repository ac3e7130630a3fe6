import './drag-hand.css';

/** A position in the window, in CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a hand that drags by pointer needs to be told. It knows nothing of shifts. */
export interface PointerDragHandlers {
  /** Whether what lies under the pointer can be picked up; what it is stays with the caller. */
  pick(event: PointerEvent): boolean;
  start(at: Point): void;
  /** Called for every move, and again while the edge scrolls beneath a still pointer. */
  move(at: Point): void;
  /** `anyway` is Ctrl (on macOS Command) held at release. */
  drop(at: Point, anyway: boolean): void;
  cancel(): void;
  /** A finger rested and was lifted where it was: what a right click is for a mouse. The drag is cancelled first. */
  press?(at: Point): void;
  /** Begin with Shift, Ctrl or Command held, too; Shift then locks no axis. */
  readonly modifiers?: boolean;
  /** The pane that scrolls when the pointer nears its edge. */
  scroller(): HTMLElement | null;
}

/** Less than this is a click with a trembling hand. */
export const dragThreshold = 4;
/** Nearer to an edge than this, the pane scrolls. */
export const edgeZone = 32;
const fastestScroll = 14;
/** How long a finger rests before it picks up, in ms; one that moves earlier scrolls the pane. */
export const longPress = 400;
/** A resting finger trembles more than a mouse. */
const touchTremble = 10;

/** How far a pane scrolls in one frame, from the distance of the pointer to its edges; 0 in the middle. */
export function edgeSpeed(position: number, from: number, to: number): number {
  const before = edgeZone - (position - from);
  const after = edgeZone - (to - position);
  if (before > 0 && before >= after)
    return -Math.ceil((Math.min(before, edgeZone) / edgeZone) * fastestScroll);
  return after > 0 ? Math.ceil((Math.min(after, edgeZone) / edgeZone) * fastestScroll) : 0;
}

/** With Shift held, the smaller of the two movements is taken back. */
export function lockAxis(start: Point, at: Point): Point {
  return Math.abs(at.x - start.x) >= Math.abs(at.y - start.y)
    ? { x: at.x, y: start.y }
    : { x: start.x, y: at.y };
}

interface Grip {
  readonly pointer: number;
  readonly start: Point;
  at: Point;
  dragging: boolean;
  readonly touch: boolean;
}

/**
 * What holds the pointer during a drag. The cursor is that of whatever has captured the pointer: one small element says so, where a
 * rule for all elements would have every one of them styled anew when a drag begins and again when it ends.
 */
function makeHand(): HTMLElement {
  const hand = document.createElement('div');
  hand.className = 'drag-hand';
  hand.setAttribute('aria-hidden', 'true');
  document.body.append(hand);
  return hand;
}

const isMac = () => /Mac/.test(navigator.platform);

/**
 * Lets things inside `root` be dragged by mouse, pen or finger: starts after 4 px, by finger after a long press, captures the
 * pointer, scrolls near the edges, and cancels on Escape, right button, lost focus or a lost pointer. Returns what detaches it again.
 */
export function attachPointerDrag(root: HTMLElement, handlers: PointerDragHandlers): () => void {
  let grip: Grip | null = null;
  let frame = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let hand: HTMLElement | null = null;
  const listening = new AbortController();

  const release = () => {
    cancelAnimationFrame(frame);
    clearTimeout(rest);
    if (grip !== null && hand?.hasPointerCapture?.(grip.pointer)) hand.releasePointerCapture(grip.pointer);
    hand?.remove();
    hand = null;
    grip = null;
  };
  const cancel = () => {
    const wasDragging = grip?.dragging ?? false;
    release();
    if (wasDragging) handlers.cancel();
  };

  const scroll = () => {
    const pane = handlers.scroller();
    if (grip === null || pane === null) return;
    const box = pane.getBoundingClientRect();
    const left = pane.scrollLeft;
    const top = pane.scrollTop;
    pane.scrollLeft += edgeSpeed(grip.at.x, box.left, box.right);
    pane.scrollTop += edgeSpeed(grip.at.y, box.top, box.bottom);
    if (pane.scrollLeft !== left || pane.scrollTop !== top) handlers.move(grip.at);
    frame = requestAnimationFrame(scroll);
  };

  const begin = (held: Grip) => {
    held.dragging = true;
    hand = makeHand();
    hand.setPointerCapture?.(held.pointer);
    window.getSelection()?.removeAllRanges();
    handlers.start(held.start);
    frame = requestAnimationFrame(scroll);
  };

  // Captures the click that follows a drop, so that dropping a chip does not also select it.
  const swallowClick = () => {
    const swallow = (event: Event) => {
      event.stopPropagation();
      event.preventDefault();
    };
    window.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
  };

  const on = <Name extends keyof WindowEventMap>(
    target: Window | HTMLElement,
    name: Name,
    listener: (event: WindowEventMap[Name]) => void,
  ) => target.addEventListener(name, listener as EventListener, { signal: listening.signal, capture: true });

  on(root, 'pointerdown', (event) => {
    if (grip !== null) {
      if (event.button === 2) cancel();
      return;
    }
    if (
      event.button !== 0 ||
      !event.isPrimary ||
      (handlers.modifiers !== true && (event.shiftKey || event.ctrlKey || event.metaKey)) ||
      !handlers.pick(event)
    )
      return;
    const start = { x: event.clientX, y: event.clientY };
    const touch = event.pointerType === 'touch';
    const held: Grip = { pointer: event.pointerId, start, at: start, dragging: false, touch };
    grip = held;
    if (touch) rest = setTimeout(() => grip === held && begin(held), longPress);
  });
  on(window, 'pointermove', (event) => {
    if (grip === null || event.pointerId !== grip.pointer) return;
    const raw = { x: event.clientX, y: event.clientY };
    // A chord of buttons sends no second pointerdown: the right button shows in `buttons`.
    if ((event.buttons & 2) !== 0) return cancel();
    const far = Math.hypot(raw.x - grip.start.x, raw.y - grip.start.y);
    if (!grip.dragging && grip.touch) {
      if (far > touchTremble) release(); // it scrolls
      return;
    }
    if (!grip.dragging && far < dragThreshold) return;
    grip.at = event.shiftKey && handlers.modifiers !== true ? lockAxis(grip.start, raw) : raw;
    if (!grip.dragging) begin(grip);
    event.preventDefault();
    handlers.move(grip.at);
  });
  on(window, 'pointerup', (event) => {
    if (grip === null || event.pointerId !== grip.pointer) return;
    const { dragging, at, touch, start } = grip;
    release();
    if (!dragging) return;
    swallowClick();
    if (touch && handlers.press && Math.hypot(at.x - start.x, at.y - start.y) <= touchTremble) {
      handlers.cancel();
      return handlers.press(at);
    }
    handlers.drop(at, isMac() ? event.metaKey : event.ctrlKey);
  });
  on(window, 'pointercancel', (event) => {
    if (event.pointerId === grip?.pointer) cancel();
  });
  on(window, 'contextmenu', (event) => {
    if (grip === null || (!grip.dragging && !grip.touch)) return;
    event.preventDefault();
    event.stopPropagation();
    // A long press brings a context menu along on some systems; here it picks up.
    if (!grip.touch) cancel();
  });
  // Not passive: what is in the hand must not scroll away with the pane.
  root.addEventListener('touchmove', (event) => grip?.dragging && event.preventDefault(), {
    passive: false,
    signal: listening.signal,
  });
  on(window, 'keydown', (event) => {
    if (grip?.dragging !== true || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  });
  window.addEventListener('blur', cancel, { signal: listening.signal });
  document.addEventListener('selectstart', (event) => grip !== null && event.preventDefault(), {
    signal: listening.signal,
  });
  on(root, 'dragstart', (event) => event.preventDefault());

  return () => {
    cancel();
    listening.abort();
  };
}
