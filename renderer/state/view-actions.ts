import { always, whenOpen, type Action } from './action.ts';
import { focusRegion } from './regions.ts';
import { setLetterKeys, usePreferences } from './preferences.ts';
import * as view from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

const screens: readonly { readonly id: view.ScreenName; readonly title: string }[] = [
  { id: 'board', title: 'Board' },
  { id: 'calendar', title: 'Calendar' },
  { id: 'fairness', title: 'Fairness' },
  { id: 'tasks', title: 'Tasks' },
  { id: 'people', title: 'People' },
  { id: 'leave', title: 'Leave' },
  { id: 'rotations', title: 'Rotations' },
  { id: 'holidays', title: 'Holidays' },
  { id: 'comp-time', title: 'Comp time' },
  { id: 'runbooks', title: 'Runbooks' },
  { id: 'deadlines', title: 'Deadlines' },
  { id: 'incidents', title: 'Incidents' },
  { id: 'exchange', title: 'Exchange' },
  { id: 'compare', title: 'Compare' },
  { id: 'policy', title: 'Policy' },
  { id: 'history', title: 'History' },
];

const themes: readonly { readonly id: view.Theme; readonly title: string }[] = [
  { id: 'system', title: 'Theme: as the system' },
  { id: 'light', title: 'Theme: light' },
  { id: 'dark', title: 'Theme: dark' },
];

/** Restore points belong to the history. */
function isShown(id: view.ScreenName): boolean {
  const { screen } = view.useView.getState();
  const { phase } = useWorkspaceStore.getState();
  return phase === 'open' && (screen === id || (id === 'history' && screen === 'recovery'));
}

/** What is looked at, and how. */
export const viewActions: readonly Action[] = [
  {
    id: 'previous-quarter',
    group: 'Go',
    title: 'Previous quarter',
    keys: [],
    enabled: whenOpen,
    run: view.showPreviousQuarter,
  },
  {
    id: 'next-quarter',
    group: 'Go',
    title: 'Next quarter',
    keys: [],
    enabled: whenOpen,
    run: view.showNextQuarter,
  },
  ...screens.map(({ id, title }, index): Action => ({
    id: `show-${id}`,
    group: 'Go',
    title,
    // The digits end at nine; the screens after it go by rail and palette.
    keys: index < 9 ? [`Mod+${index + 1}`] : [],
    enabled: whenOpen,
    ...(index === 0 ? { apart: true } : {}),
    checked: () => isShown(id),
    run: () => view.showScreen(id),
  })),
  {
    id: 'toggle-panel',
    group: 'View',
    title: 'Show or hide the fairness panel',
    keys: ['Mod+\\'],
    enabled: whenOpen,
    run: () => view.togglePanel(window.innerWidth),
  },
  {
    id: 'next-region',
    group: 'Go',
    apart: true,
    title: 'Next part of the window',
    keys: ['F6'],
    enabled: always,
    run: () => focusRegion(1),
  },
  {
    id: 'previous-region',
    group: 'Go',
    title: 'Previous part of the window',
    keys: ['Shift+F6'],
    enabled: always,
    run: () => focusRegion(-1),
  },
  ...themes.map(({ id, title }): Action => ({
    id: `theme-${id}`,
    group: 'View',
    title,
    keys: [],
    enabled: always,
    checked: () => view.useView.getState().theme === id,
    ...(id === 'system' ? { apart: true } : {}),
    run: () => view.setTheme(id),
  })),
  {
    id: 'contrast',
    group: 'View',
    apart: true,
    title: 'More contrast',
    keys: [],
    enabled: always,
    checked: () => view.useView.getState().contrast === 'more',
    run: () => view.setContrast(view.useView.getState().contrast === 'more' ? 'system' : 'more'),
  },
  {
    id: 'letter-keys',
    group: 'View',
    title: 'Single letters act in grids',
    keys: [],
    enabled: always,
    checked: () => usePreferences.getState().letterKeys,
    run: () => void setLetterKeys(!usePreferences.getState().letterKeys),
  },
];
