import { create } from 'zustand';
import { isHealth, healthOf } from '../../shared/exchange/datadog-read.ts';
import type { Health } from '../../shared/exchange/health.ts';
import { recordsOf } from '../../shared/model/tables.ts';
import type { WorkspaceId } from '../../shared/model/ids.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { healthReadText } from '../../shared/words/health-text.ts';
import { problemText } from '../../shared/words/problem-text.ts';
import { announce } from './announce.ts';
import { now } from './clock.ts';
import { keeper } from './keeper.ts';
import { openWorkspace } from './workspace-store.ts';

/** How things stood when they were last looked at. It belongs to this computer, never to the plan. */
interface HealthState {
  /** Whose health it is; null before any was asked for. */
  readonly workspace: WorkspaceId | null;
  readonly health: Health | null;
  readonly isBusy: boolean;
  /** What went wrong last, as a sentence. */
  readonly problem: string | null;
}

export const useHealth = create<HealthState>(() => ({
  workspace: null,
  health: null,
  isBusy: false,
  problem: null,
}));

/** The address that the plan remembers for Datadog; null where it is not connected. */
export const datadogAddress = (workspace: Workspace): string | null =>
  recordsOf(workspace, 'connections').find(({ kind }) => kind === 'datadog')?.address ?? null;

function tell(problem: string): void {
  useHealth.setState({ isBusy: false, problem });
  announce(problem, 'assertive');
}

/** What was seen last of a workspace, once it is looked at. */
export async function loadSeenHealth(workspace: WorkspaceId): Promise<void> {
  if (useHealth.getState().workspace === workspace) return;
  useHealth.setState({ workspace, health: null, problem: null });
  const reply = await keeper().call('health.seen', { workspace });
  if (useHealth.getState().workspace !== workspace) return;
  if (reply.ok) useHealth.setState({ health: reply.value });
  else tell(problemText(reply.problem));
}

async function keep(health: Health): Promise<void> {
  const workspace = openWorkspace().about.id;
  useHealth.setState({ workspace, health, isBusy: false, problem: null });
  announce(`Read: ${healthReadText(health)}`);
  const reply = await keeper().call('health.keep', { workspace, health });
  if (!reply.ok) tell(problemText(reply.problem));
}

/** Asks Datadog how everything stands now. What was seen before stays on view until the answer is there, and where there is none. */
export async function readHealthNow(): Promise<void> {
  const address = datadogAddress(openWorkspace());
  if (address === null || useHealth.getState().isBusy) return;
  useHealth.setState({ isBusy: true, problem: null });
  const reply = await keeper().call('datadog.health', { address });
  if (reply.ok) await keep(reply.value);
  else tell(problemText(reply.problem));
}

/** A file in which somebody saved an answer of Datadog's, and when. */
export interface SavedAnswer {
  readonly name: string;
  readonly text: string;
  /** An instant. */
  readonly savedAt: string;
}

/**
 * Takes what was saved of Datadog's answers: a list of monitors, a search for objectives, or several of them in a list. It was seen when the
 * oldest of the files was saved, or now where a file says that it is of the future.
 */
export async function takeHealthFiles(files: readonly SavedAnswer[]): Promise<void> {
  const read = files.map(({ name, text }) => ({ name, answers: answersIn(text) }));
  const wrong = read.find(({ answers }) => answers === null);
  if (wrong !== undefined) {
    tell(
      `${wrong.name} holds no monitors of Datadog. Save the answer of its API: api/v1/monitor for monitors, api/v1/slo/search for objectives.`,
    );
    return;
  }
  const [seenAt = now()] = [...files.map(({ savedAt }) => savedAt), now()].sort();
  await keep(
    healthOf(
      read.flatMap(({ answers }) => answers ?? []),
      seenAt,
    ),
  );
}

function answersIn(text: string): readonly unknown[] | null {
  try {
    const json: unknown = JSON.parse(text);
    if (isHealth(json)) return [json];
    const several = Array.isArray(json) ? (json as readonly unknown[]).filter(isHealth) : [];
    return several.length === 0 ? null : several;
  } catch {
    return null; // no JSON
  }
}
