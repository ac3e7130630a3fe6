import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { markdownArchive } from '../../../../renderer/features/runbooks/export-markdown.ts';
import type { ImageId } from '../../../../shared/model/ids.ts';
import { runbooksInOrder } from '../../../../shared/runbooks/coverage.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';

test('an archive holds each runbook as a Markdown file with its pictures beside it, and is the same whenever it is made', () => {
  const sample = sampleWorkspace();
  const [first, ...rest] = runbooksInOrder(sample);
  if (first === undefined) throw new Error('the sample has no runbooks');
  const image = {
    id: 'image-1' as ImageId,
    runbook: first.id,
    name: 'a.png',
    type: 'image/png' as const,
    base64: 'AQID',
  };
  const runbooks = [{ ...first, body: `${first.body}\n![Chart](image:image-1)\n` }, ...rest];
  const workspace = { ...sample, images: { [image.id]: image } };
  const { bytes, unreadable } = markdownArchive(workspace, runbooks);
  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual(['engagement.md', 'growth.md', 'profit.md', 'images/1.png']);
  expect(strFromU8(files['profit.md'] ?? new Uint8Array())).toMatch(
    /^---\nid: runbook-profit\ntitle: Profit\n[^]*!\[Chart\]/,
  );
  expect([...(files['images/1.png'] ?? [])]).toEqual([1, 2, 3]);
  expect(unreadable).toEqual([]);
  expect(markdownArchive(workspace, [...runbooks].reverse()).bytes).toEqual(bytes);
});
