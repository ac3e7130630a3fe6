import type { Scenario } from '../scenario.ts';
import type { Workspace } from '../workspace.ts';
import { areUnique, folded, type Report } from './report.ts';

export function checkScenario(_workspace: Workspace, scenario: Scenario, report: Report): void {
  const { people, rotations } = scenario.facts;
  const own = new Set<string>(people.map(({ id }) => id));
  for (const person of new Set(scenario.assignments.map((one) => one.person)))
    if (person !== null && !own.has(person)) report.needs('people', person, 'assignments');
  report.unless(areUnique(people.map(({ id }) => id)), 'facts.people', 'a person is named twice');
  report.unless(areUnique(rotations.map(({ id }) => id)), 'facts.rotations', 'a rotation is named twice');
  report.unless(areUnique(scenario.assignments.map(({ shift }) => shift)), 'assignments', 'a shift is given twice');
  report.apart(scenario, 'name', (row) => `${row.quarter} ${folded(row.name)}`);
}
