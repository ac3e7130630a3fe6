#!/usr/bin/env node
/**
 * `npm run torture -- NAME...`: bundles the tortures, which are TypeScript and start processes of their own, and becomes them.
 * `npm run torture -- --list` names them; test/torture/README.md says what each is for.
 */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
await ensureInstalled();
const { become } = await import('./tools/run.mjs');
const { stop } = await import('./tools/place.mjs');
const { tortureProgram } = await import('./tools/torture-program.mjs');

try {
  const { program, args } = await tortureProgram();
  become(program, [...args, ...process.argv.slice(2)]);
} catch (error) {
  stop(`the tortures could not be built: ${error.message}`);
}
