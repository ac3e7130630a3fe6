import { programBuilder } from '../linear-program.ts';
import type { MixedProgram, Solver } from '../solver.ts';
import type { ConflictProgram } from './conflict-program.ts';

/** Rounds before the smallest set is given up for one that no claim can leave. */
export const MOST_ROUNDS = 200;

/** A set of claims that cannot all hold, by their numbers. */
export interface ClashingClaims {
  readonly claims: readonly number[];
  /** No smaller set clashes. Else only: without any one of them, the others could hold. */
  readonly smallest: boolean;
  readonly rounds: number;
}

/** Whole numbers of a few claims: nothing nearer than this is another one. */
const GAP = 0.99;

async function minimise(program: MixedProgram, solver: Solver): Promise<Float64Array | null> {
  const solution = await solver.solveMixed(program, { start: null, gap: GAP });
  if (solution.status === 'infeasible') return null;
  if (solution.status === 'failed')
    throw new Error(`looking for the conflict, the solver gave up: ${solution.detail}`);
  if (solution.x === null) throw new Error('looking for the conflict, the solver ended without an answer');
  return solution.x;
}

/** The fewest other claims to give up while these are kept; null where these alone clash. */
async function correction(
  { program, columns }: ConflictProgram,
  kept: ReadonlySet<number>,
  solver: Solver,
): Promise<readonly number[] | null> {
  const upper = Float64Array.from(program.upper);
  for (const claim of kept) upper[columns[claim] as number] = 0;
  const x = await minimise({ ...program, upper }, solver);
  return x === null ? null : columns.flatMap((column, claim) => ((x[column] as number) > 0.5 ? [claim] : []));
}

/** The fewest claims of which every correction has at least one. */
async function hittingSet(
  corrections: readonly (readonly number[])[],
  count: number,
  solver: Solver,
): Promise<ReadonlySet<number>> {
  const builder = programBuilder();
  const columns = Array.from({ length: count }, () => builder.column(1, 0, 1, 'whole'));
  for (const one of corrections)
    builder.row(
      1,
      Infinity,
      one.map((claim): [number, number] => [columns[claim] as number, 1]),
    );
  const x = await minimise(builder.build(), solver);
  return new Set(
    columns.flatMap((column, claim) => (x !== null && (x[column] as number) > 0.5 ? [claim] : [])),
  );
}

/** Leaves out one claim after the other for as long as the rest still clash: what remains can lose none. */
async function byDeletion(program: ConflictProgram, solver: Solver): Promise<readonly number[]> {
  let kept = program.claims.map((_, claim) => claim);
  for (const claim of [...kept]) {
    const without = new Set(kept.filter((one) => one !== claim));
    if ((await correction(program, without, solver)) === null) kept = [...without];
  }
  return kept;
}

/**
 * The smallest set of claims that cannot all hold, by implicit hitting sets (planning.md, section 7): take the fewest claims that
 * hit every known correction; if they clash, there is no smaller set; else what has to be given up beside them is one more
 * correction. Null where all claims can hold together.
 *
 * @throws when the solver fails
 */
export async function smallestClash(
  program: ConflictProgram,
  solver: Solver,
  mostRounds = MOST_ROUNDS,
): Promise<ClashingClaims | null> {
  const corrections: (readonly number[])[] = [];
  const all = new Set(program.claims.map((_, claim) => claim));
  if ((await correction(program, all, solver)) !== null) return null;
  for (let rounds = 0; rounds < mostRounds; rounds++) {
    const kept = new Set(await hittingSet(corrections, program.claims.length, solver));
    let found = await correction(program, kept, solver);
    if (found === null) return { claims: [...kept].sort((a, b) => a - b), smallest: true, rounds };
    // Corrections that have no claim in common tell most: each is kept as well while looking for the next.
    for (; found !== null; found = await correction(program, kept, solver)) {
      corrections.push(found);
      for (const claim of found) kept.add(claim);
    }
  }
  return { claims: await byDeletion(program, solver), smallest: false, rounds: mostRounds };
}
