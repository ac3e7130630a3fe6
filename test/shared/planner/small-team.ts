import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { OPEN, type Problem } from '../../../shared/planner/problem.ts';
import { problemOf } from '../../../shared/planner/problem-of.ts';
import { planInput, planQuarter, type PlanInput, type Proposal } from '../../../shared/planner/plan.ts';
import { random } from '../../../shared/planner/random.ts';
import { aHoliday, aHolidaySet, aLeave, aPerson, aRotation, aWorkspace, date } from '../../builders/a-workspace.ts';

export const q1 = '2027-Q1' as QuarterId;
export const before = '2026-12-01' as LocalDate;

const names = ['Ann', 'Bo', 'Cy', 'Di'];
const mondays = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25'];

/** A team drawn from a seed: two to four people, a rotation of up to four weeks, perhaps a watch, leave, wishes, a holiday. */
export function smallTeam(seed: number): Workspace {
  const next = random(seed * 31 + 7);
  const any = (below: number) => Math.floor(next() * below);
  const people = names.slice(0, 2 + any(3));
  const weeks = 2 + any(3);
  const endsOn = date(`2027-01-${String(4 + 7 * weeks).padStart(2, '0')}`);
  const leave = people.filter(() => next() < 0.4).map((name) => {
    const monday = mondays[any(weeks)] ?? '2027-01-04';
    return aLeave(name, monday, monday.slice(0, 8) + String(Number(monday.slice(8)) + 4).padStart(2, '0'));
  });
  const watchers = people.slice(0, 2);
  return {
    ...aWorkspace({
      people: people.map((name, position) =>
        aPerson(name, {
          position,
          region: 'US',
          fullTimePercent: next() < 0.3 ? 60 : 100,
          wishes: next() < 0.5 ? [{ week: date(mondays[any(weeks)] ?? '2027-01-04'), kind: next() < 0.5 ? 'want' : 'avoid' }] : [],
          mostShiftsAQuarter: next() < 0.15 ? 2 : null,
        }),
      ),
      rotations: [
        aRotation('Team', people, { endsOn, restWeeks: any(2), cadenceWeeks: next() < 0.25 ? 2 : 1 }),
        ...(next() < 0.5 && weeks < 4 ? [aRotation('Watch', watchers, { kind: 'watch', endsOn, factorPercent: 50, layers: aRotation().layers.slice(0, 1), standIns: people.slice(2).map((name) => aPerson(name).id) })] : []),
      ],
      leave,
      holidaySets: [aHolidaySet('US', 2027)],
      holidays: [aHoliday('US', 'King', '2027-01-18')],
    }),
  };
}

/** Plans from nothing. */
export function planned(workspace: Workspace, iterations = 20_000, seed = 1): Proposal {
  return finish(planInput(workspace, q1, null, before), iterations, seed);
}

export function finish(input: PlanInput, iterations: number, seed = 1): Proposal {
  const run = planQuarter(input, { seed, iterations });
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}

/** The workspace with these people on its slots. */
export function withPlan(workspace: Workspace, { assignments }: Pick<Proposal, 'assignments'>): Workspace {
  const { slots, slotAt } = problemOf(workspace, q1);
  const shifts = assignments.flatMap(({ shift, person }) => {
    const slot = slots[slotAt.get(shift) ?? -1];
    return slot === undefined || person === null
      ? []
      : [{ ...slot, person, origin: 'planned' as const, pinned: false, accepted: [], covers: null, sequence: 0, note: '' }];
  });
  return { ...workspace, shifts: Object.fromEntries(shifts.map((shift) => [shift.id, shift])) };
}

/** Every plan that the rules allow, open slots included, one after the other. Only for the smallest teams. */
export function* everyPlan(problem: Problem): Generator<Int16Array> {
  const width = problem.people.length;
  const people = new Int16Array(problem.slots.length).fill(OPEN);
  const held = new Int32Array(width);
  const free = (slot: number, person: number) => {
    const { starts, items } = problem.clashes;
    return !items.subarray(starts[slot], starts[slot + 1]).some((other) => people[other] === person);
  };
  function* place(slot: number): Generator<Int16Array> {
    if (slot === people.length) {
      yield people;
      return;
    }
    for (let person = 0; person < width; person++) {
      const cap = problem.cap[person] ?? -1;
      if (problem.legal[slot * width + person] === 0 || !free(slot, person) || (cap >= 0 && (held[person] ?? 0) >= cap)) continue;
      people[slot] = person;
      held[person] = (held[person] ?? 0) + 1;
      yield* place(slot + 1);
      held[person] = (held[person] ?? 0) - 1;
      people[slot] = OPEN;
    }
    yield* place(slot + 1);
  }
  yield* place(0);
}
