#!/usr/bin/env node
/** `npm run check`: everything that needs no window. */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
await ensureInstalled();
const { runChecks } = await import('./tools/checks.mjs');
const { finish } = await import('./tools/lanes.mjs');
finish(await runChecks());
