import { expect, test } from 'vitest';
import { handlersOf } from '../../../electron/services/handlers.ts';
import type { runbookVersions } from '../../../electron/services/runbook-versions.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { RunbookId } from '../../../shared/model/ids.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { opened, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

/** What is tested here, by name. */
export type Subject = typeof runbookVersions;

const workspace = sampleWorkspace();
const id = 'runbook-profit' as RunbookId;
const profit = workspace.runbooks[id];
if (profit === undefined) throw new Error('the sample has no such runbook');
const save = (body: string): Command => ({ kind: 'save-runbook', runbook: { ...profit, body } });

async function aCase() {
  const ports = testPorts(await aFolder());
  const keeper = createKeeper(ports);
  const { revision } = await opened(keeper, { kind: 'new', workspace });
  let at = revision;
  const apply = async (command: Command, title: string) => {
    at = valueOf(await keeper.apply({ baseRevision: at, title, command })).revision;
  };
  const versions = async (runbook: RunbookId = id) =>
    valueOf(await handlersOf(keeper, ports)['runbook.versions']({ runbook }));
  return { apply, versions };
}

test('every saved version is given, the newest first, and what stood before the journal last', async () => {
  const { apply, versions } = await aCase();
  await apply(save('first'), 'Write first');
  await apply({ kind: 'save-about', about: { ...workspace.about, name: 'Other' } }, 'Rename');
  await apply(save('second'), 'Write second');
  const { versions: all, hasEarlier } = await versions();
  expect(all.map(({ revision, title, runbook }) => [revision, title, runbook.body])).toEqual([
    [3, 'Write second', 'second'],
    [1, 'Write first', 'first'],
    [0, null, profit.body],
  ]);
  expect(all[0]?.time).toMatch(/^\d{4}-/);
  expect(hasEarlier).toBe(false);
});

test('a runbook that nobody has edited has one version, and an unknown one none', async () => {
  const { versions } = await aCase();
  expect((await versions()).versions.map((it) => it.runbook)).toEqual([profit]);
  expect(await versions('runbook-unknown' as RunbookId)).toEqual({ versions: [], hasEarlier: false });
});

test('a removed runbook keeps its versions', async () => {
  const { apply, versions } = await aCase();
  await apply(save('last words'), 'Write');
  await apply({ kind: 'remove-runbook', runbook: id }, 'Remove');
  expect((await versions()).versions.map((it) => it.runbook.body)).toEqual(['last words', profit.body]);
});

test('an answer ends before it is too large, and says so', async () => {
  const { apply, versions } = await aCase();
  for (let count = 0; count < 6; count++)
    await apply(save(String(count).repeat(1_900_000)), `Write ${count}`);
  const { versions: all, hasEarlier } = await versions();
  expect(all.map((it) => it.revision)).toEqual([6, 5, 4, 3]);
  expect(hasEarlier).toBe(true);
});
