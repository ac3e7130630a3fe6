import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { readHealth, readOnCallSchedule } from '../../../electron/services/datadog-read.ts';
import { fetchNetwork } from '../../../electron/services/fetch-network.ts';
import { keepSeenHealth, readSeenHealth } from '../../../electron/services/seen-health.ts';
import { keepKeys } from '../../../electron/services/service-keys.ts';
import type { WorkspaceId } from '../../../shared/model/ids.ts';
import { problemText } from '../../../shared/words/problem-text.ts';
import { fakeDatadog } from '../../support/fake-datadog.ts';
import { valueOf } from '../support/edits.ts';
import { aFolder, testPorts } from '../support/test-ports.ts';

const workspace = 'workspace-a' as WorkspaceId;

async function connected(keys: readonly string[] | null = null) {
  const fake = await fakeDatadog();
  onTestFinished(() => fake.close());
  const folder = await aFolder();
  const ports = testPorts(folder, { network: fetchNetwork });
  const waits: number[] = [];
  const quick = {
    ...ports,
    clock: {
      ...ports.clock,
      after: (milliseconds: number, action: () => void) => (
        waits.push(milliseconds),
        setImmediate(action),
        () => undefined
      ),
    },
  };
  const given = keys ?? fake.keys;
  if (given.length > 0)
    valueOf(await keepKeys({ service: 'datadog', address: fake.address, keys: given }, quick));
  return { fake, folder, ports: quick, waits, ask: () => readHealth({ address: fake.address }, quick) };
}

const told = async (reply: ReturnType<typeof readHealth>): Promise<string> => {
  const answer = await reply;
  if (answer.ok) throw new Error('it answered');
  return problemText(answer.problem);
};

const monitor = (id: number) => ({
  id,
  name: `Monitor ${id}`,
  overall_state: 'OK',
  tags: ['pipeline:profit', 'env:prod'],
});

test('all pages of monitors and objectives are read, with both keys', async () => {
  const { fake, ask } = await connected();
  fake.monitors.push(...Array.from({ length: 1001 }, (_, index) => monitor(index)));
  fake.objectives.push(
    ...Array.from({ length: 101 }, (_, index) => ({
      id: `slo-${index}`,
      attributes: {
        name: `Objective ${index}`,
        thresholds: [{ target: 99, timeframe: '7d' }],
        status: { state: 'ok', sli: 99.5 },
      },
    })),
  );
  const health = valueOf(await ask());
  expect([health.monitors.length, health.objectives?.length, health.unread]).toEqual([1001, 101, 0]);
  expect(health.monitors[0]?.tags).toEqual(['pipeline:profit']);
  expect(fake.requests).toHaveLength(4);
});

test('without the right to read objectives the monitors are shown all the same', async () => {
  const { fake, ask } = await connected();
  fake.monitors.push(monitor(1));
  fake.mayReadObjectives = false;
  const health = valueOf(await ask());
  expect([health.monitors.length, health.objectives]).toEqual([1, null]);
});

test('what the service refuses, or answers strangely, is told in a sentence that holds no key', async () => {
  const { fake, ask } = await connected();
  for (const [status, body, words] of [
    [401, '{"errors":["Unauthorized"]}', 'does not accept the pair of keys'],
    [403, `{"errors":["Forbidden for ${fake.keys[0]}"]}`, 'does not allow this'],
    [404, '{}', 'does not know what was asked for'],
    [302, '', 'was not followed'],
    [200, '<html>', 'no answer of Datadog'],
    [200, '{"hello":1}', 'no answer of Datadog'],
    [500, '{}', 'Datadog failed'],
  ] as const) {
    fake.trap = () => ({ status, body, headers: { Location: 'https://example.com/' } });
    const text = await told(ask());
    expect(text).toContain(words);
    for (const key of fake.keys) expect(text).not.toContain(key);
  }
});

test('it waits as long as the service says before it asks again', async () => {
  const { fake, ask, waits } = await connected();
  let asked = 0;
  fake.trap = () => (++asked === 1 ? { status: 429, headers: { 'X-RateLimit-Reset': '7' } } : null);
  valueOf(await ask());
  expect(waits[0]).toBeGreaterThanOrEqual(7000);
});

test('without keys nothing is asked', async () => {
  const { fake, ask } = await connected([]);
  expect(await told(ask())).toContain('There is no pair of keys for Datadog');
  expect(fake.requests).toEqual([]);
});

test('a schedule comes with its layers and people, and one that is not there is told', async () => {
  const { fake, ports } = await connected();
  fake.schedules.set('s-1', { data: { id: 's-1', type: 'schedules' }, included: [{ type: 'layers' }] });
  const read = valueOf(await readOnCallSchedule({ address: fake.address, schedule: 's-1' }, ports));
  expect(read.answer).toHaveProperty('included');
  const gone = await readOnCallSchedule({ address: fake.address, schedule: 's-2' }, ports);
  expect(gone.ok ? '' : problemText(gone.problem)).toContain('does not know what was asked for');
});

test('what was seen last is kept beside the plan, by workspace, and a damaged file counts as never seen', async () => {
  const { folder, ports, fake, ask } = await connected();
  fake.monitors.push(monitor(1));
  const health = valueOf(await ask());
  expect(valueOf(await readSeenHealth({ workspace }, ports))).toBeNull();
  valueOf(await keepSeenHealth({ workspace, health }, ports));
  expect(valueOf(await readSeenHealth({ workspace }, ports))).toEqual(health);
  expect(valueOf(await readSeenHealth({ workspace: 'workspace-b' as WorkspaceId }, ports))).toBeNull();
  const file = join(folder, 'health.json');
  const text = await readFile(file, 'utf8');
  for (const key of fake.keys) expect(text).not.toContain(key);
  await writeFile(file, text.slice(0, 40));
  expect(valueOf(await readSeenHealth({ workspace }, ports))).toBeNull();
});
