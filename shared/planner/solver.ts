import { channel, type HighsLike, type HighsModel, modelStatus } from './highs-model.ts';

/** A linear program: minimise cost · x with `lower ≤ x ≤ upper` and `rowLower ≤ rows ≤ rowUpper`, the rows in compressed form. */
export interface LinearProgram {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Row r has the entries `starts[r] … starts[r + 1] - 1`. */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

/** A program some of whose variables take whole numbers only. */
export interface MixedProgram extends LinearProgram {
  /** By column: 1 where it takes whole numbers only. */
  readonly whole: Int32Array;
}

export type Solution =
  | { readonly status: 'optimal'; readonly x: Float64Array; readonly objective: number }
  | { readonly status: 'infeasible' }
  | { readonly status: 'failed'; readonly detail: string };

export interface MixedOptions {
  /** A solution to start from, all columns filled; one that breaks a row is of no use. */
  readonly start: Float64Array | null;
  /** The proof ends once bound and best solution are this near, in units of the objective. */
  readonly gap: number;
  /** Stops by the clock: what it then says is not reproducible. */
  readonly seconds?: number;
  /** Stops after so many nodes of the search tree, on every machine with the same result. */
  readonly nodes?: number;
  /** Told of the bound now and then: no solution costs less. */
  readonly onBound?: (bound: number, nodes: number) => void;
  readonly onBetter?: (x: Float64Array) => void;
}

/** After a stop by clock or nodes the bound holds all the same, and there may be no solution. */
export type MixedSolution =
  | {
      readonly status: 'optimal' | 'out-of-time' | 'out-of-nodes';
      readonly x: Float64Array | null;
      readonly bound: number;
      readonly nodes: number;
      readonly seconds: number;
    }
  | { readonly status: 'infeasible'; readonly seconds: number }
  | { readonly status: 'failed'; readonly detail: string };

/** The port that a worker or the command line fills with HiGHS. */
export interface Solver {
  solve(program: LinearProgram): Promise<Solution>;
  /** The same for programs with whole-number columns. Blocks its thread until it is done. */
  solveMixed(program: MixedProgram, options: MixedOptions): Promise<MixedSolution>;
}

const modelOf = (highs: HighsLike, program: LinearProgram, whole?: Int32Array): HighsModel =>
  highs.createModel({
    numCols: program.cost.length,
    numRows: program.rowLower.length,
    colCost: program.cost,
    colLower: program.lower,
    colUpper: program.upper,
    rowLower: program.rowLower,
    rowUpper: program.rowUpper,
    matrix: {
      format: 'csr',
      numRows: program.rowLower.length,
      numCols: program.cost.length,
      starts: program.starts,
      indices: program.columns,
      values: program.values,
    },
    ...(whole === undefined ? {} : { integrality: whole }),
  });

const isInfeasible = (status: number): boolean =>
  status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible;

/** A program without a column, which HiGHS does not solve: where everybody is away, nothing is to be decided. Null for any other. */
function nothingToDecide({ cost, rowLower, rowUpper }: LinearProgram): 'optimal' | 'infeasible' | null {
  if (cost.length > 0) return null;
  return rowLower.every((least, row) => least <= 0 && (rowUpper[row] as number) >= 0) ? 'optimal' : 'infeasible';
}

function solveLinear(highs: HighsLike, program: LinearProgram): Solution {
  const settled = nothingToDecide(program);
  if (settled !== null) return settled === 'optimal' ? { status: 'optimal', x: new Float64Array(0), objective: 0 } : { status: 'infeasible' };
  const model = modelOf(highs, program);
  try {
    // These programs are small and have little to presolve: without it they are solved three to nine times as fast (measured).
    model.options.set({ output_flag: false, random_seed: 1, presolve: 'off' });
    model.run();
    const status = model.getModelStatus();
    if (isInfeasible(status)) return { status: 'infeasible' };
    const x = model.getSolution().colValue;
    if (status !== modelStatus.optimal || x === undefined) return { status: 'failed', detail: `HiGHS ended with status ${status}` };
    return { status: 'optimal', x, objective: model.getObjectiveValue() };
  } finally {
    model.dispose();
  }
}

const endings: Readonly<Record<number, 'optimal' | 'out-of-time' | 'out-of-nodes'>> = {
  [modelStatus.optimal]: 'optimal',
  [modelStatus.timeLimit]: 'out-of-time',
  [modelStatus.solutionLimit]: 'out-of-nodes',
};

/** Prices beyond this, in units of the objective, make rounding in a row worth more than a grain. */
const LARGE = 80_000;

/**
 * What a row or a whole number may be off by. With HiGHS's own 1e-7 and 1e-6, plans were told wrong where prices are large; where
 * they are not, its own are enough and proofs twice as fast (measured).
 */
function tolerances({ cost, values }: MixedProgram): Readonly<Record<string, number>> {
  const isLarge = (value: number): boolean => Math.abs(value) > LARGE;
  if (!cost.some(isLarge) && !values.some(isLarge)) return {};
  const exact = 1e-9;
  return { primal_feasibility_tolerance: exact, dual_feasibility_tolerance: exact, mip_feasibility_tolerance: exact };
}

/** Nothing that HiGHS calls a number this large is one. */
const HUGE = 1e30;

function solveMixed(highs: HighsLike, program: MixedProgram, options: MixedOptions): MixedSolution {
  const { start, gap, seconds, nodes, onBound, onBetter } = options;
  const settled = nothingToDecide(program);
  if (settled === 'infeasible') return { status: 'infeasible', seconds: 0 };
  if (settled === 'optimal') return { status: 'optimal', x: new Float64Array(0), bound: 0, nodes: 0, seconds: 0 };
  const model = modelOf(highs, program, program.whole);
  try {
    model.options.set({
      output_flag: false,
      random_seed: 1,
      mip_rel_gap: 0,
      mip_abs_gap: gap,
      ...tolerances(program),
      ...(seconds === undefined ? {} : { time_limit: seconds }),
      ...(nodes === undefined ? {} : { mip_max_nodes: nodes }),
    });
    if (start !== null) model.setSolution({ colValue: start });
    model.run({
      [channel.poll]: ({ data }) => {
        onBound?.(data.mip_dual_bound ?? -Infinity, Number(data.mip_node_count ?? 0));
        return undefined;
      },
      [channel.betterSolution]: ({ data }) => {
        if (data.mip_solution !== undefined) onBetter?.(data.mip_solution);
        return undefined;
      },
    });
    const status = model.getModelStatus();
    if (isInfeasible(status)) return { status: 'infeasible', seconds: model.getRunTime() };
    const ended = endings[status];
    if (ended === undefined) return { status: 'failed', detail: `HiGHS ended with status ${status}` };
    const x = model.getSolution().colValue;
    return {
      status: ended,
      x: x !== undefined && x.length > 0 && Math.abs(model.getObjectiveValue()) < HUGE ? x : null,
      bound: Number(model.info.get('mip_dual_bound')),
      nodes: Number(model.info.get('mip_node_count')),
      seconds: model.getRunTime(),
    };
  } finally {
    model.dispose();
  }
}

/** The port over a loaded `highs`. One thread, no clock: the same program gives the same solution. */
export const solverOver = (highs: HighsLike): Solver => ({
  solve: (program) => Promise.resolve().then(() => solveLinear(highs, program)),
  solveMixed: (program, options) => Promise.resolve().then(() => solveMixed(highs, program, options)),
});
