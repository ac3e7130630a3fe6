/** Bundles test/torture/ for Node, which runs no TypeScript, each time that something it is made of has changed. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { below, say } from './place.mjs';
import { contentOf } from './stamp.mjs';

const home = below('out/torture');
const oneDay = 24 * 3_600_000;
const inputs = ['package-lock.json', 'shared', 'electron', 'test/torture', 'test/builders', 'test/electron/support', 'test/end-to-end/support'];

/** Processes that tortures start; the rest is reached from main. */
const entries = () =>
  Object.fromEntries(
    readdirSync(below('test/torture'))
      .filter((name) => ['main.ts', 'editor.ts'].includes(name) || name.endsWith('-process.ts'))
      .map((name) => [name.slice(0, -'.ts'.length), below('test/torture', name)]),
  );

/** @returns {Promise<{ program: string, args: string[] }>} what starts the tortures; their orders follow the arguments */
export async function tortureProgram() {
  // A folder for each state of the sources: a long run goes on with its own while the next one is built.
  const out = join(home, contentOf(inputs).slice(0, 16));
  if (!existsSync(join(out, 'built'))) {
    say('building the tortures');
    clearOld();
    await bundle(out);
    writeFileSync(join(out, 'built'), '');
  }
  // Lives that end without closing leave files open, of which Node would warn.
  return { program: process.execPath, args: ['--no-warnings', join(out, 'main.mjs')] };
}

function clearOld() {
  if (!existsSync(home)) return;
  for (const name of readdirSync(home))
    if (Date.now() - statSync(join(home, name)).mtimeMs > oneDay) rmSync(join(home, name), { recursive: true });
}

async function bundle(out) {
  const { NODE_ENV } = process.env;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const { build } = await import('vite');
  try {
    await build({
      configFile: false,
      root: below(),
      publicDir: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"production"' },
      // Playwright finds its own files; it stays where it is.
      ssr: { target: 'node', noExternal: true, external: ['@playwright/test', 'bufferutil', 'utf-8-validate'] },
      build: {
        ssr: true,
        outDir: out,
        target: 'node20.18',
        minify: false,
        reportCompressedSize: false,
        rolldownOptions: {
          input: entries(),
          external: ['@playwright/test', 'electron', 'bufferutil', 'utf-8-validate'],
          output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name].mjs' },
        },
      },
    });
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}
