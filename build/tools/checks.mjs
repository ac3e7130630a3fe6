/** The gate that `npm run check` and `npm test` share: types, lint, arrows, dead code, lock file, unit tests. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { lockProblems } from './check-lock.mjs';
import { check, lane } from './lanes.mjs';
import { below } from './place.mjs';
import { quietly } from './run.mjs';

const folders = ['shared', 'electron', 'renderer', 'test'];

/** Runs a tool of node_modules; prints what it found when it failed. */
async function tool(script, args) {
  const { code, stdout, stderr } = await quietly(process.execPath, [below('node_modules', script), ...args]);
  if (code !== 0) process.stdout.write(`${stdout}${stderr}`.trimEnd() + '\n');
  return check(code === 0);
}

/** Runs Vitest and reads its report; a run that ends without one has failed. */
async function unitTests() {
  const report = below('out/reports/unit.json');
  mkdirSync(below('out/reports'), { recursive: true });
  rmSync(report, { force: true });
  const { code, stdout, stderr } = await quietly(
    process.execPath,
    [
      below('node_modules/vitest/vitest.mjs'),
      'run',
      '--config=build/vitest.config.ts',
      '--reporter=json',
      '--reporter=dot',
      `--outputFile.json=${report}`,
    ],
    { env: { ...process.env, NODE_ENV: 'test' } },
  );
  if (code !== 0) process.stdout.write(`${stdout}${stderr}`.trimEnd() + '\n');
  if (!existsSync(report)) return check(false, 'the runner ended without a report');
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
  // A file that does not load fails without a test of its own; it counts as one.
  const failed = Math.max(numFailedTests, code === 0 ? 0 : 1, numFailedTests === 0 ? numFailedTestSuites : 0);
  return { state: failed > 0 ? 'failed' : 'passed', passed: numPassedTests, failed, note: '' };
}

/**
 * Two rows of lanes side by side, for two cores. Lint and what comes after it keep one core busy; the unit tests, in the other row, take what is left.
 *
 * @param {() => Promise<import('./lanes.mjs').Lane[]>} afterLint further lanes of its row
 * @returns {Promise<import('./lanes.mjs').Lane[]>}
 */
export async function runChecks(afterLint = async () => []) {
  const lockFile = await lane('lock file', () => {
    const problems = lockProblems();
    for (const problem of problems) process.stdout.write(`${problem}\n`);
    return check(problems.length === 0);
  });
  const besides = lane('lint', () =>
    tool('eslint/bin/eslint.js', [
      '--config=build/eslint.config.mjs',
      '--cache',
      '--cache-strategy=content',
      '--cache-location=out/eslint-cache',
      '--quiet',
      ...folders,
    ]),
  ).then(async (lint) => [lint, ...(await afterLint())]);
  const types = await lane('types', () => tool('typescript/bin/tsc', ['-b', '--pretty']));
  const arrows = await lane('arrows', () =>
    tool('dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config=build/dependency-cruiser.mjs',
      ...folders,
    ]),
  );
  const deadCode = await lane('dead code', () =>
    tool('knip/bin/knip.js', ['--config=build/knip.jsonc', '--no-progress']),
  );
  const units = await lane('unit tests', unitTests);
  return [lockFile, types, arrows, deadCode, units, ...(await besides)];
}
