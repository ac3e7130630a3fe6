import type {
  Acknowledged,
  Channels,
  Opened,
  OpenSource,
  RecentWorkspace,
  Reply,
} from '../../shared/contract/channels.ts';
import type { Problem } from '../../shared/contract/problems.ts';
import { checkWorkspace, openWorkspace } from '../../shared/document/open.ts';
import { ok, refused, type Result } from '../../shared/result.ts';
import { sampleWorkspace } from '../../shared/sample/sample.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import type { Ports } from '../ports.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { patientFiles } from '../storage/patience.ts';
import { recentIn } from '../storage/recent.ts';
import { oddities } from '../storage/recovery.ts';
import { beginWithFile, beginWithWorkspace, resolved } from './begin.ts';
import { beginSession, type Beginning, type Session } from './session.ts';
import { faultOf } from '../storage/log-line.ts';

/** Keeps the one workspace that is open. Calls are carried out one after the other, in the order in which they came. */
export interface Keeper {
  open(source: OpenSource): Promise<Reply<Opened | null>>;
  /** Begins with what was open last before the window asks for it, which takes as long as the window takes to load. To be called once, at the start. */
  openAhead(): void;
  apply(request: Channels['workspace.apply']['request']): Promise<Reply<Acknowledged>>;
  /** Closes what is open. A problem says that the last checkpoint failed: it is closed all the same, and the journal has every edit. */
  close(): Promise<Reply<null>>;
  /** Does something with the open workspace, or with none, in its turn; what the disk says no to is a problem. */
  withSession<Value>(action: (session: Session | null) => Promise<Reply<Value>>): Promise<Reply<Value>>;
  /** Closes what is open and opens what an action prepared, in its turn. */
  openPrepared(file: string, prepare: (path: string) => Promise<Result<Beginning, Problem>>): Promise<Reply<Opened>>;
  /**
   * Takes note of a file that the system names: a double click, the command line, a drop. A window may open it from then on, and one that
   * asks for `last` before anything is open gets it.
   */
  offer(file: string): void;
  recent(): Promise<Reply<readonly RecentWorkspace[]>>;
  /** Takes a file off the list of recent workspaces; the file itself is left alone. */
  forget(file: string): Promise<Reply<null>>;
  /** The workspace as it is kept, or null when none is open. */
  current(): Workspace | null;
  /** How many edits it has; null when none is open. */
  revision(): number | null;
}

const idleMilliseconds = 30_000;

/** Files that the system named and nobody opened yet, at most. */
const mostOffered = 20;

export function createKeeper(ports: Ports): Keeper {
  /** For what may lie on a drive that went away: whoever opens a plan there waits some seconds, not for ever. */
  const patient = { ...ports, files: patientFiles(ports.files, ports.clock) };
  const recent = recentIn(ports.host.dataFolder, patient);
  let session: Session | null = null;
  let offered: readonly string[] = [];
  /** What the first to ask for `last` is answered with, told notices and all. */
  let ahead: Promise<Reply<Opened | null>> | null = null;
  let cancelIdle = (): void => undefined;
  let turn: Promise<unknown> = Promise.resolve();

  /** One writer: whatever touches the session waits for what came before, also when that failed. */
  const inTurn = <Value>(action: () => Promise<Value>): Promise<Value> => {
    const result = turn.then(action, action);
    turn = result;
    return result;
  };

  const remember = async (opened: Session): Promise<void> => {
    try {
      await recent.remember({
        file: opened.file,
        name: opened.workspace().about.name,
        savedAt: ports.clock.now(),
      });
    } catch (error) {
      ports.log(`the list of recent workspaces could not be written: ${faultOf(error)}`);
    }
  };

  const checkpoint = async (): Promise<void> => {
    try {
      await session?.checkpoint();
    } catch (error) {
      // The journal has every edit; the next try, or the next start, makes up for this one.
      ports.log(`a checkpoint failed: ${faultOf(error)}`);
      checkpointLater();
    }
  };

  const checkpointLater = (): void => {
    cancelIdle();
    cancelIdle = ports.clock.after(idleMilliseconds, () => void inTurn(checkpoint));
  };

  const checkpointSoon = (): void => {
    if (session?.isCheckpointDue() !== true) {
      checkpointLater();
      return;
    }
    cancelIdle();
    void inTurn(checkpoint);
  };

  const closeCurrent = async (): Promise<Problem | null> => {
    cancelIdle();
    const closing = session;
    session = null;
    if (closing === null) return null;
    const problem = await closing.close();
    await remember(closing);
    return problem;
  };

  const take = async (beginning: Result<Beginning, Problem>): Promise<Reply<Opened>> => {
    if (!beginning.ok) return { ok: false, problem: beginning.reason };
    await closeCurrent();
    session = beginSession(beginning.value, ports);
    await remember(session);
    return { ok: true, value: session.opened() };
  };

  const openFile = async (named: string): Promise<Reply<Opened>> => {
    let file: string;
    try {
      file = await resolved(named, patient);
    } catch (error) {
      return { ok: false, problem: diskProblem('open', named, error) };
    }
    // What may only be looked at is tried anew: the disk may have room again, the other program may be gone.
    if (session?.file === file && session.isWritable()) return { ok: true, value: session.opened() };
    const beginning = await beginWithFile(file, ports);
    return !beginning.ok && session?.file === file ? { ok: true, value: session.opened() } : take(beginning);
  };

  /** Each sample begins anew, to try things out; from the second on it is numbered, or the recent plans would all read alike. */
  const freshSample = async (): Promise<Workspace> => {
    const sample = sampleWorkspace();
    const names = new Set((await recent.list()).map(({ name }) => name));
    let name = sample.about.name;
    for (let number = 2; names.has(name); number++) name = `${sample.about.name} (${number})`;
    return { ...sample, about: { ...sample.about, name } };
  };

  const open = async (source: OpenSource): Promise<Reply<Opened | null>> => {
    switch (source.kind) {
      case 'last': {
        if (session !== null) return openFile(session.file);
        const named = offered.at(-1);
        // Only once: a file that cannot be opened must not stand in the way of every next start of the page.
        offered = [];
        if (named !== undefined) return openFile(named);
        const [last] = await recent.list();
        return last === undefined ? { ok: true, value: null } : openFile(last.file);
      }
      case 'file': {
        // A window names files only from the list, or that the system named: a path from elsewhere could be anybody's.
        const known =
          offered.includes(source.file) || (await recent.list()).some(({ file }) => file === source.file);
        return known
          ? openFile(source.file)
          : { ok: false, problem: { kind: 'not-found', file: source.file } };
      }
      case 'choose': {
        if (ports.dialogs === null)
          return {
            ok: false,
            problem: {
              kind: 'unsupported',
              what: 'a dialog to open files',
              instead: 'choose the file in the page',
            },
          };
        const file = await ports.dialogs.chooseWorkspace();
        return file === null ? { ok: true, value: null } : openFile(file);
      }
      case 'sample':
        return take(
          await beginWithWorkspace({ workspace: await freshSample(), revision: 0, notices: [] }, ports),
        );
      case 'content': {
        const document = openWorkspace(source.text, source.name, ports.hash);
        if (!document.ok) return { ok: false, problem: document.reason };
        return take(
          await beginWithWorkspace({ ...document.value, notices: oddities(document.value) }, ports),
        );
      }
      case 'new': {
        const checked = soundOrNot(source.workspace);
        return checked.ok
          ? take(await beginWithWorkspace({ workspace: checked.value, revision: 0, notices: [] }, ports))
          : { ok: false, problem: checked.reason };
      }
    }
  };

  const openOrProblem = async (source: OpenSource): Promise<Reply<Opened | null>> => {
    try {
      return await open(source);
    } catch (error) {
      return {
        ok: false,
        problem: diskProblem('open', source.kind === 'file' ? source.file : ports.host.dataFolder, error),
      };
    }
  };

  const orProblem = async <Value>(action: () => Promise<Reply<Value>>): Promise<Reply<Value>> => {
    try {
      return await action();
    } catch (error) {
      return { ok: false, problem: diskProblem('read or write', session?.file ?? ports.host.dataFolder, error) };
    }
  };

  const openInTurn = (source: OpenSource): Promise<Reply<Opened | null>> => {
    const begun = ahead;
    ahead = null;
    if (begun === null || source.kind !== 'last') return inTurn(() => openOrProblem(source));
    // Named since then: it is what whoever named it wants to see.
    const named = offered.at(-1);
    return named === undefined ? begun : inTurn(() => openOrProblem({ kind: 'file', file: named }));
  };

  return {
    open: openInTurn,
    openAhead() {
      ahead = inTurn(() => openOrProblem({ kind: 'last' }));
    },
    apply: (request) =>
      inTurn(async () => {
        if (session === null) return { ok: false, problem: { kind: 'not-open' } };
        const reply = await session.apply(request);
        if (reply.ok) checkpointSoon();
        return reply;
      }),
    close: () =>
      inTurn(async () => {
        const problem = await closeCurrent();
        return problem === null ? { ok: true, value: null } : { ok: false, problem };
      }),
    withSession: (action) => inTurn(() => orProblem(() => action(session))),
    openPrepared: (named, prepare) =>
      inTurn(() =>
        orProblem(async () => {
          const file = await resolved(named, patient);
          const known = (await recent.list()).some((entry) => entry.file === named || entry.file === file);
          return known ? take(await prepare(file)) : { ok: false, problem: { kind: 'not-found', file: named } };
        }),
      ),
    offer(file) {
      offered = [...offered.filter((other) => other !== file), file].slice(-mostOffered);
    },
    async recent() {
      try {
        return { ok: true, value: await recent.list() };
      } catch (error) {
        return { ok: false, problem: diskProblem('read', ports.host.dataFolder, error) };
      }
    },
    forget: (file) =>
      inTurn(async () => {
        try {
          await recent.forget(file);
          return { ok: true, value: null };
        } catch (error) {
          return { ok: false, problem: diskProblem('write', ports.host.dataFolder, error) };
        }
      }),
    current: () => session?.workspace() ?? null,
    revision: () => session?.revision() ?? null,
  };
}

function soundOrNot(workspace: Workspace): Result<Workspace, Problem> {
  const checked = checkWorkspace(workspace);
  return checked.ok
    ? ok(checked.value)
    : refused({ kind: 'invalid-workspace', file: 'the new workspace', findings: checked.reason });
}
