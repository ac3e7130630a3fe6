import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useAnnouncements } from '../../../renderer/state/announce.ts';
import { focusRegion } from '../../../renderer/state/regions.ts';

beforeEach(() => {
  // jsdom lays nothing out: all that is in the page counts as shown.
  vi.spyOn(Element.prototype, 'getClientRects').mockReturnValue([{}] as unknown as DOMRectList);
  document.body.innerHTML = `
    <header aria-label="Title bar"><button id="menu">Menu</button><button id="undo">Undo</button></header>
    <nav><button id="rail">Board</button></nav>
    <main>
      <header><button id="inner">Inner</button></header>
      <div role="grid"><button id="chip" tabindex="0">PRO</button></div>
    </main>
    <aside><p>Nothing to stop at</p></aside>
    <footer><button id="notes">21 notes</button></footer>`;
});
afterEach(() => {
  document.body.innerHTML = '';
  vi.restoreAllMocks();
});

const at = () => document.activeElement?.id;

test('F6 goes round the parts of the window, into the grid of the screen, and passes over what has no stop', () => {
  const stops: (string | undefined)[] = [];
  for (let turn = 0; turn < 5; turn++) {
    focusRegion(1);
    stops.push(at());
  }
  expect(stops).toEqual(['menu', 'rail', 'chip', 'notes', 'menu']);
});

test('backwards it goes the other way, and each part remembers where the focus was', () => {
  document.getElementById('undo')?.focus();
  focusRegion(-1);
  expect(at()).toBe('notes');
  focusRegion(1);
  expect(at()).toBe('undo');
});

test('each part says its name where it has one', () => {
  focusRegion(1);
  expect(useAnnouncements.getState().polite.text).toBe('Title bar');
});
