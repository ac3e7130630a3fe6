import { describe, expect, test } from 'vitest';
import { channelNames } from '../../../shared/contract/channels.ts';
import { requestCaps } from '../../../shared/contract/schemas.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { dispatchTo } from '../../../electron/services/dispatch.ts';
import type { Handlers } from '../../../electron/services/handlers.ts';
import { request } from '../support/edits.ts';
import { textWith } from '../support/text-with.ts';

const sample = sampleWorkspace();

function aDispatch() {
  const called: [string, unknown][] = [];
  const handlers = Object.fromEntries(
    channelNames.map((name) => [
      name,
      async (payload: unknown) => (called.push([name, payload]), { ok: true, value: null }),
    ]),
  ) as unknown as Handlers;
  return { called, dispatch: dispatchTo(handlers, () => undefined) };
}

/** One request of each channel that is as it should be. */
const good: readonly (readonly [string, unknown])[] = [
  ['host.info', null],
  ['workspace.recent', null],
  ['workspace.forget', { file: '/home/lead/plan.json' }],
  ['workspace.open', { source: { kind: 'last' } }],
  ['workspace.open', { source: { kind: 'content', name: 'a.json', text: '{}' } }],
  ['workspace.open', { source: { kind: 'new', workspace: sample } }],
  ['workspace.apply', request(sample, 0)],
  ['workspace.saveCopy', { workspace: sample, revision: 3 }],
  ['workspace.close', { quitting: false }],
  ['restore.points', { file: null, before: 12 }],
  ['restore.preview', { file: '/home/lead/plan.json', point: 'edit:3' }],
  ['restore.apply', { file: null, point: 'previous' }],
  ['restore.export', { file: null, item: 'damaged:x.json' }],
  ['journal.export', null],
  ['backups.settings', null],
  ['backups.choose', { folder: 'ask' }],
  ['versions.list', null],
  ['versions.compare', { version: 'file', pending: [request(sample, 0)] }],
  [
    'versions.resolve',
    {
      version: 'file',
      pending: [],
      take: 'merge',
      choices: [{ table: 'people', id: 'person-1', side: 'theirs' }],
    },
  ],
  ['preferences.read', null],
  [
    'preferences.save',
    {
      theme: 'dark',
      contrast: 'more',
      letterKeys: false,
      order: 'month-first',
      clock: '12',
      weekStart: 7,
      numbers: '1.234,5',
      remind: { reviews: true, compTime: false },
      views: [
        {
          name: 'Profit only',
          workspace: 'workspace-1',
          screen: 'board',
          pivot: 'both',
          zoom: 'quarter',
          filter: { people: [], rotations: ['rotation-profit'] },
        },
      ],
      tourSeen: true,
      quarterUnderway: {
        workspace: 'workspace-1',
        quarter: '2027-Q1',
        at: 'plan',
        done: ['people', 'leave'],
        skipped: ['holidays'],
      },
    },
  ],
  ['file.save', { name: 'Balances, 2026-11-23.csv', kind: 'csv', base64: 'QQ==' }],
  [
    'page.pdf',
    {
      page: { kind: 'comp-statement', people: ['person-1'], from: '2026-01-01', to: '2026-12-31' },
      paper: 'A4',
      today: '2026-11-23',
    },
  ],
  ['runbooks.pdf', { runbooks: ['runbook-profit'], paper: 'A4', today: '2026-11-23' }],
  [
    'page.pdf',
    { page: { kind: 'kit', quarter: '2027-Q1', person: 'person-1' }, paper: 'A4', today: '2026-11-23' },
  ],
  ['runbooks.folder', { runbooks: ['runbook-profit'] }],
  ['site.folder', { choose: false }],
  [
    'site.run',
    {
      options: { quarters: ['2026-Q4'], audience: 'investor', parts: ['runbooks', 'calendars'] },
      paper: 'A4',
      today: '2026-11-23',
      publish: true,
    },
  ],
  ['print.state', null],
  ['print.cancel', null],
  ['runbook.versions', { runbook: 'runbook-profit' }],
  ['drafts.read', { file: '/data/workspace.json' }],
  ['drafts.keep', { file: '/data/workspace.json', drafts: [] }],
  ['shell.openLink', { url: 'https://example.com/a?b#c' }],
  ['shell.openLink', { url: 'mailto:lead@example.com' }],
  ['notice.show', { title: '1 runbook review is due', body: 'Open Runbooks.', action: 'show-runbooks' }],
  [
    'window.show',
    {
      edited: true,
      menu: [
        {
          id: 'undo',
          group: 'Edit',
          title: 'Undo',
          keys: 'Mod+Z',
          enabled: true,
          checked: null,
          apart: false,
        },
      ],
    },
  ],
  ['service.keys', { service: 'pagerduty', address: 'https://api.pagerduty.com', keys: ['abcdefgh'] }],
  ['service.state', { service: 'pagerduty', address: 'https://api.eu.pagerduty.com' }],
  ['pagerduty.directory', { address: 'https://api.pagerduty.com' }],
  ['pagerduty.onCalls', { address: 'https://api.pagerduty.com' }],
  [
    'pagerduty.incidents',
    { address: 'https://api.pagerduty.com', since: '2027-01-01T00:00:00Z', until: '2027-04-01T00:00:00Z' },
  ],
  ['datadog.health', { address: 'https://api.datadoghq.eu' }],
  ['datadog.schedule', { address: 'https://api.datadoghq.eu', schedule: 'a1b2-c3' }],
  ['health.seen', { workspace: 'workspace-sample' }],
  [
    'health.keep',
    {
      workspace: 'workspace-sample',
      health: { readAt: '2026-11-23T10:00:00Z', monitors: [], objectives: null, unread: 0 },
    },
  ],
  [
    'pagerduty.window',
    {
      address: 'https://api.pagerduty.com',
      schedules: [{ id: 'P1', name: 'Primary', kind: 'layers' }],
      since: '2027-01-01T00:00:00Z',
      until: '2027-04-01T00:00:00Z',
    },
  ],
  [
    'pagerduty.apply',
    {
      address: 'https://api.pagerduty.com',
      schedules: [{ id: 'P1', name: 'Primary', kind: 'layers', digest: 'abc' }],
      since: '2027-01-01T00:00:00Z',
      until: '2027-04-01T00:00:00Z',
      steps: [
        {
          do: 'add',
          what: 'override',
          schedule: 'P1',
          kind: 'layers',
          id: null,
          start: 0,
          end: 1,
          user: 'U1',
          over: { user: 'U2', source: null },
        },
      ],
    },
  ],
];

test('what is as it should be reaches its handler, on every channel', async () => {
  const { dispatch, called } = aDispatch();
  for (const [channel, payload] of good)
    expect(await dispatch(channel, payload), channel).toEqual({ ok: true, value: null });
  expect(called.length).toBe(good.length);
  expect(new Set(called.map(([name]) => name))).toEqual(new Set(channelNames));
});

const circle: { self?: unknown } = {};
circle.self = circle;
let deep: unknown = null;
for (let level = 0; level < 20_000; level++) deep = [deep];

describe('what is not reaches no handler', () => {
  const rubbish: readonly unknown[] = [
    undefined,
    0,
    1n,
    'text',
    true,
    [],
    {},
    [null],
    { source: null },
    new Date(0),
    new Map(),
    Symbol('s'),
    () => 1,
    circle,
    deep,
    { url: 'https://example.com', extra: 1 },
    JSON.parse('{"__proto__":{"a":1}}'),
    Number.NaN,
  ];

  test.each(channelNames)('on %s', async (channel) => {
    const { dispatch, called } = aDispatch();
    for (const payload of rubbish) {
      const reply = await dispatch(channel, payload);
      // NaN is null once it is JSON text, but the schema sees the value itself.
      expect(reply, typeof payload).toMatchObject({ ok: false, problem: { kind: 'bad-message', channel } });
    }
    expect(called).toEqual([]);
  });

  test.each(['constructor', '__proto__', 'toString', 'workspace.delete', ''])(
    'on %s, which is no channel',
    async (channel) => {
      const { dispatch } = aDispatch();
      expect(await dispatch(channel, null)).toMatchObject({
        ok: false,
        problem: { kind: 'bad-message', detail: 'there is no such channel' },
      });
    },
  );

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'http://example.com',
    '\\\\server\\share',
    'smb://server/share',
    'https://bank.example@evil.example/',
    'data:text/html,x',
    'HTTPS:evil',
    '',
    `https://example.com/${'a'.repeat(3000)}`,
  ])('as a link: %s', async (url) => {
    const { dispatch, called } = aDispatch();
    expect(await dispatch('shell.openLink', { url })).toMatchObject({
      ok: false,
      problem: { kind: 'bad-message' },
    });
    expect(called).toEqual([]);
  });

  test.each([
    { name: '../../.bashrc', kind: 'csv', base64: 'QQ==' },
    { name: 'C:\\\\boot.csv', kind: 'csv', base64: 'QQ==' },
    { name: '', kind: 'csv', base64: 'QQ==' },
    { name: 'dots.', kind: 'csv', base64: 'QQ==' },
    { name: 'line\nbreak.csv', kind: 'csv', base64: 'QQ==' },
    { name: 'a.exe', kind: 'exe', base64: 'QQ==' },
    { name: 'a.csv', kind: 'csv', base64: 'not base64' },
  ])('as a file to save: %#', async (payload) => {
    const { dispatch, called } = aDispatch();
    expect(await dispatch('file.save', payload)).toMatchObject({
      ok: false,
      problem: { kind: 'bad-message' },
    });
    expect(called).toEqual([]);
  });

  test.each([
    { ...request(sample, 0), baseRevision: -1 },
    { ...request(sample, 0), baseRevision: 0.5 },
    { ...request(sample, 0), title: '' },
    { ...request(sample, 0), title: 'a'.repeat(501) },
    { ...request(sample, 0), command: { kind: 'drop-everything' } },
    { ...request(sample, 0), command: { kind: 'remove-leave', leave: '__proto__' } },
    { ...request(sample, 0), command: { kind: 'remove-leave', leave: 'leave-1', sudo: true } },
  ])('as an edit: %#', async (payload) => {
    const { dispatch, called } = aDispatch();
    expect(await dispatch('workspace.apply', payload)).toMatchObject({
      ok: false,
      problem: { kind: 'bad-message' },
    });
    expect(called).toEqual([]);
  });

  test('when it is longer than its channel takes', async () => {
    const { dispatch, called } = aDispatch();
    const text = 'x'.repeat(requestCaps['workspace.open']);
    expect(await dispatch('workspace.open', { source: { kind: 'content', name: 'a', text } })).toMatchObject({
      ok: false,
      problem: { kind: 'bad-message', detail: textWith('longer than') },
    });
    expect(called).toEqual([]);
  });
});

test('a handler that fails is logged and answered, so that no window waits for ever', async () => {
  const logged: string[] = [];
  const { called } = aDispatch();
  const handlers = { 'host.info': () => Promise.reject(new Error('a bug')) } as unknown as Handlers;
  const reply = await dispatchTo(handlers, (line) => logged.push(line))('host.info', null);
  expect(reply).toMatchObject({ ok: false, problem: { kind: 'bad-message', detail: textWith('a bug') } });
  expect(logged[0]).toContain('host.info failed');
  expect(called).toEqual([]);
});
