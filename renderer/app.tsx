import { useEffect, useState } from 'react';
import { FairnessPanel } from './features/fairness/fairness-panel.tsx';
import { Banners, ConnectionBanner } from './features/frame/banners.tsx';
import { ErrorBoundary } from './features/frame/error-boundary.tsx';
import { LazyScreen } from './ui/lazy-screen.tsx';
import { LiveRegions } from './features/frame/live-regions.tsx';
import { LazyQuitDialog } from './features/frame/lazy-quit-dialog.tsx';
import { Rail } from './features/frame/rail.tsx';
import { StatusBar } from './features/frame/status-bar.tsx';
import { TitleBar } from './features/frame/title-bar.tsx';
import { Toasts } from './features/frame/toasts.tsx';
import { WindowTitle } from './features/frame/window-title.tsx';
import { ShiftLayer } from './features/shifts/shift-layer.tsx';
import { Start } from './features/start/start.tsx';
import { screensToAsk, useExplain } from './state/explain-store.ts';
import { useHanded } from './state/handed-files.ts';
import { HELP_BESIDE, HELP_WIDTH, useHelp } from './state/help-store.ts';
import { useNewQuarter } from './state/new-quarter.ts';
import { useTour } from './state/tour-store.ts';
import { useWriting } from './state/preferences.ts';
import { useView, type ScreenName } from './state/view-store.ts';
import { useWorkspaceStore } from './state/workspace-store.ts';
import {
  loadAbout,
  loadDropped,
  loadKeys,
  loadNewPlan,
  loadPalette,
  loadPlanHeader,
  loadExplain,
  loadHelp,
  loadPrint,
  loadRecoverFile,
  loadSteps,
  loadSettings,
  loadTeamFacts,
  loadTour,
  screens,
} from './screens.tsx';

/** Screens on which the live bars help; Fairness has its own, and a runbook or the history is not about load. */
const withPanel: readonly ScreenName[] = ['board', 'calendar'];

/** The width of the window, less that of the help beside it, in CSS pixels. */
function useWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const measure = (): void => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  const helped = useHelp((help) => help.article !== null);
  return helped && width >= HELP_BESIDE ? width - HELP_WIDTH : width;
}

function Plan() {
  const screen = useView((view) => view.screen);
  const file = useWorkspaceStore((state) => state.file);
  const writing = useWriting();
  const width = useWidth();
  const asking = useExplain((state) => state.open) && screensToAsk.includes(screen);
  const finding = useView(({ dialog }) => dialog === 'commands' || dialog === 'find');
  const preparing = useNewQuarter((state) => state.underway !== null);
  const touring = useTour((tour) => tour.stop !== null);
  const { title, show } = screens[screen];
  return (
    <>
      <WindowTitle screen={title} />
      <TitleBar />
      <Banners />
      <div className="flex min-h-0 flex-1">
        <Rail />
        {preparing ? <LazyScreen title="New quarter" load={loadSteps} /> : null}
        {/* Another file is another plan, and dates in another order are other texts: nothing of the screen before may stay. */}
        <main
          key={`${file ?? ''} ${writing}`}
          aria-label={title}
          className="flex min-h-0 min-w-0 flex-1 flex-col overflow-hidden"
        >
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
      {finding ? <LazyScreen title="Commands" load={loadPalette} /> : null}
      <ShiftLayer />
      {touring ? <LazyScreen title="Tour" load={loadTour} /> : null}
    </>
  );
}

/** The window: the start screen or a plan, and what floats above both. */
export function App() {
  const phase = useWorkspaceStore((state) => state.phase);
  const recovering = useView((view) => view.recovering !== null);
  const dialog = useView((view) => view.dialog);
  const helped = useHelp((help) => help.article !== null);
  const isAsking = useHanded(({ asked }) => asked !== null);
  return (
    <ErrorBoundary what="Evenwatch">
      <div className="flex h-full">
        <div className="flex h-full min-w-0 flex-1 flex-col">
          <ConnectionBanner />
          {phase === 'open' ? <Plan /> : null}
          {phase === 'start' && recovering ? <LazyScreen title="Recovery" load={loadRecoverFile} /> : null}
          {phase === 'start' && !recovering ? <Start /> : null}
        </div>
        {helped ? (
          <ErrorBoundary what="Help">
            <LazyScreen title="Help" load={loadHelp} />
          </ErrorBoundary>
        ) : null}
      </div>
      {dialog === 'new-plan' ? <LazyScreen title="New plan" load={loadNewPlan} /> : null}
      {dialog === 'print' && phase === 'open' ? <LazyScreen title="Print" load={loadPrint} /> : null}
      {dialog === 'about-team' && phase === 'open' ? (
        <LazyScreen title="Team facts" load={loadTeamFacts} />
      ) : null}
      {dialog === 'settings' ? <LazyScreen title="Settings" load={loadSettings} /> : null}
      {dialog === 'keys' ? <LazyScreen title="All keys" load={loadKeys} /> : null}
      {dialog === 'about' ? <LazyScreen title="About Evenwatch" load={loadAbout} /> : null}
      {isAsking ? <LazyScreen title="Dropped file" load={loadDropped} /> : null}
      <LazyQuitDialog />
      <Toasts />
      <LiveRegions />
    </ErrorBoundary>
  );
}
