import type { Reply } from '../../shared/contract/channels.ts';
import type { ServiceChannels, StepResult } from '../../shared/contract/services.ts';
import { listAt, textAt, type Json } from '../../shared/exchange/json-fields.ts';
import { bodyOf, type PushStep } from '../../shared/exchange/pagerduty-diff.ts';
import type { RemoteSchedule, RemoteScheduleName } from '../../shared/exchange/remote-schedule.ts';
import { diskProblem } from '../storage/disk-problem.ts';
import { appendPushes, type PushLine } from '../storage/push-journal.ts';
import { newer, pagerDuty, problemOf } from './pagerduty-client.ts';
import { readSchedule } from './pagerduty-read.ts';
import type { ServiceClient } from './service-client.ts';
import { plainAddress, type ServicePorts } from './service-keys.ts';

type Request = ServiceChannels['pagerduty.apply']['request'];

/** What all steps of one run need. */
interface Run {
  readonly client: ServiceClient;
  readonly request: Request;
  readonly ports: ServicePorts;
  readonly results: StepResult[];
}

/** Steps that one request can carry. */
const BATCH = 50;

/**
 * Carries out steps. Every schedule is read first: is one not as the preview showed it, nothing is sent. Each request is written down before
 * it leaves and after its answer; the first that fails ends the run, and the rest is `not-tried`. A run that was cut off is taken up by
 * a new preview: what is there already asks for nothing.
 */
export async function applySteps(
  request: Request,
  ports: ServicePorts,
): Promise<Reply<{ readonly results: readonly StepResult[] }>> {
  const client = await pagerDuty(request.address, ports);
  if (!client.ok) return problemOf(client.reason);
  const isForeign = (step: PushStep): boolean => !request.schedules.some(({ id }) => id === step.schedule);
  if (request.steps.some(isForeign)) return problemOf({ fault: 'changed', detail: null });
  for (const expected of request.schedules) {
    const found = await readSchedule(client.value, expected, request, { unread: 0 }, ports);
    if (!found.ok) return problemOf(found.reason);
    if (found.value.digest !== expected.digest)
      return problemOf({ fault: 'changed', detail: found.value.name });
  }
  const run: Run = { client: client.value, request, ports, results: [] };
  let isStopped = false;
  try {
    for (const batch of batches(request.steps)) {
      if (isStopped) run.results.push(...batch.map((step) => resultOf(step, 'not-tried')));
      else isStopped = !(await carriedOut(batch, run));
    }
  } catch (error) {
    return {
      ok: false,
      problem: diskProblem('write the list of what was sent in', ports.host.dataFolder, error),
    };
  }
  return { ok: true, value: { results: run.results } };
}

const resultOf = (
  step: PushStep,
  outcome: StepResult['outcome'],
  outside: string | null = null,
  detail: string | null = null,
): StepResult => ({ step, outcome, outside, detail });

/** What goes, one by one; what is made, by schedule and sort, as many at a time as one request carries. */
function batches(steps: readonly PushStep[]): readonly (readonly PushStep[])[] {
  const out: PushStep[][] = [];
  for (const step of steps) {
    const last = out.at(-1);
    const [first] = last ?? [];
    const fits =
      last !== undefined &&
      first?.do === 'add' &&
      step.do === 'add' &&
      first.schedule === step.schedule &&
      first.what === step.what &&
      last.length < BATCH;
    if (fits) last.push(step);
    else out.push([step]);
  }
  return out;
}

const lineOf = (step: PushStep, run: Run, stage: PushLine['stage'], id: string | null): PushLine => ({
  address: plainAddress(run.request.address) ?? '',
  schedule: step.schedule,
  do: step.do,
  what: step.what,
  start: step.start,
  end: step.end,
  user: step.user,
  id,
  stage,
  at: run.ports.clock.now(),
});

/** Sends one batch; false when the run has to end there. */
async function carriedOut(batch: readonly PushStep[], run: Run): Promise<boolean> {
  await appendPushes(
    batch.map((step) => lineOf(step, run, 'sending', step.id)),
    run.ports,
  );
  const results = await sent(batch, run);
  const lines = results
    .filter(({ outcome }) => outcome !== 'unknown')
    .map(({ step, outcome, outside }) =>
      lineOf(step, run, outcome === 'failed' ? 'failed' : 'done', outside ?? step.id),
    );
  if (lines.length > 0) await appendPushes(lines, run.ports);
  run.results.push(...results);
  return results.every(({ outcome }) => outcome === 'done' || outcome === 'already');
}

async function sent(batch: readonly PushStep[], run: Run): Promise<readonly StepResult[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const headers = first.kind === 'shifts' ? newer : {};
  if (first.do === 'remove') {
    const root = first.kind === 'shifts' ? 'v3/schedules' : 'schedules';
    const part = first.what === 'shift' ? 'custom_shifts' : 'overrides';
    const path = `${root}/${encodeURIComponent(first.schedule)}/${part}/${encodeURIComponent(first.id ?? '')}`;
    const answer = await run.client.send('DELETE', path, null, headers);
    if (answer.ok) return [resultOf(first, 'done')];
    if (answer.reason.fault === 'not-found') return [resultOf(first, 'already')];
    if (answer.reason.mayBeDone !== true) return [resultOf(first, 'failed', null, answer.reason.detail)];
    return lookedUp(batch, run);
  }
  const { path, body } = bodyOf(batch);
  const answer = await run.client.send('POST', path, body, headers);
  if (!answer.ok)
    return answer.reason.mayBeDone === true
      ? lookedUp(batch, run)
      : batch.map((step) => resultOf(step, 'failed', null, answer.reason.detail));
  const answers = itemsOf(answer.value.json, first.what);
  if (answers.length !== batch.length) return lookedUp(batch, run);
  const read = batch.map((step, index) => answered(step, answers[index]));
  return read.some(({ outcome }) => outcome === 'unknown') ? lookedUp(batch, run, read) : read;
}

/** Older schedules answer with a bare list, one entry for each override with a status of its own; newer ones with a named list. */
const itemsOf = (json: Json, what: PushStep['what']): readonly Json[] =>
  Array.isArray(json)
    ? (json as readonly Json[])
    : listAt(json, what === 'shift' ? 'custom_shifts' : 'overrides');

function answered(step: PushStep, answer: Json): StepResult {
  const status = Number(textAt(answer, 'status') ?? Number.NaN);
  const id = textAt(answer, 'override', 'id') ?? textAt(answer, 'id');
  if (status >= 400) {
    const said =
      textAt(answer, 'errors', '0') ?? textAt(answer, 'error', 'message') ?? textAt(answer, 'message');
    return resultOf(step, 'failed', null, said ?? `it answered ${status}`);
  }
  return id === null ? resultOf(step, 'unknown') : resultOf(step, 'done', id);
}

/** Looks what is there now: what was asked for and stands there was done, though no answer said so. */
async function lookedUp(
  batch: readonly PushStep[],
  run: Run,
  known: readonly StepResult[] = [],
): Promise<readonly StepResult[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const name: RemoteScheduleName = { id: first.schedule, name: '', kind: first.kind };
  const found = await readSchedule(run.client, name, run.request, { unread: 0 }, run.ports);
  return batch.map((step, index) => {
    const said = known[index];
    if (said !== undefined && said.outcome !== 'unknown') return said;
    return found.ok ? seen(step, found.value) : resultOf(step, 'unknown');
  });
}

function seen(step: PushStep, { overlays }: RemoteSchedule): StepResult {
  if (step.do === 'remove') {
    const isThere = overlays.some(({ id }) => id === step.id);
    return resultOf(step, isThere ? 'unknown' : 'done');
  }
  const there = overlays.find(
    ({ start, end, user, what }) =>
      start === step.start && end === step.end && user === step.user && what === step.what,
  );
  return there === undefined ? resultOf(step, 'unknown') : resultOf(step, 'done', there.id);
}
