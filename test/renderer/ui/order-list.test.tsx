import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { moved, OrderList, placeAt } from '../../../renderer/ui/order-list.tsx';

beforeAll(() => {
  vi.stubGlobal('CSS', { escape: (text: string) => text });
});
afterEach(cleanup);

function Letters() {
  const [items, setItems] = useState<readonly string[]>(['A', 'B', 'C']);
  return (
    <OrderList
      label="Letters"
      items={items.map((id) => ({ id, name: id, content: <span data-testid="item">{id}</span> }))}
      onMove={(from, to) => setItems(moved(items, from, to))}
    />
  );
}

const shown = () =>
  screen
    .getAllByTestId('item')
    .map((item) => item.textContent)
    .join('');
const grip = (name: string) => screen.getByLabelText(new RegExp(`^Move ${name}, `));

test('one item is taken out and put in at its new place', () => {
  expect(moved(['A', 'B', 'C', 'D'], 0, 2)).toEqual(['B', 'C', 'A', 'D']);
  expect(moved(['A', 'B', 'C', 'D'], 3, 0)).toEqual(['D', 'A', 'B', 'C']);
  expect(moved(['A'], 5, 0)).toEqual(['A']);
});

test('a dragged item takes the place before the first other whose middle lies below the pointer', () => {
  const middles = [10, 30, 50, 70];
  expect([0, 20, 40, 60, 90].map((y) => placeAt(middles, 1, y))).toEqual([0, 1, 1, 2, 3]);
});

test('arrow keys on the grip move an item, and the focus stays with it', () => {
  render(<Letters />);
  grip('A').focus();
  fireEvent.keyDown(grip('A'), { key: 'ArrowDown' });
  expect(shown()).toBe('BAC');
  expect(document.activeElement).toBe(grip('A'));
  fireEvent.keyDown(grip('A'), { key: 'ArrowUp' });
  fireEvent.keyDown(grip('A'), { key: 'ArrowUp' });
  expect(shown()).toBe('ABC');
});

test('the buttons do the same, and say at the ends why they cannot', () => {
  render(<Letters />);
  fireEvent.click(screen.getByLabelText('Move C up'));
  expect(shown()).toBe('ACB');
  expect(document.activeElement).toBe(screen.getByLabelText('Move C up'));
  expect(screen.getByLabelText('Move A up').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(screen.getByLabelText('Move A up'));
  expect(shown()).toBe('ACB');
});

test('the hand drags by the grip, and Escape leaves everything as it was', () => {
  render(<Letters />);
  const list = screen.getByLabelText('Letters');
  [...list.children].forEach((item, place) => {
    item.getBoundingClientRect = () => ({ top: place * 20, height: 20 }) as DOMRect;
  });
  const press = (): void => {
    fireEvent.pointerDown(grip('A'), { button: 0, isPrimary: true, pointerId: 1, clientX: 5, clientY: 10 });
    fireEvent.pointerMove(window, { pointerId: 1, buttons: 1, clientX: 5, clientY: 55 });
  };
  press();
  fireEvent.keyDown(window, { key: 'Escape' });
  fireEvent.pointerUp(window, { pointerId: 1, clientX: 5, clientY: 55 });
  expect(shown()).toBe('ABC');
  press();
  fireEvent.pointerUp(window, { pointerId: 1, clientX: 5, clientY: 55 });
  expect(shown()).toBe('BCA');
});
