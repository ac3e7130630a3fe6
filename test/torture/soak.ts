import { join } from 'node:path';
import { programOf, ran } from './support/processes.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

const mostMilliseconds = 50;
const mostGrowth = 20;

export const soak: Torture = {
  name: 'soak',
  promise: `edits without a pause on a plan of 20 MB: of twenty acknowledgements nineteen take less than ${mostMilliseconds} ms, and the heap grows by less than ${mostGrowth} MB. The short form has 2 MB and tells its times without judging them, as it shares the machine`,
  unit: 'edits',
  full: 10_000,
  short: 600,
  run,
};

interface Said {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  readonly heapGrowth: number;
  readonly revision: number;
  readonly found: number;
  readonly fault: string | null;
}

async function run({ count, seed, folder }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  const isShort = count < 2000;
  const megabytes = isShort ? 2 : 20;
  const { code, stdout, stderr } = await ran(process.execPath, [
    ...['--expose-gc', '--no-warnings', programOf('soak-process')],
    ...[join(folder, 'data'), String(count), String(megabytes)],
  ]);
  if (code !== 0) {
    findings.add(0, 'the process', stderr.slice(0, 2000) || `it ended with ${code ?? 'a signal'}`);
    return done(count, findings.failures, '');
  }
  const said = JSON.parse(stdout) as Said;
  if (!isShort && said.p95 >= mostMilliseconds) findings.add(0, 'acknowledgements', `p95 is ${said.p95} ms`);
  if (said.heapGrowth >= mostGrowth) findings.add(0, 'memory', `the heap grew by ${said.heapGrowth} MB`);
  if (said.found !== said.revision || said.fault !== null)
    findings.add(0, 'the end', said.fault ?? `it opens at ${said.found} instead of ${said.revision}`);
  return done(
    count,
    findings.failures,
    `${megabytes} MB: p50 ${said.p50}, p95 ${said.p95}, p99 ${said.p99}, worst ${said.worst} ms; heap ${said.heapGrowth} MB more`,
  );
}
