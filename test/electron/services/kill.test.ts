import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { createKeeper } from '../../../electron/services/workspace.ts';
import { opened } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const root = resolve(import.meta.dirname, '../../..');
let program = '';

beforeAll(async () => {
  const out = await mkdtemp(join(tmpdir(), 'evenwatch-editor-'));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: resolve(root, 'test/electron/support/endless-editor.ts'),
      outDir: out,
      target: 'node20.18',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: 'editor.mjs', codeSplitting: false } },
    },
  });
  program = join(out, 'editor.mjs');
  return () => rm(out, { recursive: true });
}, 60_000);

/** Lets the editor run, kills it after so many milliseconds of editing, and gives what it had said. */
async function killedAfter(data: string, milliseconds: number): Promise<string> {
  const child = spawn(process.execPath, [program, data], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let failed = '';
  child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (failed += bytes.toString()));
  const exit = once(child, 'exit');
  while (!said.includes('open') && child.exitCode === null)
    await Promise.race([once(child.stdout, 'data'), exit]);
  await pause(milliseconds);
  child.kill('SIGKILL');
  await exit;
  if (failed !== '') throw new Error(failed);
  return said;
}

test('killed at twenty moments, the keeper has every edit that it had acknowledged, and leaves no rubbish', async () => {
  const data = await aFolder();
  let highest = 0;
  for (let time = 0; time < 20; time++) {
    const said = await killedAfter(data, 5 + ((time * 37) % 90));
    const saved = [...said.matchAll(/^saved (\d+)$/gm)].map(([, revision]) => Number(revision));
    const found = Number(/^open (\d+)/.exec(said)?.[1]);
    expect(found, `start ${time + 1}`).toBeGreaterThanOrEqual(highest);
    highest = saved.at(-1) ?? found;
  }
  expect(highest).toBeGreaterThan(20);
  const value = await opened(createKeeper(testPorts(data)), { kind: 'last' });
  expect(value.revision).toBeGreaterThanOrEqual(highest);
  expect(value.workspace.about.name).toBe(`Edit ${value.revision}`);
  expect(
    (await readdir(dirname(value.file))).filter((name) => name.endsWith('-tmp') || name.endsWith('.dead')),
  ).toEqual([]);
}, 120_000);
