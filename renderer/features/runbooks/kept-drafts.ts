import { useEffect } from 'react';
import { create } from 'zustand';
import type { KeptDraft } from '../../../shared/contract/drafts.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { changedFields } from '../../../shared/runbooks/versions.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { keeper } from '../../state/keeper.ts';
import { showToast } from '../../state/toast-store.ts';
import { unwrittenText, useUnwritten } from '../../state/unwritten.ts';
import { showRunbook } from '../../state/view-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';
import { keyed, runbookOf, withoutBlanks, type RunbookDraft } from './runbook-form-draft.ts';
import { picturesOf } from './runbook-form-save.ts';
import { keepUnsaved, titleOf, useUnsaved, type Unsaved } from './unsaved.ts';

/** The keeper writes at most once in so many ms: a crash takes the last words, not the page. */
const writeEvery = 1000;

const valuesOf = <Value>(list: readonly { readonly value: Value }[]): readonly Value[] =>
  list.map(({ value }) => value);

function keptOf({ base, draft, pictures, isNew }: Unsaved): KeptDraft {
  const issues = valuesOf(draft.issues).map((issue) => ({ ...issue, steps: valuesOf(issue.steps) }));
  const typed = { ...draft, issues, slas: valuesOf(draft.slas), links: valuesOf(draft.links) };
  return { base, typed, pictures, isNew };
}

/** What was kept as it can be gone on with; null when it has been saved since. What somebody removed meanwhile would be a new runbook. */
function unsavedIn({ base, typed, pictures, isNew }: KeptDraft, workspace: Workspace): Unsaved | null {
  const draft: RunbookDraft = {
    ...typed,
    issues: typed.issues.map((issue) => keyed({ ...issue, steps: issue.steps.map(keyed) })),
    slas: typed.slas.map(keyed),
    links: typed.links.map(keyed),
  };
  const saved = workspace.runbooks[base.id];
  if (saved === undefined) return { base, draft, pictures, isNew: true };
  const before = new Set<string>(picturesOf(base).map(({ id }) => id));
  const isSaved =
    changedFields(saved, runbookOf(withoutBlanks(draft))).length === 0 &&
    pictures.length === before.size &&
    pictures.every(({ id }) => before.has(id));
  return isSaved ? null : { base: isNew ? saved : base, draft, pictures, isNew: false };
}

interface Kept {
  /** The file of which it is known what was kept, or that nobody can read it. */
  readonly known: string | null;
  /** The file whose drafts were read, so that they may be written. */
  readonly open: string | null;
}

const useKept = create<Kept>(() => ({ known: null, open: null }));
let timer: ReturnType<typeof setTimeout> | null = null;
/** What the keeper has. */
let written = useUnsaved.getState().all;

function stopTimer(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
}

/** Gives the keeper what is being written. True when it is on the disk. */
async function write(): Promise<boolean> {
  stopTimer();
  const { all } = useUnsaved.getState();
  const { open } = useKept.getState();
  if (open === null) return false;
  if (all === written) return true;
  const reply = await keeper().call('drafts.keep', { file: open, drafts: [...all.values()].map(keptOf) });
  if (reply.ok) written = all;
  else complain(reply.problem);
  return reply.ok;
}

/** Says once for each file that nothing is kept there. */
let hasComplained = false;

function complain(problem: Problem): void {
  if (hasComplained) return;
  hasComplained = true;
  const text = `What you write of a runbook is lost in a crash until you save it. ${problemText(problem)}`;
  showToast({ text, tone: 'error' });
}

async function read(file: string): Promise<void> {
  const reply = await keeper().call('drafts.read', { file });
  if (useWorkspaceStore.getState().file !== file || useKept.getState().known === file) return;
  hasComplained = false;
  if (reply.ok) {
    written = useUnsaved.getState().all;
    offer(reply.value);
  } else complain(reply.problem);
  useKept.setState({ known: file, open: reply.ok ? file : null });
}

function offer(kept: readonly KeptDraft[]): void {
  const found = kept.flatMap((draft) => unsavedIn(draft, openWorkspace()) ?? []);
  found.forEach(keepUnsaved);
  const [first] = found;
  if (first === undefined) return;
  const titles = unwrittenText(found.map(titleOf));
  showToast({
    text: `What you wrote of ${titles} before Evenwatch ended is kept, and is not saved yet.`,
    action: { title: 'Show', run: () => showRunbook(first.base.id) },
  });
}

/**
 * Offers what was written and not saved when the plan was last open. False until that is known: a form that is opened earlier would
 * write over it.
 */
export function useKeptDrafts(): boolean {
  const file = useWorkspaceStore((state) => state.file);
  const known = useKept((state) => state.known);
  useEffect(() => {
    if (file !== null && known !== file) void read(file);
  }, [file, known]);
  return known === file;
}

useUnsaved.subscribe(({ all }) => {
  if (useKept.getState().open !== null && all !== written)
    timer ??= setTimeout(() => void write(), writeEvery);
});
useUnwritten.setState({ keep: write });

// What is kept of the file that was open before stays on the disk. Nothing was read of one that could only be looked at.
useWorkspaceStore.subscribe((now, before) => {
  if (now.file === before.file && now.readOnlyBecause === before.readOnlyBecause) return;
  stopTimer();
  useKept.setState({ known: null, open: null });
});
