import { expect, test } from 'vitest';
import type { PolicyId } from '../../../shared/model/ids.ts';
import { asItIs, factsOf } from '../../../shared/scenarios/branch.ts';
import { noFacts } from '../../../shared/scenarios/facts.ts';
import {
  adoptRefusalText,
  changeLine,
  factLines,
  verdictsLine,
} from '../../../shared/words/scenario-text.ts';
import { finding } from '../../../shared/planner/finding.ts';
import { aPolicy, aRotation, aShift, date, personIdOf, rotationIdOf } from '../../builders/a-workspace.ts';
import { early, oneLayer, planned, quarter } from '../scenarios/what-if.ts';

const lines = (terms: Partial<typeof asItIs>, workspace = planned()) =>
  factLines(workspace, quarter, factsOf(workspace, quarter, { ...asItIs, ...terms }, early));

test('a change of cadence is one line for all rotations that change alike', () => {
  const core = aRotation('Core', ['Ann', 'Bo'], { startsOn: date('2026-10-05'), position: 1 });
  const workspace = planned({ rotations: [oneLayer, core] });
  const cadence = { [rotationIdOf('Team')]: 2 as const, [rotationIdOf('Core')]: 2 as const };
  expect(lines({ cadence }, workspace)).toEqual(['Team and Core: turns every two weeks from Mon 4 Jan']);
});

test('who leaves, who joins and what the policy weighs otherwise are lines of their own', () => {
  expect(
    lines({
      without: [personIdOf('Cy')],
      joining: [{ name: 'Zoe', fullTimePercent: 80, rotations: [rotationIdOf('Team')] }],
      policy: aPolicy({ id: 'policy-9' as PolicyId, version: 9, loadBeyondBand: 20 }),
    }),
  ).toEqual([
    'Without Cy from Mon 4 Jan',
    'Zoe joins from Mon 4 Jan, 80 % of full time, in Team',
    'Uneven load: 1 wish a point² → 4 wishes a point²',
  ]);
});

test('facts that the workspace has by now say nothing, and what was edited since shows', () => {
  const facts = { ...noFacts, rotations: [{ ...oneLayer, restWeeks: 2 }] };
  expect(factLines(planned({ rotations: [{ ...oneLayer, restWeeks: 2 }] }), quarter, facts)).toEqual([]);
  expect(factLines(planned(), quarter, facts)).toEqual(['Team: other rest weeks']);
});

test('a change is told in points, holiday duties and wishes, each with its unit', () => {
  expect(changeLine({ change: { load: -18, holidays: 1, wishes: 2 } })).toBe(
    '4.5 points less, 1 holiday duty more, 2 wishes more',
  );
  expect(changeLine({ change: { load: 0, holidays: 0, wishes: 0 } })).toBe('');
});

test('verdicts are counted in words', () => {
  const people = (['gains', 'gains', 'loses', 'even'] as const).map((verdict) => ({ verdict }));
  expect(verdictsLine(people)).toBe('2 gain, 1 loses, 1 as before');
});

test('why a scenario cannot be adopted names whom and when, and what to do instead', () => {
  const workspace = planned();
  const findings = ['2027-01-04', '2027-02-01', '2027-03-01', '2027-03-29'].map((day) =>
    finding('on-leave', aShift(day).id, personIdOf('Ann'), { days: { from: date(day), to: date(day) } }),
  );
  expect(adoptRefusalText({ kind: 'breaks-rules', findings }, workspace, workspace)).toBe(
    'It no longer fits: Ann is on leave 4 Jan; Ann is on leave 1 Feb; Ann is on leave 1 Mar; and 1 more. Branch again from how things stand today.',
  );
  const worked = adoptRefusalText(
    { kind: 'shifts-left-over', rotation: oneLayer.id, shifts: [aShift('2027-01-04').id] },
    workspace,
    workspace,
  );
  expect(worked).toMatch(/^1 shift would have no place .* They have been worked since\. Branch again/);
  expect(adoptRefusalText({ kind: 'no-change' }, workspace, workspace)).toBe('This is the plan that stands.');
});
