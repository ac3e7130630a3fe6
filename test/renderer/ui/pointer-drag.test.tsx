import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  attachPointerDrag,
  edgeSpeed,
  longPress,
  lockAxis,
  type PointerDragHandlers,
} from '../../../renderer/ui/pointer-drag.ts';

const heard: string[] = [];
let root: HTMLElement;
let detach: () => void;
let canPick = true;

const handlers: PointerDragHandlers = {
  pick: () => canPick,
  start: ({ x, y }) => heard.push(`start ${x},${y}`),
  move: ({ x, y }) => heard.push(`move ${x},${y}`),
  drop: ({ x, y }, anyway) => heard.push(`drop ${x},${y}${anyway ? ' anyway' : ''}`),
  cancel: () => heard.push('cancel'),
  press: ({ x, y }) => heard.push(`press ${x},${y}`),
  scroller: () => null,
};

// jsdom knows no PointerEvent; a MouseEvent with the fields that are read does.
function point(
  type: string,
  x: number,
  y: number,
  more: { buttons?: number; button?: number; shiftKey?: boolean; ctrlKey?: boolean } = {},
  pointerType = 'mouse',
): void {
  const event = new MouseEvent(type, {
    bubbles: true,
    cancelable: true,
    clientX: x,
    clientY: y,
    button: 0,
    buttons: 1,
    ...more,
  });
  Object.assign(event, { pointerId: 1, isPrimary: true, pointerType });
  root.dispatchEvent(event);
}

beforeEach(() => {
  heard.length = 0;
  canPick = true;
  root = document.createElement('div');
  document.body.append(root);
  detach = attachPointerDrag(root, handlers);
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(() => {
  detach();
  root.remove();
  vi.unstubAllGlobals();
});

test('a press that moves less than four pixels stays a click', () => {
  point('pointerdown', 10, 10);
  point('pointermove', 12, 12);
  point('pointerup', 12, 12);
  expect(heard).toEqual([]);
});

test('from four pixels on it is a drag: start where it was pressed, every move, one drop', () => {
  point('pointerdown', 10, 10);
  point('pointermove', 14, 10);
  point('pointermove', 40, 30);
  point('pointerup', 40, 30);
  expect(heard).toEqual(['start 10,10', 'move 14,10', 'move 40,30', 'drop 40,30']);
  point('pointermove', 50, 50);
  expect(heard).toHaveLength(4);
});

test('Ctrl at release places anyway, Ctrl at the press belongs to selecting', () => {
  point('pointerdown', 10, 10);
  point('pointermove', 30, 10);
  point('pointerup', 30, 10, { ctrlKey: true });
  expect(heard.at(-1)).toBe('drop 30,10 anyway');
  heard.length = 0;
  point('pointerdown', 10, 10, { ctrlKey: true });
  point('pointermove', 30, 10);
  expect(heard).toEqual([]);
});

test.each([
  ['Escape', () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))],
  ['the right button', () => point('pointermove', 31, 10, { buttons: 3 })],
  ['lost focus', () => window.dispatchEvent(new Event('blur'))],
  ['a lost pointer', () => point('pointercancel', 30, 10)],
])('%s cancels, once, and the release that follows drops nothing', (_name, interrupt) => {
  point('pointerdown', 10, 10);
  point('pointermove', 30, 10);
  interrupt();
  point('pointerup', 30, 10);
  expect(heard.filter((one) => one === 'cancel')).toHaveLength(1);
  expect(heard.some((one) => one.startsWith('drop'))).toBe(false);
});

test('what cannot be picked up is not dragged, nor is anything by another button', () => {
  canPick = false;
  point('pointerdown', 10, 10);
  point('pointermove', 30, 10);
  canPick = true;
  point('pointerdown', 10, 10, { button: 2, buttons: 2 });
  point('pointermove', 30, 10);
  expect(heard).toEqual([]);
});

test('the click after a drop is swallowed, a later one is not', async () => {
  const clicks = vi.fn();
  root.addEventListener('click', clicks);
  point('pointerdown', 10, 10);
  point('pointermove', 30, 10);
  point('pointerup', 30, 10);
  point('click', 30, 10);
  expect(clicks).not.toHaveBeenCalled();
  await new Promise((resolve) => setTimeout(resolve, 5));
  point('click', 30, 10);
  expect(clicks).toHaveBeenCalledTimes(1);
});

test('Shift takes back the smaller movement', () => {
  expect(lockAxis({ x: 0, y: 0 }, { x: 30, y: 10 })).toEqual({ x: 30, y: 0 });
  expect(lockAxis({ x: 0, y: 0 }, { x: 5, y: 10 })).toEqual({ x: 0, y: 10 });
});

test('the pane scrolls only near its edges, faster the nearer, towards the edge', () => {
  expect(edgeSpeed(500, 0, 1000)).toBe(0);
  expect(edgeSpeed(33, 0, 1000)).toBe(0);
  expect(edgeSpeed(31, 0, 1000)).toBeLessThan(0);
  expect(edgeSpeed(2, 0, 1000)).toBeLessThan(edgeSpeed(20, 0, 1000));
  expect(edgeSpeed(998, 0, 1000)).toBeGreaterThan(edgeSpeed(975, 0, 1000));
});

const finger = (type: string, x: number, y: number) => point(type, x, y, {}, 'touch');

test('a finger that rests picks up, then drags and drops; until then it scrolls', () => {
  vi.useFakeTimers();
  finger('pointerdown', 10, 10);
  vi.advanceTimersByTime(longPress - 1);
  expect(heard).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(heard).toEqual(['start 10,10']);
  const scrolls = new Event('touchmove', { bubbles: true, cancelable: true });
  root.dispatchEvent(scrolls);
  expect(scrolls.defaultPrevented).toBe(true);
  finger('pointermove', 60, 40);
  finger('pointerup', 60, 40);
  expect(heard).toEqual(['start 10,10', 'move 60,40', 'drop 60,40']);
  vi.useRealTimers();
});

test('a finger that moves on before it has rested drags nothing, and the pane keeps its scrolling', () => {
  vi.useFakeTimers();
  finger('pointerdown', 10, 10);
  finger('pointermove', 10, 40);
  const scrolls = new Event('touchmove', { bubbles: true, cancelable: true });
  root.dispatchEvent(scrolls);
  expect(scrolls.defaultPrevented).toBe(false);
  vi.advanceTimersByTime(longPress * 2);
  finger('pointerup', 10, 40);
  expect(heard).toEqual([]);
  vi.useRealTimers();
});

test('a finger that rests and is lifted again asks for what a right click asks for', () => {
  vi.useFakeTimers();
  finger('pointerdown', 10, 10);
  vi.advanceTimersByTime(longPress);
  finger('pointerup', 12, 11);
  expect(heard).toEqual(['start 10,10', 'cancel', 'press 10,10']);
  vi.useRealTimers();
});

test('with modifiers allowed a press with Shift begins, and Shift locks no axis', () => {
  detach();
  detach = attachPointerDrag(root, { ...handlers, modifiers: true });
  point('pointerdown', 10, 10, { shiftKey: true });
  point('pointermove', 60, 40, { shiftKey: true });
  expect(heard).toEqual(['start 10,10', 'move 60,40']);
});
