import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CalendarsTab } from '../../../../renderer/features/exchange/calendars-tab.tsx';
import { ImportFeed } from '../../../../renderer/features/exchange/import-feed.tsx';
import { ImportOutside } from '../../../../renderer/features/exchange/import-outside.tsx';
import { undo } from '../../../../renderer/state/run-command.ts';
import { outbox } from '../../../../renderer/state/saving.ts';
import { start } from '../../../../renderer/state/session.ts';
import {
  closedWorkspace,
  openWorkspace,
  useWorkspaceStore,
} from '../../../../renderer/state/workspace-store.ts';
import { readOutsideFile } from '../../../../shared/exchange/outside-file.ts';
import type { ZoneName } from '../../../../shared/model/dates.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';
import { memoryBridge } from '../../../support/memory-bridge.ts';

const user = userEvent.setup({ pointerEventsCheck: 0 });
vi.stubGlobal('CSS', { escape: (text: string) => text });

beforeEach(async () => {
  vi.useFakeTimers({ now: new Date('2026-11-23T17:00:00Z'), toFake: ['Date'] });
  vi.stubGlobal('URL', { ...URL, createObjectURL: () => 'blob:file', revokeObjectURL: () => undefined });
  outbox.clear();
  useWorkspaceStore.setState({ ...closedWorkspace, phase: 'starting', problem: null });
  await start(memoryBridge(sampleWorkspace()));
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('saving a calendar keeps the numbers of its events with the plan, and is no step of undo', async () => {
  render(<CalendarsTab />);
  const row = screen.getByRole('rowheader', { name: 'Investor data on-call' }).closest('tr');
  if (row === null) throw new Error('no row');
  expect(row.textContent).toContain('91 new or changed');
  await user.click(within(row).getByRole('button', { name: /Save/ }));
  expect(Object.values(openWorkspace().published)).toHaveLength(91);
  expect(row.textContent).toContain('nothing new');
  expect(useWorkspaceStore.getState().history.undo).toEqual([]);
});

test('a feed is previewed, imported as one step with its mapping, and taken back', async () => {
  const text = [
    'BEGIN:VCALENDAR',
    'BEGIN:VEVENT',
    'UID:1',
    'DTSTART;TZID=America/New_York:20270104T090000',
    'DTEND;TZID=America/New_York:20270111T090000',
    'SUMMARY:On Call - Engineer 1 - Team',
    'END:VEVENT',
    'END:VCALENDAR',
  ].join('\r\n');
  const closed = vi.fn();
  render(<ImportFeed file={{ name: 'feed.ics', text, turn: 1 }} onClose={closed} />);
  const before = openWorkspace();
  const held = Object.keys(before.shifts).length;
  expect(screen.getByText(/1 of 1 turn would change/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Import one turn' }));
  expect(closed).toHaveBeenCalledOnce();
  expect(Object.keys(openWorkspace().shifts)).toHaveLength(held + 1);
  expect(Object.values(openWorkspace().connections)).toMatchObject([{ kind: 'calendar', name: 'feed.ics' }]);
  expect(undo()).not.toBeNull();
  expect(openWorkspace()).toEqual(before);
});

const opsgenie = JSON.stringify({
  data: [
    {
      id: 'S',
      name: 'Profit',
      timezone: 'Europe/Berlin',
      rotations: ['Primary', 'Secondary'].map((name, place) => ({
        id: name,
        name,
        startDate: '2027-01-04T08:00:00Z',
        type: 'weekly',
        participants: [1, 2, 3]
          .slice(place)
          .map((number) => ({ type: 'user', id: `u${number}`, username: `Engineer ${number}` })),
      })),
    },
  ],
});

test('schedules of Opsgenie are audited, imported for both roles as one step, and taken back', async () => {
  const file = readOutsideFile(opsgenie, 'Europe/Berlin' as ZoneName);
  if (file.kind !== 'schedules') throw new Error('not read');
  const closed = vi.fn();
  render(<ImportOutside file="team.json" schedules={file.export} onClose={closed} />);
  const before = openWorkspace();
  expect(screen.getByText('One person in two duties at once')).toBeDefined();
  expect(screen.getByText(/Lists of 3 and 2 .* every 6 weeks/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Import 26 turns' }));
  expect(closed).toHaveBeenCalledOnce();
  const { shifts, connections } = openWorkspace();
  const first = Object.values(shifts).filter(({ start }) => start.startsWith('2027-01-04'));
  expect(first.map(({ layer, person }) => [layer, person])).toEqual([
    ['primary', 'person-engineer-1'],
    ['secondary', 'person-engineer-2'],
  ]);
  expect(Object.values(connections)).toMatchObject([
    { kind: 'opsgenie', rotations: [{ outside: 'Primary', layer: 'primary' }, { layer: 'secondary' }] },
  ]);
  expect(undo()).not.toBeNull();
  expect(openWorkspace()).toEqual(before);
});
