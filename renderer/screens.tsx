import type { ComponentType, ReactNode } from 'react';
import { Board } from './features/board/board.tsx';
import { LazyScreen } from './ui/lazy-screen.tsx';
import type { ScreenName } from './state/view-store.ts';

type Load = () => Promise<ComponentType>;

interface Screen {
  readonly title: string;
  readonly show: () => ReactNode;
}

/** A screen that comes with its own part of the program, when it is first opened. */
const lazily = (title: string, load: Load): Screen => ({
  title,
  show: () => <LazyScreen key={title} title={title} load={load} />,
});

/** Every screen there is. Only the Board, which opens first, is part of what loads first. */
export const screens: Readonly<Record<ScreenName, Screen>> = {
  board: { title: 'Board', show: () => <Board /> },
  calendar: lazily('Calendar', () =>
    import('./features/calendar/calendar.tsx').then(({ Calendar }) => Calendar),
  ),
  fairness: lazily('Fairness', () =>
    import('./features/fairness/fairness.tsx').then(({ Fairness }) => Fairness),
  ),
  tasks: lazily('Tasks', () =>
    import('./features/tasks/tasks-screen.tsx').then(({ TasksScreen }) => TasksScreen),
  ),
  people: lazily('People', () =>
    import('./features/people/people-screen.tsx').then(({ PeopleScreen }) => PeopleScreen),
  ),
  leave: lazily('Leave', () =>
    import('./features/leave/leave-screen.tsx').then(({ LeaveScreen }) => LeaveScreen),
  ),
  rotations: lazily('Rotations', () =>
    import('./features/rotations/rotations-screen.tsx').then(({ RotationsScreen }) => RotationsScreen),
  ),
  holidays: lazily('Holidays', () =>
    import('./features/holidays/holidays-screen.tsx').then(({ HolidaysScreen }) => HolidaysScreen),
  ),
  'comp-time': lazily('Comp time', () =>
    import('./features/comp-time/comp-time-screen.tsx').then(({ CompTimeScreen }) => CompTimeScreen),
  ),
  deadlines: lazily('Deadlines', () =>
    import('./features/deadlines/deadlines-screen.tsx').then(({ DeadlinesScreen }) => DeadlinesScreen),
  ),
  incidents: lazily('Incidents', () =>
    import('./features/incidents/incidents-screen.tsx').then(({ IncidentsScreen }) => IncidentsScreen),
  ),
  runbooks: lazily('Runbooks', () =>
    import('./features/runbooks/runbooks.tsx').then(({ Runbooks }) => Runbooks),
  ),
  exchange: lazily('Exchange', () =>
    import('./features/exchange/exchange-screen.tsx').then(({ ExchangeScreen }) => ExchangeScreen),
  ),
  compare: lazily('Compare', () =>
    import('./features/scenarios/scenarios.tsx').then(({ Scenarios }) => Scenarios),
  ),
  policy: lazily('Policy', () =>
    import('./features/policy/policy-screen.tsx').then(({ PolicyScreen }) => PolicyScreen),
  ),
  history: lazily('History', () => import('./features/history/history.tsx').then(({ History }) => History)),
  recovery: lazily('Recovery', () =>
    import('./features/recovery/recovery.tsx').then(({ Recovery }) => Recovery),
  ),
};

export const loadPlanHeader: Load = () =>
  import('./features/plan/plan-header.tsx').then(({ PlanHeader }) => PlanHeader);
export const loadExplain: Load = () =>
  import('./features/explain/explain-panel.tsx').then(({ ExplainPanel }) => ExplainPanel);
export const loadRecoverFile: Load = () =>
  import('./features/recovery/recover-file.tsx').then(({ RecoverFile }) => RecoverFile);
export const loadPalette: Load = () =>
  import('./features/palette/palette.tsx').then(({ Palette }) => Palette);
export const loadPrint: Load = () =>
  import('./features/print/print-dialog.tsx').then(({ PrintDialog }) => PrintDialog);
export const loadKeys: Load = () =>
  import('./features/frame/keys-dialog.tsx').then(({ KeysDialog }) => KeysDialog);
export const loadHelp: Load = () =>
  import('./features/help/help-panel.tsx').then(({ HelpPanel }) => HelpPanel);
export const loadSteps: Load = () =>
  import('./features/new-quarter/steps-panel.tsx').then(({ StepsPanel }) => StepsPanel);
export const loadTour: Load = () => import('./features/tour/tour.tsx').then(({ Tour }) => Tour);
export const loadDropped: Load = () =>
  import('./features/frame/dropped-dialog.tsx').then(({ DroppedDialog }) => DroppedDialog);
export const loadSettings: Load = () =>
  import('./features/settings/settings-dialog.tsx').then(({ SettingsDialog }) => SettingsDialog);
export const loadTeamFacts: Load = () =>
  import('./features/frame/team-facts-dialog.tsx').then(({ TeamFactsDialog }) => TeamFactsDialog);
export const loadAbout: Load = () =>
  import('./features/about/about-dialog.tsx').then(({ AboutDialog }) => AboutDialog);
export const loadNewPlan: Load = () =>
  import('./features/start/new-plan-dialog.tsx').then(({ NewPlanDialog }) => NewPlanDialog);
