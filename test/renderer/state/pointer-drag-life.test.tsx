import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pointerDragLife } from '../../../renderer/state/pointer-drag-life.ts';
import type { LocalDate } from '../../../shared/model/dates.ts';
import type { LeaveId } from '../../../shared/model/ids.ts';

const here = { x: 10, y: 10 };
const follow = vi.fn();

function lifted() {
  const life = pointerDragLife({
    pick: () => ({ kind: 'leave', leave: 'away' as LeaveId, day: '2027-01-05' as LocalDate }),
    aim: () => undefined,
    unmark: () => undefined,
    follow,
    scroller: () => null,
  });
  life.pick(new PointerEvent('pointerdown'));
  life.start(here);
  return life;
}

beforeEach(() => {
  document.body.innerHTML = '<button>A turn</button><button>Another</button>';
  document.querySelector('button')?.focus();
  follow.mockClear();
});

afterEach(() => {
  document.body.innerHTML = '';
});

const focused = () => document.activeElement?.textContent;

test('the focus leaves what is dragged, and is there again when the drag is cancelled', () => {
  const life = lifted();
  expect(document.activeElement).toBe(document.body);
  life.cancel();
  expect(focused()).toBe('A turn');
});

test('a drop that places nothing gives the focus back, too', () => {
  lifted().drop(here, false);
  expect(focused()).toBe('A turn');
  expect(follow).not.toHaveBeenCalled();
});

test('whoever took the focus meanwhile keeps it', () => {
  const life = lifted();
  document.querySelectorAll('button')[1]?.focus();
  life.cancel();
  expect(focused()).toBe('Another');
});
