import { addDays, atTime, dateOf } from '../../../shared/calendar/days.ts';
import type { LocalDate, LocalTime, ZoneName } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import type { Leave } from '../../../shared/model/leave.ts';
import type { Rotation } from '../../../shared/model/rotation.ts';
import type { Shift } from '../../../shared/model/shift.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { random } from '../../../shared/planner/random.ts';
import { expand } from '../../../shared/rotation/expand.ts';
import { aLeave, aPerson, aRotation, aWorkspace, date, personIdOf, primary } from '../../builders/a-workspace.ts';

const names = ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'];
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'] as ZoneName[];

/** Chance from a seed, with the few questions that a drawn team asks of it. */
export function dice(seed: number) {
  const next = random(seed);
  const below = (many: number): number => Math.floor(next() * many);
  return {
    below,
    often: (part: number): boolean => next() < part,
    one: <Value>(of: readonly [Value, ...Value[]]): Value => of[below(of.length)] ?? of[0],
  };
}
type Dice = ReturnType<typeof dice>;

const day = (draw: Dice): LocalDate => addDays(date('2026-12-14'), draw.below(120));

function rotationOf(draw: Dice, name: string, people: readonly string[]): Rotation {
  const kind = draw.often(0.4) ? 'watch' : 'exclusive';
  const part = people.filter(() => draw.often(0.75));
  return aRotation(name, part, {
    kind,
    cadenceWeeks: draw.one([1, 1, 2]),
    startsOn: addDays(date('2026-10-05'), draw.below(14)),
    endsOn: draw.often(0.2) ? addDays(date('2027-03-01'), draw.below(60)) : null,
    handoff: {
      weekday: draw.one([1, 1, 4, 7]),
      time: draw.one(['09:00', '00:00', '17:30']) as LocalTime,
      zone: draw.one(zones as [ZoneName, ...ZoneName[]]),
    },
    layers: draw.often(0.3) ? aRotation().layers.slice(0, 1) : aRotation().layers,
    participants: part.map((person) => ({ person: personIdOf(person), layers: draw.often(0.2) ? [primary] : [primary, ...aRotation().layers.slice(1).map((layer) => layer.name)] })),
    standIns: kind === 'watch' ? people.filter((person) => !part.includes(person) && draw.often(0.7)).map(personIdOf) : [],
    restWeeks: draw.below(3),
  });
}

function leaveOf(draw: Dice, name: string): Leave {
  const from = day(draw);
  const part = draw.one(['day', 'day', 'morning', 'afternoon'] as const);
  return aLeave(name, from, part === 'day' ? addDays(from, draw.below(12)) : from, { part, tentative: draw.often(0.2) });
}

/** Turns of a quarter's surroundings, held by whoever the dice say: what is recorded need not keep the rules. */
function heldIn(draw: Dice, rotations: readonly Rotation[], people: readonly PersonId[], from: string, until: string, part: number): readonly Shift[] {
  return rotations.flatMap((rotation) =>
    expand(rotation, { from: date(from), until: date(until) })
      .filter(() => draw.often(part))
      .map((slot): Shift => {
        const pinned = draw.often(0.3);
        return { ...slot, person: people[draw.below(people.length)] ?? personIdOf('Ann'), origin: pinned ? 'hand' : 'planned', pinned, accepted: [], covers: null, sequence: 0, note: '' };
      }),
  );
}

function coverOf(draw: Dice, people: readonly PersonId[], shift: Shift): Shift {
  const start = atTime(addDays(dateOf(shift.start), 1 + draw.below(4)), '09:00' as LocalTime);
  const end = atTime(addDays(dateOf(start), 1), '09:00' as LocalTime);
  const id = `${shift.id}/cover/${dateOf(start)}` as ShiftId;
  return { ...shift, id, start, end, covers: shift.id, person: people[draw.below(people.length)] ?? shift.person, pinned: true, origin: 'hand' };
}

/**
 * A team around the first quarter of 2027 with everything that a rule asks about: several rotations of any kind, cadence,
 * hand-off and zone, leave by days and halves, joiners, leavers, caps, pins, covers, and turns already held in the quarter
 * and in those beside it.
 */
export function anyTeam(seed: number): Workspace {
  const draw = dice(seed);
  const people = names.slice(0, 3 + draw.below(4));
  const rotations = ['Team', 'Second', 'Third'].slice(0, 1 + draw.below(3)).map((name, position) => ({ ...rotationOf(draw, name, people), position }));
  const ids = people.map(personIdOf);
  const shifts = [
    ...heldIn(draw, rotations, ids, '2026-12-01', '2027-01-01', 0.6),
    ...heldIn(draw, rotations, ids, '2027-01-01', '2027-04-01', draw.one([0, 0.1, 0.6])),
    ...heldIn(draw, rotations, ids, '2027-04-01', '2027-05-01', draw.one([0, 0.8])),
  ];
  const covers = shifts.filter(() => draw.often(0.05)).map((shift) => coverOf(draw, ids, shift));
  return aWorkspace({
    people: people.map((name, position) => {
      const joins = draw.often(0.15) ? day(draw) : null;
      const archived = draw.often(0.1) ? day(draw) : null;
      return aPerson(name, {
        position,
        zone: draw.one(zones as [ZoneName, ...ZoneName[]]),
        joinsOn: joins,
        leavesOn: joins === null && draw.often(0.15) ? day(draw) : null,
        archivedOn: joins === null ? archived : null,
        mostShiftsAQuarter: draw.often(0.2) ? draw.below(8) : null,
      });
    }),
    rotations,
    shifts: [...shifts, ...covers],
    leave: people.flatMap((name) => (draw.often(0.6) ? [leaveOf(draw, name)] : [])),
  });
}
