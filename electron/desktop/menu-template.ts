import type { MenuItemConstructorOptions } from 'electron';

/** Sends the id of an action of renderer/state/actions.ts to the window. */
type Send = (action: string) => void;

/**
 * The application menu. Actions belong to the window, which knows whether they can be done and says why not; their keys are shown here and
 * handled there, so that undo in a text field stays the text's.
 */
export function menuTemplate(send: Send, isMac: boolean): MenuItemConstructorOptions[] {
  const item = (label: string, action: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => {
      send(action);
    },
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: '&File',
      submenu: [
        item('New Plan…', 'new-plan'),
        item('Open…', 'open', 'CmdOrCtrl+O'),
        item('Open Sample Quarter', 'open-sample'),
        line,
        item('Save a Copy…', 'save-copy', 'CmdOrCtrl+Shift+S'),
        item('Team Facts…', 'about-team'),
        item('Close Plan', 'close'),
        line,
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&Plan',
      submenu: [
        item('Plan Quarter', 'plan-quarter', 'CmdOrCtrl+Enter'),
        item('Accept the Proposed Plan', 'accept-plan'),
        item('Discard the Proposed Plan', 'discard-plan'),
        line,
        item('Why This Person…', 'ask-why'),
        item('Why Not Somebody Else…', 'ask-why-not'),
        item('Swaps That Help…', 'ask-swaps'),
        item('Re-plan with Few Changes…', 'ask-replan'),
        item('What Clashes…', 'ask-clash'),
        line,
        item('Name the Present Plan…', 'name-plan'),
        item('Branch the Quarter…', 'branch-plan'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Board', 'show-board', 'CmdOrCtrl+1'),
        item('Calendar', 'show-calendar', 'CmdOrCtrl+2'),
        item('Fairness', 'show-fairness', 'CmdOrCtrl+3'),
        item('Tasks', 'show-tasks', 'CmdOrCtrl+4'),
        item('People', 'show-people', 'CmdOrCtrl+5'),
        item('Leave', 'show-leave', 'CmdOrCtrl+6'),
        item('Rotations', 'show-rotations', 'CmdOrCtrl+7'),
        item('Holidays', 'show-holidays', 'CmdOrCtrl+8'),
        item('Comp Time', 'show-comp-time', 'CmdOrCtrl+9'),
        item('Runbooks', 'show-runbooks'),
        item('Deadlines', 'show-deadlines'),
        item('Incidents', 'show-incidents'),
        item('Exchange', 'show-exchange'),
        item('Compare', 'show-compare'),
        item('Policy', 'show-policy'),
        item('History', 'show-history'),
        line,
        item('Previous Quarter', 'previous-quarter'),
        item('Next Quarter', 'next-quarter'),
        item('Fairness Panel', 'toggle-panel', 'CmdOrCtrl+\\'),
        line,
        item('Theme: as the System', 'theme-system'),
        item('Theme: Light', 'theme-light'),
        item('Theme: Dark', 'theme-dark'),
        line,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
      ],
    },
    {
      label: '&Help',
      role: 'help',
      submenu: [
        item('Find a Command', 'commands', 'CmdOrCtrl+K'),
        item('All Keys', 'keys'),
        line,
        item('About Evenwatch', 'about'),
      ],
    },
  ];
}
