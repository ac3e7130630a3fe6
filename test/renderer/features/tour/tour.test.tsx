import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { placeCard } from '../../../../renderer/features/tour/place.ts';
import { stops } from '../../../../renderer/features/tour/stops.ts';
import { Tour } from '../../../../renderer/features/tour/tour.tsx';
import { setKeeper } from '../../../../renderer/state/keeper.ts';
import { usePreferences } from '../../../../renderer/state/preferences.ts';
import { endTour, startTour, useTour } from '../../../../renderer/state/tour-store.ts';
import { defaultPreferences } from '../../../../shared/contract/preferences.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });

beforeEach(() => {
  setKeeper(memoryBridge(sampleWorkspace()));
  usePreferences.setState(defaultPreferences);
  useTour.setState({ stop: null });
});
afterEach(cleanup);

test('it has at most five stops, and none is taken unasked', () => {
  expect(stops.length).toBeLessThanOrEqual(5);
  render(<Tour />);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where nothing that it points to is there, it still goes from the first stop to the last by keys', async () => {
  startTour();
  render(<Tour />);
  for (const { title } of stops) {
    expect(screen.getByRole('heading').textContent).toBe(title);
    await user.keyboard('{ArrowRight}');
  }
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(usePreferences.getState().tourSeen).toBe(true);
});

test('it can be gone through by buttons, back as well, and skipped with Escape', async () => {
  startTour();
  render(<Tour />);
  await user.click(screen.getByRole('button', { name: 'Next' }));
  await user.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByRole('heading').textContent).toBe(stops[0]?.title);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('whoever skipped it can take it again', () => {
  startTour();
  endTour();
  startTour();
  expect(useTour.getState().stop).toBe(0);
});

const card = { width: 320, height: 190 };
const page = { width: 1024, height: 640 };

test.each([
  ['below', { left: 400, top: 10, width: 100, height: 30 }],
  ['above', { left: 0, top: 600, width: 300, height: 30 }],
  ['beside, to the left', { left: 760, top: 40, width: 264, height: 580 }],
  ['beside, to the right', { left: 0, top: 40, width: 72, height: 580 }],
  ['over what fills the window', { left: 0, top: 0, width: 1024, height: 640 }],
])('the card stands within the window: %s', (_, target) => {
  const { left, top } = placeCard(target, card, page);
  expect(left).toBeGreaterThanOrEqual(0);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(left + card.width).toBeLessThanOrEqual(page.width);
  expect(top + card.height).toBeLessThanOrEqual(page.height);
});

test('the card hides nothing that it points to where there is room', () => {
  const target = { left: 760, top: 40, width: 264, height: 580 };
  expect(placeCard(target, card, page).left + card.width).toBeLessThan(target.left);
});
