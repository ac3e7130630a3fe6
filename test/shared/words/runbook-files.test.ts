import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { runbookFolder } from '../../../shared/exchange/runbook-out.ts';
import type { RunbookId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { readRunbooks, type RunbookFile } from '../../../shared/words/runbook-files.ts';

const sample = sampleWorkspace();
const growth = 'runbook-growth' as RunbookId;

const file = (path: string, text: string | Uint8Array): RunbookFile => {
  const bytes = typeof text === 'string' ? strToU8(text) : text;
  return { path, size: bytes.length, read: () => Promise.resolve(bytes) };
};

function read(workspace: Workspace, ...files: readonly RunbookFile[]) {
  let count = 0;
  return readRunbooks(workspace, files, {
    newId: () => `runbook-new-${String(++count)}`,
    base64: (bytes) => btoa(String.fromCharCode(...bytes)),
    rest: () => Promise.resolve(),
  });
}

const bodies = async (...files: readonly RunbookFile[]) =>
  (await read(sample, ...files)).items.map(({ runbook }) => runbook.body);

test('links between the texts of a folder name the runbooks that they become', async () => {
  expect(
    await bodies(
      file('ops/a.md', 'See [B](sub/b%20c.md#first) and [none](gone.md).'),
      file('ops/sub/b c.md', '[up](../a.md) [web](https://a.example/a.md)\r\n'),
    ),
  ).toEqual([
    'See [B](runbook:runbook-new-2#first) and [none](gone.md).',
    '[up](runbook:runbook-new-1) [web](https://a.example/a.md)\r\n',
  ]);
});

test('of a file that was not chosen, a link means the runbook that is written under its name', async () => {
  expect(await bodies(file('books/x.md', '[G](growth.md) [no](sub/growth.md) [n](../growth.md)'))).toEqual([
    '[G](runbook:runbook-growth) [no](sub/growth.md) [n](../growth.md)',
  ]);
});

test('a folder that was written links its files, and says the same when it is read again', async () => {
  const profit = sample.runbooks['runbook-profit' as RunbookId];
  const other = sample.runbooks[growth];
  if (profit === undefined || other === undefined) throw new Error('the sample has no runbooks');
  const body = `[Growth](runbook:${growth}#x), [Engagement](runbook:runbook-engagement), \`runbook:${growth}\`\n`;
  const linked = { ...sample, runbooks: { ...sample.runbooks, [profit.id]: { ...profit, body } } };
  const { texts } = runbookFolder(linked, [{ ...profit, body }, other]);
  const written = texts.find(({ path }) => path === 'profit.md')?.text ?? '';
  expect(written.slice(-body.length)).toContain(
    `[Growth](growth.md#x), [Engagement](runbook:runbook-engagement), \`runbook:${growth}\``,
  );
  for (const chosen of [texts, texts.filter(({ path }) => path === 'profit.md')]) {
    const { items } = await read(linked, ...chosen.map(({ path, text }) => file(path, text)));
    expect(items.find(({ runbook }) => runbook.id === profit.id)?.runbook.body).toBe(body);
  }
});

test('bytes that are no UTF-8 are read all the same, and it is said', async () => {
  const { items, problems } = await read(
    sample,
    file('a.md', new Uint8Array([0x23, 0x20, 0x63, 0xe9, 0x0a])),
  );
  expect(items.map(({ runbook }) => runbook.title)).toEqual(['cé']);
  expect(problems).toMatchObject([
    { column: 'a.md', severity: 'warning', what: expect.stringContaining('not all UTF-8') as string },
  ]);
});

test('thousands of texts are refused before any of them is read', async () => {
  let reads = 0;
  const chosen = Array.from({ length: 2001 }, (_, at) => ({
    path: `five/${String(at)}.md`,
    size: 10,
    read: () => {
      reads += 1;
      return Promise.resolve(strToU8(`# ${String(at)}`));
    },
  }));
  const { items, problems } = await read(sample, ...chosen);
  expect(items).toEqual([]);
  expect(problems.map(({ severity, what }) => [severity, what])).toEqual([
    ['error', 'these are 2,001 texts, and at most 2,000 runbooks come at once; import them in parts'],
  ]);
  expect(reads).toBe(0);
});
