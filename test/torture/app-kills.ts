import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { programOf, ran } from './support/processes.ts';
import { done, Findings, leftOut, type Orders, type Outcome, type Torture } from './torture.ts';

const appKillsOf = (name: string, victim: 'main' | 'window', what: string): Torture => ({
  name,
  promise: `the packed app's ${what} is killed in the middle of edits: there is a window again, with every edit that was acknowledged`,
  unit: 'kills',
  full: 100,
  short: 3,
  run: (orders) => run(orders, victim),
});

export const killMain = appKillsOf('kill-main', 'main', 'main process');
export const killWindow = appKillsOf('kill-window', 'window', 'window process');

/** How the build says to start a program as an ordinary user with a display, or why it cannot. */
interface AppRun {
  readonly missing?: string;
  readonly command?: readonly string[];
  readonly package?: string;
}

async function run({ count, seed, folder }: Orders, victim: 'main' | 'window'): Promise<Outcome> {
  const app = JSON.parse(process.env['EVENWATCH_TORTURE_APP'] ?? '{"missing":"it is started by `npm run torture`"}') as AppRun;
  const [program, ...args] = app.command ?? [];
  if (program === undefined || app.package === undefined) return leftOut(app.missing ?? 'the app cannot be packed here');
  await chmod(folder, 0o777);
  const place = join(folder, 'app');
  await mkdir(place);
  await chmod(place, 0o777);
  process.env['EVENWATCH_PACKAGE'] = app.package;
  const { code, stdout, stderr } = await ran(program, [
    ...args,
    ...[process.execPath, '--no-warnings', programOf('app-kills-process'), victim, String(count), String(seed), place],
  ]);
  const findings = new Findings(seed);
  const last = stdout.trim().split('\n').at(-1) ?? '';
  if (code !== 0 || !last.startsWith('{')) {
    findings.add(0, 'the process', stderr.slice(-2000) || `it ended with ${code ?? 'a signal'}`);
    return done(0, findings.failures, '');
  }
  const { acknowledged, found } = JSON.parse(last) as { acknowledged: number; found: { index: number; what: string }[] };
  for (const { index, what } of found) findings.add(index, `kill ${index + 1}`, what);
  return done(count, findings.failures, `${acknowledged} edits acknowledged before the kills, ${found.length} lost, unreadable or left over`);
}
