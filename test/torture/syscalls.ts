import { cp, mkdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { temporaryEnd } from '../../electron/storage/durable-write.ts';
import { isThere, programOf, ran } from './support/processes.ts';
import { systemCalls, type SystemCall } from './support/system-calls.ts';
import { done, Findings, leftOut, type Orders, type Outcome, type Torture } from './torture.ts';

export const syscalls: Torture = {
  name: 'syscalls',
  promise:
    'the order of system calls for every kind of write, by strace: flushed before renamed, the folder flushed after, a journal line flushed, all before the answer; created exclusively, for the owner alone',
  unit: 'watched calls',
  full: 1,
  short: 1,
  run,
};

const watched =
  'openat,write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2,unlink,ftruncate,mkdir,copy_file_range,sendfile';

async function run({ seed, folder }: Orders): Promise<Outcome> {
  if (process.platform !== 'linux' || !isThere('strace')) return leftOut('there is no strace on this machine');
  const findings = new Findings(seed);
  const data = join(folder, 'data');
  await mkdir(data);
  const fixtures = join(folder, 'fixtures');
  await cp(join(process.cwd(), 'test/fixtures'), fixtures, { recursive: true });
  const trace = join(folder, 'trace.txt');
  const { code, stdout, stderr } = await ran('strace', [
    ...['-f', '-y', '-s', '64', '-e', `trace=${watched}`, '-o', trace],
    ...[process.execPath, '--no-warnings', programOf('writer-process'), data, fixtures],
  ]);
  if (code !== 0) {
    if (/ptrace|Operation not permitted/.test(stderr)) return leftOut(`strace may not watch here: ${stderr.trim().split('\n')[0] ?? ''}`);
    findings.add(0, 'the writer', stderr);
  }
  const calls = systemCalls(await readFile(trace, 'utf8'));
  const kinds = stdout.split('\n').filter((line) => line.startsWith('answered')).length;
  const own = calls.filter((call) => call.path.startsWith(data) || isSaying(call));
  for (const what of orderFaults(own)) findings.add(0, 'order', what);
  if (kinds < 14) findings.add(0, 'the writer', `it answered ${kinds} times only`);
  const renames = own.filter(({ to }) => to !== null).length;
  const flushes = own.filter(({ name }) => name === 'fsync' || name === 'fdatasync').length;
  if (renames < 8 || flushes < 30) findings.add(0, 'the trace', `${renames} renames and ${flushes} flushes are too few to be all`);
  return done(own.length, findings.failures, `${kinds} answers, ${renames} renames, ${flushes} flushes, all in order`);
}

/** Walks the calls: what was written or renamed must be flushed when the next answer is given. */
export function orderFaults(calls: readonly SystemCall[]): readonly string[] {
  const faults: string[] = [];
  const dirty = new Set<string>();
  const folders = new Set<string>();
  let byHand = false;
  for (const call of calls) {
    const { name, path, to } = call;
    if (isSaying(call)) {
      for (const file of dirty) faults.push(`${basename(file)} was written and not flushed before ${answerIn(call)}`);
      for (const folder of folders) faults.push(`the folder ${basename(folder)} was not flushed before ${answerIn(call)}`);
      dirty.clear();
      folders.clear();
      byHand = call.args.includes('"by hand');
    }
    if (byHand || isSaying(call) || path.endsWith('evenwatch.log')) continue;
    if (['write', 'pwrite64', 'writev', 'ftruncate', 'copy_file_range', 'sendfile'].includes(name)) dirty.add(path);
    if (name === 'fsync' || name === 'fdatasync') {
      dirty.delete(path);
      folders.delete(path);
    }
    if (to !== null) {
      if (dirty.has(path)) faults.push(`${basename(path)} was renamed before it was flushed`);
      folders.add(dirname(to));
    }
    if (name === 'openat' && call.args.includes('O_CREAT')) faults.push(...creationFaults(call));
    if (name === 'mkdir' && !call.args.endsWith('0700')) faults.push(`the folder ${path} was made with ${call.args}`);
  }
  return faults;
}

const isSaying = ({ name, args }: SystemCall): boolean => name === 'write' && /"(answered: |by hand)/.test(args);

const answerIn = ({ args }: SystemCall): string => /"answered: ([^\\"]*)/.exec(args)?.[1] ?? 'the answer';

/** What has its name from the start must be new, and nobody else's; a file that is replaced is never opened to be written. */
function creationFaults({ path, args }: SystemCall): readonly string[] {
  const isOurs = path.endsWith(temporaryEnd) || /(owner\.json|\.jsonl|\.gz)$/.test(path);
  const faults: string[] = [];
  if (!isOurs) faults.push(`${basename(path)} was opened to be written in its place`);
  if (!args.includes('O_EXCL')) faults.push(`${basename(path)} was not created exclusively`);
  if (!args.endsWith('0600')) faults.push(`${basename(path)} was created with ${args.slice(args.lastIndexOf(',') + 1)}`);
  return faults;
}
