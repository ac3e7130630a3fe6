/** The short form of every torture, as one lane of `npm test`; test/torture/README.md says what each is for. */
import { absent, check, lane } from './lanes.mjs';
import { quietly, tail } from './run.mjs';
import { appEnvironment } from './torture-app.mjs';
import { tortureProgram } from './torture-program.mjs';

/** Each torture counts as one; what it could not do here is told with its reason. */
async function shortForms() {
  const { program, args } = await tortureProgram();
  const orders = ['--all', '--short', '--json', '--quiet'];
  const { stdout, stderr } = await quietly(program, [...args, ...orders], {
    env: { ...process.env, ...(await appEnvironment()) },
  });
  const report = parsed(stdout);
  if (!report) {
    process.stdout.write(`${tail(stdout + stderr)}\n`);
    return check(false, 'the tortures ended without a report');
  }
  for (const { test, failures, command } of report.tortures)
    for (const { where, what } of failures) process.stdout.write(`${test}, ${where}: ${what}\n  again: ${command}\n`);
  const leftOut = report.tortures.filter((row) => row.leftOut).map((row) => `${row.test} left out: ${row.leftOut}`);
  const { passed, failed } = report;
  if (passed + failed === 0) return absent(leftOut.join('; '));
  return { state: failed > 0 ? 'failed' : 'passed', passed, failed, note: leftOut.join('; ') };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null; // it died before it could print
  }
}

export const runTortures = async () => [await lane('tortures', shortForms)];
