import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import type { Gesture } from '../../../shared/editing/gesture.ts';
import { planMove } from '../../../shared/editing/plan-move.ts';
import type { LocalDate, QuarterId } from '../../../shared/model/dates.ts';
import type { PersonId, ShiftId } from '../../../shared/model/ids.ts';
import { checkShifts } from '../../../shared/planner/check.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { slotsOfQuarter } from '../../../shared/rotation/expand.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { asksFirst } from '../../../shared/editing/move-preview.ts';
import { effectLines, moveTitle } from '../../../shared/words/effect-text.ts';
import { personName } from '../../../shared/words/names.ts';
import { findingText } from '../../../shared/words/finding-text.ts';

const workspace = sampleWorkspace();
const quarter = '2026-Q4' as QuarterId;
/** A day before the quarter, so that no week of it is over. */
const today = '2026-09-01' as LocalDate;
const slots = slotsOfQuarter(workspace, quarter).map(({ id }) => id);
const people = Object.keys(workspace.people) as PersonId[];

const slot = fc.constantFrom(...slots);
const person = fc.constantFrom(...people);
const one: fc.Arbitrary<Gesture> = fc.oneof(
  fc.record({ kind: fc.constant('give' as const), shift: slot, to: person }),
  fc.record({ kind: fc.constantFrom('swap' as const, 'trade' as const), shift: slot, with: slot }),
  fc.record({ kind: fc.constant('give-and-trade' as const), shift: slot, slot, to: person }),
  fc.record({ kind: fc.constant('move' as const), shift: slot, toSlot: slot }),
  fc.record({ kind: fc.constant('unassign' as const), shift: slot }),
  fc.record({ kind: fc.constant('assign' as const), slot, person }),
);
const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  { weight: 4, arbitrary: one },
  {
    weight: 1,
    arbitrary: fc
      .array(one, { minLength: 2, maxLength: 4 })
      .map((gestures): Gesture => ({ kind: 'several', gestures })),
  },
);

const holder = (from: typeof workspace, shift: ShiftId): PersonId | null =>
  from.shifts[shift]?.person ?? null;

test('what a move shows is what committing it does, for hundreds of random gestures', () => {
  let moved = 0;
  let conflicting = 0;
  fc.assert(
    fc.property(gesture, (random) => {
      const preview = planMove(workspace, quarter, random, null, today);
      expect(preview.refusal).toBeNull();
      if (preview.command === null) {
        expect(preview.affected).toEqual([]);
        return;
      }
      moved += 1;
      if (preview.conflicts.length > 0) conflicting += 1;
      const made = edit(workspace, preview.command);
      if (!made.ok) throw new Error(`the previewed command was refused: ${made.reason.kind}`);
      const after = made.value.workspace;
      expect(preview.after).toEqual(judge(after, quarter, null));
      expect(preview.before).toEqual(judge(workspace, quarter, null));
      if (preview.command.kind !== 'assign-shifts') throw new Error(preview.command.kind);
      const touched = preview.command.assignments.map(({ shift }) => shift);
      expect(new Set(preview.findings)).toEqual(new Set(checkShifts(after, touched)));
      for (const shift of slots) {
        const [was, is] = [holder(workspace, shift), holder(after, shift)];
        const takes = preview.affected
          .filter(({ takes: own }) => own.includes(shift))
          .map(({ person: who }) => who);
        const gives = preview.affected
          .filter(({ gives: own }) => own.includes(shift))
          .map(({ person: who }) => who);
        expect(takes).toEqual(was === is || is === null ? [] : [is]);
        expect(gives).toEqual(was === is || was === null ? [] : [was]);
      }
    }),
    { numRuns: 400, seed: 20_261_123 },
  );
  expect(moved).toBeGreaterThan(250);
  expect(conflicting).toBeGreaterThan(50);
});

test('the card names everybody affected and every hard conflict', () => {
  fc.assert(
    fc.property(one, (random) => {
      const preview = planMove(workspace, quarter, random, null, today);
      const text = effectLines(workspace, preview)
        .map((line) => line.text)
        .join('\n');
      for (const { person: who } of preview.affected) expect(text).toContain(personName(workspace, who));
      for (const conflict of preview.conflicts)
        expect(text).toContain(findingText({ ...conflict, accepted: false }, workspace));
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('a move that breaks no hard rule names none to accept, and one that does is refused without them', () => {
  fc.assert(
    fc.property(one, (random) => {
      const { command } = planMove(workspace, quarter, random, null, today);
      if (command?.kind !== 'assign-shifts' || command.accept.length === 0) return;
      const bare = edit(workspace, { ...command, accept: [] });
      expect(bare.ok).toBe(false);
      if (!bare.ok) expect(bare.reason.kind).toBe('breaks-rules');
    }),
    { numRuns: 300, seed: 11 },
  );
});

test('giving a turn to whoever holds it changes nothing and makes no command', () => {
  const shift = slots[0] as ShiftId;
  const owner = holder(workspace, shift) as PersonId;
  const preview = planMove(workspace, quarter, { kind: 'give', shift, to: owner }, null, today);
  expect(preview.command).toBeNull();
  expect(preview.after).toEqual(preview.before);
});

test('a week that is over shows its effect and asks for a reason, without which no edit is made', () => {
  const shift = slots[0] as ShiftId;
  const other = people.find((id) => id !== holder(workspace, shift)) as PersonId;
  const late = '2026-11-23' as LocalDate;
  const gesture: Gesture = { kind: 'give', shift, to: other };
  const asked = planMove(workspace, quarter, gesture, null, late);
  if (asked.command === null) throw new Error('nothing to commit');
  expect(asked.needsReason).toBe(true);
  expect(asksFirst(asked)).toBe(true);
  expect(asked.affected.map(({ person: who }) => who)).toContain(other);
  expect(effectLines(workspace, asked).some(({ text }) => text.includes('a reason is asked for'))).toBe(true);
  const bare = edit(workspace, asked.command);
  expect(bare.ok ? 'made' : bare.reason.kind).toBe('past-needs-reason');
  const given = planMove(workspace, quarter, gesture, null, late, 'Swapped by phone');
  if (given.command === null) throw new Error('nothing to commit');
  expect(given.needsReason).toBe(false);
  expect(edit(workspace, given.command).ok).toBe(true);
  expect(given.after).toEqual(asked.after);
  expect(moveTitle(workspace, given)).toContain('(correction: Swapped by phone)');
});
