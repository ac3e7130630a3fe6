import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dispatchTo, type Dispatch } from '../../electron/services/dispatch.ts';
import { handlersOf } from '../../electron/services/handlers.ts';
import type { Acknowledged, Opened, Reply } from '../../shared/contract/channels.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import { keeperOn, openedBy, realPorts, valueOf } from './support/real-keeper.ts';
import { programOf, ran } from './support/processes.ts';
import { trackedRequest, traceFault } from './support/tracked-edits.ts';
import { inWords } from './support/watch.ts';
import { done, Findings, type Orders, type Outcome, type Torture } from './torture.ts';

export const owners: Torture = {
  name: 'owners',
  promise:
    'two processes and two windows want one plan, 500 edits between them: one owner at a time, a stale edit is refused and not merged, and no acknowledged edit is lost',
  unit: 'rounds',
  full: 20,
  short: 1,
  inMemory: true,
  run,
};

const edits = 500;

async function run({ count, seed, folder, progress }: Orders): Promise<Outcome> {
  const findings = new Findings(seed);
  let refusals = 0;
  let stale = 0;
  for (let index = 0; index < count; index++) {
    try {
      refusals += await twoProcesses(join(folder, `processes-${index}`));
    } catch (error) {
      findings.add(index, `two processes, round ${index + 1}`, inWords(error));
    }
    try {
      stale += await twoWindows(join(folder, `windows-${index}`));
    } catch (error) {
      findings.add(index, `two windows, round ${index + 1}`, inWords(error));
    }
    progress(index + 1);
  }
  return done(
    count,
    findings.failures,
    `${count * edits * 2} edits, ${refusals} starts refused as in use, ${stale} stale edits refused, ${findings.failures.length} rounds with loss`,
  );
}

async function begin(data: string): Promise<void> {
  await mkdir(data, { recursive: true });
  const keeper = keeperOn(data);
  await openedBy(keeper, { kind: 'new', workspace: sampleWorkspace() });
  await keeper.close();
}

async function judge(data: string): Promise<void> {
  const keeper = keeperOn(data);
  const { revision, workspace, notices } = await openedBy(keeper);
  await keeper.close();
  if (revision !== edits) throw new Error(`it is at revision ${revision} after ${edits} acknowledged edits`);
  const trace = traceFault(workspace, revision);
  if (trace !== null) throw new Error(trace);
  if (notices.length > 0) throw new Error(`it announces ${notices[0]?.kind ?? ''}`);
}

async function twoProcesses(data: string): Promise<number> {
  await begin(data);
  const contend = async (): Promise<{ refused: number; revisions: number[] }> => {
    const { code, stdout, stderr } = await ran(process.execPath, ['--no-warnings', programOf('contender-process'), data, String(edits / 2)]);
    if (code !== 0) throw new Error(stderr.slice(0, 1000));
    return JSON.parse(stdout) as { refused: number; revisions: number[] };
  };
  const said = await Promise.all([contend(), contend()]);
  const all = said.flatMap(({ revisions }) => revisions);
  if (new Set(all).size !== all.length) throw new Error('both were told the same revision: there were two owners');
  await judge(data);
  return said.reduce((sum, { refused }) => sum + refused, 0);
}

/** Each window believes in the revision that it saw last; what is refused as stale it makes again on what is there now. */
async function twoWindows(data: string): Promise<number> {
  await begin(data);
  const keeper = keeperOn(data);
  const dispatch = dispatchTo(handlersOf(keeper, realPorts(data)), () => undefined);
  const { workspace } = await openedBy(keeper);
  let stale = 0;
  let left = edits;
  const seen = new Set<number>();
  const window = async (): Promise<void> => {
    let base = 0;
    while (left > 0) {
      left -= 1;
      const reply = await asked<Acknowledged>(dispatch, 'workspace.apply', trackedRequest(workspace, base));
      if (reply.ok) {
        if (seen.has(reply.value.revision)) throw new Error(`revision ${reply.value.revision} was given twice`);
        seen.add(reply.value.revision);
        base = reply.value.revision;
        continue;
      }
      if (reply.problem.kind !== 'stale-base') throw new Error(JSON.stringify(reply.problem));
      stale += 1;
      left += 1;
      base = valueOf(await asked<Opened>(dispatch, 'workspace.open', { source: { kind: 'last' } })).revision;
    }
  };
  await Promise.all([window(), window()]);
  await keeper.close();
  if (stale === 0) throw new Error('the windows never met: nothing was tested');
  await judge(data);
  return stale;
}

const asked = <Value>(dispatch: Dispatch, channel: string, request: unknown): Promise<Reply<Value>> =>
  dispatch(channel, JSON.parse(JSON.stringify(request))) as Promise<Reply<Value>>;
