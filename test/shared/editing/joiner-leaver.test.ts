import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dateOf, quarterRange } from '../../../shared/calendar/days.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { carryInto } from '../../../shared/planner/carry-in.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { aPerson, date } from '../../builders/a-workspace.ts';
import { made } from './try-edit.ts';

const worked = '2026-Q4' as QuarterId;
const next = '2027-Q1' as QuarterId;
const until = quarterRange(worked).until;
const sample = sampleWorkspace();
/** The last turn of the worked quarter reaches into the next one: whoever leaves during it leaves during worked weeks. */
const lastTurnEnds = slotsOfQuarter(sample, worked).reduce((last, { end }) => (end > last ? end : last), '');
const lastWorkedDay = addDays(lastTurnEnds.slice(0, 10) as LocalDate, -1);

/** Somebody who takes turns in every layer of every rotation. */
function joining(person: Person): readonly Command[] {
  const rotations = Object.values(sample.rotations).map((rotation): Command => {
    const layers = rotation.layers.map(({ name }) => name);
    const participants = [...rotation.participants, { person: person.id, layers }];
    return { kind: 'save-rotation', rotation: { ...rotation, participants } };
  });
  return [{ kind: 'save-person', person }, ...rotations];
}

function leaving(id: string, leavesOn: LocalDate): Command {
  const person = Object.values(sample.people).find((one) => one.id === id);
  if (person === undefined) throw new Error(id);
  return { kind: 'save-person', person: { ...person, leavesOn } };
}

const after = (commands: readonly Command[]): Workspace => commands.reduce(made, sample);

/** What each person has held before a day, by the points of their shifts. */
const heldBefore = (workspace: Workspace, day: LocalDate): readonly unknown[] =>
  judge(workspace, worked, null).people.map(({ person, load, holidays }) => [person, load, holidays, day]);

/** What was worked stays, to the object: shifts, loads, what the quarter is judged by, and what it leaves to the next. */
function expectPastUntouched(workspace: Workspace): void {
  expect(workspace.shifts).toBe(sample.shifts);
  expect(problemOf(workspace, worked).digest).toBe(problemOf(sample, worked).digest);
  expect(judge(workspace, worked, null)).toEqual(judge(sample, worked, null));
  const carried = (one: Workspace): Readonly<Record<string, unknown>> => {
    const carry = carryInto(one, next);
    // Of those who are still there: a joiner begins at nothing, a leaver takes nothing along.
    const staying = problemOf(workspace, next).personAt;
    return Object.fromEntries(
      problemOf(one, next).people.flatMap(({ id }, place) => (staying.has(id) ? [[id, carry[place]]] : [])),
    );
  };
  expect(carried(workspace)).toMatchObject(carried(sample));
}

test('whoever joins in the next quarter changes nothing of the one that was worked, whatever they take turns in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 80 }),
      fc.integer({ min: 1, max: 100 }),
      (days, fullTimePercent) => {
        const eve = aPerson('Eve', { joinsOn: addDays(until, days), fullTimePercent, position: 4 });
        const workspace = after(joining(eve));
        expectPastUntouched(workspace);
        expect(
          carryInto(workspace, next)[problemOf(workspace, next).personAt.get(eve.id) ?? -1],
        ).toMatchObject({ load: 0 });
      },
    ),
    { numRuns: 15 },
  );
});

test('whoever leaves in the next quarter changes nothing of the one that was worked, and takes no turn afterwards', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...Object.keys(sample.people)),
      fc.integer({ min: 0, max: 80 }),
      (id, days) => {
        const leavesOn = addDays(lastWorkedDay, days);
        const workspace = after([leaving(id, leavesOn)]);
        expectPastUntouched(workspace);
        const problem = problemOf(workspace, next);
        const person = problem.people.findIndex((one) => one.id === id);
        problem.slots.forEach((slot, place) => {
          const allowed = person >= 0 && problem.legal[place * problem.people.length + person] !== 0;
          if (allowed) expect(dateOf(slot.end) <= addDays(leavesOn, 1)).toBe(true);
        });
      },
    ),
    { numRuns: 20 },
  );
});

test('whoever joins or leaves in the middle of a quarter changes neither what was held before nor who may have held it', () => {
  const today = date('2026-11-23');
  const eve = aPerson('Eve', { joinsOn: today, position: 4 });
  const [gone = ''] = Object.keys(sample.people);
  const workspace = after([...joining(eve), leaving(gone, today)]);
  expect(workspace.shifts).toBe(sample.shifts);
  const ids = new Set(heldBefore(sample, today).map((entry) => JSON.stringify(entry)));
  for (const entry of heldBefore(workspace, today))
    if (!JSON.stringify(entry).includes(eve.id)) expect(ids).toContain(JSON.stringify(entry));
  const [before, now] = [problemOf(sample, worked), problemOf(workspace, worked)];
  for (const [slot, { id, end, start }] of before.slots.entries()) {
    const place = now.slots.findIndex((one) => one.id === id);
    for (const [person, { id: who }] of before.people.entries()) {
      const then = now.people.findIndex((one) => one.id === who);
      if (dateOf(end) <= today)
        expect(now.legal[place * now.people.length + then]).toBe(
          before.legal[slot * before.people.length + person],
        );
    }
    const newcomer = now.people.findIndex((one) => one.id === eve.id);
    if (dateOf(start) < today) expect(now.legal[place * now.people.length + newcomer]).toBe(0);
  }
});

test('whoever is archived after the last day keeps their place in what was worked', () => {
  const [id = ''] = Object.keys(sample.people);
  const free: Workspace = { ...sample, tasks: {} };
  const command = leaving(id, lastWorkedDay);
  if (command.kind !== 'save-person') throw new Error(command.kind);
  const archived = made(free, {
    ...command,
    person: { ...command.person, archivedOn: addDays(lastWorkedDay, 1) },
  });
  expect(archived.rotations).toBe(free.rotations);
  expect(problemOf(archived, worked).digest).toBe(problemOf(free, worked).digest);
  expect(problemOf(archived, next).people.map((one) => one.id)).not.toContain(id);
});
