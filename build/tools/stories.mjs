/** The end-to-end lanes: the same stories on the packed Electron app and on the browser host. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { absent, check, lane } from './lanes.mjs';
import { ordinaryUser, resultsFolder } from './ordinary-user.mjs';
import { packageApp } from './package-app.mjs';
import { below } from './place.mjs';
import { quietly } from './run.mjs';
import { chromiumForTests, display, electronForTests, missingPdfTools } from './test-runtimes.mjs';

/** Lanes that must run, by EVENWATCH_REQUIRE; there an absent one fails. */
const required = new Set((process.env.EVENWATCH_REQUIRE ?? '').split(',').filter(Boolean));

const leftOut = (name, reason) =>
  required.has(name) ? { ...check(false), note: `required, but ${reason}` } : absent(reason);

function countsOf(file) {
  if (!existsSync(file)) return null;
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

async function playwright(project, user, screen, env, filter) {
  const report = join(resultsFolder, `${project}.json`);
  const run = [
    below('node_modules/@playwright/test/cli.js'),
    'test',
    '--config=test/end-to-end/playwright.config.ts',
    `--project=${project}`,
    ...filter,
  ];
  const [program, args] = user.wrap(...screen.wrap(process.execPath, run));
  const { code, stdout, stderr } = await quietly(program, args, {
    env: {
      ...process.env,
      ...user.env,
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    },
  });
  const counts = countsOf(report);
  if (code !== 0) process.stdout.write(`${stdout}${stderr}`.trimEnd() + '\n');
  if (!counts) return check(false, 'the runner ended without a report');
  const failed = Math.max(counts.failed, code === 0 ? 0 : 1);
  return {
    state: failed > 0 ? 'failed' : 'passed',
    passed: counts.passed,
    failed,
    note: counts.skipped > 0 ? `${counts.skipped} not for this host` : '',
  };
}

/** Without these the PDF stories are skipped, which this line says. */
function pdfTools() {
  const missing = missingPdfTools();
  return missing.length === 0 ? null : leftOut('pdf', `the PDF stories need ${missing.join(', ')}`);
}

async function desktop(user, filter) {
  if (user.missing) return leftOut('desktop', user.missing);
  const screen = display();
  if (screen.missing) return leftOut('desktop', screen.missing);
  const electron = electronForTests();
  if (electron.missing) return leftOut('desktop', electron.missing);
  const { folder, version } = await packageApp({ kind: 'e2e', runtime: electron.folder });
  const result = await playwright(
    'desktop',
    user,
    screen,
    { EVENWATCH_PACKAGE: folder, EVENWATCH_PDF_TOOLS: missingPdfTools().length === 0 ? 'yes' : '' },
    filter,
  );
  return { ...result, note: [`Electron ${version}`, result.note].filter(Boolean).join(', ') };
}

async function browser(user, filter) {
  if (user.missing) return leftOut('browser', user.missing);
  const chromium = chromiumForTests();
  if (chromium.missing) return leftOut('browser', chromium.missing);
  const noScreen = { wrap: (program, args) => [program, args] }; // headless
  return playwright('browser', user, noScreen, { EVENWATCH_CHROMIUM: chromium.program }, filter);
}

/** @param {string[]} filter arguments handed on to Playwright, such as a file name or --grep */
export async function runStories(filter = [], only = ['desktop', 'browser']) {
  const user = ordinaryUser();
  const lanes = [];
  const pdf = only.includes('desktop') ? pdfTools() : null;
  if (pdf) lanes.push(await lane('PDF stories', () => pdf));
  if (only.includes('desktop')) lanes.push(await lane('desktop stories', () => desktop(user, filter)));
  if (only.includes('browser')) lanes.push(await lane('browser stories', () => browser(user, filter)));
  return lanes;
}
