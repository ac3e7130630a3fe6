import { create } from 'zustand';
import { setTourSeen } from './preferences.ts';
import { showScreen } from './view-store.ts';

interface TourState {
  /** Which stop, counted from 0; null while no tour is on. */
  readonly stop: number | null;
}

export const useTour = create<TourState>(() => ({ stop: null }));

/** Begins at the Board, whose parts the tour points to. Nothing but a hand begins it. */
export function startTour(): void {
  showScreen('board');
  useTour.setState({ stop: 0 });
}

export const goToStop = (stop: number): void => useTour.setState({ stop });

/** Ends the tour, at its end or before: the start screen offers it no more, Help and palette still do. */
export function endTour(): void {
  useTour.setState({ stop: null });
  void setTourSeen();
}
