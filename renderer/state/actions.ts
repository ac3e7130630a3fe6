import { always, both, whenEditable, whenOpen, type Action } from './action.ts';
import { announce } from './announce.ts';
import { compareActions } from './compare-actions.ts';
import { helpActions } from './help-actions.ts';
import { isMac, matches } from './keys.ts';
import { keeper } from './keeper.ts';
import { planActions } from './plan-actions.ts';
import { redo, undo } from './run-command.ts';
import { clearRecent } from './recent-files.ts';
import { outbox, reload } from './saving.ts';
import { chooseAndOpen, closeWorkspace, open, saveCopy } from './session.ts';
import { showToast } from './toast-store.ts';
import * as view from './view-store.ts';
import { viewActions } from './view-actions.ts';
import { useWorkspaceStore } from './workspace-store.ts';

function undoOrSay(): void {
  if (useWorkspaceStore.getState().history.undo.length > 0 && !undo()) cannot('taken back');
}

function redoOrSay(): void {
  if (useWorkspaceStore.getState().history.redo.length > 0 && !redo()) cannot('made again');
}

function cannot(what: string): void {
  const text = `This step cannot be ${what}: later changes rest on it.`;
  showToast({ text, tone: 'warning' });
  announce(text, 'assertive');
}

function saySaveState(): void {
  const { saving } = useWorkspaceStore.getState();
  if (saving.kind === 'not-saved') outbox.retry();
  const text = { saved: 'Everything is saved.', saving: 'Saving…', 'not-saved': 'Trying to save again.' }[
    saving.kind
  ];
  showToast({ text });
  announce(text);
}

const stepText = (title: string, step: { readonly title: string } | undefined): string =>
  step === undefined ? title : `${title}: ${step.title}`;

export const actions: readonly Action[] = [
  {
    id: 'new-plan',
    group: 'File',
    title: 'New plan…',
    keys: [],
    enabled: always,
    run: () => view.openDialog('new-plan'),
  },
  {
    id: 'open',
    group: 'File',
    title: 'Open…',
    keys: ['Mod+O'],
    enabled: always,
    run: () => void chooseAndOpen(),
  },
  {
    id: 'open-sample',
    group: 'File',
    title: 'Open sample quarter',
    keys: [],
    enabled: always,
    run: () => void open({ kind: 'sample' }),
  },
  {
    id: 'clear-recent',
    group: 'File',
    title: 'Clear recent files',
    keys: [],
    enabled: always,
    run: () => void clearRecent(),
  },
  {
    id: 'save-state',
    group: 'File',
    title: 'Save now',
    keys: ['Mod+S'],
    apart: true,
    enabled: whenOpen,
    run: saySaveState,
  },
  {
    id: 'save-copy',
    group: 'File',
    title: 'Save a copy…',
    keys: ['Mod+Shift+S'],
    enabled: whenOpen,
    run: () => void saveCopy(),
  },
  {
    id: 'about-team',
    group: 'File',
    title: 'Team facts…',
    keys: [],
    apart: true,
    enabled: whenOpen,
    run: () => view.openDialog('about-team'),
  },
  {
    id: 'print',
    group: 'File',
    title: 'Print, or copy as a picture…',
    keys: ['Mod+P'],
    apart: true,
    enabled: whenOpen,
    run: () => view.openDialog('print'),
  },
  {
    id: 'settings',
    group: 'File',
    title: 'Settings…',
    keys: ['Mod+,'],
    enabled: always,
    run: () => view.openDialog('settings'),
  },
  {
    id: 'reload',
    group: 'File',
    title: 'Reload from disk',
    keys: [],
    enabled: both(
      whenOpen,
      () => useWorkspaceStore.getState().saving.kind !== 'saving' || 'Changes are being saved',
    ),
    run: () => void reload(),
  },
  {
    id: 'show-recovery',
    group: 'File',
    title: 'Restore points and backups',
    keys: [],
    enabled: whenOpen,
    run: () => view.showRecovery('points'),
  },
  {
    id: 'close',
    group: 'File',
    title: 'Close plan',
    keys: [],
    apart: true,
    enabled: whenOpen,
    run: () => void closeWorkspace(),
  },
  {
    id: 'undo',
    group: 'Edit',
    title: 'Undo',
    keys: ['Mod+Z'],
    enabled: both(
      whenEditable,
      () => useWorkspaceStore.getState().history.undo.length > 0 || 'Nothing to undo',
    ),
    now: () => stepText('Undo', useWorkspaceStore.getState().history.undo.at(-1)),
    run: undoOrSay,
  },
  {
    id: 'redo',
    group: 'Edit',
    title: 'Redo',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: both(
      whenEditable,
      () => useWorkspaceStore.getState().history.redo.length > 0 || 'Nothing to redo',
    ),
    now: () => stepText('Redo', useWorkspaceStore.getState().history.redo.at(-1)),
    run: redoOrSay,
  },
  ...planActions,
  ...compareActions,
  ...viewActions,
  {
    id: 'commands',
    group: 'Help',
    title: 'Find a command',
    keys: ['Mod+K'],
    enabled: always,
    run: () => view.openDialog('commands'),
  },
  {
    id: 'find',
    group: 'Edit',
    title: 'Find a person, a week or a shift',
    keys: ['Mod+F'],
    enabled: whenOpen,
    run: () => view.openDialog('find'),
  },
  ...helpActions,
  {
    id: 'about',
    group: 'Help',
    title: 'About Evenwatch, and licences',
    keys: [],
    apart: true,
    enabled: always,
    run: () => view.openDialog('about'),
  },
];

export const actionOf = (id: string): Action => {
  const action = actions.find((known) => known.id === id);
  if (!action) throw new Error(`no action is called ${id}`);
  return action;
};

/** Runs an action, or says why it cannot be run now. */
export function perform(id: string): void {
  const action = actions.find((known) => known.id === id);
  if (!action) return showToast({ text: `This version has no command “${id}”.`, tone: 'warning' });
  const answer = action.enabled();
  if (answer === true) return action.run();
  showToast({ text: `${answer}.` });
  announce(`${answer}.`);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const isTextsOwn = (action: Action): boolean => action.id === 'undo' || action.id === 'redo';

/** Behind a modal dialog nothing is done: what it asks comes first. */
const isBehindDialog = (action: Action, page: Window): boolean =>
  action.group !== 'File' &&
  page.document.querySelector('[role=dialog][data-rac], [role=alertdialog]') !== null;

/** Listens for the keys of all actions; text fields keep their own, and what a grid has handled is left alone. */
export function bindKeys(page: Window): () => void {
  const mac = isMac(page.navigator.platform);
  const onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const action = actions.find(({ keys }) => keys.some((written) => matches(written, event, mac)));
    if (!action) return;
    const editsText = isTextsOwn(action) || !/^(Mod|F\d)/.test(action.keys[0] ?? '');
    // The path, not the target: that of a field in a shadow root is the element around it.
    if (editsText && isTyping(event.composedPath()[0] ?? event.target)) return;
    if (isBehindDialog(action, page)) return;
    event.preventDefault();
    perform(action.id);
  };
  // A button takes Enter for itself, with Ctrl or without, and lets nobody hear of it: a chord must be heard before the button is.
  const onChord = (event: KeyboardEvent): void => {
    const isOnButton = event.target instanceof Element && event.target.closest('button[data-rac]') !== null;
    if (event.key !== 'Enter' || !(mac ? event.metaKey : event.ctrlKey) || !isOnButton) return;
    onKey(event);
    if (event.defaultPrevented) event.stopPropagation();
  };
  page.addEventListener('keydown', onChord, true);
  page.addEventListener('keydown', onKey);
  return () => {
    page.removeEventListener('keydown', onChord, true);
    page.removeEventListener('keydown', onKey);
  };
}

/** Runs what the application menu of the host asks for; undo in a text field is the text's, as by its keys. */
export const bindMenu = (page: Window): (() => void) =>
  keeper().on('menu.action', ({ action: id }) => {
    const action = actions.find((known) => known.id === id);
    if (action !== undefined && isTextsOwn(action) && isTyping(page.document.activeElement))
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else reaches the undo that a text field keeps itself
      page.document.execCommand(action.id);
    else if (action !== undefined && isBehindDialog(action, page))
      showToast({ text: 'Close the dialog first: it comes before the menu.' });
    else perform(id);
  });
