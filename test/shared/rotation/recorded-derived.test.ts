import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import { coversOf } from '../../../shared/rotation/override.ts';
import { shiftsOfQuarter } from '../../../shared/rotation/recorded.ts';
import { aRotation, aShift, aWorkspace, personIdOf } from '../../builders/a-workspace.ts';

const quarters = ['2027-Q1', '2027-Q2'] as QuarterId[];
const mondays = ['2027-03-15', '2027-03-22', '2027-03-29', '2027-04-05', '2027-04-12'];
const base = aShift('2027-03-29', 'Ann');
const cover = aShift('2027-04-01', 'Bo', {
  id: `${base.id}/cover/2027-04-01` as ShiftId,
  covers: base.id,
  end: '2027-04-02T09:00' as never,
});

test('shelves brought up to date by an edit are those that a fresh look would give', () => {
  const step = fc.record({
    layer: fc.constantFrom('primary', 'secondary'),
    day: fc.constantFrom(...mondays),
    person: fc.constantFrom('Ann', 'Bo', 'Cy', 'Di', null),
    cover: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let workspace = aWorkspace({ rotations: [aRotation()], shifts: [base, cover] });
      for (const { layer, day, person, cover: atCover } of steps) {
        const id = (atCover ? cover.id : `rotation-team/${layer}/${day}`) as ShiftId;
        const edited = edit(workspace, {
          kind: 'assign-shifts',
          assignments: [{ shift: id, person: person === null ? null : personIdOf(person) }],
          accept: ['two-roles-two-people', 'no-overlap'],
          today: '2026-12-01' as never,
          reason: '',
        });
        if (edited.ok) workspace = edited.value.workspace;
        // A copy has no past: what is known of it is computed from its records alone.
        const fresh = { ...workspace.shifts };
        for (const quarter of quarters)
          expect(shiftsOfQuarter(workspace.shifts, quarter)).toEqual(shiftsOfQuarter(fresh, quarter));
        expect(coversOf(workspace.shifts, base.id)).toEqual(coversOf(fresh, base.id));
      }
    }),
    { seed: 9, numRuns: 100 },
  );
});

test('a quarter that an edit did not touch keeps its very list', () => {
  const workspace = aWorkspace({ shifts: [base, aShift('2027-04-12', 'Bo')] });
  const before = shiftsOfQuarter(workspace.shifts, '2027-Q2' as QuarterId);
  const edited = edit(workspace, { kind: 'pin-shifts', shifts: [base.id], pinned: true });
  if (!edited.ok) throw new Error('refused');
  expect(shiftsOfQuarter(edited.value.workspace.shifts, '2027-Q2' as QuarterId)).toBe(before);
});
