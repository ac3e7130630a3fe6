import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Board } from './features/board/board.tsx';
import { FairnessPanel } from './features/fairness/fairness-panel.tsx';
import { Banners, ConnectionBanner } from './features/frame/banners.tsx';
import { CommandMenu } from './features/frame/command-menu.tsx';
import { ErrorBoundary } from './features/frame/error-boundary.tsx';
import { KeysDialog } from './features/frame/keys-dialog.tsx';
import { LazyScreen } from './features/frame/lazy-screen.tsx';
import { LiveRegions } from './features/frame/live-regions.tsx';
import { QuitDialog } from './features/frame/quit-dialog.tsx';
import { Rail } from './features/frame/rail.tsx';
import { StatusBar } from './features/frame/status-bar.tsx';
import { TitleBar } from './features/frame/title-bar.tsx';
import { Toasts } from './features/frame/toasts.tsx';
import { ShiftLayer } from './features/shifts/shift-layer.tsx';
import { NewPlanDialog } from './features/start/new-plan-dialog.tsx';
import { Start } from './features/start/start.tsx';
import { screensToAsk, useExplain } from './state/explain-store.ts';
import { useView, type ScreenName } from './state/view-store.ts';
import { useWorkspaceStore } from './state/workspace-store.ts';

const loadCalendar = (): Promise<ComponentType> =>
  import('./features/calendar/calendar.tsx').then(({ Calendar }) => Calendar);
const loadRecovery = (): Promise<ComponentType> =>
  import('./features/recovery/recovery.tsx').then(({ Recovery }) => Recovery);
const loadRecoverFile = (): Promise<ComponentType> =>
  import('./features/recovery/recover-file.tsx').then(({ RecoverFile }) => RecoverFile);
const loadFairness = (): Promise<ComponentType> =>
  import('./features/fairness/fairness.tsx').then(({ Fairness }) => Fairness);
const loadHistory = (): Promise<ComponentType> =>
  import('./features/history/history.tsx').then(({ History }) => History);
const loadTasks = (): Promise<ComponentType> =>
  import('./features/tasks/tasks-screen.tsx').then(({ TasksScreen }) => TasksScreen);
const loadPeople = (): Promise<ComponentType> =>
  import('./features/people/people-screen.tsx').then(({ PeopleScreen }) => PeopleScreen);
const loadLeave = (): Promise<ComponentType> =>
  import('./features/leave/leave-screen.tsx').then(({ LeaveScreen }) => LeaveScreen);
const loadRotations = (): Promise<ComponentType> =>
  import('./features/rotations/rotations-screen.tsx').then(({ RotationsScreen }) => RotationsScreen);
const loadHolidays = (): Promise<ComponentType> =>
  import('./features/holidays/holidays-screen.tsx').then(({ HolidaysScreen }) => HolidaysScreen);
const loadCompTime = (): Promise<ComponentType> =>
  import('./features/comp-time/comp-time-screen.tsx').then(({ CompTimeScreen }) => CompTimeScreen);
const loadRunbooks = (): Promise<ComponentType> =>
  import('./features/runbooks/runbooks.tsx').then(({ Runbooks }) => Runbooks);
const loadCompare = (): Promise<ComponentType> =>
  import('./features/scenarios/scenarios.tsx').then(({ Scenarios }) => Scenarios);
const loadPolicy = (): Promise<ComponentType> =>
  import('./features/policy/policy-screen.tsx').then(({ PolicyScreen }) => PolicyScreen);
const loadPlanHeader = (): Promise<ComponentType> =>
  import('./features/plan/plan-header.tsx').then(({ PlanHeader }) => PlanHeader);
const loadExplain = (): Promise<ComponentType> =>
  import('./features/explain/explain-panel.tsx').then(({ ExplainPanel }) => ExplainPanel);

const screens: Readonly<Record<ScreenName, { readonly title: string; readonly show: () => ReactNode }>> = {
  board: { title: 'Board', show: () => <Board /> },
  calendar: { title: 'Calendar', show: () => <LazyScreen title="Calendar" load={loadCalendar} /> },
  fairness: { title: 'Fairness', show: () => <LazyScreen title="Fairness" load={loadFairness} /> },
  tasks: { title: 'Tasks', show: () => <LazyScreen title="Tasks" load={loadTasks} /> },
  people: { title: 'People', show: () => <LazyScreen title="People" load={loadPeople} /> },
  leave: { title: 'Leave', show: () => <LazyScreen title="Leave" load={loadLeave} /> },
  rotations: { title: 'Rotations', show: () => <LazyScreen title="Rotations" load={loadRotations} /> },
  holidays: { title: 'Holidays', show: () => <LazyScreen title="Holidays" load={loadHolidays} /> },
  'comp-time': { title: 'Comp time', show: () => <LazyScreen title="Comp time" load={loadCompTime} /> },
  runbooks: { title: 'Runbooks', show: () => <LazyScreen title="Runbooks" load={loadRunbooks} /> },
  compare: { title: 'Compare', show: () => <LazyScreen title="Compare" load={loadCompare} /> },
  policy: { title: 'Policy', show: () => <LazyScreen title="Policy" load={loadPolicy} /> },
  history: { title: 'History', show: () => <LazyScreen title="History" load={loadHistory} /> },
  recovery: { title: 'Recovery', show: () => <LazyScreen title="Recovery" load={loadRecovery} /> },
};

/** Screens on which the live bars help; Fairness has its own, and a runbook or the history is not about load. */
const withPanel: readonly ScreenName[] = ['board', 'calendar'];

function useWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const measure = (): void => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return width;
}

function Plan() {
  const screen = useView((view) => view.screen);
  const file = useWorkspaceStore((state) => state.file);
  const width = useWidth();
  const asking = useExplain((state) => state.open) && screensToAsk.includes(screen);
  const { title, show } = screens[screen];
  useEffect(() => {
    document.title = `${title} · Evenwatch`;
  }, [title]);
  return (
    <>
      <TitleBar />
      <Banners />
      <div className="flex min-h-0 flex-1">
        <Rail />
        {/* Another file is another plan: nothing of the screen before may stay. */}
        <main key={file} aria-label={title} className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden">
          <ErrorBoundary what={title} resetKey={screen}>
            {screensToAsk.includes(screen) ? (
              <LazyScreen title="What was proven" load={loadPlanHeader} />
            ) : null}
            {show()}
          </ErrorBoundary>
        </main>
        {asking ? (
          <ErrorBoundary what="Asking the plan" resetKey={screen}>
            <LazyScreen title="Asking the plan" load={loadExplain} />
          </ErrorBoundary>
        ) : withPanel.includes(screen) ? (
          <FairnessPanel width={width} />
        ) : null}
      </div>
      <StatusBar />
      <CommandMenu />
      <ShiftLayer />
    </>
  );
}

/** The window: the start screen or a plan, and what floats above both. */
export function App() {
  const phase = useWorkspaceStore((state) => state.phase);
  const recovering = useView((view) => view.recovering !== null);
  return (
    <ErrorBoundary what="Evenwatch">
      <div className="flex h-full flex-col">
        <ConnectionBanner />
        {phase === 'open' ? <Plan /> : null}
        {phase === 'start' && recovering ? <LazyScreen title="Recovery" load={loadRecoverFile} /> : null}
        {phase === 'start' && !recovering ? <Start /> : null}
      </div>
      <NewPlanDialog />
      <KeysDialog />
      <QuitDialog />
      <Toasts />
      <LiveRegions />
    </ErrorBoundary>
  );
}
