import { expect, test } from 'vitest';
import { reverse } from '../../../shared/editing/changes.ts';
import type { Command } from '../../../shared/editing/command.ts';
import { edit, type Edited } from '../../../shared/editing/edit.ts';
import { emptyHistory, recordStep } from '../../../shared/editing/history.ts';
import { connectionSchema, type Connection, type Pushed } from '../../../shared/model/connection.ts';
import type { Published } from '../../../shared/model/published.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { aWorkspace } from '../../builders/a-workspace.ts';

const connection: Connection = {
  id: 'connection-one',
  kind: 'pagerduty',
  name: 'PagerDuty',
  address: 'https://api.example.com',
  people: [{ outside: 'PABC', name: 'Ann', person: 'person-ann' }],
  rotations: [{ outside: 'S1', name: 'Team', rotation: 'rotation-team', layer: 'primary' }],
  own: [],
} as unknown as Connection;

const pushed = {
  outside: 'O1',
  shift: 'rotation-team/primary/2027-01-04',
  startsAt: '2027-01-04T08:00:00Z',
  endsAt: '2027-01-11T08:00:00Z',
  person: 'person-ann',
} as unknown as Pushed;

const event = (changes: Partial<Published> = {}): Published =>
  ({
    id: 'rotation-team/primary/2027-01-04',
    kind: 'shift',
    sequence: 0,
    at: '2026-11-23T10:00:00Z',
    startsAt: '2027-01-04T08:00:00Z',
    endsAt: '2027-01-11T08:00:00Z',
    people: ['person-ann'],
    former: [],
    status: 'confirmed',
    ...changes,
  }) as unknown as Published;

function made(workspace: Workspace, command: Command): Edited {
  const edited = edit(workspace, command);
  if (!edited.ok) throw new Error(JSON.stringify(edited.reason));
  return edited.value;
}

const publish = (workspace: Workspace, ...events: Published[]): Edited =>
  made(workspace, { kind: 'publish', events });

test('an event goes out again only with a higher sequence', () => {
  const { workspace } = publish(aWorkspace(), event({ sequence: 3 }));
  for (const sequence of [0, 2, 3])
    expect(
      edit(workspace, { kind: 'publish', events: [event({ sequence, status: 'cancelled' })] }),
    ).toMatchObject({
      ok: false,
      reason: { kind: 'invalid', what: `has SEQUENCE ${sequence}, and went out with 3 already` },
    });
  expect(
    edit(workspace, { kind: 'publish', events: [event({ sequence: 4 }), event({ sequence: 5 })] }).ok,
  ).toBe(false);
  expect(publish(workspace, event({ sequence: 4 })).workspace.published).toMatchObject({
    [event().id]: { sequence: 4 },
  });
});

test('publishing is no step of undo and leaves what had been undone to be redone', () => {
  const { changes } = publish(aWorkspace(), event());
  const step = { revision: 1, title: 'Publish', time: null, by: null, changes };
  const history = { ...emptyHistory, redo: [{ ...step, revision: 9 }] };
  expect(recordStep(history, step)).toBe(history);
});

test('undo, redo and restoring take back the rest of an edit and never lower a sequence', () => {
  const first = publish(aWorkspace(), event()).workspace;
  const about = { ...first.about, name: 'Renamed' };
  const both = made(first, {
    kind: 'together',
    title: 'Both',
    commands: [
      { kind: 'save-about', about },
      { kind: 'publish', events: [event({ sequence: 1 })] },
    ],
  });
  const back = made(both.workspace, {
    kind: 'revert',
    direction: 'undo',
    of: 1,
    changes: reverse(both.changes),
  });
  expect(back.workspace.about.name).toBe(first.about.name);
  expect(back.workspace.published).toBe(both.workspace.published);
  const again = made(back.workspace, { kind: 'revert', direction: 'redo', of: 1, changes: both.changes });
  expect(again.workspace).toEqual(both.workspace);
});

test('a version of the file in which an event went out more often raises ours', () => {
  const ours = publish(aWorkspace(), event({ sequence: 2 })).workspace;
  const changes = [
    { table: 'published' as const, id: event().id, before: null, after: event({ sequence: 7 }) },
  ];
  const { workspace } = made(ours, { kind: 'restore', from: 'other-version', changes: changes as never });
  expect(workspace.published).toMatchObject({ [event().id]: { sequence: 7 } });
});

test('what was written elsewhere outlives the undo of how it is mapped', () => {
  const saved = made(aWorkspace(), { kind: 'save-connection', connection });
  const mended = made(saved.workspace, {
    kind: 'save-connection',
    connection: { ...connection, name: 'PagerDuty EU' },
  });
  const written = made(mended.workspace, { kind: 'record-pushed', connection: connection.id, own: [pushed] });
  const step = { revision: 3, title: '', time: null, by: null, changes: written.changes };
  expect(recordStep(emptyHistory, step)).toBe(emptyHistory);
  const back = made(written.workspace, {
    kind: 'revert',
    direction: 'undo',
    of: 2,
    changes: reverse(mended.changes),
  });
  expect(back.workspace.connections).toEqual({
    [connection.id]: { ...connection, own: [pushed] },
  });
  const gone = { kind: 'revert', direction: 'undo', of: 1, changes: reverse(saved.changes) } as const;
  expect(edit(back.workspace, gone)).toMatchObject({ ok: false, reason: { kind: 'changed-since' } });
});

test('saving a connection cannot claim what it never wrote', () => {
  const { workspace } = made(aWorkspace(), {
    kind: 'save-connection',
    connection: { ...connection, own: [pushed] },
  });
  expect(workspace.connections).toMatchObject({ [connection.id]: { own: [] } });
});

test.each([
  ['somebody unknown', { people: [{ outside: 'P', name: '', person: 'person-none' }] }],
  [
    'a rotation without a layer',
    { rotations: [{ outside: 'S', name: '', rotation: 'rotation-team', layer: null }] },
  ],
  [
    'one schedule twice',
    { rotations: [0, 1].map(() => ({ outside: 'S', name: '', rotation: null, layer: null })) },
  ],
])('a mapping to %s is refused', (_what, changes) => {
  const command = {
    kind: 'save-connection',
    connection: { ...connection, ...changes },
  } as unknown as Command;
  expect(edit(aWorkspace(), command).ok).toBe(false);
});

test.each([
  'https://me:token@api.example.com',
  'https://api.example.com/?token=1',
  'https://token@x',
  'ftp://x',
  'x y',
])('an address that could carry a secret is none: %s', (address) => {
  expect(connectionSchema.safeParse({ ...connection, address }).success).toBe(false);
  expect(connectionSchema.safeParse(connection).success).toBe(true);
});
