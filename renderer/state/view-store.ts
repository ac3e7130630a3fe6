import { create } from 'zustand';
import type { SavedView, ViewFilter } from '../../shared/contract/preferences.ts';
import { nextQuarter, previousQuarter } from '../../shared/calendar/days.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import type { RunbookId, ShiftId } from '../../shared/model/ids.ts';

export type ScreenName =
  | 'board'
  | 'calendar'
  | 'fairness'
  | 'tasks'
  | 'people'
  | 'leave'
  | 'rotations'
  | 'holidays'
  | 'comp-time'
  | 'runbooks'
  | 'deadlines'
  | 'incidents'
  | 'exchange'
  | 'compare'
  | 'policy'
  | 'history'
  | 'recovery';
export type Pivot = 'people' | 'rotations' | 'both';
/** How much time the Board shows: one quarter, or the four of its year. */
export type Zoom = 'quarter' | 'year';
export type RecoveryTab = 'points' | 'versions' | 'backups';
export type FrameDialog =
  | 'commands'
  | 'find'
  | 'keys'
  | 'new-plan'
  | 'quit'
  | 'name-plan'
  | 'branch'
  | 'print'
  | 'about-team'
  | 'about'
  | 'settings';
export type Theme = 'system' | 'light' | 'dark';
/** More contrast than usual: as the system asks, or always. */
export type Contrast = 'system' | 'more';

/** What is looked at, never what is planned: nothing here is part of the workspace, nor undone. */
export interface ViewState {
  readonly screen: ScreenName;
  readonly quarter: QuarterId;
  readonly pivot: Pivot;
  readonly zoom: Zoom;
  /** Who and what is shown of the plan; the score counts everybody all the same. */
  readonly filter: ViewFilter;
  readonly selection: readonly ShiftId[];
  readonly runbook: RunbookId | null;
  /** A plan that could not be opened, while its restore points are looked at. */
  readonly recovering: string | null;
  readonly recoveryTab: RecoveryTab;
  readonly theme: Theme;
  readonly contrast: Contrast;
  /** The dialog of the frame that is open. */
  readonly dialog: FrameDialog | null;
  /** Null: as the window's width suggests. */
  readonly panelOpen: boolean | null;
}

/** The filter that lets all pass. */
export const showAll: ViewFilter = { people: [], rotations: [] };

export const useView = create<ViewState>(() => ({
  screen: 'board',
  quarter: '2027-Q1' as QuarterId,
  pivot: 'both',
  zoom: 'quarter',
  filter: showAll,
  selection: [],
  runbook: null,
  recovering: null,
  recoveryTab: 'points',
  theme: 'system',
  contrast: 'system',
  dialog: null,
  panelOpen: null,
}));

export const showScreen = (screen: ScreenName): void => useView.setState({ screen });
export const showQuarter = (quarter: QuarterId): void => useView.setState({ quarter, selection: [] });
export const showNextQuarter = (): void => showQuarter(nextQuarter(useView.getState().quarter));
export const showPreviousQuarter = (): void => showQuarter(previousQuarter(useView.getState().quarter));
export const setPivot = (pivot: Pivot): void => useView.setState({ pivot });
export const setZoom = (zoom: Zoom): void => useView.setState({ zoom });
export const select = (selection: readonly ShiftId[]): void => useView.setState({ selection });
export const setPanelOpen = (panelOpen: boolean | null): void => useView.setState({ panelOpen });

/** Goes to the Board and selects these shifts there: how every number opens to what is behind it. */
export const showShifts = (selection: readonly ShiftId[]): void =>
  useView.setState({ screen: 'board', selection });

/** Opens the runbook screen, at one runbook when it is named. */
export const showRunbook = (runbook: RunbookId | null): void =>
  useView.setState({ screen: 'runbooks', runbook });

/** Opens the way back: older states, other versions of the file, or where copies go. */
export const showRecovery = (recoveryTab: RecoveryTab): void =>
  useView.setState({ screen: 'recovery', recoveryTab });

export const openDialog = (dialog: FrameDialog | null): void => useView.setState({ dialog });
export const setTheme = (theme: Theme): void => useView.setState({ theme });
export const setContrast = (contrast: Contrast): void => useView.setState({ contrast });

/** Below this width, in CSS pixels, the fairness panel is a strip until it is opened. */
export const PANEL_FROM = 1380;

export const panelIsOpen = (panelOpen: boolean | null, width: number): boolean =>
  panelOpen ?? width >= PANEL_FROM;

export const togglePanel = (width: number): void => {
  const { panelOpen } = useView.getState();
  setPanelOpen(!panelIsOpen(panelOpen, width));
};

export const setFilter = (filter: ViewFilter): void => useView.setState({ filter });

/** Looks at the plan as a saved view does. */
export const showView = ({ screen, pivot, zoom, filter }: SavedView): void =>
  useView.setState({ screen, pivot, zoom, filter });
