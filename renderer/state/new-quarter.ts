import { create } from 'zustand';
import { stepIds, type QuarterUnderway, type StepId } from '../../shared/contract/preferences.ts';
import { quarterToPrepare } from '../../shared/planner/readiness.ts';
import { announce } from './announce.ts';
import { keepUnderway, usePreferences } from './preferences.ts';
import { showQuarter, showScreen, useView, type ScreenName } from './view-store.ts';
import { openWorkspace } from './workspace-store.ts';

/** The screen that each step works on. */
export const screenOfStep: Readonly<Record<StepId, ScreenName>> = {
  people: 'people',
  leave: 'leave',
  holidays: 'holidays',
  plan: 'board',
  review: 'fairness',
  publish: 'exchange',
};

interface NewQuarterState {
  /** Null while the steps are not on view; how far they are is kept all the same. */
  readonly underway: QuarterUnderway | null;
}

export const useNewQuarter = create<NewQuarterState>(() => ({ underway: null }));

/** Shows a state of the steps, with its screen, and keeps it. */
function show(underway: QuarterUnderway): void {
  useNewQuarter.setState({ underway });
  if (useView.getState().quarter !== underway.quarter) showQuarter(underway.quarter);
  showScreen(screenOfStep[underway.at]);
  void keepUnderway(underway);
}

/** Goes on where this plan was left, else begins with the first quarter from the one on view that is not planned. */
export function prepareQuarter(): void {
  const workspace = openWorkspace();
  const kept = usePreferences.getState().quarterUnderway;
  if (kept !== null && kept.workspace === workspace.about.id) return show(kept);
  show({
    workspace: workspace.about.id,
    quarter: quarterToPrepare(workspace, useView.getState().quarter),
    at: 'people',
    done: [],
    skipped: [],
  });
}

/** Goes to a step, in any order. */
export function goToStep(at: StepId): void {
  const { underway } = useNewQuarter.getState();
  if (underway !== null) show({ ...underway, at });
}

/** Leaves a step behind, done or skipped, for the next one; after the last one the quarter is prepared. */
export function leaveStep(how: 'done' | 'skipped'): void {
  const { underway } = useNewQuarter.getState();
  if (underway === null) return;
  const { at } = underway;
  const next = stepIds[stepIds.indexOf(at) + 1];
  const others = (steps: readonly StepId[]): readonly StepId[] => steps.filter((step) => step !== at);
  const [done, skipped] = [others(underway.done), others(underway.skipped)];
  const left = {
    ...underway,
    done: how === 'done' ? [...done, at] : done,
    skipped: how === 'skipped' ? [...skipped, at] : skipped,
  };
  if (next !== undefined) return show({ ...left, at: next });
  useNewQuarter.setState({ underway: null });
  void keepUnderway(null);
  announce('The quarter is prepared.');
}

/** Puts the steps away; they can be gone on with at any time. */
export const hideSteps = (): void => useNewQuarter.setState({ underway: null });
