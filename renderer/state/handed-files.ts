import { useEffect } from 'react';
import { create } from 'zustand';
import { readFile, type ChosenFile } from './read-file.ts';
import { showScreen, type ScreenName } from './view-store.ts';

/** Where files that were dropped on the window are looked at before anything is taken over. */
export type ImportPlace = 'people' | 'leave' | 'holidays' | 'runbooks' | 'schedule' | 'health';

interface Handed {
  readonly place: ImportPlace;
  readonly files: readonly File[];
}

interface Asked {
  readonly places: readonly ImportPlace[];
  readonly files: readonly File[];
}

interface HandedState {
  /** What waits for the screen that reads it; null for nothing. */
  readonly handed: Handed | null;
  /** What waits for somebody to say which screen that is. */
  readonly asked: Asked | null;
}

export const useHanded = create<HandedState>(() => ({ handed: null, asked: null }));

/** Asks which of several places files are for; with none, the question is taken back. */
export const askPlace = (places: readonly ImportPlace[], files: readonly File[]): void =>
  useHanded.setState({ asked: places.length === 0 ? null : { places, files } });

const screenOf = (place: ImportPlace): ScreenName =>
  place === 'schedule' || place === 'health' ? 'exchange' : place;

/** Opens the screen that reads such files, which then takes them as if they had been chosen there. */
export function handFiles(place: ImportPlace, files: readonly File[]): void {
  useHanded.setState({ handed: { place, files } });
  showScreen(screenOf(place));
}

/** Takes the files that were handed to a place, once. */
export function useHandedFiles(place: ImportPlace, take: (files: readonly File[]) => void): void {
  const isWaiting = useHanded(({ handed }) => handed?.place === place);
  useEffect(() => {
    const { handed } = useHanded.getState();
    if (!isWaiting || handed?.place !== place) return;
    useHanded.setState({ handed: null });
    take(handed.files);
  }, [isWaiting, place, take]);
}

/** The same of a place that reads one file at a time. */
export const useHandedFile = (place: ImportPlace, take: (file: ChosenFile | null) => void): void =>
  useHandedFiles(place, ([file]) => {
    if (file !== undefined) void readFile(file).then(take);
  });
