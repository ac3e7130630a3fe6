import {
  both,
  hasPeople,
  whenEditable,
  whenIdle,
  whenOpen,
  whenPlanning,
  whenProposed,
  type Action,
} from './action.ts';
import { ask, type Question } from './explain-store.ts';
import { hasTurns } from './has-turns.ts';
import { prepareQuarter } from './new-quarter.ts';
import { acceptPlan, discardPlan, planQuarter, stopPlanning } from './planning.ts';
import { showScreen, useView } from './view-store.ts';

/** A proposal is drawn on Board and Calendar only: planning from elsewhere goes to the Board. */
function planInSight(): void {
  const { screen } = useView.getState();
  if (screen !== 'board' && screen !== 'calendar') showScreen('board');
  planQuarter();
}

const questions: readonly { readonly id: Question; readonly title: string }[] = [
  { id: 'why', title: 'Why this person…' },
  { id: 'why-not', title: 'Why not somebody else…' },
  { id: 'swaps', title: 'Swaps that help…' },
  { id: 'replan', title: 'Re-plan with few changes…' },
  { id: 'clash', title: 'What clashes…' },
];

/** Planning, and asking about the plan. */
export const planActions: readonly Action[] = [
  {
    id: 'plan-quarter',
    group: 'Plan',
    title: 'Plan quarter',
    keys: ['Mod+Enter'],
    enabled: both(whenEditable, hasPeople, hasTurns, whenIdle),
    run: planInSight,
  },
  {
    id: 'new-quarter',
    group: 'Plan',
    title: 'New quarter, step by step',
    keys: [],
    enabled: whenEditable,
    run: prepareQuarter,
  },
  {
    id: 'accept-plan',
    group: 'Plan',
    title: 'Accept the proposed plan',
    keys: [],
    enabled: both(whenEditable, whenProposed),
    run: () => void acceptPlan(),
  },
  {
    id: 'discard-plan',
    group: 'Plan',
    title: 'Discard the proposed plan',
    keys: [],
    enabled: whenProposed,
    run: discardPlan,
  },
  {
    id: 'use-best',
    group: 'Plan',
    title: 'Use best plan so far',
    keys: [],
    enabled: whenPlanning,
    run: () => stopPlanning(true),
  },
  {
    id: 'cancel-planning',
    group: 'Plan',
    title: 'Cancel planning',
    keys: [],
    enabled: whenPlanning,
    run: () => stopPlanning(false),
  },
  ...questions.map(({ id, title }): Action => ({
    id: `ask-${id}`,
    group: 'Plan',
    title,
    keys: [],
    enabled: both(whenOpen, hasPeople, hasTurns),
    // Swaps begin with everybody's: only a person's card asks for theirs.
    run: () => (id === 'swaps' ? ask(id, { person: null }) : ask(id)),
  })),
];
