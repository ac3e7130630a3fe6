import { create } from 'zustand';
import { useView, type ScreenName } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

export type ArticleId =
  | 'first-steps'
  | 'fairness'
  | 'planning'
  | 'by-hand'
  | 'team'
  | 'holidays'
  | 'time-off'
  | 'runbooks'
  | 'keys'
  | 'files'
  | 'exchange'
  | 'privacy'
  | 'words';

/** The article that belongs to each screen: what F1 opens there. */
const aboutScreen: Readonly<Record<ScreenName, ArticleId>> = {
  board: 'by-hand',
  calendar: 'by-hand',
  fairness: 'fairness',
  tasks: 'team',
  people: 'team',
  leave: 'team',
  rotations: 'team',
  holidays: 'holidays',
  'comp-time': 'time-off',
  runbooks: 'runbooks',
  deadlines: 'runbooks',
  incidents: 'runbooks',
  exchange: 'exchange',
  compare: 'planning',
  policy: 'fairness',
  history: 'files',
  recovery: 'files',
};

interface HelpState {
  /** Null while the help is closed. */
  readonly article: ArticleId | null;
}

export const useHelp = create<HelpState>(() => ({ article: null }));

/** Opens the help beside the screen, at an article. */
export const showHelp = (article: ArticleId): void => useHelp.setState({ article });
export const closeHelp = (): void => useHelp.setState({ article: null });

/** Opens the help at what the screen on view is about; on the start screen at the first steps. */
export const showHelpHere = (): void =>
  showHelp(
    useWorkspaceStore.getState().phase === 'open' ? aboutScreen[useView.getState().screen] : 'first-steps',
  );

/** How wide the help is beside a screen, in CSS pixels; in a window narrower than `HELP_BESIDE` it lies over the screen. */
export const HELP_WIDTH = 400;
export const HELP_BESIDE = 1100;
