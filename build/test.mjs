#!/usr/bin/env node
/**
 * `npm test`: installs, builds, checks, tortures the storage shortly, then plays the end-to-end stories on every host that this machine can run. A lane
 * that cannot run is left out with its reason; EVENWATCH_REQUIRE=desktop,browser makes that a failure.
 *
 *   npm test -- --stories [desktop|browser] [PLAYWRIGHT ARGUMENTS]   the stories only
 *   npm test -- --production                                         the production package only
 */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
await ensureInstalled();
const { stop } = await import('./tools/place.mjs');
const { ensureBuilt } = await import('./build.mjs');
const { runChecks } = await import('./tools/checks.mjs');
const { finish, lane } = await import('./tools/lanes.mjs');
const { runStories } = await import('./tools/stories.mjs');
const { productionPackage } = await import('./tools/production-lane.mjs');
const { runTortures } = await import('./tools/torture-lane.mjs');

const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && first !== '--stories' && first !== '--production')
  stop(`npm test knows --stories and --production, not ${first}.`);
try {
  await ensureBuilt();
} catch (error) {
  stop(`the build failed: ${error.message}`);
}
const isRequired = (process.env.EVENWATCH_REQUIRE ?? '').split(',').includes('desktop');
if (first === '--stories') {
  const only = ['desktop', 'browser'].includes(rest[0]) ? [rest.shift()] : undefined;
  finish(await runStories(rest, only));
} else if (first === '--production') {
  finish([await lane('production package', () => productionPackage(isRequired))]);
} else {
  finish([
    ...(await runChecks(runTortures)),
    ...(await runStories()),
    await lane('production package', () => productionPackage(isRequired)),
  ]);
}
