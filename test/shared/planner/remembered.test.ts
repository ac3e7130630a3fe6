import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit } from '../../../shared/editing/edit.ts';
import type { QuarterId } from '../../../shared/model/dates.ts';
import type { ShiftId } from '../../../shared/model/ids.ts';
import type { Workspace } from '../../../shared/model/workspace.ts';
import { checkQuarter } from '../../../shared/planner/check.ts';
import { judge } from '../../../shared/planner/judge.ts';
import { sampleWorkspace } from '../../../shared/sample/sample.ts';
import { commandOf, makers } from '../editing/random-command.ts';

const quarters = ['2026-Q4', '2027-Q1'] as const satisfies readonly string[];

/** All that the rules and the score say, of a workspace of which nothing can be remembered: none of its records were seen before. */
const afresh = (workspace: Workspace) => answers(structuredClone(workspace));

const answers = (workspace: Workspace) =>
  quarters.map((quarter) => ({
    findings: checkQuarter(workspace, quarter as QuarterId),
    fairness: judge(workspace, quarter as QuarterId, null),
  }));

test('what is remembered of an earlier state never shows in a later one, whatever was edited between', () => {
  const draw = fc.record({
    kind: fc.nat(makers.length - 1),
    a: fc.nat(1000),
    b: fc.nat(1000),
    c: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(draw, { minLength: 3, maxLength: 8 }), (draws) => {
      let workspace = sampleWorkspace();
      let fresh = afresh(workspace);
      for (const one of draws) {
        const command = commandOf(workspace, one);
        const edited = command === null ? null : edit(workspace, command);
        if (edited === null || !edited.ok) continue;
        const [before, freshBefore] = [workspace, fresh];
        expect(answers(before)).toEqual(freshBefore);
        workspace = edited.value.workspace;
        // Right after the state that it was made from: then only what the edit touched is asked about again.
        const now = answers(workspace);
        fresh = afresh(workspace);
        expect(now).toEqual(fresh);
        expect(answers(workspace)).toEqual(fresh);
        // And back, as a drag does that shows one place after the other.
        expect(answers(before)).toEqual(freshBefore);
      }
    }),
    { seed: 11, numRuns: 8 },
  );
});

test('a cover that takes over a day of a shift shows at once in what stands beside it', () => {
  const workspace = sampleWorkspace();
  const [first] = Object.values(workspace.shifts);
  if (first === undefined) throw new Error('the sample has no shift');
  answers(workspace);
  const id = `${first.rotation}/${first.layer}/cover/${first.start.slice(0, 10)}` as ShiftId;
  const holder = Object.values(workspace.people).find((person) => person.id !== first.person);
  if (holder === undefined) throw new Error('the sample has one person');
  const cover = { ...first, id, covers: first.id, person: holder.id };
  const covered = { ...workspace, shifts: { ...workspace.shifts, [id]: cover } };
  expect(answers(covered)).toEqual(afresh(covered));
  expect(answers(workspace)).toEqual(afresh(workspace));
});
