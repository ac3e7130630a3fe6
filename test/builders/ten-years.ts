import {
  addDays,
  dateOf,
  mondayOf,
  nextQuarter,
  quarterOf,
  quarterRange,
} from '../../shared/calendar/days.ts';
import type { CompTimeEntry } from '../../shared/model/comp-time.ts';
import type { LocalDate, QuarterId } from '../../shared/model/dates.ts';
import type { Holiday, HolidaySet } from '../../shared/model/holiday.ts';
import type { CompTimeId, PipelineId, PolicyId } from '../../shared/model/ids.ts';
import type { Leave } from '../../shared/model/leave.ts';
import type { Quarter } from '../../shared/model/quarter.ts';
import type { Rotation } from '../../shared/model/rotation.ts';
import type { Shift } from '../../shared/model/shift.ts';
import type { Task } from '../../shared/model/task.ts';
import type { Workspace } from '../../shared/model/workspace.ts';
import { expand } from '../../shared/rotation/expand.ts';
import { random } from './large-workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aPolicy,
  aRotation,
  aTask,
  aWorkspace,
  date,
} from './a-workspace.ts';

const PEOPLE = 60;
const ROTATIONS = 4;
const LEAVES = 5000;
const first = date('2017-01-02');
const end = date('2027-04-05');
const worked = date('2026-11-23');
const regions = ['US', 'DE-BE', 'GB-ENG'] as const;
const days = [
  ['New Year', '01-01'],
  ['Spring Day', '03-08'],
  ['May Day', '05-01'],
  ['Midsummer', '06-24'],
  ['Harvest Day', '10-03'],
  ['All Saints', '11-01'],
  ['Christmas Day', '12-25'],
  ['Second Day of Christmas', '12-26'],
] as const;

const nameOf = (index: number): string => `Person ${String(index + 1).padStart(2, '0')}`;
const names = Array.from({ length: PEOPLE }, (_none, index) => nameOf(index));
const years = Array.from({ length: 11 }, (_none, index) => 2017 + index);

const rotations = (): readonly Rotation[] =>
  Array.from({ length: ROTATIONS }, (_none, group) =>
    aRotation(
      `Duty ${group + 1}`,
      names.filter((_name, index) => index % ROTATIONS === group),
      { code: `D${group + 1}`, startsOn: first, restWeeks: 1, position: group, pipeline: pipelineId(group) },
    ),
  );

const pipelineId = (group: number): PipelineId => `pipeline-${group + 1}` as PipelineId;

function turnsOf(rotation: Rotation): readonly Shift[] {
  const order = rotation.participants;
  return expand(rotation, { from: first, until: end }).map((slot, index) => {
    const turn = Math.floor(index / 2) + (index % 2 === 0 ? 0 : Math.floor(order.length / 2));
    const person = order[turn % order.length]?.person ?? order[0]?.person;
    if (person === undefined) throw new Error('a rotation without people');
    return {
      ...slot,
      person,
      origin: 'planned',
      pinned: false,
      accepted: [],
      covers: null,
      sequence: 0,
      note: '',
    };
  });
}

/** Single weeks and days off over all the years; never two of one person on a day, nor in a week on call. */
function leaves(shifts: readonly Shift[]): readonly Leave[] {
  const draw = random(7);
  const taken = new Set(shifts.map(({ person, start }) => `${person} ${dateOf(start)}`));
  const all: Leave[] = [];
  const weeks = 535;
  while (all.length < LEAVES) {
    const name = names[Math.floor(draw() * PEOPLE)] ?? nameOf(0);
    const monday = addDays(first, 7 * Math.floor(draw() * weeks));
    const key = `${aPerson(name).id} ${monday}`;
    if (taken.has(key)) continue;
    taken.add(key);
    all.push(aLeave(name, addDays(monday, 1), addDays(monday, 1 + Math.floor(draw() * 4))));
  }
  return all;
}

const holidaySets = (): readonly HolidaySet[] =>
  regions.flatMap((region) => years.map((year) => aHolidaySet(region, year, { locked: year < 2027 })));

const holidays = (): readonly Holiday[] =>
  regions.flatMap((region) =>
    years.flatMap((year) => days.map(([name, day]) => aHoliday(region, name, `${year}-${day}`))),
  );

function quarters(): readonly Quarter[] {
  const draw = random(11);
  const list: Quarter[] = [];
  for (let id: QuarterId = quarterOf(first); quarterRange(id).until <= worked; id = nextQuarter(id))
    list.push({
      id,
      closedOn: quarterRange(id).until,
      policy: 'policy-1' as PolicyId,
      carry: names.map((name) => ({
        person: aPerson(name).id,
        load: Math.round((draw() - 0.5) * 40),
        holidays: Math.round((draw() - 0.5) * 8),
        forgiven: 0,
      })),
      plan: null,
    });
  return list;
}

function tasks(): readonly Task[] {
  return Array.from({ length: 30 }, (_none, index) => {
    const task = aTask(`T${index + 1}`, null, null, {
      position: index,
      pipeline: pipelineId(index % ROTATIONS),
    });
    const ownership = years.map((year) => ({
      from: date(`${year}-01-01`),
      primary: aPerson(nameOf((index + year) % PEOPLE)).id,
      secondary: aPerson(nameOf((index + year + 7) % PEOPLE)).id,
    }));
    return { ...task, ownership };
  });
}

/** One holiday earned and most of it taken again, twice a year and person. */
function ledger(): readonly CompTimeEntry[] {
  const lines: CompTimeEntry[] = [];
  for (const [index, name] of names.entries())
    for (const year of years.filter((one) => one < 2027))
      for (const [kind, day, minutes] of [
        ['earn', '01-01', 480],
        ['take', '05-04', -240],
        ['earn', '08-15', 300],
        ['take', '09-08', -300],
      ] as const)
        lines.push({
          id: `comp-${index}-${year}-${day}` as CompTimeId,
          kind,
          person: aPerson(name).id,
          date: date(`${year}-${day}`),
          minutes,
          source: { shift: null, holiday: null, incident: null, leave: null },
          reverses: null,
          policy: 'policy-1' as PolicyId,
          author: 'lead',
          note: '',
        });
  return lines;
}

/** 60 people, ten years of four weekly rotations, 5,000 entries of leave, 2,400 lines of the ledger, 30 tasks. */
export function tenYears(): Workspace {
  const groups = rotations();
  const shifts = groups.flatMap(turnsOf);
  const started: LocalDate = mondayOf(first);
  return aWorkspace({
    people: names.map((name, position) =>
      aPerson(name, { position, joinsOn: started, region: regions[position % regions.length] ?? null }),
    ),
    pipelines: groups.map((_group, index) => ({
      id: pipelineId(index),
      name: `Pipeline ${index + 1}`,
      code: `P${index + 1}`,
      position: index,
    })),
    rotations: groups,
    shifts,
    leave: leaves(shifts),
    holidaySets: holidaySets(),
    holidays: holidays(),
    quarters: quarters(),
    tasks: tasks(),
    compTime: ledger(),
    policies: [aPolicy({ from: date('2017-01-01') })],
  });
}
