import { describe, expect, test } from 'vitest';
import type { Target } from '../../../shared/editing/aim.ts';
import { aimSet } from '../../../shared/editing/aim-set.ts';
import { assignmentsOf } from '../../../shared/editing/gesture.ts';
import { planMove } from '../../../shared/editing/plan-move.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import {
  aPerson,
  aRotation,
  aShift,
  aShiftId,
  aWorkspace,
  personIdOf,
  primary,
} from '../../builders/a-workspace.ts';

const quarter = '2027-Q1' as QuarterId;
const mondays = ['2027-01-04', '2027-01-11', '2027-01-18', '2027-01-25', '2027-02-01'] as LocalDate[];
const people = ['Ann', 'Bo', 'Cy', 'Di'];
const turn = (week: number): ShiftId => aShiftId('Team', primary, mondays[week - 1] ?? '');

/** One letter a week: A for Ann; a dot for a gap. */
function planned(letters: string): Workspace {
  const holders = [...letters].map((letter) => people.find((name) => name.startsWith(letter)));
  return aWorkspace({
    people: people.map((name, position) => aPerson(name, { position })),
    rotations: [aRotation('Team')],
    shifts: holders.flatMap((name, at) => (name ? [aShift(mondays[at] ?? '', name)] : [])),
  });
}

/** The holders after a selection was moved, as letters; or why nothing moves. */
function after(letters: string, weeks: readonly number[], lead: number, target: Target): string {
  const workspace = planned(letters);
  const slots = slotsOfQuarter(workspace, quarter);
  const aimed = aimSet(workspace, slots, { kind: 'slots', lead: turn(lead), slots: weeks.map(turn) }, target);
  if (aimed.kind === 'stuck') return `stuck at ${String(weeks.find((week) => turn(week) === aimed.shift))}`;
  if (aimed.kind === 'still') return 'still';
  const next = new Map(assignmentsOf(workspace, aimed.gesture).map(({ shift, person }) => [shift, person]));
  return [...letters]
    .map((_, at) => {
      const person = next.has(turn(at + 1)) ? next.get(turn(at + 1)) : workspace.shifts[turn(at + 1)]?.person;
      return people.find((name) => personIdOf(name) === person)?.[0] ?? '.';
    })
    .join('');
}

const over = (person: string, week: number): Target => ({
  kind: 'person-week',
  person: personIdOf(person),
  week: mondays[week - 1] as LocalDate,
});

describe('a selection that moves together', () => {
  test('trades along its rows, and whoever stood there takes the weeks that are left', () => {
    expect(after('AABCD', [1, 2], 1, over('Ann', 2))).toBe('BAACD');
    expect(after('AABCD', [1, 2], 2, over('Ann', 4))).toBe('BCAAD');
    expect(after('BCAAD', [3, 4], 3, over('Ann', 1))).toBe('AABCD');
  });

  test('keeps its offsets down the rows: each goes as many people further as the one under the hand', () => {
    expect(after('ABAD.', [1, 2], 1, over('Bo', 1))).toBe('BCAD.');
  });

  test('goes to one person over the head of a row, and to nobody over the gaps', () => {
    expect(after('ABCA.', [1, 2, 4], 1, { kind: 'person', person: personIdOf('Di') })).toBe('DDCD.');
    expect(after('ABCA.', [1, 2, 4], 1, { kind: 'gaps' })).toBe('..C..');
  });

  test('of gaps alone is assigned to the person under the hand', () => {
    expect(after('A.B.C', [2, 4], 2, over('Di', 2))).toBe('ADBDC');
  });

  test('is held by the one that would leave the list of people, or the plan', () => {
    expect(after('ACAD.', [2, 4], 2, over('Di', 2))).toBe('stuck at 4');
    expect(after('ABCDA', [1, 2], 1, over('Ann', 1))).toBe('still');
    expect(after('A.CDA', [1, 2], 1, over('Bo', 1))).toBe('stuck at 2');
  });

  test('is one edit that shows and makes the same plan', () => {
    const workspace = planned('AABCD');
    const slots = slotsOfQuarter(workspace, quarter);
    const aimed = aimSet(
      workspace,
      slots,
      { kind: 'slots', lead: turn(1), slots: [turn(1), turn(2)] },
      over('Ann', 2),
    );
    if (aimed.kind !== 'moves') throw new Error(aimed.kind);
    const preview = planMove(workspace, quarter, aimed.gesture, null, '2026-11-23' as LocalDate);
    expect(preview.command?.kind).toBe('assign-shifts');
    expect(preview.affected.map(({ person }) => person).sort()).toEqual(
      [personIdOf('Ann'), personIdOf('Bo')].sort(),
    );
  });
});
