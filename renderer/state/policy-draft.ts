import { create } from 'zustand';
import { quarterRange } from '../../shared/calendar/days.ts';
import { nextPolicy, termsOf, type PolicyTerms } from '../../shared/fairness/next-policy.ts';
import { policyOf } from '../../shared/fairness/policy-of.ts';
import type { QuarterId } from '../../shared/model/dates.ts';
import { quarterText } from '../../shared/words/date-text.ts';
import { refusalText } from '../../shared/words/refusal-text.ts';
import { stepTitle } from '../../shared/words/step-title.ts';
import { announce } from './announce.ts';
import { runCommand } from './run-command.ts';
import { showToast } from './toast-store.ts';
import { useView } from './view-store.ts';
import { openWorkspace, useWorkspace, useWorkspaceStore } from './workspace-store.ts';

/** What is being tried on the Policy screen; null is the policy in force. Kept while other screens are looked at, saved by nobody. */
export const usePolicyDraft = create<{ readonly terms: PolicyTerms | null }>(() => ({ terms: null }));

export const draftPolicy = (terms: PolicyTerms | null): void => usePolicyDraft.setState({ terms });

/** The terms on the screen: the draft, else those of the policy that the quarter on view is scored with. */
export function useDraft(): PolicyTerms {
  const workspace = useWorkspace();
  const quarter = useView((view) => view.quarter);
  const terms = usePolicyDraft((state) => state.terms);
  return terms ?? termsOf(policyOf(workspace, quarter));
}

/** Saves the draft as the next version, in force from the first day of a quarter. Returns why not, as a sentence. */
export function saveDraft(terms: PolicyTerms, from: QuarterId): string | null {
  const workspace = openWorkspace();
  const policy = nextPolicy(workspace, terms, quarterRange(from).from);
  const command = { kind: 'add-policy', policy } as const;
  const made = runCommand(command, stepTitle(command, workspace));
  if (!made.ok) return refusalText(made.reason, workspace);
  draftPolicy(null);
  const text = `Policy version ${policy.version} is in force from ${quarterText(from)}.`;
  showToast({ text, undo: true });
  announce(text);
  return null;
}

// Another file has another policy, and a draft of the one before says nothing about it.
useWorkspaceStore.subscribe((now, before) => {
  if (now.file !== before.file) draftPolicy(null);
});
