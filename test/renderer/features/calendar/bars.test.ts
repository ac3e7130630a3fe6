import { expect, test } from 'vitest';
import { barsOf } from '../../../../renderer/features/calendar/bars.ts';
import { blockOf, endOfBlock } from '../../../../renderer/features/calendar/handoff-blocks.ts';
import { handoffsOf } from '../../../../renderer/features/calendar/handoffs.ts';
import { piecesOf } from '../../../../renderer/features/calendar/pieces.ts';
import { addDays, atTime, mondayOf } from '../../../../shared/calendar/days.ts';
import type { LocalDateTime, LocalTime, ZoneName } from '../../../../shared/model/dates.ts';
import type { LayerName, ShiftId } from '../../../../shared/model/ids.ts';
import type { Shift } from '../../../../shared/model/shift.ts';
import type { Workspace } from '../../../../shared/model/workspace.ts';
import { expand, type Slot } from '../../../../shared/rotation/expand.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  date,
  personIdOf,
  primary,
} from '../../../builders/a-workspace.ts';

const names = ['Ann', 'Bo', 'Cy'];
const time = (text: string) => text as LocalTime;

function planIn(zone: string, at: string, shifts: readonly Shift[] = [], weekday = 1): Workspace {
  return aWorkspace({
    people: names.map((name, position) => aPerson(name, { position })),
    rotations: [
      aRotation('Team', names, {
        handoff: { weekday, time: time(at), zone: zone as ZoneName },
        layers: [{ name: primary, title: 'Primary', weightPercent: 100 }],
      }),
    ],
    shifts,
  });
}

const slotsOf = (workspace: Workspace, from: string, until: string): readonly Slot[] => {
  const own = Object.values(workspace.rotations).flatMap((rotation) =>
    expand(rotation, { from: date(from), until: date(until) }),
  );
  const covers = Object.values(workspace.shifts).filter(({ covers: turn }) => turn !== null);
  return [...own, ...covers];
};

const barText = (workspace: Workspace, slot: Slot, clock: string | null = null): readonly string[] =>
  barsOf(workspace, slot, clock as ZoneName | null).map(({ from, until }) => `${from} to ${until}`);

const cover = (turn: string, from: string, until: string, person: string, at = '09:00'): Shift =>
  aShift(turn, person, {
    id: `${aShiftId('Team', primary, turn)}/cover/${from}` as ShiftId,
    covers: aShiftId('Team', primary, turn),
    start: atTime(date(from), time(at)),
    end: atTime(date(until), time(at)),
  });

test.each([
  ['Europe/Berlin', '2027-03-22'],
  ['America/New_York', '2027-03-08'],
  ['Australia/Sydney', '2027-03-29'],
  ['Australia/Lord_Howe', '2027-03-29'],
  ['Asia/Kolkata', '2027-03-22'],
])(
  'in %s a turn is seven days long in the week in which clocks change, and hands over at its hour',
  (zone, monday) => {
    for (const at of ['00:00', '02:30', '09:00', '12:00']) {
      const workspace = planIn(zone, at);
      const [slot] = slotsOf(workspace, monday, addDays(date(monday), 1));
      if (slot === undefined) throw new Error('no turn');
      expect(barText(workspace, slot)).toEqual([`${monday} to ${addDays(date(monday), 7)}`]);
      expect(
        handoffsOf(workspace, [slot], { from: date(monday), until: addDays(date(monday), 8) }, null),
      ).toEqual([expect.objectContaining({ at: `${monday}T${at}` })]);
    }
  },
);

test('a turn that is handed over after noon belongs to the days whose noon it holds', () => {
  const workspace = planIn('Europe/Berlin', '17:00', [], 5);
  const [slot] = slotsOf(workspace, '2027-01-08', '2027-01-09');
  if (slot === undefined) throw new Error('no turn');
  expect(barText(workspace, slot)).toEqual(['2027-01-09 to 2027-01-16']);
});

test('read on another clock, the hand-off keeps its true moment while the two zones change on different nights', () => {
  const workspace = planIn('Europe/Berlin', '09:00');
  const at = (monday: string, clock: string) =>
    handoffsOf(
      workspace,
      slotsOf(workspace, monday, addDays(date(monday), 1)),
      { from: addDays(date(monday), -1), until: addDays(date(monday), 2) },
      clock as ZoneName,
    )[0]?.at;
  expect(at('2027-03-08', 'America/New_York')).toBe('2027-03-08T03:00');
  expect(at('2027-03-15', 'America/New_York')).toBe('2027-03-15T04:00');
  expect(at('2027-03-29', 'America/New_York')).toBe('2027-03-29T03:00');
  expect(at('2027-03-29', 'Asia/Kolkata')).toBe('2027-03-29T12:30');
  expect(at('2027-04-05', 'Australia/Lord_Howe')).toBe('2027-04-05T17:30');
  expect(at('2027-04-05', 'Australia/Sydney')).toBe('2027-04-05T17:00');
});

test('every day belongs to one turn, on whatever clock it is read', () => {
  const workspace = planIn('Europe/Berlin', '09:00');
  const slots = slotsOf(workspace, '2027-01-04', '2027-12-20');
  for (const clock of [null, 'America/New_York', 'Australia/Sydney', 'Australia/Lord_Howe', 'Asia/Kolkata']) {
    const bars = slots.flatMap((slot) => barsOf(workspace, slot, clock as ZoneName | null));
    for (const [index, bar] of bars.entries()) {
      const next = bars[index + 1];
      if (next !== undefined) expect(`${clock} ${next.from}`).toBe(`${clock} ${bar.until}`);
    }
    expect(bars).toHaveLength(slots.length);
  }
});

test('days that somebody covers are the cover’s: the turn has a bar before and one after', () => {
  const turn = '2027-01-04';
  const workspace = planIn('Europe/Berlin', '09:00', [
    aShift(turn, 'Ann'),
    cover(turn, '2027-01-06', '2027-01-08', 'Bo'),
  ]);
  const [slot, laid] = slotsOf(workspace, turn, addDays(date(turn), 1));
  if (slot === undefined || laid === undefined) throw new Error('no turn');
  expect(barText(workspace, slot)).toEqual(['2027-01-04 to 2027-01-06', '2027-01-08 to 2027-01-11']);
  expect(barText(workspace, laid)).toEqual(['2027-01-06 to 2027-01-08']);
  const [first, last] = barsOf(workspace, slot, null);
  expect([first?.atStart, first?.atEnd, last?.atStart, last?.atEnd]).toEqual([true, false, false, true]);
  for (const clock of ['Australia/Sydney', 'Australia/Lord_Howe', 'America/New_York'])
    expect(barText(workspace, slot, clock)).toHaveLength(2);
});

test('a turn that is covered whole, day by day, has no bar of its own', () => {
  const turn = '2027-01-04';
  const workspace = planIn('Europe/Berlin', '09:00', [
    aShift(turn, 'Ann'),
    cover(turn, '2027-01-04', '2027-01-07', 'Bo'),
    cover(turn, '2027-01-07', '2027-01-11', 'Cy'),
  ]);
  const [slot] = slotsOf(workspace, turn, addDays(date(turn), 1));
  expect(slot === undefined ? null : barText(workspace, slot)).toEqual([]);
});

test('duties change hands where a cover begins and ends too, and not where the same person goes on', () => {
  const first = '2027-01-04';
  const workspace = planIn('Europe/Berlin', '09:00', [
    aShift(first, 'Ann'),
    aShift('2027-01-11', 'Ann'),
    cover(first, '2027-01-06', '2027-01-07', 'Bo'),
  ]);
  const told = handoffsOf(
    workspace,
    slotsOf(workspace, first, '2027-01-12'),
    { from: date('2027-01-05'), until: date('2027-01-13') },
    null,
  );
  const changes = told.map(
    ({ at, duties }) => `${at} ${duties.map(({ from, to }) => `${from} to ${to}`).join()}`,
  );
  expect(changes).toEqual([
    `2027-01-06T09:00 ${personIdOf('Ann')} to ${personIdOf('Bo')}`,
    `2027-01-07T09:00 ${personIdOf('Bo')} to ${personIdOf('Ann')}`,
  ]);
});

test('a block of hand-offs says who hands what to whom, and stays within its day', () => {
  const monday = '2027-01-11';
  const workspace = planIn('Europe/Berlin', '23:30', [
    aShift(monday, 'Bo', { start: `${monday}T23:30` as LocalDateTime }),
  ]);
  const slots = slotsOf(workspace, '2027-01-04', '2027-01-12');
  const [handoff] = handoffsOf(
    workspace,
    slots,
    { from: date(monday), until: addDays(date(monday), 1) },
    null,
  );
  if (handoff === undefined) throw new Error('no hand-off');
  const block = blockOf(workspace, handoff);
  expect(block.label).toBe('Team primary: Bo begins');
  expect(endOfBlock(block)).toBe('2027-01-12T00:00');
  expect(mondayOf(date('2027-01-12'))).toBe(monday);
});

test('only so many duties are named in a block, and the rest counted', () => {
  const layers = Array.from({ length: 6 }, (_, index) => ({
    name: `layer-${index}` as LayerName,
    title: `Layer ${index}`,
    weightPercent: 100,
  }));
  const workspace = aWorkspace({
    people: names.map((name, position) => aPerson(name, { position })),
    rotations: ['One', 'Two', 'Six'].map((name, position) => aRotation(name, names, { layers, position })),
    shifts: [],
  });
  const slots = slotsOf(workspace, '2027-01-04', '2027-01-05');
  const duties = slots.map((slot) => ({ slot, from: null, to: personIdOf('Ann'), begins: true }));
  const block = blockOf(workspace, { at: '2027-01-04T09:00' as LocalDateTime, duties });
  expect([block.lines.length, block.more]).toEqual([9, 9]);
});

test.each([
  [
    'Monday',
    '2027-01-04',
    [
      ['2027-01-06', 'turn 2027-01-06 to 2027-01-09', 'cover 2027-01-09 to 2027-01-11'],
      ['2027-01-11', 'cover 2027-01-11 to 2027-01-12', 'turn 2027-01-12 to 2027-01-13'],
    ],
  ],
  [
    'Sunday, though a later one is shown first',
    '2027-01-31',
    [
      ['2027-01-06', 'turn 2027-01-06 to 2027-01-09', 'cover 2027-01-09 to 2027-01-10'],
      ['2027-01-10', 'cover 2027-01-10 to 2027-01-12', 'turn 2027-01-12 to 2027-01-13'],
    ],
  ],
])('a turn with its covers keeps one line: a piece a row, which begins on %s', (_weekday, origin, expected) => {
  const turn = '2027-01-06';
  const workspace = planIn(
    'Europe/Berlin',
    '09:00',
    [aShift(turn, 'Ann'), cover(turn, '2027-01-09', '2027-01-12', 'Bo')],
    3,
  );
  const [slot] = slotsOf(workspace, turn, addDays(date(turn), 1));
  if (slot === undefined) throw new Error('no turn');
  const pieces = piecesOf(workspace, slot, null, date(origin));
  const drawn = pieces.map(({ from, parts }) => [
    from,
    ...parts.map(
      (part) => `${part.bar.slot.id.includes('/cover/') ? 'cover' : 'turn'} ${part.from} to ${part.until}`,
    ),
  ]);
  expect(drawn).toEqual(expected);
});

test('what covers leave of a turn begins and ends at their hand-offs, and so do the covers', () => {
  const workspace = planIn('Europe/Berlin', '09:00', [
    aShift('2027-01-04', 'Ann'),
    cover('2027-01-04', '2027-01-06', '2027-01-07', 'Bo'),
    cover('2027-01-04', '2027-01-09', '2027-01-11', 'Cy'),
  ]);
  const [turn] = slotsOf(workspace, '2027-01-04', '2027-01-05');
  if (turn === undefined) throw new Error('no turn');
  expect(barsOf(workspace, turn, null).map(({ start, end }) => `${start} to ${end}`)).toEqual([
    '2027-01-04T09:00 to 2027-01-06T09:00',
    '2027-01-07T09:00 to 2027-01-09T09:00',
  ]);
  expect(barsOf(workspace, turn, null).map(({ atStart, atEnd }) => [atStart, atEnd])).toEqual([
    [true, false],
    [false, false],
  ]);
});
