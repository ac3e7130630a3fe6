import { create } from 'zustand';
import type { RunId } from '../../../shared/model/ids.ts';
import type { Run } from '../../../shared/model/run.ts';
import type { Runbook } from '../../../shared/model/runbook.ts';
import { begun, finished, tickedCount, withTick, type Checklist } from '../../../shared/runbooks/runs.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { stepTitle } from '../../../shared/words/step-title.ts';
import { act } from '../../state/act.ts';
import { announce } from '../../state/announce.ts';
import { now } from '../../state/clock.ts';
import { runCommand } from '../../state/run-command.ts';
import { showToast } from '../../state/toast-store.ts';
import { openWorkspace, useWorkspaceStore } from '../../state/workspace-store.ts';

/** Who works through checklists at this window, by name; empty until somebody says so: the system's user then. */
export const useWorker = create<{ readonly name: string }>(() => ({ name: '' }));

/** Who a tick is written down for. */
export function workerName(): string {
  const { name } = useWorker.getState();
  return name !== '' ? name : (useWorkspaceStore.getState().host?.user ?? 'Somebody');
}

/** Saves a run without a toast: whoever ticks a step sees it ticked, and has no eye to spare. */
function keep(run: Run, said: string): void {
  const before = openWorkspace();
  const command = { kind: 'save-run', run } as const;
  const made = runCommand(command, stepTitle(command, before));
  if (made.ok) return announce(said);
  if (made.reason.kind === 'no-change') return;
  const reason = refusalText(made.reason, before);
  showToast({ text: reason, tone: 'warning' });
  announce(reason, 'assertive');
}

/** Begins to work through a checklist; the id of the record, or null when it was refused. */
export function beginRun(runbook: Runbook, checklist: Checklist): RunId | null {
  const id = `run-${crypto.randomUUID()}` as RunId;
  const run = begun(runbook.id, checklist, { id, at: now(), by: workerName() });
  return act({ kind: 'save-run', run }, `You work through “${run.title}”. Every tick is kept.`) === null
    ? id
    : null;
}

export function tick(run: Run, index: number, on: boolean): void {
  const next = withTick(run, index, on ? { at: now(), by: workerName() } : null);
  keep(
    next,
    `${on ? 'Ticked' : 'Unticked'}, ${String(tickedCount(next))} of ${String(next.steps.length)} done`,
  );
}

export function changeRun(run: Run, changes: Partial<Pick<Run, 'notes' | 'incident'>>): void {
  keep({ ...run, ...changes }, changes.notes === undefined ? 'Incident noted' : 'Notes kept');
}

export function finishRun(run: Run): void {
  const left = run.steps.length - tickedCount(run);
  const rest =
    left === 0 ? '' : left === 1 ? ' One step was left open.' : ` ${String(left)} steps were left open.`;
  act({ kind: 'save-run', run: finished(run, now()) }, `“${run.title}” is finished.${rest}`);
}

export function reopenRun(run: Run): void {
  act({ kind: 'save-run', run: { ...run, finishedAt: null } }, `“${run.title}” goes on.`);
}

export function removeRun(run: Run): void {
  act({ kind: 'remove-run', run: run.id }, `The record of “${run.title}” is removed.`);
}
