/** A lane is one step of a test run: it passes, fails, or is left out with a reason. All speak the same one line. */

const mark = { passed: '✓', failed: '✗', absent: '–' };

/** @typedef {{ name: string, state: 'passed' | 'failed' | 'absent', passed: number, failed: number, note: string }} Lane */

/** Prints a lane's line: name, outcome, counts, time or reason. */
export function report(lane, seconds) {
  const counts = lane.passed + lane.failed > 1 ? `${lane.passed} passed, ${lane.failed} failed` : '';
  const parts = [counts, lane.note, seconds === undefined ? '' : `${seconds.toFixed(1)} s`].filter(Boolean);
  process.stdout.write(`${mark[lane.state]} ${lane.name.padEnd(18)} ${parts.join('; ')}\n`);
}

/** Runs a step, times it, prints its line. */
export async function lane(name, run) {
  const started = performance.now();
  const result = { name, note: '', passed: 0, failed: 0, ...(await run()) };
  report(result, (performance.now() - started) / 1000);
  return result;
}

/** A step that counts as one check. */
export const check = (good, note = '') => ({
  state: good ? 'passed' : 'failed',
  passed: good ? 1 : 0,
  failed: good ? 0 : 1,
  note,
});

/** A step that was left out. */
export const absent = (note) => ({ state: 'absent', note: `left out: ${note}` });

/** Sums lanes to the last line of a run; exit code 1 when anything failed. */
export function finish(lanes) {
  const passed = lanes.reduce((sum, one) => sum + one.passed, 0);
  const failed = lanes.reduce((sum, one) => sum + one.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || lanes.some((one) => one.state === 'failed') ? 1 : 0;
}
