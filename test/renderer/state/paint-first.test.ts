// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { create } from 'zustand';
import { afterPaint, followed, paintFirst } from '../../../renderer/state/paint-first.ts';

let frames: FrameRequestCallback[] = [];

/** Draws the frame that was asked for, and lets pass what comes after it. */
async function frame(): Promise<void> {
  for (const draw of frames.splice(0)) draw(performance.now());
  await new Promise((done) => setTimeout(done, 5));
}

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (draw: FrameRequestCallback) => frames.push(draw));
});

test('a followed store is at any time what the other is, where nothing is to be painted first', () => {
  const truth = create(() => ({ count: 0 }));
  const copy = followed(truth);
  truth.setState({ count: 1 });
  expect(copy.getState()).toBe(truth.getState());
});

test('after paintFirst it stays as it was until the frame has been drawn, and then is the latest', async () => {
  const truth = create(() => ({ count: 0 }));
  const copy = followed(truth);
  const seen: number[] = [];
  copy.subscribe(({ count }) => seen.push(count));
  paintFirst();
  truth.setState({ count: 1 });
  truth.setState({ count: 2 });
  expect(copy.getState().count).toBe(0);
  await frame();
  expect(copy.getState()).toBe(truth.getState());
  expect(seen).toEqual([2]);
  truth.setState({ count: 3 });
  expect(copy.getState().count).toBe(3);
});

test('what is to follow runs after the frame in its order, and at once where none is awaited', async () => {
  const done: string[] = [];
  afterPaint(() => done.push('at once'));
  paintFirst();
  afterPaint(() => done.push('first'));
  afterPaint(() => done.push('second'));
  expect(done).toEqual(['at once']);
  await frame();
  expect(done).toEqual(['at once', 'first', 'second']);
});

test('a window that paints no frame waits a tenth of a second and not for ever', async () => {
  const truth = create(() => ({ count: 0 }));
  const copy = followed(truth);
  paintFirst();
  truth.setState({ count: 1 });
  await vi.waitFor(() => expect(copy.getState().count).toBe(1), { timeout: 2000 });
  expect(frames).toHaveLength(1);
});
