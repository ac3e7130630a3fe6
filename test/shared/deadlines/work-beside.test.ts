import { expect, test } from 'vitest';
import { deadlineDays, responseHours, workBeside } from '../../../shared/deadlines/work-beside.ts';
import type { Instant, QuarterId } from '../../../shared/model/dates.ts';
import type { Incident, IncidentEvent } from '../../../shared/model/incident.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { cardLines } from '../../../shared/words/card-text.ts';
import { personIdOf } from '../../builders/a-workspace.ts';

const sample = sampleWorkspace();
const q4 = '2026-Q4' as QuarterId;
const one = personIdOf('Engineer 1');
const counting = (terms: Partial<Policy>): Workspace => ({
  ...sample,
  policies: Object.fromEntries(
    Object.entries(sample.policies).map(([id, policy]) => [id, { ...policy, ...terms }]),
  ),
});
const incident = (...events: readonly (readonly [IncidentEvent['kind'], string, boolean])[]): Incident => ({
  id: 'incident-made' as Incident['id'],
  pipeline: Object.values(sample.pipelines)[0]?.id as Incident['pipeline'],
  title: 'Late data',
  severity: 'normal',
  reference: '',
  events: events.map(([kind, at, own]) => ({ kind, at: at as Instant, by: own ? one : null, reason: '' })),
});
const hoursOf = (made: Incident, quarter = q4): number | undefined =>
  responseHours({ ...sample, incidents: { [made.id]: made } }, quarter).get(one);

test('days on which somebody delivers are counted once, however many deadlines fall on them', () => {
  const days = deadlineDays(sample, q4);
  // Reports by the 3rd and data by the 5th, in three months.
  expect(days.get(one)?.size).toBe(6);
  const twice = Object.values(sample.deadlines).find(
    ({ title }) => title === 'Engagement data ready for investors',
  );
  if (twice === undefined) throw new Error('no such deadline');
  const same = { ...twice, id: 'deadline-same' as typeof twice.id };
  expect(
    deadlineDays({ ...sample, deadlines: { ...sample.deadlines, [same.id]: same } }, q4).get(one)?.size,
  ).toBe(6);
});

test('response counts from acknowledging to the end without pauses, within the quarter only', () => {
  expect(
    hoursOf(
      incident(
        ['opened', '2026-11-02T08:00:00Z', false],
        ['acknowledged', '2026-11-02T09:00:00Z', true],
        ['paused', '2026-11-02T11:00:00Z', true],
        ['resumed', '2026-11-02T15:00:00Z', true],
        ['resolved', '2026-11-02T16:30:00Z', true],
      ),
    ),
  ).toBe(3.5);
  expect(
    hoursOf(
      incident(['opened', '2026-11-02T08:00:00Z', false], ['acknowledged', '2026-11-02T09:00:00Z', true]),
    ),
  ).toBeUndefined();
  // The quarter ends at midnight in New York, which is 05:00 in UTC.
  const across = incident(
    ['opened', '2027-01-01T01:00:00Z', false],
    ['acknowledged', '2027-01-01T02:00:00Z', true],
    ['resolved', '2027-01-01T09:00:00Z', true],
  );
  expect([hoursOf(across), hoursOf(across, '2027-Q1' as QuarterId)]).toEqual([3, 4]);
});

test('incidents add no more than the policy allows, and say that they would', () => {
  const terms = { deadlineLoad: 2, incidentHourLoad: 4, incidentLoadLimit: 10 };
  const beside = workBeside(sample, terms, q4);
  expect(beside?.get(one)).toEqual({ deadlines: 12, incidents: 10, capped: true });
  const free = workBeside(sample, { ...terms, incidentLoadLimit: 10_000 }, q4)?.get(one);
  expect(free?.capped).toBe(false);
  expect(free?.incidents).toBeGreaterThan(10);
  expect(workBeside(sample, { ...terms, deadlineLoad: 0, incidentHourLoad: 0 }, q4)).toBeNull();
});

test('whoever does more of it than an even part is to hold less, and what all hold together stays the same', () => {
  const plain = judge(sample, q4, null);
  const workspace = counting({ deadlineLoad: 8, incidentHourLoad: 4, incidentLoadLimit: 36 });
  const counted = judge(workspace, q4, null);
  const sum = (people: typeof plain.people): number => people.reduce((all, { target }) => all + target, 0);
  expect(sum(counted.people)).toBeCloseTo(sum(plain.people), 6);
  for (const card of counted.people) {
    const before = plain.people.find(({ person }) => person === card.person);
    if (card.beside === null || before === undefined) throw new Error('nothing is counted');
    const { deadlineLoad, incidentLoad } = card.beside;
    expect(card.target).toBeCloseTo(before.target - deadlineLoad - incidentLoad, 6);
    expect(card.taskLoad).toBeCloseTo(before.taskLoad, 6);
    expect(card.equalShare - card.carry - card.taskLoad - deadlineLoad - incidentLoad).toBeCloseTo(
      card.target,
      6,
    );
  }
  const mine = counted.people.find(({ person }) => person === one);
  expect(mine?.beside?.deadlineLoad).toBeGreaterThan(0);
});

test('the card has a line for each, which add up, and none where nothing is counted', () => {
  const cards = judge(counting({ deadlineLoad: 7, incidentHourLoad: 3 }), q4, null).people;
  for (const card of cards) {
    const of = Object.fromEntries(cardLines(card).map(({ id, hundredths }) => [id, hundredths]));
    const terms = ['equal', 'carry', 'tasks', 'deadlines', 'incidents', 'structural'].map(
      (id) => of[id] ?? NaN,
    );
    expect(terms.reduce((all, term) => all + term, 0)).toBe(of['share']);
  }
  const reasons = cards.flatMap((card) => cardLines(card)).map(({ reason }) => reason);
  expect(reasons.some((reason) => reason.startsWith('Deadline days weigh '))).toBe(true);
  expect(reasons.some((reason) => reason.startsWith('Responding weighs '))).toBe(true);
  const [plain] = judge(sample, q4, null).people;
  if (plain === undefined) throw new Error('nobody');
  expect(cardLines(plain).map(({ id }) => id)).not.toContain('deadlines');
});

test('a new incident changes the problem where it counts, and leaves it alone where not', () => {
  const made = incident(
    ['opened', '2026-12-02T08:00:00Z', false],
    ['acknowledged', '2026-12-02T09:00:00Z', true],
    ['resolved', '2026-12-02T19:00:00Z', true],
  );
  const after = (workspace: Workspace): Workspace => ({
    ...workspace,
    incidents: { ...workspace.incidents, [made.id]: made },
  });
  expect(problemOf(after(sample), q4)).toBe(problemOf(sample, q4));
  const workspace = counting({ incidentHourLoad: 2, incidentLoadLimit: 400 });
  expect(problemOf(after(workspace), q4).digest).not.toBe(problemOf(workspace, q4).digest);
});
