import { always, whenOpen, type Action } from './action.ts';
import { showHelp, showHelpHere } from './help-store.ts';
import { startTour } from './tour-store.ts';
import * as view from './view-store.ts';

/** What helps, whatever is on view. */
export const helpActions: readonly Action[] = [
  {
    id: 'help',
    group: 'Help',
    title: 'Help on this screen',
    keys: ['F1'],
    enabled: always,
    run: showHelpHere,
  },
  {
    id: 'help-fairness',
    group: 'Help',
    title: 'How fairness is computed',
    keys: [],
    enabled: always,
    run: () => showHelp('fairness'),
  },
  {
    id: 'tour',
    group: 'Help',
    title: 'Tour of the window',
    keys: [],
    enabled: whenOpen,
    run: startTour,
  },
  {
    id: 'keys',
    group: 'Help',
    title: 'All keys',
    keys: ['?'],
    enabled: always,
    run: () => view.openDialog('keys'),
  },
];
