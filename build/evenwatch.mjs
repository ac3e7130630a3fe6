#!/usr/bin/env node
/**
 * The command line, `evenwatch`: installs and builds what is missing (notes go to standard error, so that `--json` stays
 * JSON), then runs the bundle in this same process.
 */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
const { ensureBuilt } = await import('./build.mjs');
const { below, stop } = await import('./tools/place.mjs');
const { pathToFileURL } = await import('node:url');

try {
  await ensureInstalled();
  await ensureBuilt(['command-line']);
} catch (error) {
  stop(`the build failed: ${error.message}`);
}
// The bundle reads its arguments from process.argv, as if it had been started itself.
process.argv[1] = below('out/command-line/main.js');
await import(pathToFileURL(process.argv[1]).href);
