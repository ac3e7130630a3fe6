import { expect, test } from 'vitest';
import { quarterRange } from '../../../shared/calendar/days.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { integrityFindings } from '../../../shared/model/integrity.ts';
import { recordsOf } from '../../../shared/model/tables.ts';
import { workspaceSchema } from '../../../shared/model/workspace.ts';
import { balanceOf } from '../../../shared/comp-time/balance.ts';
import { incidentClock } from '../../../shared/deadlines/incident-clock.ts';
import { dueDates } from '../../../shared/deadlines/due-dates.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { expand } from '../../../shared/rotation/expand.ts';
import { sampleToday, sampleWorkspace } from '../../../shared/sample/sample.ts';
import { date } from '../../builders/a-workspace.ts';

const past = '2026-Q4' as QuarterId;
const next = '2027-Q1' as QuarterId;
const engineer = (number: number) => `person-engineer-${number}` as PersonId;

test('the sample has the form of a workspace and contradicts itself nowhere', () => {
  const workspace = sampleWorkspace();
  expect(workspaceSchema.safeParse(workspace).error).toBeUndefined();
  expect(integrityFindings(workspace)).toEqual([]);
});

test('the sample survives writing and reading as JSON', () => {
  expect(workspaceSchema.parse(JSON.parse(JSON.stringify(sampleWorkspace())))).toEqual(sampleWorkspace());
});

test('the quarter being worked is complete and breaks no hard rule', () => {
  const workspace = sampleWorkspace();
  expect(checkQuarter(workspace, past).filter(({ severity }) => severity === 'hard')).toEqual([]);
  const slots = recordsOf(workspace, 'rotations').flatMap((rotation) => expand(rotation, quarterRange(past)));
  expect(slots).toHaveLength(91);
  expect(
    recordsOf(workspace, 'shifts')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(slots.map(({ id }) => id).sort());
});

test('the quarter being worked is uneven, so that history counts', () => {
  const held = (number: number) =>
    recordsOf(sampleWorkspace(), 'shifts').filter(
      ({ person, rotation, layer }) =>
        person === engineer(number) && rotation === 'rotation-team' && layer === 'primary',
    ).length;
  expect([1, 2, 3, 4].map(held)).toEqual([4, 2, 3, 4]);
});

test('the quarter to plan is one gap from end to end, thirteen weeks of the team and of three watches in two layers', () => {
  const findings = checkQuarter(sampleWorkspace(), next).filter(({ severity }) => severity === 'hard');
  expect(findings).toHaveLength(91);
  expect(new Set(findings.map(({ rule }) => rule))).toEqual(new Set(['gap']));
});

test('owned duties counted from the matrix are 3, 3, 2 and 2', () => {
  const owners = recordsOf(sampleWorkspace(), 'tasks').flatMap(({ ownership }) =>
    ownership.slice(-1).flatMap(({ primary, secondary }) => [primary, secondary]),
  );
  expect([1, 2, 3, 4].map((number) => owners.filter((owner) => owner === engineer(number)).length)).toEqual([
    3, 3, 2, 2,
  ]);
});

test('the Profit runbook names another secondary owner than task B', () => {
  const { runbooks, tasks } = sampleWorkspace();
  const runbook = Object.values(runbooks).find(({ title }) => title === 'Profit');
  const task = Object.values(tasks).find(({ code }) => code === 'B');
  expect(runbook?.ownerSecondary).toBe(engineer(1));
  expect(task?.ownership.at(-1)?.secondary).toBe(engineer(3));
});

test('each runbook has three issues with a first action, steps and an escalation', () => {
  for (const runbook of recordsOf(sampleWorkspace(), 'runbooks')) {
    expect(runbook.audience).toBe('investor');
    expect(runbook.issues).toHaveLength(3);
    for (const issue of runbook.issues) {
      expect(issue.steps.length).toBeGreaterThanOrEqual(4);
      expect(issue.cause.length).toBeGreaterThan(20);
      expect(issue.escalation.length).toBeGreaterThan(20);
    }
  }
});

test('leave in the quarter to plan takes away at least one of a pair that watches', () => {
  const { rotations } = sampleWorkspace();
  const { from, until } = quarterRange(next);
  const away = recordsOf(sampleWorkspace(), 'leave').filter(
    (leave) => leave.from >= from && leave.from < until && !leave.tentative,
  );
  const watches = Object.values(rotations).filter(({ kind }) => kind === 'watch');
  const forced = away.filter(({ person }) =>
    watches.some(({ participants }) => participants.some((one) => one.person === person)),
  );
  expect(forced.length).toBeGreaterThan(0);
});

test('time off in return is what the policy makes of the holidays worked', () => {
  const open = (number: number) => balanceOf(sampleWorkspace(), engineer(number), sampleToday).open;
  // By hand, for Engineer 4: Columbus Day from 09:00 as Growth primary (half) 150, before 09:00
  // as Growth secondary 45; Veterans Day as team primary 480 and Growth primary 240.
  expect(open(4)).toBe(150 + 45 + 480 + 240);
  expect([1, 2, 3].every((number) => open(number) > 0)).toBe(true);
  expect(balanceOf(sampleWorkspace(), engineer(4), date('2027-12-31')).taken).toBe(480);
});

test('deliveries are of days on which their deadline was due, and incidents kept their time', () => {
  const workspace = sampleWorkspace();
  for (const delivery of recordsOf(workspace, 'deliveries')) {
    const deadline = workspace.deadlines[delivery.deadline];
    if (deadline === undefined) throw new Error('a delivery without its deadline');
    const due = dueDates(workspace, deadline, quarterRange(past)).map((occurrence) => occurrence.due);
    expect(due).toContain(delivery.due);
  }
  for (const incident of recordsOf(workspace, 'incidents')) {
    const clock = incidentClock(incident, '2026-11-23T00:00:00Z' as Parameters<typeof incidentClock>[1]);
    expect(clock).toMatchObject({ state: 'resolved', breached: false });
  }
});

test('federal holidays fall on the days that the law names', () => {
  // 5 U.S.C. 6103: the n-th weekday of a month, computed here from the calendar itself.
  const nth = (month: number, weekday: number, n: number) => {
    const days = Array.from({ length: 31 }, (_none, index) => new Date(Date.UTC(2027, month - 1, index + 1)));
    const matching = days.filter((day) => day.getUTCMonth() === month - 1 && day.getUTCDay() === weekday);
    return matching
      .at(n > 0 ? n - 1 : n)
      ?.toISOString()
      .slice(0, 10);
  };
  const actual = new Map(
    recordsOf(sampleWorkspace(), 'holidays')
      .filter(({ actual: day }) => day.startsWith('2027'))
      .map((day) => [day.name, day.actual]),
  );
  expect(actual.get('Martin Luther King Jr. Day')).toBe(nth(1, 1, 3));
  expect(actual.get("Washington's Birthday")).toBe(nth(2, 1, 3));
  expect(actual.get('Memorial Day')).toBe(nth(5, 1, -1));
  expect(actual.get('Labor Day')).toBe(nth(9, 1, 1));
  expect(actual.get('Columbus Day')).toBe(nth(10, 1, 2));
  expect(actual.get('Thanksgiving Day')).toBe(nth(11, 4, 4));
  expect(actual.size).toBe(11);
});

test('a holiday on a weekend is observed on the weekday beside it', () => {
  for (const { actual, observed, name } of recordsOf(sampleWorkspace(), 'holidays')) {
    const weekday = new Date(`${actual}T00:00:00Z`).getUTCDay();
    const shifted = new Date(Date.parse(`${actual}T00:00:00Z`) + (weekday === 6 ? -1 : 1) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    expect(observed, `${name} ${actual}`).toBe(weekday === 0 || weekday === 6 ? shifted : null);
  }
});

test('the sample is the same every time', () => {
  expect(sampleWorkspace()).toBe(sampleWorkspace());
});
