import { create } from 'zustand';
import type { Assessment } from '../../shared/planner/attainable.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import { assessInWorker } from '../workers/assess-in-worker.ts';
import { warmPlanner } from '../workers/ask.ts';
import { today } from './clock.ts';
import { useView } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** What each person could attain at best, by quarter, from the worker; the figures shown are against it. */
interface AssessmentState {
  readonly byQuarter: Readonly<Partial<Record<QuarterId, Assessment>>>;
  /** The quarter that is being assessed now. */
  readonly running: QuarterId | null;
  /** Why there is none, as a sentence; the share then stands in for the attainable one. */
  readonly failed: string | null;
}

export const useAssessments = create<AssessmentState>(() => ({ byQuarter: {}, running: null, failed: null }));

/** Edits come in bursts; the worker is asked once they pause. */
const PAUSE = 120;
let timer: ReturnType<typeof setTimeout> | undefined;
let asked = 0;

/** Workers have the same processors as the frame that is being drawn, at the start the very first: it comes before them. */
function atRest(act: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(act, { timeout: PAUSE });
  else act();
}

function assessNow(): void {
  const { workspace } = useWorkspaceStore.getState();
  const { quarter } = useView.getState();
  if (!workspace) return;
  asked += 1;
  const mine = asked;
  useAssessments.setState({ running: quarter });
  warmPlanner({ workspace, quarter }, today(workspace.about.zone));
  assessInWorker(workspace, quarter).then(
    (assessment) => {
      if (mine !== asked) return;
      const { byQuarter } = useAssessments.getState();
      const same = byQuarter[quarter] === assessment;
      useAssessments.setState({
        running: null,
        failed: null,
        ...(same ? {} : { byQuarter: { ...byQuarter, [quarter]: assessment } }),
      });
    },
    (error: unknown) => {
      if (mine === asked)
        useAssessments.setState({
          running: null,
          failed: error instanceof Error ? error.message : String(error),
        });
    },
  );
}

/** Keeps the assessment of the quarter on view up to date, whatever is edited. Called once, at start. */
export function followAssessments(): void {
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => atRest(assessNow), PAUSE);
  };
  useWorkspaceStore.subscribe((now, before) => {
    if (now.file !== before.file) useAssessments.setState({ byQuarter: {}, running: null, failed: null });
    if (now.workspace !== before.workspace) later();
  });
  useView.subscribe((now, before) => {
    if (now.quarter !== before.quarter) later();
  });
}
