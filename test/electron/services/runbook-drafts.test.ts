import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { handlersOf } from '../../../electron/services/handlers.ts';
import type { readDrafts } from '../../../electron/services/runbook-drafts.ts';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { keptDraftSchema, type KeptDraft } from '../../../shared/contract/drafts.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { opened, valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

/** What is tested here, by name. */
export type Subject = typeof readDrafts;

const [base] = Object.values(sampleWorkspace().runbooks);
if (base === undefined) throw new Error('the sample has runbooks');

/** Half of it is no runbook yet: an empty title, hours in words. */
const draft: KeptDraft = keptDraftSchema.parse({
  base,
  typed: {
    ...base,
    title: '',
    dataTypes: 'one\n\n',
    issues: [{ symptom: '', cause: 'unknown', steps: [''], escalation: '' }],
    slas: [{ text: '', dayOfMonth: null, severity: null, hours: 'a day' }],
    links: [{ title: '', url: 'https://' }],
  },
  pictures: [],
  isNew: false,
});

async function aCase(dataFolder: string) {
  const ports = testPorts(dataFolder);
  const keeper = createKeeper(ports);
  const handlers = handlersOf(keeper, ports);
  const { file } = await opened(keeper, { kind: 'last' }).catch(() => opened(keeper, { kind: 'sample' }));
  return {
    file,
    ports,
    keeper,
    kept: () => handlers['drafts.read']({ file }),
    keep: (drafts: readonly KeptDraft[]) => handlers['drafts.keep']({ file, drafts }),
    keepFor: (other: string) => handlers['drafts.keep']({ file: other, drafts: [draft] }),
  };
}

test('what is being written is there after a start that nobody closed, until nothing is left to keep', async () => {
  const folder = await aFolder();
  const first = await aCase(folder);
  expect(valueOf(await first.kept())).toEqual([]);
  valueOf(await first.keep([draft]));
  await first.keeper.close();
  const next = await aCase(folder);
  expect(next.file).toBe(first.file);
  expect(valueOf(await next.kept())).toEqual([draft]);
  valueOf(await next.keep([]));
  valueOf(await next.keep([]));
  expect(await readdir(dirname(next.file))).not.toContain('drafts.json');
  expect(valueOf(await next.kept())).toEqual([]);
});

test('what comes too late for a plan is not put beside another', async () => {
  const { keepFor, kept } = await aCase(await aFolder());
  expect(await keepFor('/elsewhere/workspace.json')).toEqual({ ok: false, problem: { kind: 'not-open' } });
  expect(valueOf(await kept())).toEqual([]);
});

test('a file that cannot be read is set aside with its words, and nothing is offered', async () => {
  const { file, kept, keep, ports } = await aCase(await aFolder());
  const path = join(dirname(file), 'drafts.json');
  await writeFile(path, '[{"typed": "half a se');
  expect(valueOf(await kept())).toEqual([]);
  expect(ports.logged.join('\n')).toContain('drafts.json cannot be read');
  valueOf(await keep([draft]));
  const [aside = ''] = (await readdir(join(dirname(file), 'quarantine'))).filter((name) =>
    name.endsWith('drafts.json'),
  );
  expect(await readFile(join(dirname(file), 'quarantine', aside), 'utf8')).toBe('[{"typed": "half a se');
});
