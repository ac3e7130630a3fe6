import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  compareSite,
  entriesOf,
  publishSite,
  type SiteContent,
} from '../../../electron/storage/site-folder.ts';
import type { Files } from '../../../electron/ports.ts';
import { nodeFiles } from '../../../electron/storage/node-files.ts';
import { randomNonce, sha256 } from '../../../electron/storage/system.ts';
import { MANIFEST } from '../../../shared/site/manifest.ts';
import { aFolder } from '../support/test-ports.ts';

const page = (path: string, text: string): SiteContent => ({ path, text, source: null, print: null });
const first = [
  page('index.html', 'overview'),
  page('people/person-a.html', 'Ann'),
  page('people/person-b.html', 'Bo'),
];
const steps = { check: () => undefined, tell: () => undefined };
const portsWith = (files: Files) => ({ files, hash: sha256, nonce: randomNonce });
const ports = portsWith(nodeFiles);

async function publish(
  folder: string,
  contents: readonly SiteContent[],
  files: Files = nodeFiles,
  workspace = 'workspace-1',
) {
  const comparison = await compareSite(folder, workspace, contents, portsWith(files));
  await publishSite(comparison, portsWith(files), steps);
  return Object.fromEntries(entriesOf(comparison).map(({ path, state }) => [path, state]));
}

/** Everything in a folder, with its text. */
async function contentOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const texts = await Promise.all(
    files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts.sort());
}

test('what has not changed is left alone, what has is replaced, what is gone goes, and nothing else is touched', async () => {
  const folder = await aFolder();
  await writeFile(join(folder, 'notes.txt'), 'mine');
  expect(await publish(folder, first)).toEqual({
    'index.html': 'new',
    'people/person-a.html': 'new',
    'people/person-b.html': 'new',
  });
  const before = await stat(join(folder, 'index.html'), { bigint: true });
  const next = [page('index.html', 'overview'), page('people/person-a.html', 'Anna')];
  expect(await publish(folder, next)).toEqual({
    'index.html': 'same',
    'people/person-a.html': 'changed',
    'people/person-b.html': 'removed',
  });
  expect((await stat(join(folder, 'index.html'), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  const content = await contentOf(folder);
  expect(Object.keys(content)).toEqual([MANIFEST, 'index.html', 'notes.txt', 'people/person-a.html']);
  expect(content['people/person-a.html']).toBe('Anna');
  expect((await publish(folder, [page('index.html', 'overview')]))['people/person-a.html']).toBe('removed');
  expect(await readdir(folder)).toEqual([MANIFEST, 'index.html', 'notes.txt']);
});

test('pages are for whoever may read the folder, unlike a plan', async () => {
  const mask = process.umask(0o022);
  onTestFinished(() => void process.umask(mask));
  const folder = await aFolder();
  await publish(folder, first);
  expect((await stat(join(folder, 'index.html'))).mode & 0o777).toBe(0o644);
  expect((await stat(join(folder, 'people'))).mode & 0o777).toBe(0o755);
  expect((await stat(join(folder, MANIFEST))).mode & 0o777).toBe(0o644);
});

test('a file that somebody else wrote, or has changed, stops everything before anything is written', async () => {
  const folder = await aFolder();
  await writeFile(join(folder, 'index.html'), 'the company');
  await expect(publish(folder, first)).rejects.toMatchObject({
    problem: { kind: 'site-foreign', files: ['index.html'] },
  });
  expect(await contentOf(folder)).toEqual({ 'index.html': 'the company' });
  await rm(join(folder, 'index.html'));
  await publish(folder, first);
  await writeFile(join(folder, 'people/person-a.html'), 'Ann, by hand');
  const before = await contentOf(folder);
  const next = [page('index.html', 'new overview'), page('people/person-a.html', 'Anna')];
  await expect(publish(folder, next)).rejects.toMatchObject({ problem: { files: ['people/person-a.html'] } });
  expect(await contentOf(folder)).toEqual(before);
  // No longer part of the site, it stays as well, and is nobody's from then on.
  expect(await publish(folder, [page('index.html', 'overview')])).toMatchObject({
    'people/person-a.html': 'kept',
  });
  expect(await contentOf(folder)).toMatchObject({ 'people/person-a.html': 'Ann, by hand' });
});

test('the folder of another plan, a manifest that is none, and folders that are links are refused', async () => {
  const folder = await aFolder();
  await publish(folder, first);
  await expect(publish(folder, first, nodeFiles, 'workspace-2')).rejects.toMatchObject({
    problem: { kind: 'site-of-another' },
  });
  await writeFile(join(folder, MANIFEST), '{"workspace": 1}');
  await expect(publish(folder, first)).rejects.toMatchObject({
    problem: { kind: 'site-foreign', files: [MANIFEST] },
  });
  const other = await aFolder();
  await mkdir(join(other, 'elsewhere'));
  await symlink(join(other, 'elsewhere'), join(other, 'people'));
  await expect(publish(other, first)).rejects.toMatchObject({ problem: { files: ['people'] } });
  expect(await readdir(join(other, 'elsewhere'))).toEqual([]);
});

test('a manifest that names what no site has removes nothing', async () => {
  const folder = await aFolder();
  await writeFile(join(folder, 'plan.json'), 'precious');
  const hashes = [sha256('precious').slice(0, 32)];
  const files = { 'plan.json': { hashes }, '../plan.json': { hashes }, 'people/../plan.html': { hashes } };
  await writeFile(join(folder, MANIFEST), JSON.stringify({ workspace: 'workspace-1', files }));
  await publish(folder, first);
  expect(await readFile(join(folder, 'plan.json'), 'utf8')).toBe('precious');
});

/** A disk on which the n-th call of one kind fails. */
function failing(call: 'write' | 'rename' | 'remove', at: number, code: string): Files {
  let left = at;
  const fail = (): void => {
    left -= 1;
    if (left < 0) throw Object.assign(new Error(code), { code });
  };
  return {
    ...nodeFiles,
    async create(path, readers) {
      const file = await nodeFiles.create(path, readers);
      return {
        ...file,
        write: async (bytes) => {
          if (call === 'write') fail();
          await file.write(bytes);
        },
      };
    },
    async rename(from, to) {
      if (call === 'rename') fail();
      await nodeFiles.rename(from, to);
    },
    async remove(path) {
      if (call === 'remove') fail();
      await nodeFiles.remove(path);
    },
  };
}

const next = [
  page('index.html', 'two'),
  page('people/person-a.html', 'Anna'),
  page('people/person-c.html', 'Cy'),
];

test.each([0, 1, 2])(
  'a disk that is full at file %i leaves the old site as it was, and no rubbish',
  async (at) => {
    const folder = await aFolder();
    await publish(folder, first);
    const before = await contentOf(folder);
    await expect(publish(folder, next, failing('write', at, 'ENOSPC'))).rejects.toMatchObject({
      code: 'ENOSPC',
    });
    expect(await contentOf(folder)).toEqual(before);
  },
);

test.each([0, 1, 2, 3, 4])(
  'cut off at rename %i, every file is whole and ours, and the next publication mends the site',
  async (at) => {
    const folder = await aFolder();
    await publish(folder, first);
    await expect(publish(folder, next, failing('rename', at, 'EIO'))).rejects.toMatchObject({ code: 'EIO' });
    const texts = new Set([...first, ...next].map(({ text }) => text));
    const { [MANIFEST]: _manifest, ...pages } = await contentOf(folder);
    for (const text of Object.values(pages)) expect(texts).toContain(text);
    await publish(folder, next);
    const { [MANIFEST]: _after, ...mended } = await contentOf(folder);
    expect(mended).toEqual({
      'index.html': 'two',
      'people/person-a.html': 'Anna',
      'people/person-c.html': 'Cy',
    });
  },
);

test('what a killed publication left under names of its own goes with the next one; other hidden files stay', async () => {
  const folder = await aFolder();
  await publish(folder, first);
  const nonce = 'a'.repeat(32);
  await writeFile(join(folder, `.index.html.${nonce}.evenwatch-tmp`), 'half');
  await writeFile(join(folder, `.plan.json.${nonce}.evenwatch-tmp`), 'not a page');
  await publish(folder, next);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([
    `.plan.json.${nonce}.evenwatch-tmp`,
  ]);
});

test('called off, it leaves the old site as it was', async () => {
  const folder = await aFolder();
  await publish(folder, first);
  const before = await contentOf(folder);
  const comparison = await compareSite(folder, 'workspace-1', next, ports);
  let asked = 0;
  const check = (): void => {
    if (++asked > 3) throw new Error('called off');
  };
  await expect(publishSite(comparison, ports, { ...steps, check })).rejects.toThrow('called off');
  expect(await contentOf(folder)).toEqual(before);
});

test('a PDF is printed again only when what it is printed from has changed', async () => {
  const folder = await aFolder();
  let prints = 0;
  const pdf = (source: string): SiteContent => ({
    path: 'runbooks/runbook-a.pdf',
    text: null,
    source,
    print: () => Promise.resolve(new TextEncoder().encode(`%PDF ${++prints}`)),
  });
  expect(await publish(folder, [pdf('one')])).toEqual({ 'runbooks/runbook-a.pdf': 'new' });
  expect(await publish(folder, [pdf('one')])).toEqual({ 'runbooks/runbook-a.pdf': 'same' });
  expect(prints).toBe(1);
  expect(await publish(folder, [pdf('two')])).toEqual({ 'runbooks/runbook-a.pdf': 'changed' });
  expect(prints).toBe(2);
});

test('a calendar whose events are the same is left alone, though they were dated anew', async () => {
  const folder = await aFolder();
  const calendar = (stamp: string, summary = 'On call'): SiteContent =>
    page(
      'calendars/team.ics',
      `BEGIN:VEVENT\r\nDTSTAMP:${stamp}\r\nLAST-MODIFIED:${stamp}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`,
    );
  await publish(folder, [calendar('20261123T100000Z')]);
  expect(await publish(folder, [calendar('20261124T100000Z')])).toEqual({ 'calendars/team.ics': 'same' });
  expect(await publish(folder, [calendar('20261124T100000Z', 'Off')])).toEqual({
    'calendars/team.ics': 'changed',
  });
});
