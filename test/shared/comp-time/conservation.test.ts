import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../../shared/calendar/days.ts';
import { balanceOf } from '../../../shared/comp-time/balance.ts';
import { bookingsOf } from '../../../shared/comp-time/booking.ts';
import { expiredBy, reversalOf, type Writing } from '../../../shared/comp-time/credit.ts';
import { occasionOf } from '../../../shared/comp-time/earning.ts';
import { linesOf, standing } from '../../../shared/comp-time/ledger.ts';
import { dueBy } from '../../../shared/comp-time/settlements.ts';
import { reverse } from '../../../shared/editing/changes.ts';
import type { Changes, Command } from '../../../shared/editing/command.ts';
import { bookStep, cancelStep, settleStep, writeOffStep } from '../../../shared/editing/comp-time-steps.ts';
import { edit } from '../../../shared/editing/edit.ts';
import type { CompTimeId, LeaveId, PersonId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import {
  aHoliday,
  aHolidaySet,
  aLeave,
  aPerson,
  aPolicy,
  aRotation,
  aShift,
  aWorkspace,
  date,
  personIdOf,
  secondary,
} from '../../builders/a-workspace.ts';

const region = 'DE-BE';
const names = ['Ann', 'Bo', 'Cy'];
const people = names.map(personIdOf);
const start = date('2027-01-04');
const today = date('2027-04-01');
const end = date('2028-06-30');
const weeks = Array.from({ length: 10 }, (_none, week) => addDays(start, 7 * week));

/** Ten worked weeks of two layers, with a holiday in every other one. */
function world(terms: Partial<Policy['compTime']>): Workspace {
  return aWorkspace({
    people: names.map((name) => aPerson(name, { region })),
    rotations: [aRotation('Team', names)],
    holidaySets: [aHolidaySet(region, 2027)],
    holidays: weeks
      .filter((_day, week) => week % 2 === 0)
      .map((day, index) => aHoliday(region, `Holiday ${index}`, addDays(day, index))),
    shifts: weeks.flatMap((day, week) => [
      aShift(day, names[week % 3] ?? 'Ann'),
      aShift(day, names[(week + 1) % 3] ?? 'Bo', { layer: secondary }),
    ]),
    policies: [aPolicy({ from: date('2026-01-01'), compTime: { ...aPolicy().compTime, ...terms } })],
  });
}

const acts = ['swap', 'credit', 'book', 'cancel', 'take back', 'write off', 'adjust', 'undo'] as const;
interface Act {
  readonly act: (typeof acts)[number];
  readonly who: number;
  readonly pick: number;
  readonly minutes: number;
  readonly day: number;
}

const anAct: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(...acts),
  who: fc.nat(2),
  pick: fc.nat(1000),
  minutes: fc.integer({ min: 1, max: 900 }),
  day: fc.nat(400),
});

const termsOf: fc.Arbitrary<Partial<Policy['compTime']>> = fc.record({
  minutesPerHoliday: fc.constantFrom(0, 480, 481),
  minutesPerWeekendDay: fc.constantFrom(0, 240),
  counting: fc.constantFrom('proportional', 'any-part', 'at-least' as const),
  roundToMinutes: fc.constantFrom(1, 15, 60 as const),
  mostOpenMinutes: fc.constantFrom(null, 0, 600),
  expiresAfterMonths: fc.constantFrom(null, 1, 6),
});

const picked = <Row>(rows: readonly Row[], pick: number): Row | undefined =>
  rows[pick % Math.max(1, rows.length)];

/** The command of an act, as the window would make it; null where there is nothing to do it to. */
function commandOf(
  workspace: Workspace,
  { act, who, pick, minutes, day }: Act,
  number: number,
): Command | null {
  let lines = 0;
  const on = addDays(today, day);
  const writing: Writing = {
    author: 'Lead',
    today: on,
    newId: () => `comp-${number}-${(lines += 1)}` as CompTimeId,
  };
  const person = people[who] as PersonId;
  const name = names[who] ?? 'Ann';
  switch (act) {
    case 'swap': {
      const shift = picked(Object.values(workspace.shifts), pick);
      if (shift === undefined) return null;
      const assignments = [{ shift: shift.id, person: pick % 5 === 0 ? null : person }];
      // Whoever is overruled here is not what this is about.
      const accept = ['on-leave', 'two-roles-two-people', 'no-overlap'] as const;
      return { kind: 'assign-shifts', assignments, accept: [...accept], today, reason: 'It was so' };
    }
    case 'credit': {
      const { settlements } = dueBy(workspace, today);
      const some = settlements.filter((_one, index) => (index + pick) % 3 !== 0);
      return settleStep(workspace, some, () => 'Credit', writing);
    }
    case 'book': {
      const leave = { ...aLeave(name, on, on, { kind: 'comp-time' }), id: `leave-${number}` as LeaveId };
      return bookStep(workspace, { leave, minutes, note: '', agreedDebt: pick % 4 === 0 }, 'Book', writing);
    }
    case 'cancel': {
      const booking = picked(bookingsOf(workspace, person), pick);
      return booking === undefined ? null : cancelStep(booking, 'Cancel', writing);
    }
    case 'take back': {
      const line = picked(standing(linesOf(workspace, person)), pick);
      return line === undefined ? null : { kind: 'add-comp-time', entry: reversalOf(line, '', writing) };
    }
    case 'write off':
      return writeOffStep(workspace, expiredBy(workspace, on), 'Write off', writing);
    case 'adjust': {
      const source = { shift: null, holiday: null, incident: null, leave: null };
      const rest = { person, date: on, source, reverses: null, author: 'Lead', note: '' };
      const policy = Object.values(workspace.policies)[0];
      if (policy === undefined) return null;
      const entry = {
        ...rest,
        id: writing.newId(),
        kind: 'adjust' as const,
        minutes: pick % 2 === 0 ? minutes : -minutes,
      };
      return { kind: 'add-comp-time', entry: { ...entry, policy: policy.id } };
    }
    case 'undo':
      return null;
  }
}

/** The two sides of the ledger, counted apart, at the end of every day on which something happened. */
function expectConserved(workspace: Workspace): void {
  const days = new Set([...Object.values(workspace.compTime).map((entry) => entry.date), end]);
  for (const person of people)
    for (const day of days) {
      const { earned, adjusted, taken, expired, open, owed, lots } = balanceOf(workspace, person, day);
      expect(earned + adjusted).toBe(taken + expired + open);
      expect(lots.reduce((sum, lot) => sum + lot.open, 0) - owed).toBe(open);
      for (const lot of lots) {
        expect(lot.open).toBeGreaterThan(0);
        expect(lot.open).toBeLessThanOrEqual(workspace.compTime[lot.entry]?.minutes ?? 0);
      }
      // A debt and something left beside it would be a debt that was not paid back.
      expect(owed === 0 || lots.length === 0).toBe(true);
    }
}

interface Played {
  readonly workspace: Workspace;
  readonly made: ReadonlyMap<Act['act'], number>;
}

function play(terms: Partial<Policy['compTime']>, list: readonly Act[]): Played {
  let workspace = world(terms);
  const done: Changes[] = [];
  const made = new Map<Act['act'], number>();
  list.forEach((act, number) => {
    const last = act.act === 'undo' ? done.pop() : undefined;
    const command: Command | null =
      last === undefined
        ? commandOf(workspace, act, number)
        : { kind: 'revert', direction: 'undo', of: 1, changes: [...reverse(last)] };
    if (command === null) return;
    const edited = edit(workspace, command);
    if (!edited.ok) return;
    ({ workspace } = edited.value);
    if (last === undefined) done.push(edited.value.changes);
    made.set(act.act, (made.get(act.act) ?? 0) + 1);
    expectConserved(workspace);
  });
  return { workspace, made };
}

test('earned and adjusted is taken, expired and open, at every prefix and in any order of edits', () => {
  const made = new Map<string, number>();
  fc.assert(
    fc.property(termsOf, fc.array(anAct, { minLength: 5, maxLength: 25 }), (terms, list) => {
      for (const [act, count] of play(terms, list).made) made.set(act, (made.get(act) ?? 0) + count);
    }),
    { seed: 12, numRuns: 100 },
  );
  // A property over edits that were all refused would hold as well.
  for (const act of acts) expect(made.get(act) ?? 0, act).toBeGreaterThan(5);
});

test('once everything is settled, each occasion stands in the ledger as it was served, and once', () => {
  fc.assert(
    fc.property(termsOf, fc.array(anAct, { maxLength: 15 }), (terms, list) => {
      let { workspace } = play(terms, list);
      const { settlements } = dueBy(workspace, today);
      let id = 0;
      const writing = { author: 'Lead', today, newId: () => `comp-last-${(id += 1)}` as CompTimeId };
      const step = settleStep(workspace, settlements, () => 'Settle', writing);
      if (step !== null) {
        const edited = edit(workspace, step);
        if (!edited.ok) throw new Error(`refused: ${JSON.stringify(edited.reason)}`);
        ({ workspace } = edited.value);
      }
      expect(dueBy(workspace, today).settlements).toEqual([]);
      const kept = people.flatMap((person) =>
        standing(linesOf(workspace, person))
          .filter(({ kind }) => kind === 'earn')
          .map((entry) => [occasionOf(entry), person, entry.minutes].join(' ')),
      );
      // What a ledger written from nothing would say.
      const served = new Set(
        dueBy({ ...workspace, compTime: {} }, today).settlements.flatMap(({ occasion, credit }) =>
          credit.map(({ person, minutes }) => [occasion, person, minutes].join(' ')),
        ),
      );
      for (const line of served) expect(kept).toContain(line);
      expect(new Set(kept).size).toBe(kept.length);
      expectConserved(workspace);
    }),
    { seed: 7, numRuns: 40 },
  );
});

test('the order in which lines were written changes nothing', () => {
  fc.assert(
    fc.property(termsOf, fc.array(anAct, { maxLength: 20 }), fc.nat(), (terms, list, turn) => {
      const { workspace } = play(terms, list);
      const rows = Object.entries(workspace.compTime);
      const at = turn % Math.max(1, rows.length);
      const shuffled = [...rows.slice(at), ...rows.slice(0, at)].reverse();
      const other = { ...workspace, compTime: Object.fromEntries(shuffled) as Workspace['compTime'] };
      for (const person of people)
        expect(balanceOf(other, person, end)).toEqual(balanceOf(workspace, person, end));
    }),
    { seed: 9, numRuns: 40 },
  );
});
