import { instantOf } from '../../../shared/calendar/zone.ts';
import type { Channels, ChannelName } from '../../../shared/contract/channels.ts';
import type { KeysKept, StepResult } from '../../../shared/contract/services.ts';
import { bodyOf, reverseOf, type PushStep } from '../../../shared/exchange/pagerduty-diff.ts';
import { plannedTurns } from '../../../shared/exchange/planned-turns.ts';
import { roleOf, suggestedPeople } from '../../../shared/exchange/remote-mapping.ts';
import type { Connection, Pushed } from '../../../shared/model/connection.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { refusalText } from '../../../shared/words/refusal-text.ts';
import { act } from '../../state/act.ts';
import { announce } from '../../state/announce.ts';
import { now } from '../../state/clock.ts';
import { keeper } from '../../state/keeper.ts';
import { runCommand } from '../../state/run-command.ts';
import { safeFileName, saveFile } from '../../state/save-file.ts';
import { openWorkspace } from '../../state/workspace-store.ts';
import { previewOf, windowOf } from './pagerduty-preview.ts';
import { usePagerDuty } from './pagerduty-store.ts';

export const usualAddress = 'https://api.pagerduty.com';

/** The connection to PagerDuty that the plan remembers. */
export const pagerDutyIn = (workspace: Workspace): Connection | null =>
  recordsOf(workspace, 'connections').find(({ kind }) => kind === 'pagerduty') ?? null;

export const addressIn = (workspace: Workspace): string => pagerDutyIn(workspace)?.address ?? usualAddress;

/** Asks the keeper, showing what is being done; null when it did not work out, which is then told. */
export async function asked<Name extends ChannelName>(
  busy: string,
  name: Name,
  request: Channels[Name]['request'],
): Promise<Channels[Name]['reply'] | null> {
  usePagerDuty.setState({ busy, problem: null });
  announce(busy);
  const reply = await keeper().call(name, request);
  usePagerDuty.setState({ busy: null });
  if (reply.ok) return reply.value;
  const problem = problemText(reply.problem);
  usePagerDuty.setState({ problem });
  announce(problem, 'assertive');
  return null;
}

/** Keeps or forgets a token, and remembers the address with the plan; the token is never part of it. */
export async function saveToken(address: string, token: string | null): Promise<KeysKept | null> {
  const kept = await asked('Keeping the token', 'service.keys', {
    service: 'pagerduty',
    address,
    keys: token === null ? null : [token],
  });
  if (kept === null || token === null) return kept;
  const workspace = openWorkspace();
  const before = pagerDutyIn(workspace);
  const plain = address.trim().replace(/\/+$/, '');
  if (before?.address !== plain) saveConnection({ ...(before ?? fresh()), address: plain });
  return kept;
}

const fresh = (): Connection => ({
  id: `connection-${crypto.randomUUID().slice(0, 8)}` as ConnectionId,
  kind: 'pagerduty',
  name: 'PagerDuty',
  address: usualAddress,
  people: [],
  rotations: [],
  own: [],
});

function saveConnection(connection: Connection): void {
  act({ kind: 'save-connection', connection }, 'PagerDuty is mapped.', 'Map PagerDuty');
}

/** Reads everybody and every schedule, and suggests who is who where nobody said so before. */
export async function refresh(): Promise<void> {
  const directory = await asked('Reading people and schedules', 'pagerduty.directory', {
    address: addressIn(openWorkspace()),
  });
  if (directory === null) return;
  const workspace = openWorkspace();
  const known = pagerDutyIn(workspace);
  const said = new Map((known?.rotations ?? []).map((one) => [one.outside, one]));
  usePagerDuty.setState({
    directory,
    people: suggestedPeople(workspace, 'pagerduty', directory.users, known?.people ?? []),
    rotations: directory.schedules.map(
      ({ id, name }) => said.get(id) ?? { outside: id, name, rotation: null, layer: null },
    ),
    window: null,
    preview: null,
    results: null,
  });
  announce(`${directory.users.length} people and ${directory.schedules.length} schedules were read.`);
}

/** Reads who is on call now; what was seen before stays on view, with its time, when that does not work. */
export async function readOnCalls(): Promise<void> {
  const address = addressIn(openWorkspace());
  const onCalls = await asked('Reading who is on call', 'pagerduty.onCalls', { address });
  if (onCalls === null) return;
  usePagerDuty.setState({ onCalls });
  announce(`${onCalls.onCalls.length} on call.`);
}

/** Keeps what is mapped on the screen, where it differs from what is kept. */
function keepMapping(): void {
  const { people, rotations } = usePagerDuty.getState();
  const before = pagerDutyIn(openWorkspace()) ?? fresh();
  const used = rotations.filter((one) => roleOf(one) !== null);
  const same = JSON.stringify([before.people, before.rotations]) === JSON.stringify([people, used]);
  if (!same) saveConnection({ ...before, people, rotations: used });
}

/** Reads the mapped schedules of a quarter and compares them with the plan. Nothing is sent. */
export async function preview(quarter: QuarterId): Promise<void> {
  keepMapping();
  await compare(quarter);
}

async function compare(quarter: QuarterId): Promise<boolean> {
  const { directory, rotations } = usePagerDuty.getState();
  const wanted = new Set(rotations.filter((one) => roleOf(one) !== null).map(({ outside }) => outside));
  const schedules = (directory?.schedules ?? []).filter(({ id }) => wanted.has(id));
  const workspace = openWorkspace();
  const window = await asked('Comparing with the plan', 'pagerduty.window', {
    address: addressIn(workspace),
    schedules,
    ...windowOf(workspace, quarter),
  });
  if (window === null) return false;
  const own = (pagerDutyIn(workspace)?.own ?? []).map(({ outside }) => outside);
  const made = previewOf(workspace, window, usePagerDuty.getState(), own, quarter, Date.parse(now()));
  usePagerDuty.setState({ quarter, window, preview: made, results: null });
  return true;
}

/** Sends steps of the preview on view, keeps what was made on record, and reads again to see what became of it. */
export async function send(steps: readonly PushStep[]): Promise<void> {
  const { window, quarter } = usePagerDuty.getState();
  if (window === null || quarter === null || steps.length === 0) return;
  const workspace = openWorkspace();
  const touched = new Set(steps.map(({ schedule }) => schedule));
  const reply = await asked(`Sending ${steps.length} changes`, 'pagerduty.apply', {
    address: addressIn(workspace),
    schedules: window.schedules
      .filter(({ id }) => touched.has(id))
      .map(({ id, name, kind, digest }) => ({ id, name, kind, digest })),
    ...windowOf(workspace, quarter),
    steps,
  });
  if (reply === null) return;
  recordPushed(reply.results, Date.parse(now()));
  const isRead = await compare(quarter);
  usePagerDuty.setState({ results: reply.results, ...(isRead ? {} : { preview: null, window: null }) });
  const done = reply.results.filter(({ outcome }) => outcome === 'done' || outcome === 'already').length;
  announce(`${done} of ${reply.results.length} changes were made.`);
}

/** The steps that take the last run back. */
export const wayBack = (results: readonly StepResult[]): readonly PushStep[] =>
  reverseOf(
    results.filter(({ outcome }) => outcome === 'done').map(({ step, outside }) => ({ step, outside })),
  );

/** What of a run stands over there now, with the shift that it is for: kept with the plan, so that another computer knows it as ours too. */
function recordPushed(results: readonly StepResult[], at: number): void {
  const workspace = openWorkspace();
  const connection = pagerDutyIn(workspace);
  if (connection === null) return;
  const gone = new Set(
    results
      .filter(({ step, outcome }) => step.do === 'remove' && (outcome === 'done' || outcome === 'already'))
      .map(({ step }) => step.id),
  );
  const made = results.flatMap(({ step, outcome, outside }) =>
    step.do === 'add' && outcome === 'done' && outside !== null
      ? pushedOf(workspace, connection, step, outside)
      : [],
  );
  const kept = connection.own.filter(({ outside, endsAt }) => !gone.has(outside) && Date.parse(endsAt) > at);
  const own = [...kept, ...made];
  if (JSON.stringify(own) === JSON.stringify(connection.own)) return;
  const kind = 'record-pushed';
  const result = runCommand({ kind, connection: connection.id, own }, 'Note what PagerDuty was sent');
  if (!result.ok) usePagerDuty.setState({ problem: refusalText(result.reason, workspace) });
}

function pushedOf(
  workspace: Workspace,
  connection: Connection,
  step: PushStep,
  outside: string,
): readonly Pushed[] {
  const mapped = connection.rotations.find((one) => one.outside === step.schedule);
  const role = mapped === undefined ? null : roleOf(mapped);
  const turn = role === null ? undefined : plannedTurns(workspace, role, step.start, step.end)[0];
  if (turn === undefined) return [];
  const [startsAt, endsAt] = [instantOf(step.start), instantOf(step.end)];
  return [{ outside, shift: turn.shift, startsAt, endsAt, person: turn.person }];
}

/** The preview as a file: what would be sent, to be looked at, or posted by hand where no token may be had. */
export async function saveDryRun(): Promise<void> {
  const { preview: made, window, quarter } = usePagerDuty.getState();
  if (made === null || window === null || quarter === null) return;
  const groups = new Map<string, PushStep[]>();
  for (const step of made.steps.filter((one) => one.do === 'add'))
    groups.set(`${step.schedule} ${step.what}`, [
      ...(groups.get(`${step.schedule} ${step.what}`) ?? []),
      step,
    ]);
  const content = {
    madeAt: now(),
    readAt: window.readAt,
    quarter,
    schedules: window.schedules.map(({ id, name, kind, digest }) => ({ id, name, kind, digest })),
    remove: made.steps
      .filter((step) => step.do === 'remove')
      .map(({ schedule, what, id }) => ({ schedule, what, id })),
    post: [...groups.values()].map(bodyOf),
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`);
  await saveFile({ name: safeFileName(`PagerDuty preview, ${quarter}`, 'json'), kind: 'json', bytes });
}
