import { previousQuarter } from '../../../shared/calendar/days.ts';
import { newWorkspace } from '../../../shared/editing/new-workspace.ts';
import type { LocalDate, QuarterId, ZoneName } from '../../../shared/model/dates.ts';
import type { LeaveId, PersonId, ShiftId, TaskId } from '../../../shared/model/ids.ts';
import type { Person } from '../../../shared/model/person.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';

/** The quarter of all worked examples. */
export const exampleQuarter = '2027-Q1' as QuarterId;
const names = ['Amara', 'Bram', 'Chidi', 'Dana'] as const;
type Name = (typeof names)[number];

const day = (text: string): LocalDate => text as LocalDate;

/** Four people who take one weekly turn as primary, over thirteen weeks. */
function team(): Workspace {
  const made = newWorkspace({
    id: 'help',
    name: 'Example',
    zone: 'Europe/Berlin' as ZoneName,
    region: null,
    people: names,
    cadenceWeeks: 1,
    startsOn: day('2027-01-04'),
    createdOn: day('2026-10-01'),
  });
  if (!made.ok) throw new Error('the example of the help is no sound workspace');
  const workspace = made.value;
  const rotations = Object.values(workspace.rotations).map((rotation) => {
    const layers = rotation.layers.slice(0, 1);
    const own = layers.map(({ name }) => name);
    const participants = rotation.participants.map((one) => ({ ...one, layers: own }));
    return { ...rotation, layers, participants, restWeeks: 0, endsOn: day('2027-04-05') };
  });
  return { ...workspace, rotations: Object.fromEntries(rotations.map((one) => [one.id, one])) };
}

const personOf = (workspace: Workspace, name: Name): Person => {
  const found = Object.values(workspace.people).find((person) => person.name === name);
  if (found === undefined) throw new Error(`nobody in the example of the help is called ${name}`);
  return found;
};

/** Gives out the turns in order: so many to each, as many as there are weeks. */
function held(workspace: Workspace, turns: Readonly<Record<Name, number>>): Workspace {
  const holders = names.flatMap((name) => Array<Name>(turns[name]).fill(name));
  const slots = slotsOfQuarter(workspace, exampleQuarter);
  const shifts = slots.map((slot, place) => ({
    ...slot,
    person: personOf(workspace, holders[place] ?? 'Amara').id,
    origin: 'planned' as const,
    pinned: false,
    accepted: [],
    covers: null,
    sequence: 0,
    note: '',
  }));
  return {
    ...workspace,
    shifts: Object.fromEntries(shifts.map((shift) => [shift.id satisfies ShiftId, shift])),
  };
}

/** Somebody who brings points along, somebody part-time, and somebody with two weeks of leave and a task. */
export function shareExample(): Workspace {
  const workspace = team();
  const [bram, chidi, dana] = (['Bram', 'Chidi', 'Dana'] as const).map((name) => personOf(workspace, name));
  if (bram === undefined || chidi === undefined || dana === undefined) throw new Error('no example');
  const before = previousQuarter(exampleQuarter);
  const [policy] = Object.keys(workspace.policies) as (keyof Workspace['policies'])[];
  if (policy === undefined) throw new Error('no example');
  const withFacts: Workspace = {
    ...workspace,
    people: { ...workspace.people, [chidi.id]: { ...chidi, fullTimePercent: 80 } },
    leave: {
      ['leave-dana' as LeaveId]: {
        id: 'leave-dana' as LeaveId,
        person: dana.id,
        from: day('2027-01-04'),
        to: day('2027-01-15'),
        part: 'day',
        kind: 'leave',
        tentative: false,
        reason: '',
      },
    },
    tasks: {
      ['task-example' as TaskId]: {
        id: 'task-example' as TaskId,
        code: 'EX',
        name: 'Loader',
        pipeline: null,
        weeklyLoad: 2,
        ownership: [{ from: day('2026-10-01'), primary: dana.id, secondary: null }],
        archivedOn: null,
        position: 0,
      },
    },
    quarters: {
      [before]: {
        id: before,
        closedOn: day('2027-01-04'),
        policy,
        carry: [carryOf(bram.id, 12), carryOf(chidi.id, -12)],
        plan: null,
      },
    },
  };
  return held(withFacts, { Amara: 4, Bram: 3, Chidi: 4, Dana: 2 });
}

const carryOf = (person: PersonId, load: number) => ({ person, load, holidays: 0, forgiven: 0 });

/** Thirteen turns among four who are alike: as even as can be, one shift less even, and one with nothing. */
export const splits = {
  even: { Amara: 4, Bram: 3, Chidi: 3, Dana: 3 },
  uneven: { Amara: 5, Bram: 3, Chidi: 3, Dana: 2 },
  idle: { Amara: 5, Bram: 4, Chidi: 4, Dana: 0 },
} as const satisfies Record<string, Readonly<Record<Name, number>>>;

export const splitExample = (split: keyof typeof splits): Workspace => held(team(), splits[split]);
