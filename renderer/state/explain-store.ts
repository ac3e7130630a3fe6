import { create } from 'zustand';
import type { PersonId, ShiftId } from '../../shared/model/ids.ts';
import type { AskedShift } from '../workers/explain-messages.ts';
import { showScreen, useView, type ScreenName } from './view-store.ts';
import { useWorkspaceStore } from './workspace-store.ts';

/** What can be asked of a plan: each is a part of the panel beside it. */
export type Question = 'why' | 'why-not' | 'swaps' | 'replan' | 'clash';

/** The panel that is asked: what it answers, and about whom. Never part of the plan. */
export interface ExplainState {
  readonly open: boolean;
  readonly question: Question;
  /** The turn that is asked about; null until one is chosen. */
  readonly shift: ShiftId | null;
  /** The person that is asked about; null is everybody. */
  readonly person: PersonId | null;
  /** Whether swaps are looked for that hand on the turn, rather than any. */
  readonly ofTurn: boolean;
  /** Somebody in a turn who is insisted on when it is asked what clashes; null asks about the plan as it is. */
  readonly insisting: AskedShift | null;
  /** Counts what was asked from outside the panel: each time the focus goes there. */
  readonly asked: number;
}

const closed: ExplainState = {
  open: false,
  question: 'why',
  shift: null,
  person: null,
  ofTurn: false,
  insisting: null,
  asked: 0,
};

type About = Pick<ExplainState, 'shift' | 'person' | 'ofTurn' | 'insisting'>;

export const useExplain = create<ExplainState>(() => closed);

/** Screens that the panel stands beside. */
export const screensToAsk: readonly ScreenName[] = ['board', 'calendar', 'fairness'];

/** Opens the panel with a question. What is not named stays as it was asked last. */
export function ask(question: Question, about: Partial<About> = {}): void {
  const { selection, screen } = useView.getState();
  const { shift, asked } = useExplain.getState();
  if (!screensToAsk.includes(screen)) showScreen('board');
  useExplain.setState({
    open: true,
    question,
    shift: selection[0] ?? shift,
    ofTurn: false,
    insisting: null,
    ...about,
    asked: asked + 1,
  });
}

/** Asks another question within the panel. */
export const turnTo = (part: Partial<About & Pick<ExplainState, 'question'>>): void =>
  useExplain.setState(part);

export const closeExplain = (): void => useExplain.setState({ open: false });

// A shift that is picked on the plan while the panel is open is what is asked about next.
useView.subscribe((now, before) => {
  const [picked] = now.selection;
  if (now.selection !== before.selection && picked !== undefined && useExplain.getState().open)
    useExplain.setState({ shift: picked });
  if (now.quarter !== before.quarter) useExplain.setState({ shift: null });
});
useWorkspaceStore.subscribe((now, before) => {
  if (now.file !== before.file) useExplain.setState(closed);
});
