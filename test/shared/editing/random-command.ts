import { addDays, dateOf, quarterRange } from '../../../shared/calendar/days.ts';
import type { Command } from '../../../shared/editing/command.ts';
import type { Instant, LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type {
  CompTimeId,
  ConnectionId,
  HolidayId,
  LeaveId,
  PersonId,
  PolicyId,
  RotationId,
  ScenarioId,
  ShiftId,
} from '../../../shared/model/ids.ts';
import type { Published } from '../../../shared/model/published.ts';
import { recordOf, recordsOf } from '../../../shared/model/tables.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { aPerson } from '../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const today = '2026-11-23' as LocalDate;

/** Four numbers from fast-check; `pick` turns them into a choice from what the workspace holds at that moment. */
export interface Draw {
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const pick = <Item>(items: readonly Item[], number: number): Item => {
  const item = items[number % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

type Make = (workspace: Workspace, draw: Draw) => Command;

export const saveConnection: Make = (workspace, { a, b }) => ({
  kind: 'save-connection',
  connection: {
    id: `connection-${a % 2}` as ConnectionId,
    kind: 'calendar',
    name: `Feed ${b % 5}`,
    address: null,
    people: [{ outside: 'ann@example.com', name: 'Ann', person: pick(peopleOf(workspace), b) }],
    rotations: [],
    own: [],
  },
});

const peopleOf = (workspace: Workspace): readonly PersonId[] =>
  recordsOf(workspace, 'people').map(({ id }) => id);
const slotsOf = (workspace: Workspace): readonly ShiftId[] =>
  slotsOfQuarter(workspace, quarter).map(({ id }) => id);

const assign: Make = (workspace, { a, b, c }) => ({
  kind: 'assign-shifts',
  assignments: [
    { shift: pick(slotsOf(workspace), a), person: c % 5 === 0 ? null : pick(peopleOf(workspace), b) },
  ],
  accept: c % 3 === 0 ? ['on-leave', 'no-overlap', 'two-roles-two-people', 'not-eligible'] : [],
  today,
  reason: c % 7 === 0 ? 'Corrected' : '',
});

const acceptPlan: Make = (workspace, { a, b, c }) => {
  const slots = slotsOf(workspace);
  const people = peopleOf(workspace);
  const assignments = Array.from({ length: 1 + (a % 12) }, (_none, index) => ({
    shift: pick(slots, b + index * 2),
    person: pick(people, c + index),
  }));
  return {
    kind: 'accept-plan',
    quarter,
    assignments,
    seed: a,
    digest: 'abc',
    iterations: b,
    cost: c,
    bound: null,
    today,
  };
};

/** One that is there, mostly; one that is not, at times and where there is none. */
const someScenario = (workspace: Workspace, a: number): ScenarioId =>
  pick([...recordsOf(workspace, 'scenarios').map(({ id }) => id), 'scenario-none' as ScenarioId], a);

export const saveScenario: Make = (workspace, { a, b, c }) => {
  const policy = pick(recordsOf(workspace, 'policies'), a);
  const from = quarterRange(quarter).from;
  const assignments = slotsOf(workspace).map((shift, place) => {
    const held = recordOf(workspace, 'shifts', shift);
    const leaves = held !== undefined && !held.pinned && (place + c) % 5 === 0;
    return { shift, person: held === undefined || leaves ? null : held.person };
  });
  return {
    kind: 'save-scenario',
    scenario: {
      id: `scenario-${b % 5}` as ScenarioId,
      name: `Scenario ${a % 4}`,
      note: '',
      quarter,
      createdOn: today,
      facts: {
        rotations: [],
        people: [],
        policy: c % 2 === 0 ? null : { ...policy, id: `policy-of-scenario-${a}` as PolicyId, from },
      },
      assignments,
      plan: null,
    },
  };
};

/** Begins a run of a runbook, or notes something on it. */
export const saveRun: Make = (workspace, { a, b }) => ({
  kind: 'save-run',
  run: {
    id: `run-${a % 3}` as Workspace['runs'][never]['id'],
    runbook: pick(recordsOf(workspace, 'runbooks'), a).id,
    incident: null,
    title: 'Figures differ',
    startedAt: '2026-11-20T10:00:00Z' as Workspace['runs'][never]['startedAt'],
    startedBy: 'lead',
    steps: [{ text: 'Stop the report', tickedAt: null, tickedBy: '' }],
    notes: `Note ${b % 5}`,
    finishedAt: null,
  },
});

export const saveImage: Make = (workspace, { a, b }) => ({
  kind: 'save-image',
  image: {
    id: `image-${b % 3}` as Workspace['images'][never]['id'],
    runbook: pick(recordsOf(workspace, 'runbooks'), a).id,
    name: 'chart.png',
    type: 'image/png',
    base64: 'iVBORw0KGgo=',
  },
});

/** Every kind of edit, with choices that are sometimes refused: both answers are of interest. */
export const makers: readonly Make[] = [
  assign,
  assign,
  assign,
  acceptPlan,
  (workspace, { a, b }) => ({
    kind: 'pin-shifts',
    shifts: [pick(recordsOf(workspace, 'shifts'), a).id],
    pinned: b % 2 === 0,
  }),
  (workspace, { a }) => ({ kind: 'save-about', about: { ...workspace.about, name: `Team ${a % 5}` } }),
  (_workspace, { a, b }) => ({
    kind: 'save-person',
    person: aPerson(`New ${a % 4}`, { position: b % 10, fullTimePercent: 1 + (b % 100) }),
  }),
  (workspace, { a, b }) => {
    const person = pick(recordsOf(workspace, 'people'), a);
    return {
      kind: 'save-person',
      person: { ...person, archivedOn: b % 2 === 0 ? null : addDays(today, b % 300) },
    };
  },
  (workspace, { a, b, c }) => {
    const task = pick(recordsOf(workspace, 'tasks'), a);
    const owners = {
      from: addDays(today, b % 40),
      primary: pick(peopleOf(workspace), b),
      secondary: pick(peopleOf(workspace), c),
    };
    return { kind: 'save-task', task: { ...task, ownership: [...task.ownership, owners] } };
  },
  (workspace, { a, b }) => {
    const rotation = pick(recordsOf(workspace, 'rotations'), a);
    return {
      kind: 'save-rotation',
      rotation: { ...rotation, restWeeks: b % 3, cadenceWeeks: b % 5 === 0 ? 2 : rotation.cadenceWeeks },
    };
  },
  (workspace, { a, b, c }) => {
    const ends = pick(recordsOf(workspace, 'rotations'), a);
    const on = addDays(today, (b % 90) - 5);
    const handoff = { ...ends.handoff, weekday: 1 + (c % 7) };
    const id = `rotation-next-${c % 20}` as RotationId;
    const next = {
      ...ends,
      id,
      handoff,
      cadenceWeeks: b % 2 === 0 ? 1 : 2,
      startsOn: on,
      endsOn: null,
      archivedOn: null,
      succeeds: ends.id,
    } as const;
    return { kind: 'succeed-rotation', ends: ends.id, on, next, today };
  },
  (workspace, { a, b, c }) => ({
    kind: 'save-leave',
    leave: {
      id: `leave-${a % 6}` as LeaveId,
      person: pick(peopleOf(workspace), b),
      from: addDays(today, c % 120),
      to: addDays(today, (c % 120) + (a % 9) - 1),
      part: 'day',
      kind: 'leave',
      tentative: b % 2 === 0,
      reason: '',
    },
  }),
  (workspace, { a }) => ({ kind: 'remove-leave', leave: pick(recordsOf(workspace, 'leave'), a).id }),
  (workspace, { a, b }) => {
    const set = pick(recordsOf(workspace, 'holidaySets'), a);
    return { kind: 'save-holiday-set', set: { ...set, locked: b % 2 === 0 } };
  },
  (workspace, { a, b }) => {
    const holiday = pick(recordsOf(workspace, 'holidays'), a);
    return {
      kind: 'save-holiday',
      holiday: {
        ...holiday,
        weightPercent: 50 + (b % 100),
        id: b % 3 === 0 ? (`holiday-${b % 5}` as HolidayId) : holiday.id,
      },
    };
  },
  (workspace, { a }) => ({ kind: 'remove-holiday', holiday: pick(recordsOf(workspace, 'holidays'), a).id }),
  (workspace, { a, b, c }) => {
    const kind = pick(['earn', 'take', 'adjust', 'expire'] as const, c);
    return {
      kind: 'add-comp-time',
      entry: {
        id: `comp-${a % 30}` as CompTimeId,
        kind,
        person: pick(peopleOf(workspace), b),
        date: addDays(today, (a % 60) - 30),
        minutes: (kind === 'earn' || kind === 'adjust' ? 1 : -1) * (1 + (b % 500)),
        source: { shift: null, holiday: null, incident: null, leave: null },
        reverses: null,
        policy: pick(recordsOf(workspace, 'policies'), a).id,
        author: 'Lead',
        note: '',
      },
    };
  },
  (workspace, { a }) => {
    const original = pick(recordsOf(workspace, 'compTime'), a);
    const id = `${original.id}-reversed` as CompTimeId;
    return {
      kind: 'add-comp-time',
      entry: { ...original, id, kind: 'reverse', minutes: -original.minutes, reverses: original.id },
    };
  },
  (workspace, { a, b }) => {
    const policy = pick(recordsOf(workspace, 'policies'), a);
    const version = Object.keys(workspace.policies).length + (b % 4 === 0 ? 0 : 1);
    return {
      kind: 'add-policy',
      policy: {
        ...policy,
        id: `policy-${version}` as PolicyId,
        version,
        from: addDays(today, b % 30),
        standIn: b % 200,
      },
    };
  },
  (workspace, { a, b }) => {
    const person = pick(peopleOf(workspace), b);
    const policy = pick(recordsOf(workspace, 'policies'), a).id;
    const carry = [{ person, load: (a % 100) - 50, holidays: 0, forgiven: 0 }];
    const closedOn = b % 9 === 0 ? ('2027-04-02' as LocalDate) : null;
    return { kind: 'save-quarter', quarter: { id: quarter, closedOn, policy, carry, plan: null } };
  },
  (workspace, { a, b }) => {
    const deadline = pick(recordsOf(workspace, 'deadlines'), a);
    return { kind: 'save-deadline', deadline: { ...deadline, remindDaysBefore: [b % 10, b % 7] } };
  },
  (workspace, { a, b, c }) => {
    const delivery = pick(recordsOf(workspace, 'deliveries'), a);
    return {
      kind: 'record-delivery',
      delivery: { ...delivery, due: addDays(delivery.due, b % 3), outcome: c % 2 === 0 ? 'met' : 'missed' },
    };
  },
  (workspace, { a, b }) => {
    const incident = pick(recordsOf(workspace, 'incidents'), a);
    const kind = pick(['reopened', 'resolved', 'paused', 'resumed', 'acknowledged'] as const, b);
    const at = '2026-11-20T10:00:00Z' as (typeof incident.events)[number]['at'];
    return {
      kind: 'save-incident',
      incident: { ...incident, events: [...incident.events, { kind, at, by: null, reason: '' }] },
    };
  },
  (workspace, { a, b }) => {
    const runbook = pick(recordsOf(workspace, 'runbooks'), a);
    return { kind: 'save-runbook', runbook: { ...runbook, ownerPrimary: pick(peopleOf(workspace), b) } };
  },
  (workspace, { a, b }) => ({
    kind: 'review-runbook',
    runbook: pick(recordsOf(workspace, 'runbooks'), a).id,
    on: addDays(today, (b % 90) - 60),
  }),
  (workspace, { a, b }) => ({
    kind: 'remove-runbook',
    runbook:
      b % 4 === 0
        ? pick(recordsOf(workspace, 'runbooks'), a).id
        : ('runbook-none' as Parameters<Make>[0]['runbooks'][never]['id']),
  }),
  saveScenario,
  (workspace, { a }) => ({ kind: 'adopt-scenario', scenario: someScenario(workspace, a), today }),
  (workspace, { a }) => ({ kind: 'remove-scenario', scenario: someScenario(workspace, a) }),
  (_workspace, { a, b }) => ({
    kind: 'save-pipeline',
    pipeline: {
      id: `pipeline-${a % 3}` as Workspace['pipelines'][never]['id'],
      name: `Pipeline ${b % 4}`,
      code: `P${a % 4}`,
      position: 9,
    },
  }),
  saveRun,
  (workspace, { a }) => ({ kind: 'remove-run', run: pick(recordsOf(workspace, 'runs'), a).id }),
  saveImage,
  (workspace, { a }) => ({ kind: 'remove-image', image: pick(recordsOf(workspace, 'images'), a).id }),
  saveConnection,
  (workspace, { a }) => ({
    kind: 'remove-connection',
    connection: pick(recordsOf(workspace, 'connections'), a).id,
  }),
  (workspace, { a, b, c }) => ({
    kind: 'record-pushed',
    connection: pick(recordsOf(workspace, 'connections'), a).id,
    own: [
      {
        outside: `O${b % 3}`,
        shift: pick(slotsOf(workspace), c),
        startsAt: '2027-01-04T08:00:00Z' as Instant,
        endsAt: '2027-01-11T08:00:00Z' as Instant,
        person: pick(peopleOf(workspace), b),
      },
    ],
  }),
  (workspace, { a, b, c }) => ({
    kind: 'publish',
    events: [
      {
        id: pick(slotsOf(workspace), a % 4) as string as Published['id'],
        kind: 'shift',
        sequence: b % 50,
        at: '2026-11-23T10:00:00Z' as Instant,
        startsAt: '2027-01-04T08:00:00Z' as Instant,
        endsAt: '2027-01-11T08:00:00Z' as Instant,
        people: [pick(peopleOf(workspace), c)],
        former: [],
        status: c % 2 === 0 ? 'confirmed' : 'cancelled',
      },
    ],
  }),
  // Rules of the sample have deliveries, so that they can only be ended: one without a past is there to be taken away.
  (workspace, { a }) => ({
    kind: 'save-deadline',
    deadline: {
      ...pick(recordsOf(workspace, 'deadlines'), a),
      id: 'deadline-new' as Workspace['deadlines'][never]['id'],
      title: `New rule ${a % 3}`,
    },
  }),
  (_workspace, { a }) => ({
    kind: 'remove-deadline',
    deadline: (a % 4 === 0 ? 'deadline-none' : 'deadline-new') as Workspace['deadlines'][never]['id'],
  }),
  (workspace, { a }) => ({
    kind: 'remove-pipeline',
    pipeline: pick(recordsOf(workspace, 'pipelines'), a).id,
  }),
  (workspace, { a }) => ({
    kind: 'remove-incident',
    incident: pick(recordsOf(workspace, 'incidents'), a).id,
  }),
  (workspace, { a, b }) => {
    const person = pick(recordsOf(workspace, 'people'), a);
    return {
      kind: 'import-records',
      title: 'Import people',
      source: 'people.csv',
      records: [{ table: 'people', record: { ...person, fullTimePercent: 50 + (b % 50) } }],
    };
  },
  (workspace, { a, b, c }) => {
    const held = recordsOf(workspace, 'shifts').filter(({ covers }) => covers === null);
    const shift = pick(held, a);
    const from = addDays(dateOf(shift.start), b % 7);
    return {
      kind: 'cover-days',
      covers: [{ shift: shift.id, from, until: addDays(from, 1), person: pick(peopleOf(workspace), c) }],
      remove: [],
      accept: ['no-overlap', 'on-leave', 'not-eligible', 'two-roles-two-people', 'shift-cap'],
      today,
      reason: 'Swapped for the day',
    };
  },
  (workspace, { a, b, c }) => ({
    kind: 'together',
    title: 'Two changes',
    commands: [
      {
        kind: 'save-person',
        person: { ...pick(recordsOf(workspace, 'people'), a), mostShiftsAQuarter: b % 9 },
      },
      { kind: 'save-task', task: { ...pick(recordsOf(workspace, 'tasks'), b), weeklyLoad: c % 40 } },
    ],
  }),
];

/** The command that a draw stands for in this workspace; null where there is nothing to edit, such as the last runbook. */
export function commandOf(workspace: Workspace, draw: Draw): Command | null {
  try {
    return pick(makers, draw.kind)(workspace, draw);
  } catch (error) {
    if (error instanceof Error && error.message === 'nothing to pick from') return null;
    throw error;
  }
}
