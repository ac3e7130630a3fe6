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
const { appEnvironment, runsTheApp } = await import('./tools/torture-app.mjs');
const { tortureProgram } = await import('./tools/torture-program.mjs');

try {
  const orders = process.argv.slice(2);
  const { program, args } = await tortureProgram();
  const env = runsTheApp(orders) ? { ...process.env, ...(await appEnvironment()) } : process.env;
  become(program, [...args, ...orders], { env });
} catch (error) {
  stop(`the tortures could not be built: ${error.message}`);
}
