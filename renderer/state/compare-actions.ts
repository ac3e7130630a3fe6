import { both, whenEditable, type Action } from './action.ts';
import { hasTurns } from './has-turns.ts';
import { useView } from './view-store.ts';

/** What makes plans to compare: a name for the one that stands, or a branch of it. Both forms open on the Compare screen. */
export const compareActions: readonly Action[] = [
  {
    id: 'name-plan',
    group: 'Plan',
    title: 'Name the present plan…',
    keys: [],
    enabled: both(whenEditable, hasTurns),
    run: () => useView.setState({ screen: 'compare', dialog: 'name-plan' }),
  },
  {
    id: 'branch-plan',
    group: 'Plan',
    title: 'Branch the quarter…',
    keys: [],
    enabled: both(whenEditable, hasTurns),
    run: () => useView.setState({ screen: 'compare', dialog: 'branch' }),
  },
];
