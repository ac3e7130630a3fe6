#!/usr/bin/env node
/**
 * Builds what is out of date: `npm run build`, or `node build/build.mjs renderer command-line` for some bundles only.
 * A bundle whose inputs have not changed is left alone; out/stamps.json remembers what each was built from.
 */
import './tools/node-version.mjs';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './tools/install.mjs';
import { below, root, say, stop } from './tools/place.mjs';
import { contentOf } from './tools/stamp.mjs';

const shared = ['package.json', 'package-lock.json', 'shared'];
const hosts = [...shared, 'electron', 'build/vite.hosts.config.ts'];

const bundles = {
  renderer: {
    entry: 'renderer/index.html',
    result: 'out/renderer/index.html',
    folder: 'out/renderer',
    inputs: [
      ...shared,
      'renderer',
      'build/vite.renderer.config.ts',
      'build/tools/components.mjs',
      'build/tools/licence-file.mjs',
    ],
    config: 'build/vite.renderer.config.ts',
    mode: 'production',
  },
  desktop: {
    entry: 'electron/desktop/main.ts',
    result: 'out/desktop/main.js',
    inputs: hosts,
    config: 'build/vite.hosts.config.ts',
    mode: 'desktop',
  },
  preload: {
    entry: 'electron/desktop/preload.ts',
    result: 'out/desktop/preload.cjs',
    inputs: hosts,
    config: 'build/vite.hosts.config.ts',
    mode: 'preload',
  },
  browser: {
    entry: 'electron/browser/main.ts',
    result: 'out/browser/main.js',
    inputs: hosts,
    config: 'build/vite.hosts.config.ts',
    mode: 'browser',
  },
  'command-line': {
    entry: 'electron/command-line/main.ts',
    result: 'out/command-line/main.js',
    inputs: hosts,
    config: 'build/vite.hosts.config.ts',
    mode: 'command-line',
  },
};

/** Names of all bundles. */
export const bundleNames = Object.keys(bundles);

function readStamps() {
  try {
    return JSON.parse(readFileSync(below('out/stamps.json'), 'utf8'));
  } catch {
    return {}; // absent or torn: everything is built again
  }
}

/** Puts a finished bundle in its place file by file, so that nobody ever finds half of one. */
function moveIntoPlace(staged, bundle) {
  if (bundle.folder) {
    rmSync(below(bundle.folder), { recursive: true, force: true });
    renameSync(join(staged, bundle.folder), below(bundle.folder));
    return;
  }
  const folder = bundle.result.slice(0, bundle.result.lastIndexOf('/'));
  mkdirSync(below(folder), { recursive: true });
  for (const name of readdirSync(join(staged, folder))) {
    rmSync(below(folder, name), { recursive: true, force: true });
    renameSync(join(staged, folder, name), below(folder, name));
  }
}

async function buildOne(name, vite) {
  const bundle = bundles[name];
  if (!existsSync(below(bundle.entry)))
    stop(`${bundle.entry} is missing, so ${bundle.result} cannot be built.`);
  const staged = mkdtempSync(below('out/.building-'));
  const { NODE_ENV } = process.env;
  process.env.EVENWATCH_BUILD_OUT = staged;
  try {
    await vite.build({ configFile: below(bundle.config), mode: bundle.mode, logLevel: 'error' });
    moveIntoPlace(staged, bundle);
  } finally {
    rmSync(staged, { recursive: true, force: true });
    delete process.env.EVENWATCH_BUILD_OUT;
    // A production build says so to the whole process, which whoever is started later would believe.
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/**
 * Builds those of the named bundles that are out of date.
 * @returns {Promise<string[]>} the names of the bundles that were built
 */
export async function ensureBuilt(names = bundleNames) {
  for (const name of names)
    if (!bundles[name]) stop(`there is no bundle "${name}"; known are ${bundleNames.join(', ')}.`);
  const contents = new Map();
  const contentFor = (bundle) => {
    const key = bundle.inputs.join();
    if (!contents.has(key)) contents.set(key, contentOf(bundle.inputs));
    return contents.get(key);
  };
  const stamps = readStamps();
  const stale = names.filter(
    (name) => stamps[name] !== contentFor(bundles[name]) || !existsSync(below(bundles[name].result)),
  );
  if (stale.length === 0) return [];

  const started = performance.now();
  say(`building ${stale.join(', ')}`);
  await ensureInstalled();
  mkdirSync(below('out'), { recursive: true });
  const vite = await import('vite');
  for (const name of stale) {
    await buildOne(name, vite);
    const file = below('out/stamps.json');
    writeFileSync(
      `${file}.${process.pid}`,
      JSON.stringify({ ...readStamps(), [name]: contentFor(bundles[name]) }, null, 2),
    );
    renameSync(`${file}.${process.pid}`, file);
  }
  say(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return stale;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  try {
    const built = await ensureBuilt(names.length > 0 ? names : undefined);
    if (built.length === 0) say(`nothing to build in ${root}: all bundles are up to date`);
  } catch (error) {
    stop(`the build failed: ${error.message}`);
  }
}
