import { expect, test } from 'vitest';
import { barsOf } from '../../../../renderer/features/calendar/bars.ts';
import { nextStop, shiftsInBox, stopsOf } from '../../../../renderer/features/calendar/chip-order.ts';
import { targetUnder } from '../../../../renderer/features/calendar/drop-target.ts';
import { heldUnder, type Grasp } from '../../../../renderer/features/calendar/held-under.ts';
import { piecesOf } from '../../../../renderer/features/calendar/pieces.ts';
import {
  dueEvent,
  eventCache,
  holidayEvent,
  leaveEvent,
  leaveInList,
  listEvent,
  quartersBetween,
  pieceEvent,
} from '../../../../renderer/features/calendar/to-events.ts';
import { faceOf } from '../../../../renderer/state/chip-faces.ts';
import { addDays, quarterOf } from '../../../../shared/calendar/days.ts';
import type { LocalDate, QuarterId } from '../../../../shared/model/dates.ts';
import type { LeaveId, PersonId } from '../../../../shared/model/ids.ts';
import { slotsOfQuarter, type Slot } from '../../../../shared/rotation/expand.ts';
import { sampleWorkspace } from '../../../../shared/sample/sample.ts';

const workspace = sampleWorkspace();
const slots = slotsOfQuarter(workspace, '2026-Q4' as QuarterId);
const faceFor = (index: number) => (slot: Slot) => ({
  face: faceOf(workspace, slot, new Map(), false),
  label: `label ${index}`,
});
const eventOf = (index: number) => {
  const slot = slots[index];
  if (slot === undefined) throw new Error('no such slot');
  const [piece] = piecesOf(workspace, slot, null, '2026-10-05' as LocalDate);
  if (piece === undefined) throw new Error('no piece');
  return pieceEvent(workspace, piece, faceFor(index), '2026-10-05' as LocalDate);
};

test('a turn is drawn on its days and says its hand-offs, in sight and to a screen reader', () => {
  const { start, end, allDay, extendedProps } = eventOf(0);
  const [slot] = slots;
  expect([start, allDay]).toEqual([slot?.start.slice(0, 10), true]);
  expect(end).toBe(slot?.end.slice(0, 10));
  if (extendedProps.kind !== 'shift') throw new Error('no shift');
  const [segment] = extendedProps.segments;
  expect(segment?.when).toBe('09:00 – Mon 12 Oct 09:00');
  expect(segment?.label).toMatch(/Mon 5 Oct 09:00 to Mon 12 Oct 09:00$/);
});

test('in a list a turn stands on its first day only', () => {
  const [slot] = slots;
  const [bar] = slot === undefined ? [] : barsOf(workspace, slot, null);
  if (slot === undefined || bar === undefined) throw new Error('no bar');
  const event = listEvent(workspace, bar, faceFor(0)(slot), bar.from);
  expect([event.start, event.end]).toEqual([bar.from, addDays(bar.from, 1)]);
});

test('a turn that began before what is on view can be reached there by key, and stands in a list on its first day shown', () => {
  const [slot] = slots;
  const first = '2026-10-08' as LocalDate;
  const [bar] = slot === undefined ? [] : barsOf(workspace, slot, null);
  if (slot === undefined || bar === undefined) throw new Error('no bar');
  const pieces = piecesOf(workspace, slot, null, first).map((piece) =>
    pieceEvent(workspace, piece, faceFor(0), first),
  );
  expect(stopsOf(pieces.slice(1)).map(({ shift, start }) => [shift, start])).toEqual([[slot.id, first]]);
  expect(stopsOf([listEvent(workspace, bar, faceFor(0)(slot), first)])).toEqual([
    expect.objectContaining({ shift: slot.id, start: first }),
  ]);
});

test('the last day of leave is drawn, and its reason is not', () => {
  const leave = {
    id: 'leave-x' as LeaveId,
    person: Object.keys(workspace.people)[0] as PersonId,
    from: '2027-02-03' as LocalDate,
    to: '2027-02-05' as LocalDate,
    part: 'day',
    kind: 'leave',
    tentative: false,
    reason: 'operation',
  } as const;
  const event = leaveEvent(workspace, leave);
  expect([event.start, event.end, event.allDay]).toEqual(['2027-02-03', '2027-02-06', true]);
  expect(JSON.stringify(event)).not.toContain('operation');
});

test('a holiday is drawn on the day it is observed', () => {
  const weekend = Object.values(workspace.holidays).find(({ observed }) => observed !== null);
  if (weekend !== undefined) expect(holidayEvent(weekend).start).toBe(weekend.observed);
  const plain = Object.values(workspace.holidays).find(({ observed }) => observed === null);
  if (plain !== undefined) expect(holidayEvent(plain).start).toBe(plain.actual);
  expect(weekend ?? plain).toBeDefined();
});

test('an event that says the same is the same object, and one that says something else is not', () => {
  const cache = eventCache();
  const first = cache.keep(eventOf(0));
  expect(cache.keep(eventOf(0))).toBe(first);
  expect(cache.keep({ ...eventOf(0), title: 'another' })).not.toBe(first);
});

test('the quarters of a range count the one whose last turn reaches into it', () => {
  expect(quartersBetween('2027-01-01' as LocalDate, '2027-02-01' as LocalDate, quarterOf)).toEqual([
    '2026-Q4',
    '2027-Q1',
  ]);
});

test('keys go down through the shifts of a week and sideways through one duty', () => {
  const stops = stopsOf([
    ...slots.map((_, index) => eventOf(index)),
    dueEvent({
      key: 'deadline-x/2026-11-02',
      title: 'Data',
      date: '2026-11-02' as LocalDate,
      time: null,
      pipeline: 'PRO',
      status: 'met',
    }),
  ]);
  expect(stops).toHaveLength(slots.length);
  const first = stops[0];
  const below = nextStop(stops, first?.event ?? null, 1, 0);
  expect(below).toBe(stops[1]?.event);
  const later = nextStop(stops, first?.event ?? null, 0, 1);
  expect(later?.split('/').slice(0, 2)).toEqual(first?.shift.split('/').slice(0, 2));
  expect(later).not.toBe(first?.event);
  expect(nextStop(stops, stops[stops.length - 1]?.event ?? null, 1, 0)).toBe(stops[stops.length - 1]?.event);
  expect(nextStop(stops, null, 0, 1)).toBe(first?.event);
});

test('a drop means: a person of the rail, another shift, the gaps, or the week of a day', () => {
  const held = { kind: 'slot', slot: slots[0]?.id ?? ('' as never) } as const;
  const owner = workspace.shifts[held.slot]?.person;
  const nothing = { shift: null, person: null, day: null, gaps: false } as const;
  expect(targetUnder(workspace, { ...nothing, person: 'person-x' as PersonId }, held)).toEqual({
    kind: 'person',
    person: 'person-x',
  });
  expect(
    targetUnder(workspace, { ...nothing, shift: slots[1]?.id ?? null, day: '2026-10-07' as LocalDate }, held),
  ).toEqual({ kind: 'slot', slot: slots[1]?.id });
  expect(targetUnder(workspace, { ...nothing, gaps: true }, held)).toEqual({ kind: 'gaps' });
  expect(targetUnder(workspace, { ...nothing, day: '2026-10-14' as LocalDate }, held)).toEqual({
    kind: 'person-week',
    person: owner,
    week: '2026-10-12',
  });
  expect(targetUnder(workspace, nothing, held)).toBeNull();
  expect(
    targetUnder(
      workspace,
      { ...nothing, day: '2026-10-14' as LocalDate },
      { kind: 'person', person: 'person-x' as PersonId },
    ),
  ).toBeNull();
});

test('half a day of leave takes its hours in a time grid and a whole day elsewhere', () => {
  const leave = Object.values(workspace.leave).find(({ part }) => part === 'afternoon');
  if (leave === undefined) throw new Error('no half day in the sample');
  expect(leaveEvent(workspace, leave, true)).toMatchObject({
    start: `${leave.from}T13:00`,
    end: `${leave.from}T18:00`,
    allDay: false,
  });
  expect(leaveEvent(workspace, leave)).toMatchObject({
    allDay: true,
    title: 'Engineer 4, on leave in the afternoon',
  });
});

test('a box of shifts reaches over the turns between its corners, of the duties between them', () => {
  const stops = stopsOf(slots.map((_, index) => eventOf(index)));
  const at = (week: number, rank: number) => stops.filter((stop) => stop.rank === rank)[week];
  const ranks = [...new Set(stops.map(({ rank }) => rank))].sort((a, b) => a - b);
  const [first, , third] = ranks;
  if (first === undefined || third === undefined) throw new Error('too few duties');
  const box = shiftsInBox(stops, at(2, third)?.event ?? null, at(0, first)?.event ?? null);
  expect(box).toHaveLength(9);
  expect(box).toContain(at(1, first)?.shift);
  expect(shiftsInBox(stops, null, at(0, first)?.event ?? null)).toEqual([at(0, first)?.shift]);
});

test('the hand takes hold of what lies under it: an end, days off, a holiday, one day with Alt, a selection', () => {
  const shift = slots[0]?.id ?? ('' as never);
  const grasp = (attributes: Readonly<Record<string, string>>, rest: Partial<Grasp> = {}) =>
    heldUnder(
      workspace,
      { element: elementWith(attributes), day: null, alt: false, selection: [], ...rest },
      null,
    );
  const chip = { 'data-shift': shift };
  const day = '2026-10-07' as LocalDate;
  expect(grasp(chip)).toEqual({ kind: 'slot', slot: shift });
  expect(grasp(chip, { alt: true, day })).toEqual({
    kind: 'days',
    days: { kind: 'some', shift, from: day, until: '2026-10-08' },
  });
  expect(grasp(chip, { selection: [shift, 'other' as never] })).toMatchObject({ kind: 'slots', lead: shift });
  expect(grasp({ 'data-edge': 'end', 'data-of': shift })).toEqual({
    kind: 'days',
    days: { kind: 'handoff', shift, edge: 'end' },
  });
  expect(grasp({ 'data-holiday': 'holiday-x' })).toEqual({
    kind: 'days',
    days: { kind: 'holiday', holiday: 'holiday-x' },
  });
  expect(grasp({ 'data-leave': 'leave-x', 'data-edge': 'start' }, { day })).toEqual({
    kind: 'leave',
    leave: 'leave-x',
    day,
    edge: 'start',
  });
  expect(grasp({ 'data-more': shift })).toBeNull();
});

/** An element that knows its own attributes only: all that is asked of one here. */
function elementWith(attributes: Readonly<Record<string, string>>): Element {
  const element = {
    closest: (selector: string) => (attributes[selector.slice(1, -1)] === undefined ? null : element),
    getAttribute: (name: string) => attributes[name] ?? null,
  } as unknown as Element;
  return element;
}

test('in a list days away stand once, with their dates, also where they began before it', () => {
  const leave = Object.values(workspace.leave).find(({ from, to }) => from < to);
  if (leave === undefined) throw new Error('no leave of several days in the sample');
  const event = leaveInList(workspace, leave, leave.to);
  expect([event.start, event.end]).toEqual([leave.to, addDays(leave.to, 1)]);
  expect(JSON.stringify(event.extendedProps)).toMatch(/on leave, \d/);
  expect(leaveInList(workspace, leave, '2020-01-01' as LocalDate).start).toBe(leave.from);
});
