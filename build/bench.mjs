#!/usr/bin/env node
/**
 * `npm run bench`: measures the app on every host that this machine can run and prints medians; `-- --json` for programs.
 * A host that cannot run gives one row that says why.
 *
 *   npm run bench -- planner [--json] [--peers] [--only a,b,rosters] [--seeds N] [--extra N] [--limit SECONDS]
 *
 * measures the planner alone, without a window: see test/bench/README.md. `npm run bench -- search [--json]` measures the search
 * over 2,000 runbooks in the same way, `npm run bench -- exchange [--json]` calendars in and out.
 * `npm run bench -- [name] --baseline FILE` prints ratios to another build: see tools/compare-builds.mjs.
 */
import './tools/node-version.mjs';

const { ensureInstalled } = await import('./tools/install.mjs');
await ensureInstalled();
const { existsSync, mkdirSync, readFileSync, rmSync } = await import('node:fs');
const { join } = await import('node:path');
const { cpus, totalmem } = await import('node:os');
const { ensureBuilt } = await import('./build.mjs');
const { sizeRows } = await import('./tools/bundle-sizes.mjs');
const { ordinaryUser, resultsFolder } = await import('./tools/ordinary-user.mjs');
const { packageApp } = await import('./tools/package-app.mjs');
const { below, say, stop } = await import('./tools/place.mjs');
const { quietly } = await import('./tools/run.mjs');
const { chromiumForTests, display, electronForTests } = await import('./tools/test-runtimes.mjs');

// What is not ours goes on to Playwright.
const filter = process.argv.slice(2).filter((argument) => argument !== '--json');
const json = process.argv.includes('--json');
const at = filter.indexOf('--baseline');
const baseline =
  at < 0 ? undefined : (filter.splice(at, 2)[1] ?? stop('--baseline takes a folder or a file'));

async function measure(project, user, wrapped, env) {
  const rowsFile = join(resultsFolder, `bench-${project}.jsonl`);
  const [program, args] = user.wrap(
    ...wrapped(process.execPath, [
      below('node_modules/@playwright/test/cli.js'),
      'test',
      '--config=test/bench/playwright.config.ts',
      `--project=${project}`,
      '--pass-with-no-tests', // not every measure is taken on both
      ...filter,
    ]),
  );
  const { code, stdout, stderr } = await quietly(program, args, {
    env: { ...process.env, ...user.env, ...env, EVENWATCH_BENCH_ROWS: rowsFile },
  });
  const lines = existsSync(rowsFile) ? readFileSync(rowsFile, 'utf8').trim().split('\n').filter(Boolean) : [];
  rmSync(rowsFile, { force: true });
  if (code !== 0) {
    say(`a measurement failed on the ${project} host:\n${stdout}${stderr}`);
    process.exitCode = 1;
  }
  return lines.map((line) => JSON.parse(line));
}

async function desktopRows(user) {
  const screen = display();
  const electron = electronForTests();
  const missing = user.missing ?? screen.missing ?? electron.missing;
  if (missing) return [{ host: 'desktop', absent: missing }];
  const { folder, version } = await packageApp({ kind: 'e2e', runtime: electron.folder });
  const rows = await measure('desktop', user, screen.wrap, { EVENWATCH_PACKAGE: folder });
  return rows.map((row) => ({ ...row, runtime: `Electron ${version}` }));
}

async function browserRows(user) {
  const chromium = chromiumForTests();
  const missing = user.missing ?? chromium.missing;
  if (missing) return [{ host: 'browser', absent: missing }];
  return measure('browser', user, (program, args) => [program, args], {
    EVENWATCH_CHROMIUM: chromium.program,
  });
}

const figure = (value, unit) => `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;

function print(rows) {
  const head = ['measure', 'host', 'median', 'p95', 'n'];
  const cells = rows.map((row) =>
    row.absent
      ? ['(nothing measured)', row.host, row.absent, '', '']
      : [
          row.measure,
          row.host,
          figure(row.median, row.unit),
          row.count > 1 ? figure(row.p95, row.unit) : '',
          String(row.count),
        ],
  );
  printTable(head, cells, (_, index) => !rows[index].absent);
}

/** @param isWide which rows the columns are made wide enough for */
function printTable(head, cells, isWide = () => true) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.filter(isWide).map((line) => line[column].length)),
  );
  const line = (texts) =>
    texts
      .map((text, column) => (column < 2 ? text.padEnd(widths[column]) : text.padStart(widths[column])))
      .join('  ')
      .trimEnd();
  process.stdout.write(
    [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n') + '\n',
  );
}

function printRatios(rows) {
  const cells = rows.map((row) => [
    row.measure,
    row.host,
    figure(row.baseline, row.unit),
    figure(row.median, row.unit),
    row.ratio.toFixed(2),
    row.rounds > 1 ? `${row.least.toFixed(2)}–${row.most.toFixed(2)}` : '',
    String(row.rounds),
  ]);
  printTable(['measure', 'host', 'baseline', 'this', 'ratio', 'by round', 'rounds'], cells);
}

async function measureTheApp() {
  try {
    await ensureBuilt();
  } catch (error) {
    stop(`the build failed: ${error.message}`);
  }
  mkdirSync(resultsFolder, { recursive: true });
  const user = ordinaryUser();
  const measureHere = async () => [...(await desktopRows(user)), ...(await browserRows(user)), ...sizeRows()];
  const rows =
    baseline === undefined
      ? await measureHere()
      : await (await import('./tools/compare-builds.mjs')).compareBuilds(baseline, filter, measureHere);
  const machine = {
    processors: cpus().length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
  if (json) process.stdout.write(JSON.stringify({ machine, rows }, null, 2) + '\n');
  else if (baseline === undefined) print(rows);
  else printRatios(rows);
}

if (process.argv[2] === 'planner') {
  const { runPlannerBench } = await import('./tools/planner-bench.mjs');
  await runPlannerBench(process.argv.slice(3));
} else if (process.argv[2] === 'search' || process.argv[2] === 'exchange') {
  const { runNodeBench } = await import('./tools/node-bench.mjs');
  await runNodeBench(process.argv[2], process.argv.slice(3));
} else await measureTheApp();
