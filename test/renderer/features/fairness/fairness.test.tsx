import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Fairness } from '../../../../renderer/features/fairness/fairness.tsx';
import { useAssessments } from '../../../../renderer/state/assessment-store.ts';
import { showQuarter } from '../../../../renderer/state/view-store.ts';
import { useWorkspaceStore } from '../../../../renderer/state/workspace-store.ts';
import { noAllowance } from '../../../../shared/fairness/score.ts';
import type { QuarterId } from '../../../../shared/model/dates.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { aimOf } from '../../../../shared/planner/aim.ts';
import type { Assessment } from '../../../../shared/planner/attainable.ts';
import { OPEN } from '../../../../shared/planner/problem.ts';
import { problemOf } from '../../../../shared/planner/problem-of.ts';
import {
  aHoliday,
  aHolidaySet,
  aPerson,
  aRotation,
  aShift,
  aWorkspace,
  date,
} from '../../../builders/a-workspace.ts';
import { planned, withPlan } from '../../../shared/planner/small-team.ts';

const q1 = '2027-Q1' as QuarterId;
const names = ['Ann Arbor', 'Bo Diddley', 'Cy Twombly', 'Di Prima'];

/** Every share can be reached, and no plan is known but the one that is shown: so it is the fairest and the best known. */
function assessed(workspace: Workspace): Assessment {
  const problem = problemOf(workspace, q1);
  const aim = aimOf(problem, [], null);
  const by = (figure: (person: number) => number) =>
    Object.fromEntries(problem.people.map(({ id }, person) => [id, figure(person)]));
  return {
    quarter: q1,
    digest: problem.digest,
    target: by((person) => aim.shares[person]?.target ?? 0),
    attainable: by((person) => aim.attainable[person] ?? 0),
    structural: by(() => 0),
    carry: {},
    allowance: noAllowance,
    rank: [Infinity, 0, 0, 0],
    best: { people: new Int16Array(problem.slots.length).fill(OPEN), cost: 0, open: Infinity },
  };
}

function show(workspace: Workspace): void {
  useWorkspaceStore.setState({ workspace });
  useAssessments.setState({ byQuarter: { [q1]: assessed(workspace) }, running: null, failed: null });
  render(<Fairness />);
}

const team = (): Workspace => {
  const workspace = aWorkspace({
    people: names.map((name, position) =>
      aPerson(name, { position, region: 'US', fullTimePercent: position === 3 ? 60 : 100 }),
    ),
    rotations: [aRotation('Team', names, { startsOn: date('2025-12-29') })],
    holidaySets: [aHolidaySet('US', 2026), aHolidaySet('US', 2027)],
    holidays: [aHoliday('US', 'King Day', '2026-01-19'), aHoliday('US', 'King Day', '2027-01-18')],
  });
  return { ...workspace, about: { ...workspace.about, region: 'US' } };
};

function plannedTeam(): Workspace {
  const workspace = team();
  return withPlan(workspace, planned(workspace, 2_000));
}

const read = (text: string | null | undefined): number =>
  Math.round(Number((text ?? '').replace('−', '-').replace('+', '')) * 100);

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T12:00:00Z'), toFake: ['Date'] });
  // jsdom has no CSS object; ids of tabs need no escape.
  vi.stubGlobal('CSS', { escape: (text: string) => text });
  showQuarter(q1);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  useWorkspaceStore.setState({ workspace: null });
  useAssessments.setState({ byQuarter: {}, running: null, failed: null });
});

test('the figure stands beside what it may be taken for: the best known, as nothing was proven', () => {
  show(plannedTeam());
  expect(screen.getByText('Best known')).toBeTruthy();
  expect(screen.getByText('No gaps, no conflicts')).toBeTruthy();
  expect(screen.queryByText('Best possible')).toBeNull();
});

test('gaps stand before the figure, which is provisional then', () => {
  const workspace = plannedTeam();
  const [first = '', ...rest] = Object.entries(workspace.shifts);
  expect(first).toBeDefined();
  show({ ...workspace, shifts: Object.fromEntries(rest) });
  expect(screen.getByText('1 gap')).toBeTruthy();
  expect(screen.getByText('Provisional: 1 gap')).toBeTruthy();
});

test('the first card is open, and its lines add up as they are read', async () => {
  show(plannedTeam());
  const people = screen.getByRole('list', { name: 'People, furthest from fair first' });
  const sum = within(people).getByRole('table', { name: /How the share comes about/ });
  const amounts = new Map(
    within(sum)
      .getAllByRole('row')
      .map((row) => [
        within(row).getByRole('rowheader').textContent,
        read(row.lastElementChild?.textContent),
      ]),
  );
  const of = (name: string): number => amounts.get(name) ?? NaN;
  expect(of('Equal share') + of('Carried in') + of('Tasks') + of('Structural')).toBe(of('Share'));
  expect(of('Held') - of('Share')).toBe(of('Difference'));
  const turns = within(people).getByRole('table', { name: /Turns that .+ holds/ });
  const rows = within(turns)
    .getAllByRole('row')
    .map((row) => read(row.lastElementChild?.textContent));
  expect(rows.slice(0, -1).reduce((all, one) => all + one, 0)).toBe(rows.at(-1));
  expect(rows.at(-1)).toBe(of('Held'));
  const user = userEvent.setup();
  await user.click(within(people).getByRole('button', { expanded: true }));
  expect(within(people).queryByRole('table')).toBeNull();
});

test('holidays are read without colour: who had King Day, year by year, and who has it again', async () => {
  const workspace = plannedTeam();
  const holder = Object.values(workspace.shifts).find(
    ({ start, layer }) => start.startsWith('2027-01-18') && layer === 'primary',
  );
  const before = aShift('2026-01-19', 'x', { person: holder?.person ?? ('' as never) });
  show({ ...workspace, shifts: { ...workspace.shifts, [before.id]: before } });
  const user = userEvent.setup();
  await user.click(screen.getByRole('tab', { name: 'Holidays' }));
  const years = screen.getByRole('table', { name: 'Who had which, year by year' });
  expect(
    within(years)
      .getAllByRole('columnheader')
      .map((head) => head.textContent),
  ).toEqual(['Holiday', '2026', '2027']);
  const [last, now] = within(within(years).getByRole('row', { name: /King Day/ })).getAllByRole('cell');
  const name = workspace.people[holder?.person ?? ('' as never)]?.name ?? '';
  expect(last?.textContent).toBe(`Mon 19 Jan${name}`);
  expect(
    within(now ?? years)
      .getByText('again')
      .closest('li')?.textContent,
  ).toBe(`${name}again`);
  const counts = screen.getByRole('table', { name: 'Who has how many' });
  const row = within(counts).getByRole('row', { name: new RegExp(name) });
  expect(
    within(row)
      .getAllByRole('cell')
      .map((cell) => cell.textContent)
      .slice(0, 2),
  ).toEqual(['1 in 1 duty', '1 in 1 duty']);
});
