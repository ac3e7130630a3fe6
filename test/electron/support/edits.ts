import type { Channels, Opened, Reply } from '../../../shared/contract/channels.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import type { Keeper } from '../../../electron/services/workspace.ts';

/** An edit that can be told from every other: it names the workspace after a number. */
export const renamed = (workspace: Workspace, number: number): Command => ({
  kind: 'save-about',
  about: { ...workspace.about, name: `Edit ${number}` },
});

export const request = (
  workspace: Workspace,
  baseRevision: number,
): Channels['workspace.apply']['request'] => ({
  baseRevision,
  title: `Rename to ${baseRevision + 1}`,
  command: renamed(workspace, baseRevision + 1),
});

/** The value of a reply; a problem fails the test with its own words. */
export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`a problem instead of a value: ${JSON.stringify(reply.problem)}`);
  return reply.value;
}

export async function opened(keeper: Keeper, source: Parameters<Keeper['open']>[0]): Promise<Opened> {
  const value = valueOf(await keeper.open(source));
  if (value === null) throw new Error('nothing was opened');
  return value;
}

/** Makes so many edits, one after the other, and gives the revision reached. */
export async function edited(keeper: Keeper, from: Opened, times: number): Promise<number> {
  let { revision } = from;
  for (let count = 0; count < times; count++)
    revision = valueOf(await keeper.apply(request(from.workspace, revision))).revision;
  return revision;
}
