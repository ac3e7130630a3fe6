import { expect, test } from 'vitest';
import type { QuarterId } from '../../../shared/model/dates.ts';
import { quarterToPrepare, readinessOf } from '../../../shared/planner/readiness.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aLeave, aPerson, aRotation, aWorkspace, date } from '../../builders/a-workspace.ts';

const q1 = '2027-Q1' as QuarterId;
const names = (people: readonly { readonly name: string }[]): readonly string[] =>
  people.map(({ name }) => name);

test('the sample is ready but for its plan: all turns of its next quarter are open', () => {
  const ready = readinessOf(sampleWorkspace(), q1);
  expect(ready.people).toHaveLength(4);
  expect(ready.withoutTurns).toEqual([]);
  expect(ready.missingSets).toEqual([]);
  expect(ready).toMatchObject({ turns: 91, held: 0 });
});

test('who is not in the quarter is not counted; who comes and goes is named', () => {
  const people = [
    aPerson('Ann', { region: 'US' }),
    aPerson('Bo', { position: 1, joinsOn: date('2027-02-01'), region: 'US' }),
    aPerson('Cy', { position: 2, leavesOn: date('2026-12-31') }),
    aPerson('Di', { position: 3, leavesOn: date('2027-03-01') }),
    aPerson('Ed', { position: 4, joinsOn: date('2027-04-01') }),
    aPerson('Flo', { position: 5, archivedOn: date('2026-12-01') }),
  ];
  const ready = readinessOf(aWorkspace({ people, rotations: [aRotation('Team', ['Ann', 'Bo'])] }), q1);
  expect(names(ready.people)).toEqual(['Ann', 'Bo', 'Di']);
  expect(names(ready.joining)).toEqual(['Bo']);
  expect(names(ready.leaving)).toEqual(['Di']);
  expect(names(ready.withoutTurns)).toEqual(['Di']);
});

test('leave counts that touches the quarter, and who has none is named', () => {
  const leave = [
    aLeave('Ann', '2026-12-28', '2027-01-02'),
    { ...aLeave('Bo', '2027-02-01', '2027-02-05'), tentative: true },
    aLeave('Cy', '2027-04-01', '2027-04-09'),
  ];
  const ready = readinessOf(aWorkspace({ leave }), q1);
  expect(ready.leave).toHaveLength(2);
  expect(ready.tentativeLeave).toHaveLength(1);
  expect(names(ready.withoutLeave)).not.toContain('Ann');
  expect(names(ready.withoutLeave)).toContain('Cy');
});

test('a region that somebody keeps and that has no set for the year is missing', () => {
  const ready = readinessOf(
    aWorkspace({ people: [aPerson('Ann', { region: 'DE' })], rotations: [aRotation('Team', ['Ann'])] }),
    q1,
  );
  expect(ready.missingSets.map(({ region, year }) => `${region} ${year}`)).toContain('DE 2027');
});

test('the quarter to prepare is the first with open turns, from the one on view', () => {
  const sample = sampleWorkspace();
  expect(quarterToPrepare(sample, '2026-Q4' as QuarterId)).toBe('2027-Q1');
  expect(quarterToPrepare(sample, '2027-Q2' as QuarterId)).toBe('2027-Q2');
  const nobody = aWorkspace({ people: [], rotations: [] });
  expect(quarterToPrepare(nobody, q1)).toBe(q1);
});
